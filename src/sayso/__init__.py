"""Who said what, who did what to whom, and on whose say-so; users import from here.

    reading = sayso.read_text("Envoy Terzo said ...", outlet="Ostrany Herald", published="2031-05-02")
    for found in sayso.read("reports/"): ...              a Reading or a Failure each

    case = sayso.open_case("matter.sayso", create=True)   readings kept in one file
    case.read("reports/")                                 what the command `sayso read` does
    case.said("Terzo", about="camp").to_pandas()
    case.events(whom="residents", type="ASSAULT")

A public name is imported from its module when it is first asked for, so that ``import sayso`` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.case import Case as Case
    from sayso.case import open_case as open_case
    from sayso.case.ingest import IngestCounts as IngestCounts
    from sayso.case.ingest import IngestProgress as IngestProgress
    from sayso.errors import CaseError as CaseError
    from sayso.errors import ModelError as ModelError
    from sayso.errors import ReadError as ReadError
    from sayso.errors import SaysoError as SaysoError
    from sayso.errors import SpanError as SpanError
    from sayso.errors import StepError as StepError
    from sayso.errors import UsageError as UsageError
    from sayso.errors import ValueFault as ValueFault
    from sayso.read.original import Failure as Failure
    from sayso.run.executors import Executor as Executor
    from sayso.run.front import read as read
    from sayso.run.front import read_text as read_text
    from sayso.steps import extractor as extractor
    from sayso.values.case import Filters as Filters
    from sayso.values.case import Hit as Hit
    from sayso.values.case import Judgement as Judgement
    from sayso.values.case import ReportRow as ReportRow
    from sayso.values.case import Said as Said
    from sayso.values.findings import Argument as Argument
    from sayso.values.findings import Attribution as Attribution
    from sayso.values.findings import Claim as Claim
    from sayso.values.findings import Entity as Entity
    from sayso.values.findings import Event as Event
    from sayso.values.findings import Fact as Fact
    from sayso.values.findings import Label as Label
    from sayso.values.findings import Mention as Mention
    from sayso.values.findings import Place as Place
    from sayso.values.findings import Quantity as Quantity
    from sayso.values.findings import Relation as Relation
    from sayso.values.findings import Time as Time
    from sayso.values.findings import Voice as Voice
    from sayso.values.findings import When as When
    from sayso.values.json import reading_from_json as reading_from_json
    from sayso.values.json import reading_to_json as reading_to_json
    from sayso.values.reading import Reading as Reading
    from sayso.values.report import Credit as Credit
    from sayso.values.report import Report as Report
    from sayso.values.report import Zone as Zone
    from sayso.values.spans import Span as Span
    from sayso.views.answers import Table as Table
    from sayso.views.events import EventQuery as EventQuery
    from sayso.views.events import EventRow as EventRow
    from sayso.views.events import Happened as Happened

    __version__: str

# Where each public name lives; the list above says the same to type checkers, and a test compares the two.
PUBLIC = {
    name: module
    for module, names in {
        "sayso.case": "Case open_case",
        "sayso.case.ingest": "IngestCounts IngestProgress",
        "sayso.errors": "CaseError ModelError ReadError SaysoError SpanError StepError UsageError ValueFault",
        "sayso.read.original": "Failure",
        "sayso.run.executors": "Executor",
        "sayso.run.front": "read read_text",
        "sayso.steps": "extractor",
        "sayso.values.case": "Filters Hit Judgement ReportRow Said",
        "sayso.values.findings": "Argument Attribution Claim Entity Event Fact Label Mention Place Quantity Relation"
        " Time Voice When",
        "sayso.values.json": "reading_from_json reading_to_json",
        "sayso.values.reading": "Reading",
        "sayso.values.report": "Credit Report Zone",
        "sayso.values.spans": "Span",
        "sayso.views.answers": "Table",
        "sayso.views.events": "EventQuery EventRow Happened",
    }.items()
    for name in names.split()
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("sayso")
    if name not in PUBLIC:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    value = getattr(importlib.import_module(PUBLIC[name]), name)
    # `read` is a package as well, which the line above has bound here, and which can be called as the function
    return globals().setdefault(name, value)


def __dir__() -> list[str]:
    return sorted({*globals(), *PUBLIC, "__version__"})
