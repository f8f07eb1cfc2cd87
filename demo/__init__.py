"""Sixty invented localities over eight years → reports in the manner of real ones, to show and to try what five reports can't.

Nothing in them is true, and no name in them is that of a division of China: figures of real places must never be made up. They
are reports and no panel: they go through the same extraction as any other file.

| module    | what                                                                 |
|-----------|----------------------------------------------------------------------|
| places    | the localities: names, levels, the divisions that they lie in        |
| figures   | a locality and a year → the figures of its report, by a seed         |
| wordings  | an indicator and its figure → a sentence, in one of several wordings |
| reports   | all of that → the files, and what a careful reader takes from each   |
"""

from demo.reports import DemoReport, write_reports

__all__ = ["DemoReport", "write_reports"]
