"""Whether each event happened: FactBank's value, the state, and the words that make it so, in the voice's eyes."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.factuality.rules import Judge
from sayso.extract.factuality.score import FILE, HAPPENED, happened, happened_features
from sayso.lang import Language
from sayso.nlp.linear import load_linear
from sayso.nlp.tree import Tree
from sayso.steps import extractor
from sayso.values.findings import Attribution, Event
from sayso.values.report import Report
from sayso.values.spans import Span
from sayso.values.terms import Factuality

# The step, and what training/events fits and benchmarks measure by itself.
__all__ = ["FILE", "HAPPENED", "Judge", "factuality", "happened", "happened_features", "judge_events"]


@extractor("factuality.v1", gives="events")
def factuality(
    report: Report,
    bare_events: tuple[Event, ...],
    tree: Tree,
    attributions: tuple[Attribution, ...],
    language: Language,
) -> tuple[Event, ...]:
    """The events with factuality, state and reasons, in the eyes of the innermost voice that tells each.

    A voice's own denial makes what it denies untrue in its eyes; that somebody else denies it does not.

    >>> from sayso.lang import load_language
    >>> from sayso.nlp.parser import load_parser
    >>> from sayso.extract.events import read_events
    >>> report = Report.of("The board refused to extradite him.")
    >>> english = load_language("en")
    >>> tree = Tree(load_parser(english.parser)(report.text))
    >>> [(e.trigger[0].text, e.state) for e in judge_events(report, read_events(report, tree, english), tree, english)]
    [('refused', 'done'), ('extradite', 'denied')]
    """
    judged = judge_events(report, bare_events, tree, language)
    return _with_hearsay(
        _with_denials(judged, attributions, _presupposed(bare_events, tree, language)), attributions, language
    )


def _presupposed(events: tuple[Event, ...], tree: Tree, language: Language) -> frozenset[str]:
    """The ids of events that stay done whoever denies what stands over them: "denied a role in the attack"."""
    judge = Judge(tree, language.factuality)
    token_at = {start: i for i, start in enumerate(tree.start)}
    found = ((event.id, token_at.get(event.trigger[0].start)) for event in events)
    return frozenset(id_ for id_, token in found if token is not None and judge.presupposed(token))


def judge_events(report: Report, events: tuple[Event, ...], tree: Tree, language: Language) -> tuple[Event, ...]:
    """The events judged by the text alone; their score is how likely readers take it that they happened."""
    if not events:
        return ()
    judge = Judge(tree, language.factuality)
    token_at = {start: i for i, start in enumerate(tree.start)}
    tokens = [token_at.get(event.trigger[0].start) for event in events]
    found = [token for token in tokens if token is not None]
    views = {token: judge.view(token) for token in found}
    scores = iter(happened(tree, judge, found, load_linear(language.model, FILE)))
    out: list[Event] = []
    for event, token in zip(events, tokens, strict=True):
        if token is not None:
            view = views[token]
            because = tuple(report.span(tree.start[i], tree.end[i]) for i in view.because)
            event = replace(event, factuality=view.value, state=view.state, because=because, score=next(scores))
        out.append(event)
    return tuple(out)


def _with_hearsay(
    events: tuple[Event, ...], attributions: tuple[Attribution, ...], language: Language
) -> tuple[Event, ...]:
    """The events; what only hearsay tells is likely (reports say, reportedly) or possible (rumours say, are feared)."""
    heard: dict[str, tuple[Factuality, tuple[Span, ...]]] = {}
    for one in attributions:
        if one.source or one.continues or not one.cue:
            continue
        cue = " ".join(span.text for span in one.cue).lower()
        first = cue.split()[0]
        if first in language.nobody or any(phrase in cue for phrase in language.hearsay) or one.manner == "fears":
            doubtful = one.manner in ("fears", "thinks") or first in language.rumour
            heard[one.id] = ("PS+" if doubtful else "PR+", one.cue)
    out = []
    for event in events:
        if event.inside in heard and event.factuality == "CT+":
            value, cue_spans = heard[event.inside]
            state = event.state if value == "PR+" else "unknown"
            event = replace(event, factuality=value, state=state, because=(*event.because, *cue_spans))
        out.append(event)
    return tuple(out)


def _with_denials(
    events: tuple[Event, ...], attributions: tuple[Attribution, ...], presupposed: frozenset[str]
) -> tuple[Event, ...]:
    """The events, with the first one in a denial denied where no rule has found what is denied ("their denial: ...").

    What else stands in a denial may be presupposed: "denied that the bomb that killed five was theirs".
    """
    open_denials = {one.id: one.cue for one in attributions if one.manner == "denies" and one.cue}
    for event in events:
        if event.inside in open_denials and (event.state == "denied" or event.id in presupposed):
            del open_denials[event.inside]
    out = []
    for event in events:
        cue = open_denials.pop(event.inside, ()) if event.inside is not None else ()
        if cue and event.state == "done":
            event = replace(event, factuality="CT-", state="denied", because=cue)
        out.append(event)
    return tuple(out)
