"""The registry of named rules: what a rule is, what it is handed, how rules run, and what is noted of their work.

A rule adds, changes or removes drafts. It has an id, one sentence that says what it is for, an `example` that it must
act on and a `keeps` that it must leave alone; both are marked sentences, ``{s:source} {q:cue} {c:content}``, and are
its unit test. Called by the step alone: `sayso.extract.attributions.rules` holds the order in which rules run.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from sayso.extract.attributions.drafts import Draft
from sayso.lang import Language
from sayso.lang.needs.forms import Forms
from sayso.nlp.tagger import Tagged
from sayso.text.layout import Layout, Piece
from sayso.values.report import Report, Zone

Kind = Literal["add", "mend", "drop", "join"]
RULE_SCORE: Final = 0.9  # of what a rule finds; a draft's own score is its cue's chance, and rules are seldom wrong


@dataclass(slots=True)
class Context:
    """What a rule may look at, and the drafts so far, which it changes in place.

    tagged   what the tagger says of the text; None for a language without a tagger, where rules that need it rest
    """

    report: Report
    layout: Layout
    zones: Sequence[Zone]
    language: Language
    tagged: Tagged | None = None
    drafts: list[Draft] = field(default_factory=list)
    _starts: list[int] | None = None
    _found: dict[re.Pattern[str], list[re.Match[str]]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text of the report."""
        return self.layout.text

    @property
    def forms(self) -> Forms:
        """The forms of words by which the language shows who says what."""
        return self.language.attributions.forms

    @property
    def tags(self) -> Tagged:
        """What the tagger says; only for rules that are registered with ``tags=True``."""
        assert self.tagged is not None
        return self.tagged

    @property
    def starts(self) -> list[int]:
        """Where each token of the tagger starts."""
        if self._starts is None:
            self._starts = self.tags.tokens.starts.tolist()
        return self._starts

    def tokens(self, start: int, end: int) -> range:
        """The numbers of the tokens that start in [start, end)."""
        return range(bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end))

    def words(self, pieces: Iterable[Piece]) -> str:
        """The words of some pieces in lower case, a space between two pieces."""
        return " ".join(self.text[a:b] for a, b in pieces).lower()

    def found(self, form: re.Pattern[str]) -> list[re.Match[str]]:
        """All places of a form in the text, looked for once: for rules that ask anew with every draft."""
        if form not in self._found:
            self._found[form] = list(form.finditer(self.text))
        return self._found[form]

    def add(self, draft: Draft, instead_of: Sequence[Draft] = ()) -> None:
        """Add a draft behind the others; those that it takes the place of are removed."""
        if instead_of:
            self.drafts[:] = [d for d in self.drafts if not any(d is other for other in instead_of)]
        self.drafts.append(draft)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    about     what it is for, the first line of its docstring
    example   a marked sentence that it acts on: for "add" the draft that it makes, else the drafts that it is given
    keeps     a marked sentence that it leaves alone; the marks are the drafts that it is given
    becomes   the sentence of `example` with the marks of the drafts after the rule, where it changes or joins some
    tags      it needs what the tagger says
    """

    id: str
    kind: Kind
    run: Callable[[Context], None]
    about: str
    example: str
    keeps: str
    becomes: str | None = None
    tags: bool = False


RULES: Final[dict[str, Rule]] = {}

Drops = Callable[[Draft, Context], bool]
Mends = Callable[[Draft, Context], None]
Changes = Callable[[Context], None]


def _register(
    kind: Kind, id: str, function: Callable[..., object], run: Changes, example: str, keeps: str,
    becomes: str | None = None, *, tags: bool = False,
) -> None:  # fmt: skip
    if id in RULES:
        raise ValueError(f"two rules are called {id!r}; {function.__module__}.{function.__qualname__} is the second")
    about = (function.__doc__ or "").strip().partition("\n")[0]
    RULES[id] = Rule(id, kind, run, about, example, keeps, becomes, tags)


def drop(id: str, *, example: str, keeps: str, tags: bool = False) -> Callable[[Drops], Drops]:
    """Register a rule that says of each draft whether it goes; all are judged before any goes."""

    def register(function: Drops) -> Drops:
        def run(context: Context) -> None:
            context.drafts[:] = [draft for draft in context.drafts if not function(draft, context)]

        _register("drop", id, function, run, example, keeps, tags=tags)
        return function

    return register


def mend(id: str, *, example: str, becomes: str, keeps: str, tags: bool = False) -> Callable[[Mends], Mends]:
    """Register a rule that changes a draft where its parts are cut wrongly."""

    def register(function: Mends) -> Mends:
        def run(context: Context) -> None:
            for draft in list(context.drafts):
                function(draft, context)

        _register("mend", id, function, run, example, keeps, becomes, tags=tags)
        return function

    return register


def add(id: str, *, example: str, keeps: str, tags: bool = False) -> Callable[[Changes], Changes]:
    """Register a rule that finds drafts in the text; one that it finds may take the place of others."""

    def register(function: Changes) -> Changes:
        _register("add", id, function, function, example, keeps, tags=tags)
        return function

    return register


def join(id: str, *, example: str, becomes: str, keeps: str, tags: bool = False) -> Callable[[Changes], Changes]:
    """Register a rule that changes several drafts by what each is to the others."""

    def register(function: Changes) -> Changes:
        _register("join", id, function, function, example, keeps, becomes, tags=tags)
        return function

    return register


@dataclass(slots=True)
class Trace:
    """What each rule did to one text.

    touched   id() of a draft -> ids of the rules that made or changed it, in order
    removed   the drafts that went, each with the id of the rule that removed it
    counts    id of a rule -> how many drafts it made, changed or removed
    scores    id() of a draft that the tagger found -> the tagger's score of it
    """

    touched: dict[int, list[str]] = field(default_factory=dict)
    removed: list[tuple[Draft, str]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    scores: dict[int, float] = field(default_factory=dict)

    def note(self, rule: str, before: Sequence[tuple[Draft, object]], after: Sequence[Draft]) -> None:
        """Note what a rule did.

        before   the drafts before the rule, each with its parts then
        """
        old = {id(draft): parts for draft, parts in before}
        kept = {id(draft) for draft in after}
        changed = [d for d in after if id(d) not in old or old[id(d)] != parts_of(d)]
        gone = [draft for draft, _ in before if id(draft) not in kept]
        for draft in changed:
            self.touched.setdefault(id(draft), []).append(rule)
        self.removed += [(draft, rule) for draft in gone]
        if changed or gone:
            self.counts[rule] = self.counts.get(rule, 0) + len(changed) + len(gone)

    def rules_of(self, draft: Draft) -> tuple[str, ...]:
        """The ids of the rules that made or changed a draft, in order."""
        return tuple(self.touched.get(id(draft), ()))


def parts_of(draft: Draft) -> tuple[object, ...]:
    """All of a draft that a rule may change, to compare it with later."""
    pieces = (tuple(part) for part in (draft.source, draft.cue, draft.content, draft.carrier))
    return (*pieces, draft.by_model, draft.turn, id(draft.continues))


def run_rules(rules: Iterable[Rule], context: Context, trace: Trace | None = None) -> None:
    """Run rules in the order given on the drafts of a context; those that need a tagger rest where there is none."""
    for rule in rules:
        if rule.tags and context.tagged is None:
            continue
        if trace is None:
            rule.run(context)
            continue
        before = [(draft, parts_of(draft)) for draft in context.drafts]
        rule.run(context)
        trace.note(rule.id, before, context.drafts)
