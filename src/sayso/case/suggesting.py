"""Which identities may be one: pairs that names bring close and nobody has judged, the likeliest first."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sayso.compare.identity.decided import meant
from sayso.compare.identity.likely import skeleton
from sayso.nlp.names import NameMatcher
from sayso.values.case import Judgement
from sayso.values.identities import Actor, Identity, Suggestion

LEAST: Final = 0.35  # a score of two names below which nobody need look
MAX_NAMES: Final = 6  # names of an identity that are compared, the most frequent
MAX_BLOCK: Final = 60  # identities of one key that are compared with each other
PERSON: Final = "Person"


def suggestions(
    identities: Mapping[str, Identity],
    actors: Mapping[str, Sequence[Actor]],
    judgements: Iterable[Judgement],
    matcher: NameMatcher,
) -> list[Suggestion]:
    """All pairs that are worth a look, in order of their scores.

    Left out are pairs that a judgement was about, two of one report, which that keeps apart itself, and a person beside
    a body.
    """
    owner = {entity: identity.id for identity in identities.values() for entity in identity.entities}
    done = set(_judged(judgements, actors, owner))
    by_id = {actor.id: actor for held in actors.values() for actor in held}
    names = {
        identity.id: _names([by_id[entity] for entity in identity.entities if entity in by_id])
        for identity in identities.values()
    }
    reports = {one.id: {entity.partition("/")[0] for entity in one.entities} for one in identities.values()}
    found = []
    for left, right in _close(names, matcher):
        one, other = identities[left], identities[right]
        if (
            (left, right) in done
            or (one.schema == PERSON) != (other.schema == PERSON)
            or reports[left] & reports[right]
        ):
            continue
        score, first, second = max(
            ((matcher.score(a, b), a, b) for a in names[left] for b in names[right]), key=lambda rated: rated[0]
        )
        if score >= LEAST:
            found.append(Suggestion(one, other, first, second, round(score, 3)))
    return sorted(found, key=lambda pair: (-pair.score, pair.left.name, pair.right.name, pair.left.id, pair.right.id))


def _names(actors: Sequence[Actor]) -> list[str]:
    """What someone is named, the most frequent first."""
    counts: Counter[str] = Counter()
    for actor in actors:
        for form in actor.forms if not actor.anonymous else ():
            if form.named:
                counts[form.text] += form.count
    return [text for text, _ in sorted(counts.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))[:MAX_NAMES]]


def _close(names: Mapping[str, Sequence[str]], matcher: NameMatcher) -> Iterator[tuple[str, str]]:
    """Pairs of identities with words that are spelled alike, or with the letters of one for the other; each once."""
    blocks: dict[str, dict[str, None]] = defaultdict(dict)
    for id_, held in names.items():
        for name in held:
            parts = matcher.parts(name)
            keys = {skeleton(word) for word in parts.words if word not in parts.particles}
            if len(parts.words) > 1:
                keys |= {f"= {letters}" for letters in parts.letters if len(letters) > 1}
            elif parts.words:
                keys.add(f"= {parts.words[0]}")
            for key in sorted(keys):
                blocks[key][id_] = None
    seen = set()
    for block in blocks.values():
        for left, right in itertools.combinations(list(block)[:MAX_BLOCK], 2):
            pair = (min(left, right), max(left, right))
            if pair not in seen:
                seen.add(pair)
                yield pair


def _judged(
    judgements: Iterable[Judgement], actors: Mapping[str, Sequence[Actor]], owner: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The pairs of identities that judgements were about."""
    for judgement in judgements:
        if judgement.verb in ("same", "differ"):
            entities = [entity for one in judgement.subjects if (entity := meant(one, actors)) is not None]
            found = sorted({owner[entity] for entity in entities if entity in owner})
            yield from itertools.combinations(found, 2)
