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
    from sayso.output import reading_from_json as reading_from_json
    from sayso.output import reading_to_json as reading_to_json
    from sayso.registry import extractor as extractor
    from sayso.types import Argument as Argument
    from sayso.types import Attribution as Attribution
    from sayso.types import Claim as Claim
    from sayso.types import Credit as Credit
    from sayso.types import Entity as Entity
    from sayso.types import Event as Event
    from sayso.types import Fact as Fact
    from sayso.types import Label as Label
    from sayso.types import Mention as Mention
    from sayso.types import Place as Place
    from sayso.types import Quantity as Quantity
    from sayso.types import Reading as Reading
    from sayso.types import Relation as Relation
    from sayso.types import Report as Report
    from sayso.types import Span as Span
    from sayso.types import Time as Time
    from sayso.types import Voice as Voice
    from sayso.types import When as When
    from sayso.types import Zone as Zone

    __version__: str

# Where each public name lives; the list above says the same to type checkers, and a test compares the two.
PUBLIC = {
    **dict.fromkeys(("ModelError", "ReadError", "SaysoError", "SpanError", "StepError", "ValueFault"), "sayso.errors"),
    **dict.fromkeys(("reading_from_json", "reading_to_json"), "sayso.output"),
    "extractor": "sayso.registry",
    **dict.fromkeys(
        ("Argument", "Attribution", "Claim", "Credit", "Entity", "Event", "Fact", "Label", "Mention", "Place",
         "Quantity", "Reading", "Relation", "Report", "Span", "Time", "Voice", "When", "Zone"),
        "sayso.types",
    ),
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
