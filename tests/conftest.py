"""What many tests share: the project's catalogue and the tables of the five seed reports, each made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import load_catalog
from extract.catalog import Catalog
from extract.pipeline import extract_reports
from panel.build import Tables, build_tables

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """metrics.yaml, proved by its own examples."""
    return load_catalog(ROOT / "metrics.yaml")


@pytest.fixture(scope="session")
def tables(catalog: Catalog) -> Tables:
    """The tables of the reports in seeds/."""
    files = [(path.name, path.read_bytes()) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    batch = extract_reports(files, catalog=catalog)
    return build_tables(batch.extractions, batch.failures, catalog)
