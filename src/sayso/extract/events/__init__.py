"""Who did what to whom: every predicate that tells something done, or said to be, with its parts and its PLOVER type.

Whether it happened is judged by the step after this one (``factuality``), which gives the events their final form.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from sayso.extract.events.actors import Actors
from sayso.extract.events.aims import with_aims
from sayso.extract.events.arguments import CASED, Part, find_parts
from sayso.extract.events.candidates import Candidate, Setting, candidates
from sayso.extract.events.carried import Carried
from sayso.extract.events.control import with_doers
from sayso.extract.events.counted import quantities_of
from sayso.extract.events.doubles import with_doubles
from sayso.extract.events.learned import CLASSES as TYPE_CLASSES
from sayso.extract.events.learned import FILE as TYPES
from sayso.extract.events.learned import SLOTS as TYPE_SLOTS
from sayso.extract.events.learned import (
    TypeHead,
    Weighed,
    load_types,
    read_types,
    sentences_of,
    slots,
    unit,
    word_of,
)
from sayso.extract.events.main import covered, main_events
from sayso.extract.events.network import CLASSES, Network, load_network, read_network
from sayso.extract.events.network import FILE as NETWORK
from sayso.extract.events.rows import plover_row
from sayso.extract.events.spans import width
from sayso.extract.events.triggers import FILE as TRIGGERS
from sayso.extract.events.triggers import find_triggers, trigger_candidates, trigger_features, trigger_words
from sayso.extract.events.types import Kind, kind_of_event, knows, relatives
from sayso.extract.events.understood import with_understood
from sayso.extract.events.when import Clock, Placed
from sayso.extract.events.where import Scene
from sayso.lang import Language
from sayso.nlp.linear import load_linear
from sayso.nlp.tagger import Tagged
from sayso.nlp.tree import Tree
from sayso.nlp.vectors import WordVectors
from sayso.steps import extractor
from sayso.values.findings import Argument, Attribution, Entity, Event, Mention, Place, Quantity, Time
from sayso.values.ids import Ids
from sayso.values.reading import innermost
from sayso.values.report import Report, Zone

# The step, and what training/events fits and benchmarks measure by itself.
__all__ = [
    "CASED", "CLASSES", "NETWORK", "TRIGGERS", "TYPES", "TYPE_CLASSES", "TYPE_SLOTS", "Candidate", "Network", "Setting",
    "TypeHead", "candidates", "events", "find_parts", "find_triggers", "kind_of_event", "load_network", "load_types",
    "plover_row", "read_events", "read_network", "read_types", "relatives", "sentences_of", "slots",
    "trigger_candidates", "trigger_features", "unit", "width", "word_of",
]  # fmt: skip

MOST: Final = 20_000  # events of one report; more come only from a table
NOTHING_TOLD: Final = frozenset({"boilerplate", "byline"})  # zones without events: "Read more: Mayor under fire"


@extractor("events.v3", gives="bare_events")
def events(
    report: Report,
    tree: Tree,
    tagged: Tagged,
    someones: tuple[Mention, ...],
    attributions: tuple[Attribution, ...],
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    quantities: tuple[Quantity, ...],
    entities: tuple[Entity, ...],
    zones: tuple[Zone, ...],
    language: Language,
) -> tuple[Event, ...]:
    """The events of a report, in the order of their triggers; not yet judged: all are CT+.

    >>> from sayso.lang import load_language
    >>> from sayso.nlp.parser import load_parser
    >>> report = Report.of("Rebels attacked the camp and killed two guards.")
    >>> tree = Tree(load_parser(load_language("en").parser)(report.text))
    >>> for event in read_events(report, tree, load_language("en")):
    ...     print(event.trigger[0].text, event.type, [(a.role, a.span.text) for a in event.arguments])
    attacked ASSAULT [('agent', 'Rebels'), ('patient', 'the camp')]
    killed ASSAULT [('agent', 'Rebels'), ('patient', 'two guards')]
    """
    return read_events(
        report,
        tree,
        language,
        tagged,
        mentions=someones,
        attributions=attributions,
        times=times,
        places=places,
        quantities=quantities,
        entities=entities,
        zones=zones,
    )


def read_events(
    report: Report,
    tree: Tree,
    language: Language,
    tagged: Tagged | None = None,
    *,
    mentions: Sequence[Mention] = (),
    attributions: Sequence[Attribution] = (),
    times: Sequence[Time] = (),
    places: Sequence[Place] = (),
    quantities: Sequence[Quantity] = (),
    entities: Sequence[Entity] = (),
    zones: Sequence[Zone] = (),
    head: TypeHead | None = None,
) -> tuple[Event, ...]:
    """The same, with only what there is.

    tagged      None: the parse alone says what is an argument, QA-SRL HEAD 72 instead of 74; types are the lexicon's
    mentions    none: nobody acts, but every phrase is still an argument
    head        what types events beside the lexicon; None: that of the model
    """
    words, model = language.events, language.model
    found_triggers = find_triggers(tree, load_linear(model, TRIGGERS), words)
    stock = sorted((zone.span.start, zone.span.end) for zone in zones if zone.kind in NOTHING_TOLD)
    triggers = [one for one in found_triggers if not covered(stock, tree.start[one])][:MOST]
    ids = Ids(report.id, "e")
    names = {trigger: ids(tree.start[trigger]) for trigger in triggers}
    actors = Actors(tree, words.actors, mentions, entities)
    voices = innermost(attributions, [tree.start[trigger] for trigger in triggers])
    found: list[Placed] = []
    vectors = WordVectors.of(tree, tagged) if tagged else None
    held = find_parts(tree, triggers, load_network(model), words.parts, vectors)
    held = with_doers(tree, words, triggers, held, nouns=False)
    someone = actors.someone() if mentions else None
    held = with_understood(tree, words, triggers, held, someone)
    held = with_doers(tree, words, triggers, held, nouns=True)
    listed = [kind_of_event(tree, words.kinds, trigger) for trigger in triggers]
    held = with_aims(tree, words.control, triggers, listed, held, someone)
    kinds = [Weighed(kind) for kind in listed]
    if vectors is not None:
        known = [knows(tree, words.kinds, trigger) for trigger in triggers]
        kinds = (head or load_types(model)).weigh(tree, vectors, triggers, listed, known)
    for trigger, parts, voice, weighed in zip(triggers, held, voices, kinds, strict=True):
        kind = weighed.kind
        arguments = _arguments(report, tree, trigger, parts, kind, actors, names)
        event = Event(
            id=names[trigger],
            trigger=tuple(report.span(tree.start[i], tree.end[i]) for i in trigger_words(tree, trigger)),
            arguments=arguments,
            type=kind.type,
            mode=kind.mode,
            context=kind.context,
            inside=voice,
            quad=weighed.quad,
            quad_score=weighed.score,
        )
        found.append(Placed(event, trigger, parts))
    counted = quantities_of(tree, found, quantities)
    clock = Clock(tree, words.when, found, times, attributions, (report.published or "")[:10] or None)
    scenes = Scene(report, tree, words.where, found, places, attributions, words.when).where()
    told = [
        replace(
            one,
            event=replace(
                one.event,
                when=clock.when(one),
                place=scenes.get(one.trigger),
                quantities=counted.get(one.trigger, ()),
            ),
        )
        for one in found
    ]
    cues = frozenset(span.start for one in attributions for span in one.cue)
    told = Carried(tree, words.when, words.where, times, cues).over(told)
    told = with_doubles(tree, words.main, told)
    main = main_events(report, tree, words, told, zones, times)
    return tuple(replace(one.event, main=one.event.id in main) for one in told)


def _arguments(
    report: Report,
    tree: Tree,
    trigger: int,
    parts: Iterable[Part],
    kind: Kind,
    actors: Actors,
    names: dict[int, str],
) -> tuple[Argument, ...]:
    """Parts as arguments; one that is only understood has the mention of its antecedent, and no span."""
    out: list[Argument] = []
    for part in parts:
        mention = actors.mention_of(trigger, part, kind)
        if part.implicit and mention is not None:
            out.append(Argument(part.role, mention=mention.id, implicit=True))
        else:
            span = report.span(tree.start[part.first], tree.end[part.last - 1])
            head = report.span(tree.start[part.token], tree.end[part.token])
            out.append(Argument(part.role, span, head, mention.id if mention else None, names.get(part.token)))
        out += [Argument(part.role, mention=one.id, implicit=True) for one in actors.behind(part, kind)]
    return tuple(one for one in dict.fromkeys(out) if not any(_within(one, other, actors) for other in out))


def _within(one: Argument, other: Argument, actors: Actors) -> bool:
    """Whether an argument is told once more at a wider one: "in Iran" in "on the coast of Iran", or with a name."""
    if one.head is not None and one.mention is None and other.mention is not None and one.role == other.role:
        if actors.known[other.mention].span.covers(one.head):
            return True  # "the Foreign Minister" beside "the Foreign Minister Ana Roux"
    if one.span is None or other.span is None or one.role != other.role or one.span == other.span:
        return False
    return other.span.covers(one.span) and (other.mention is not None or one.mention is None)
