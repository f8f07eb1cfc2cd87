"""The reports and a long table → where in it the rows of some indicators and reports stand, without looking at all rows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

Positions = npt.NDArray[np.int64]
Chosen = npt.NDArray[np.bool_]


class Lookup:
    """Of a table with doc_id and indicator. `report` is, for each of its rows, the row of its report in the reports table (-1: of
    none), `indicator` the place of its indicator in `names`."""

    def __init__(self, reports: pd.DataFrame, table: pd.DataFrame) -> None:
        found = pd.Index(reports["doc_id"]).get_indexer(pd.Index(table["doc_id"]))
        self.report: Positions = found.astype(np.int64)
        codes, names = pd.factorize(table["indicator"])
        self.indicator: Positions = codes.astype(np.int64)
        self.names: list[str] = [str(name) for name in names]
        order = np.argsort(codes, kind="stable")
        ends = np.cumsum(np.bincount(codes, minlength=len(names)))
        self._rows: dict[str, Positions] = {
            str(name): order[end - count : end].astype(np.int64)
            for name, end, count in zip(names, ends, np.bincount(codes, minlength=len(names)), strict=True)
        }
        self._none: Positions = np.empty(0, dtype=np.int64)

    def rows(self, indicators: Sequence[str], reports: Chosen) -> Positions:
        """The rows of these indicators (of all where none is named) and of the chosen reports, in the table's order."""
        # A row of no report (-1) is chosen by nothing.
        reports = np.append(reports, False)
        if not indicators or self._rows.keys() <= set(indicators):
            return np.flatnonzero(reports[self.report])
        of_each = [self._rows.get(indicator, self._none) for indicator in dict.fromkeys(indicators)]
        found = of_each[0] if len(of_each) == 1 else np.sort(np.concatenate(of_each))
        return found[reports[self.report[found]]]

    def of_report(self, report: int) -> Positions:
        """The rows of one report, by its row in the reports table."""
        return np.flatnonzero(self.report == report)

    def grid(self, rows: Positions, reports: Positions, indicators: Sequence[str]) -> Positions:
        """A line for each of the reports (rows of the reports table, -1 for none), in it for each indicator which of the rows is
        of both; -1 where none is."""
        lines = np.full(int(max(self.report.max(initial=-1), reports.max(initial=-1))) + 2, -1, dtype=np.int64)
        lines[reports[reports >= 0]] = np.flatnonzero(reports >= 0)
        place = {indicator: number for number, indicator in enumerate(indicators)}
        columns = np.array([place.get(name, -1) for name in self.names], dtype=np.int64)
        at_line, at_column = lines[self.report[rows]], columns[self.indicator[rows]]
        both = (at_line >= 0) & (at_column >= 0)
        found = np.full((len(reports), len(indicators)), -1, dtype=np.int64)
        found[at_line[both], at_column[both]] = rows[both]
        return found
