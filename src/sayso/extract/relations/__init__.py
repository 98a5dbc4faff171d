"""Who is for or against whom: by what they do, by what they say of them, and by what they are said to be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sayso.extract.relations.acts import Acts
from sayso.extract.relations.blaming import blamed, told_to_stop
from sayso.extract.relations.calling import called_names
from sayso.extract.relations.favours import Favours
from sayso.extract.relations.found import Found, Somebodies
from sayso.extract.relations.spoken import likely_stances, stance_towards
from sayso.extract.relations.stance import (
    FILE,
    LEMMAS,
    MATRICES,
    PATHS,
    PLACES,
    TONES,
    StanceNetwork,
    load_stance,
    spoken_of,
    word_codes,
)
from sayso.extract.relations.told import SaidToBe
from sayso.lang import Language
from sayso.nlp.tagger import Tagged
from sayso.nlp.tree import Tree
from sayso.nlp.vectors import WordVectors
from sayso.steps import extractor
from sayso.values.findings import Attribution, Entity, Event, Mention, Relation
from sayso.values.ids import Ids
from sayso.values.reading import innermost
from sayso.values.report import Report

# The step, and what training/relations fits and benchmarks measure by itself.
__all__ = [
    "FILE", "LEMMAS", "MATRICES", "PATHS", "PLACES", "TONES", "StanceNetwork", "load_stance", "read_relations",
    "relations", "spoken_of", "stance_towards", "word_codes",
]  # fmt: skip

MOST: Final = 5_000  # relations of one report; more come only from a table
SURENESS: Final = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu")  # of two that say the same the first counts


@extractor("relations.v2", gives="relations")
def relations(
    report: Report,
    tree: Tree,
    tagged: Tagged,
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    attributions: tuple[Attribution, ...],
    events: tuple[Event, ...],
    language: Language,
) -> tuple[Relation, ...]:
    """The relations of a report, in the order of the words that show them; each holder and target is someone."""
    return read_relations(report, tree, language, tagged, mentions, entities, attributions, events)


def read_relations(
    report: Report,
    tree: Tree,
    language: Language,
    tagged: Tagged | None,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    attributions: Sequence[Attribution] = (),
    events: Sequence[Event] = (),
) -> tuple[Relation, ...]:
    """The same, with only what there is.

    tagged   None: how speakers stand to whom they speak of is not judged
    """
    words = language.relations
    if not len(tree) or not mentions:
        return ()
    people = Somebodies(tree, mentions, entities, language.events.parts.examples)
    bodies = Somebodies(tree, mentions, entities, language.events.parts.examples, countries=True)
    states = SaidToBe(tree, words, bodies)
    found = [*Acts(tree, language, people, events).found(), *states.found()]
    found += Favours(tree, language, bodies, states).found()
    found += told_to_stop(tree, language, bodies, states)
    found += blamed(tree, language, people, attributions, states)
    found += called_names(tree, language, people, attributions, events, states)
    vectors = WordVectors.of(tree, tagged) if tagged is not None else None
    if vectors is not None and attributions:
        network = load_stance(language.model)
        found += likely_stances(tree, people, mentions, attributions, network, vectors, language)
    return _relations(report, tree, bodies, attributions, events, found)


def _relations(
    report: Report,
    tree: Tree,
    people: Somebodies,
    attributions: Sequence[Attribution],
    events: Sequence[Event],
    found: Iterable[Found],
) -> tuple[Relation, ...]:
    """One relation a pair, sign and sentence of one voice."""
    ordered = sorted(found, key=lambda one: (one.words[0], SURENESS.index(one.factuality), one.holder, one.target))
    told = innermost(attributions, [tree.start[one.words[0]] for one in ordered])
    when = {event.id: tuple(w.time for w in event.when if w.time is not None) for event in events}
    ids = Ids(report.id, "r")
    best: dict[tuple[str, str, int, int, str | None], tuple[Found, str | None]] = {}
    for one, inside in zip(ordered, told, strict=True):
        ends = people.someone(one.holder), people.someone(one.target)
        if not all(ends):
            continue
        key = (*ends, one.sign, tree.sentence[one.words[0]], inside)
        known = best.get(key)
        if known is None or _worth(one) < _worth(known[0]):
            best[key] = (one, inside)
    out = []
    for one, inside in sorted(best.values(), key=lambda held: held[0].words[0])[:MOST]:
        spans = tuple(report.span(tree.start[word], tree.end[word]) for word in dict.fromkeys(one.words))
        out.append(
            Relation(
                ids(spans[0].start), one.holder, one.target, one.sign, one.basis, spans, one.factuality, inside,
                when.get(one.event, ()),
            )
        )  # fmt: skip
    return tuple(out)


def _worth(one: Found) -> tuple[bool, int]:
    return (not one.sure, SURENESS.index(one.factuality))
