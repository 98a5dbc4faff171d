"""Who said what, who did what to whom, and on whose say-so; users import from here.

A public name is imported from its module when it is first asked for, so that ``import sayso`` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.errors import ModelError as ModelError
    from sayso.errors import ReadError as ReadError
    from sayso.errors import SaysoError as SaysoError
    from sayso.errors import SpanError as SpanError
    from sayso.errors import StepError as StepError
    from sayso.errors import ValueFault as ValueFault
    from sayso.steps import extractor as extractor
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

    __version__: str

# Where each public name lives; the list above says the same to type checkers, and a test compares the two.
PUBLIC = {
    **dict.fromkeys(("ModelError", "ReadError", "SaysoError", "SpanError", "StepError", "ValueFault"), "sayso.errors"),
    **dict.fromkeys(("reading_from_json", "reading_to_json"), "sayso.values.json"),
    "extractor": "sayso.steps",
    **dict.fromkeys(
        ("Argument", "Attribution", "Claim", "Entity", "Event", "Fact", "Label", "Mention", "Place", "Quantity",
         "Relation", "Time", "Voice", "When"),
        "sayso.values.findings",
    ),
    "Reading": "sayso.values.reading",
    **dict.fromkeys(("Credit", "Report", "Zone"), "sayso.values.report"),
    "Span": "sayso.values.spans",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("sayso")
    if name not in PUBLIC:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    value = getattr(importlib.import_module(PUBLIC[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *PUBLIC, "__version__"})
