"""ONE report: its bytes → its readings. No pandas, no Streamlit.

| step       | where                                  | gives                                             |
|------------|----------------------------------------|---------------------------------------------------|
| text       | formats.read_source(name, data)        | Source: the text, final from here on, and places  |
| metadata   | metadata.read_report(doc_id, text)     | Report: whose, which year, each with its words    |
| clauses    | clauses.split_clauses(report)          | sentences with their role and section             |
| candidates | matching.find_candidates(…)            | figures that a pattern ties to an indicator       |
| readings   | readings.judge(…)                      | readings, and refusals with their reasons         |
| checks     | checks.check_arithmetic(…)             | the report's own arithmetic, compared             |
| earlier    | earlier.find_earlier(…)                | what is said of the year before, a layer apart    |
| all        | pipeline.extract_text, extract_report  | Extraction                                        |

The catalogue of indicators is `metrics.yaml`; `proof.load_catalog` reads it and proves it by its own examples.
"""

from .catalog import Catalog, Indicator
from .catalog_faults import CatalogError
from .errors import ExtractError, Failure, FaultKind, ReadError
from .model import Extraction, Reading, Refusal, Report
from .pipeline import Batch, extract_report, extract_reports, extract_text
from .proof import load_catalog, prove

__all__ = [
    "Batch",
    "Catalog",
    "CatalogError",
    "ExtractError",
    "Extraction",
    "Failure",
    "FaultKind",
    "Indicator",
    "ReadError",
    "Reading",
    "Refusal",
    "Report",
    "extract_report",
    "extract_reports",
    "extract_text",
    "load_catalog",
    "prove",
]
