"""What a report is about: at most three of its events, by the lead, the headline, and how often they are spoken of.

    lead        the first sentences of the body: the main clause counts most, what hangs on it less the deeper it hangs;
                a verb of telling passes its place on to what is told
    headline    an event whose word, or one of its family, stands in the title outside quotation marks
    repetition  how many other words of the report tell an event of that family
    against it  it stands in direct speech; it is dated long before the report; its verb tells next to nothing

The inverted pyramid puts the news in the first sentence (van Dijk 1988, "News as Discourse"), and the headline
names it; background is told longer than the news itself, so repetition alone makes nothing a main event.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from sayso.extract.events.types import relatives
from sayso.extract.events.when import Placed
from sayso.lang.needs.events import EventWords
from sayso.nlp.tree import NOUNS, Tree
from sayso.text.quotations import find_quotations, quoted_mask
from sayso.values.findings import Time
from sayso.values.report import Report, Zone

MOST: Final = 3  # main events of a report
LEAD: Final = (1.0, 0.55, 0.35, 0.2)  # of the first sentences of the body
LATER: Final = 0.05  # of any other sentence
CLIMB: Final = 12  # words over an event that are looked at
# How far below its head a word stands as the news of its sentence, by the label between them.
BELOW: Final[Mapping[str, float]] = {
    "conj": 0.15, "ccomp": 0.35, "xcomp": 0.3, "dobj": 0.45, "nsubj": 0.5, "nsubjpass": 0.5, "advcl": 0.6, "acl": 0.7,
    "relcl": 0.9, "appos": 0.9, "parataxis": 0.3,
}  # fmt: skip
DEEP: Final = 0.45  # any other label
# Labels from the noun of a phrase up to its verb.
PHRASES: Final = frozenset({
    "nsubj", "nsubjpass", "dobj", "dative", "prep", "pobj", "agent", "compound", "poss", "npadvmod", "conj", "oprd",
})  # fmt: skip
HEADLINE: Final = 0.7
HELD: Final = 0.3  # of it for a word that hangs deep
AGAIN: Final = 0.1  # each other telling
AGAIN_MOST: Final = 3
TYPED, TIMED, PLACED = 0.12, 0.08, 0.04
QUOTED, OLD, EMPTY, TELLING = 0.5, 0.6, 0.55, 0.45
LONG_AGO: Final = timedelta(days=45)
LEAST: Final = 0.45  # score of a main event
NEAR: Final = 0.75  # of the best score, for the second and third
STEM: Final = 4  # letters that two forms of a word share
ENDINGS: Final = (1, 5)  # letters that may follow them in the one and in the other
WORD: Final = re.compile(r"[^\W\d_]{2,}")
UNREAD: Final = frozenset({"title", "heading", "dateline", "byline", "caption", "boilerplate", "embed"})


def main_events(
    report: Report, tree: Tree, words: EventWords, found: Sequence[Placed], zones: Sequence[Zone], times: Sequence[Time]
) -> frozenset[str]:
    """The ids of the events that the report is about; none where the report tells nothing that happens."""
    if not found:
        return frozenset()
    about = _About(report, tree, words, found, zones, times)
    ranked = sorted(
        ((about.score(one), one) for one in about.told()),
        key=lambda pair: (pair[0] < LEAST or about.only_tells(pair[1]), -pair[0], pair[1].trigger),
    )
    chosen: list[tuple[float, Placed]] = []
    for score, one in ranked[: MOST * 5]:
        if score < LEAST or len(chosen) == MOST or (chosen and score < NEAR * chosen[0][0]):
            break
        if chosen and about.only_tells(one):
            break  # what was told is found, so nobody asks that it was told
        if chosen and about.named(chosen[0][1]) and not about.named(one):
            continue
        if not any(about.alike(one, other) for _, other in chosen):
            chosen.append((score, one))
    return frozenset(one.event.id for _, one in chosen)


class _About:
    """Weighs the events of one report."""

    def __init__(
        self, report: Report, tree: Tree, words: EventWords, found: Sequence[Placed], zones: Sequence[Zone],
        times: Sequence[Time],
    ) -> None:  # fmt: skip
        self.tree, self.words, self.found = tree, words, found
        self.published = _day(report.published)
        self.last = {time.id: _day(time.latest) for time in times}
        self.quoted = quoted_mask(report.text, find_quotations(report.text))
        self.unread = sorted((zone.span.start, zone.span.end) for zone in zones if zone.kind in UNREAD)
        self.titles = [(zone.span.start, zone.span.end) for zone in zones if zone.kind == "title"]
        self.nouns = {one.event.part_of: one for one in found if one.event.part_of}  # id of a verb -> its noun
        self.under = self._under()
        self.lead = self._lead()
        self.families = _families(self.words, {tree.lemma[one.trigger] for one in found})
        self.counts = Counter(self.family(one) for one in found if not self._in_title(one.trigger))
        self.headline, self.spoken = self._headline(report.title)

    def told(self) -> list[Placed]:
        """What may be a main event: each event once, of the body where the body tells any."""
        whole = [one for one in self.found if not one.event.part_of]
        return [one for one in whole if not self._unread(one.trigger)] or whole

    def score(self, one: Placed) -> float:
        """How much the report is about an event; about 0 to 2.5."""
        tree, event, lemma = self.tree, one.event, self.tree.lemma[one.trigger]
        noun = self.nouns.get(event.id)
        rank = self.lead.get(tree.sentence[one.trigger])
        place = LEAD[rank] if rank is not None else LATER
        score = place * self.clause(one.trigger)
        tellers = [one, noun] if noun is not None else [one]
        if self.named(one):
            # the headline's event is the one of the lead: further down, or deep in a clause, its word may tell another
            score += HEADLINE * (1 if rank is not None else 0.5) * (HELD + (1 - HELD) * self.clause(one.trigger))
        again = sum(self.counts[self.family(each)] - 1 for each in tellers)
        if self._only_tells(one.trigger):
            again = 0  # any report says much
        score += AGAIN * min(AGAIN_MOST, again) * (place + 0.5) / 1.5
        held = [each.event for each in tellers]
        score += TYPED * any(each.type is not None for each in held)
        score += TIMED * any(when.time is not None for each in held for when in each.when)
        score += PLACED * any(each.place is not None for each in held)
        if self.quoted[tree.start[one.trigger]]:
            score -= QUOTED
        if any(self._old(each) for each in tellers):
            score -= OLD
        if lemma in self.words.main.empty and noun is None:
            score -= EMPTY
        if self.passes_on(one):
            score -= TELLING
        if self._is_occasion(one.trigger):
            score -= QUOTED
        return score

    def _is_occasion(self, token: int) -> bool:
        """Whether a noun is only where something was said: "told reporters at a news conference"."""
        tree = self.tree
        for _ in range(CLIMB):
            if tree.pos[token] not in NOUNS:
                return False
            above = tree.head[token]
            if tree.dep[token] == "pobj" and tree.dep[above] == "prep":
                above = tree.head[above]
                if tree.pos[above] not in NOUNS:
                    return self._only_tells(above)
            elif tree.dep[token] not in PHRASES:
                return False
            token = above
        return False

    def passes_on(self, one: Placed) -> bool:
        """Whether an event only tells another, and the headline does not make it the news."""
        return not self.spoken and self.only_tells(one)

    def only_tells(self, one: Placed) -> bool:
        """Whether an event only tells another, whatever the headline says: it gives way to any deed that is told."""
        return one.event.id not in self.nouns and self._only_tells(one.trigger)

    def named(self, one: Placed) -> bool:
        """Whether the headline names an event, or one that is a part of its clause: "the [blast] killed"."""
        noun = self.nouns.get(one.event.id)
        return any(self._in_headline(each) for each in (one, noun, *self.under[one.trigger]) if each is not None)

    def alike(self, one: Placed, other: Placed) -> bool:
        """Whether two are tellings of one event: a family of words, or type and mode in another sentence."""
        if self._families_of(one) & self._families_of(other):
            return True
        if self._hangs_on(one.trigger, other.trigger) or self._hangs_on(other.trigger, one.trigger):
            return True
        if self._only_tells(one.trigger) and self._only_tells(other.trigger):
            return True
        left, right = one.event, other.event
        apart = self.tree.sentence[one.trigger] != self.tree.sentence[other.trigger]
        return apart and left.type is not None and (left.type, left.mode) == (right.type, right.mode)

    def _hangs_on(self, noun: int, verb: int) -> bool:
        """Whether a noun's event is a part of a verb's clause: "met at the [summit]"."""
        tree, token = self.tree, noun
        for _ in range(CLIMB):
            if tree.pos[noun] not in NOUNS or tree.dep[token] not in PHRASES:
                return False
            token = tree.head[token]
            if token == verb:
                return True
        return False

    def _only_tells(self, token: int) -> bool:
        """Whether a verb has what is told under it or over it: "said that", but not "announced a law"."""
        tree = self.tree
        if tree.lemma[token] in self.words.main.tells:
            return True
        return tree.lemma[token] in self.words.main.unveils and (
            tree.has(token, "ccomp", "parataxis")
            or not tree.has(token, "dobj", "nsubjpass")
            or (tree.passive(token) and tree.has(token, "xcomp"))  # "talks are planned to be held"
        )

    def _under(self) -> defaultdict[int, list[Placed]]:
        """Token of a verb -> the events that nouns beside it tell: "the [bombing] killed", "condemned the [attack]"."""
        tree, out = self.tree, defaultdict[int, list[Placed]](list)
        for one in self.found:
            if tree.pos[one.trigger] in NOUNS and tree.dep[one.trigger] in ("nsubj", "nsubjpass", "dobj"):
                out[tree.head[one.trigger]].append(one)
        return out

    def clause(self, token: int) -> float:
        """1 for the main clause of its sentence, less the deeper a word hangs; what is told counts as the clause."""
        tree, cost = self.tree, 0.0
        for _ in range(CLIMB):
            head, label = tree.head[token], tree.dep[token]
            if head == token:
                return max(0.0, 1 - cost)
            passed = label in ("ccomp", "parataxis", "xcomp") and self._only_tells(head)
            if not passed and label not in ("prep", "agent"):
                cost += BELOW.get(label, DEEP)
            token = head
        return 0.0

    def family(self, one: Placed) -> str:
        """One word for all that tell the same kind of event: "arrest", "attack" for "attacker"."""
        lemma = self.tree.lemma[one.trigger]
        return self.families.get(lemma, lemma)

    def _families_of(self, one: Placed) -> set[str]:
        noun = self.nouns.get(one.event.id)
        return {self.family(noun)} if noun is not None else {self.family(one)}

    def _lead(self) -> dict[int, int]:
        """Number of a sentence -> its place among the first ones of the body that tell anything."""
        ranks: dict[int, int] = {}
        for one in self.found:
            number = self.tree.sentence[one.trigger]
            if number not in ranks and not self._unread(one.trigger):
                ranks[number] = len(ranks)
                if len(ranks) == len(LEAD):
                    break
        return ranks

    def _headline(self, title: str | None) -> tuple[frozenset[str], bool]:
        """The words and lemmas of the title outside quotation marks, and whether it tells what somebody said."""
        tree, held, spoken = self.tree, set[str](), False
        for start, end in self.titles:
            title = title or tree.text[start:end]
            for token in range(bisect_right(tree.start, start - 1), bisect_right(tree.start, end - 1)):
                if not self.quoted[tree.start[token]]:
                    held |= {tree.lemma[token], tree.lower[token]}
        if title:
            mask = quoted_mask(title, find_quotations(title))
            spoken = any(mask)
            outside = {m.group().lower() for m in WORD.finditer(title) if not mask[m.start()]}
            held |= outside
        return frozenset(held), spoken or not held.isdisjoint(self.words.coding.told)

    def _in_headline(self, one: Placed) -> bool:
        lemma = self.tree.lemma[one.trigger]
        if lemma in self.words.main.empty or self._only_tells(one.trigger):
            return False
        forms = {lemma, self.tree.lower[one.trigger], *(lemma + end for end in self.words.triggers.plural)}
        if not forms.isdisjoint(self.headline):
            return True
        family = self.families.get(lemma)
        return any(
            (family is not None and self.families.get(word) == family) or _same_stem(lemma, word)
            for word in self.headline
        )

    def _old(self, one: Placed) -> bool:
        """Whether it is dated long before its report."""
        if self.published is None:
            return False
        ends = [self.last.get(when.time or "") for when in one.event.when if when.rel in ("at", "during", "before")]
        known = [end for end in ends if end is not None]
        return bool(known) and max(known) < self.published - LONG_AGO

    def _unread(self, token: int) -> bool:
        return covered(self.unread, self.tree.start[token])

    def _in_title(self, token: int) -> bool:
        return covered(self.titles, self.tree.start[token])


def covered(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of some stretches, which are in order."""
    number = bisect_right(spans, (at, at + 1_000_000_000)) - 1
    return number >= 0 and spans[number][0] <= at < spans[number][1]


def _families(words: EventWords, lemmas: set[str]) -> dict[str, str]:
    """Each noun that is made of a verb of the report, and the verb itself -> the verb."""
    out: dict[str, str] = {}
    for lemma in sorted(lemmas):
        verb = next((form for form in relatives(words.kinds, lemma, noun=True) if form in lemmas), None)
        if verb is not None:
            out[lemma] = out[verb] = out.get(verb, verb)
    return out


def _same_stem(one: str, other: str) -> bool:
    """Whether two words are forms of one: "kill" and "killing", "arrive" and "arrival"; not "port" and "parade"."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest = sorted((len(one) - shared, len(other) - shared))
    return shared >= STEM and rest[0] <= ENDINGS[0] and rest[1] <= ENDINGS[1]


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
