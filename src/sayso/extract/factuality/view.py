"""What becomes of an event: FactBank's value, a state and reasons; how denials turn one into another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from sayso.values.terms import Factuality, State


@dataclass(frozen=True, slots=True)
class View:
    """What becomes of an event: FactBank's value, the state of the output, and the tokens that make it so."""

    value: Factuality = "CT+"
    state: State = "done"
    because: tuple[int, ...] = ()

    def by(self, *tokens: int) -> View:
        """The same, with more reasons."""
        return replace(self, because=tuple(sorted({*self.because, *tokens})))


DONE: Final = View()
SIGNS: Final[dict[str, View]] = {
    "+": DONE,
    "-": View("CT-", "denied"),
    "n": View("Uu", "not_yet"),
    "p": View("PR+", "not_yet"),
    "s": View("PS+", "unknown"),
    "r": View("PR+", "done"),
    "h": View("Uu", "hypothetical"),
    "d": View("PR-", "denied"),
    "u": View("Uu", "unknown"),
}
DENIED_SIGNS: Final = {
    "+": "-",
    "-": "u",
    "n": "d",
    "p": "d",
    "s": "u",
    "r": "d",
    "h": "h",
    "d": "u",
    "u": "-",
    "c": "d",
}


def flip(view: View) -> View:
    """The view of the opposite: done becomes denied, denied done; what is open stays so."""
    turned: dict[tuple[str, str], tuple[Factuality, State]] = {
        ("CT+", "done"): ("CT-", "denied"),
        ("PR+", "done"): ("PR-", "denied"),
        ("PR+", "not_yet"): ("PR-", "denied"),
        ("PS+", "unknown"): ("PS-", "unknown"),
        ("CT-", "denied"): ("CT+", "done"),
        ("PR-", "denied"): ("PR+", "done"),
    }
    value, state = turned.get((view.value, view.state), (view.value, view.state))
    return replace(view, value=value, state=state)
