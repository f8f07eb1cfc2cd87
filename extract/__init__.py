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

from .archives import unpack
from .catalog import Catalog, Indicator
from .catalog_faults import CatalogError
from .errors import ExtractError, Failure, FaultKind, ReadError
from .model import Extraction, Reading, Refusal, Report
from .pipeline import Batch, Correction, attempt_file, extract_report, extract_reports, extract_text, gather
from .proof import load_catalog, prove

__all__ = [
    "Batch",
    "Catalog",
    "CatalogError",
    "Correction",
    "ExtractError",
    "Extraction",
    "Failure",
    "FaultKind",
    "Indicator",
    "ReadError",
    "Reading",
    "Refusal",
    "Report",
    "attempt_file",
    "extract_report",
    "extract_reports",
    "extract_text",
    "gather",
    "load_catalog",
    "prove",
    "unpack",
]
