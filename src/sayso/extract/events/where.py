"""Where an event is: the place that its own clause tells, or the one that the sentences before it speak of.

Neither the city from which a report was sent nor the country of who acts is the place of a deed: the dateline tells
where the writer sat, unless the text says "here" or "in this capital". An event whose place nobody tells has none.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from itertools import chain
from typing import Final

from sayso.extract.events.arguments import Part
from sayso.extract.events.sites import DESCRIBES, is_venue, struck_town
from sayso.extract.events.telling import is_another
from sayso.extract.events.when import STANCES, Placed
from sayso.lang.needs.when import WhenWords
from sayso.lang.needs.where import WhereWords
from sayso.nlp.tree import NOUNS, Tree
from sayso.values.findings import Attribution, Place
from sayso.values.report import Report
from sayso.world.country_codes import country_names
from sayso.world.scripts import latin

PLACED_FIRST: Final = ("place", "destination", "origin")
PAST_TAGS: Final = ("VBD", "VBN")
CLAUSES: Final = frozenset({"relcl", "acl"})
PHRASES: Final = frozenset({"prep", "pobj", "appos", "dobj", "agent", "advmod", "nsubjpass", "conj", "attr"})
CLIMB: Final = 12
TALKS: Final = "CONSULT"  # type of the deeds that have a topic, which may name a place
STRUCK: Final = "ASSAULT"  # type of the deeds whose target is where they happen: "shelled Homs"
HELD_BY: Final = frozenset({"conj", "advcl", "xcomp", "relcl", "acl"})  # how a deed hangs on another of its clause
STEPS_UP: Final = 3  # deeds of one sentence over which a place is handed on
NEAR: Final = 4  # words between a place and the country that it is in
REACH: Final = 1  # sentences over which a place that was told is still meant


class Scene:
    """Tells where each event of one report is, in the order of their triggers."""

    def __init__(
        self,
        report: Report,
        tree: Tree,
        words: WhereWords,
        found: Sequence[Placed],
        places: Sequence[Place],
        attributions: Sequence[Attribution] = (),
        when: WhenWords | None = None,
    ) -> None:
        self.tree, self.words, self.when = tree, words, when or WhenWords()
        line = report.dateline
        self.places = [p for p in places if p.use == "place" and (line is None or not line.covers(p.span))]
        sent = [p for p in places if p.use == "place" and line is not None and line.covers(p.span)]
        self.sent_from = next((place.id for place in sent if not _whole_country(place)), None)
        self.starts = [place.span.start for place in self.places]
        self.contents = {span.start: one.content for one in attributions for span in one.cue}
        self.direct = {one.id for one in attributions if one.style == "direct"}
        self.by_trigger = {one.trigger: one for one in found}
        self.talks = frozenset(one.trigger for one in found if one.event.type == TALKS)
        self.own: dict[int, str | None] = {}
        self.unnamed: set[int] = set()  # deeds that have a place of their own, which the gazetteer lacks
        self.elsewhere: set[int] = set()  # deeds whose place is whence or where to something goes

    def where(self) -> dict[int, str]:
        """Trigger -> the id of the place of its event; what has none is left out."""
        if not self.places and self.sent_from is None:
            return {}
        out: dict[int, str] = {}
        told: dict[int, list[str]] = {}  # sentence -> the places of its deeds
        for trigger in sorted(self.by_trigger):
            place = self._of_sentence(trigger)
            if place is None:
                place = self._of_discourse(trigger, told)
            if place is not None:
                out[trigger] = place
                if not self._speaks(trigger) and trigger not in self.elsewhere:
                    told.setdefault(self.tree.sentence[trigger], []).append(place)
        return out

    def _of_sentence(self, trigger: int) -> str | None:
        """The place of the event's own clause, or of the deed that it hangs on."""
        word = trigger
        for _ in range(STEPS_UP):
            place = self._of_clause(word) if word in self.by_trigger else None
            if place is not None or self.tree.dep[word] not in HELD_BY or self.tree.pos[trigger] in NOUNS:
                return place
            if word in self.unnamed:
                return None
            if self._apart(word):
                return None
            word = self.tree.head[word]
            if self._speaks(word):
                return None
        return None

    def _apart(self, verb: int) -> bool:
        """Whether a verb is joined to another of another time: "was signed in Tarn, and it comes into force in May"."""
        tree = self.tree
        own = tree.dep[verb] == "conj" and tree.has(verb, "nsubj", "nsubjpass")
        return own and tree.tag[verb] not in PAST_TAGS and tree.tag[tree.head[verb]] in PAST_TAGS

    def _of_clause(self, trigger: int) -> str | None:
        """The place that its own parts tell, or the deed in which it is done: "were killed in an [attack] in Homs"."""
        if trigger not in self.own:
            self.own[trigger] = None  # of two that are parts of each other neither waits for the other
            one = self.by_trigger[trigger]
            if (here := self._here(trigger)) is None and self._somewhere_else(one):
                return None
            place = here or self._target(trigger) or self._in_parts(one) or self._below(one)
            if place is None and not self._speaks(trigger) and one.event.type not in STANCES:
                within = (
                    self._of_clause(part.token)
                    for part in one.parts
                    if part.token in self.by_trigger
                    and self.tree.pos[part.token] in NOUNS
                    and self.tree.lower[self.tree.head[part.token]] in self.words.amid
                )
                # "20 were killed and dozens wounded in Talmin": both were
                joined = [kid for kid in self.tree.kids[trigger] if kid in self.by_trigger and self._shares(kid)]
                beside = (self._of_clause(kid) for kid in joined if len(joined) == 1)
                place = next((held for held in chain(within, beside) if held is not None), None)
            self.own[trigger] = place
        return self.own[trigger]

    def _somewhere_else(self, one: Placed) -> bool:
        """Whether a deed's own phrase names a place that nobody knows: no other deed's place is then its own."""
        tree = self.tree
        below = range(tree.left[one.trigger], tree.right[one.trigger] + 1)
        own = [part for part in one.parts if part.role == "place" and part.token in below]
        for part in own if not any(self._held(part) for part in own) else ():
            before, word = tree.head[part.token], part.token
            led = tree.dep[word] == "pobj" and tree.head[before] == one.trigger and word not in self.by_trigger
            named = tree.pos[word] == "PROPN" or tree.lemma[word] in self.words.settlements
            if led and named and tree.lower[before] in self.words.inside:
                self.unnamed.add(one.trigger)
                return True
        return False

    def _target(self, trigger: int) -> str | None:
        word = struck_town(self.tree, trigger, self.words) if self.by_trigger[trigger].event.type == STRUCK else None
        number = bisect.bisect_right(self.starts, self.tree.start[word]) - 1 if word is not None else -1
        place = self.places[number] if number >= 0 and word is not None else None
        inside = place is not None and word is not None and self.tree.end[word] <= place.span.end
        return place.id if place is not None and inside and not _whole_country(place) else None

    def _in_parts(self, one: Placed) -> str | None:
        parts = [part for part in one.parts if not self._said_by(one.trigger, part)]
        barrier = self._told_of(one, parts)
        for role in PLACED_FIRST if one.event.type not in STANCES else PLACED_FIRST[:1]:
            held = [
                (self._distance(one, parts, place), place)
                for part in parts
                if part.role == role
                or (role == "destination" and (self._comes_to(one, part) or part.role == "recipient"))
                for place in self._held(part)
                if barrier is None or place.span.start < barrier
            ]
            ranked = [(rank, place) for rank, place in held if rank is not None]
            if ranked:
                finer = {place.country for _, place in ranked if not _whole_country(place)}
                best = min(ranked, key=lambda pair: (_whole_country(pair[1]) and pair[1].country in finer, pair[0]))
                if role != "place" and self.tree.lemma[one.trigger] not in self.words.comes_to:
                    self.elsewhere.add(one.trigger)
                return self._narrowed(best[1]).id
        for part in parts:
            if part.role == "agent" or (part.role == "patient" and one.event.type not in STANCES):
                for place in self._held(part):
                    word = self.tree.at(place.span.end - 1)
                    if self._locates(one, part, place) and not self._of_another(one, word):
                        return place.id
        return None

    def _shares(self, verb: int) -> bool:
        """Whether a verb tells the place of the one it is joined to: "were killed and dozens wounded in Tarn"."""
        tree, head = self.tree, self.by_trigger.get(self.tree.head[verb])
        kind = self.by_trigger[verb].event.type
        alike = kind is not None and head is not None and head.event.type == kind and tree.dep[verb] == "conj"
        return tree.gapped(verb) or alike

    def _here(self, trigger: int) -> str | None:
        """The place from which the report was sent, where the clause says "here" or "in this capital"."""
        tree, words = self.tree, self.words
        if self.sent_from is None:
            return None
        for word in range(tree.left[trigger], tree.right[trigger] + 1):
            opens = word == tree.sentences[tree.sentence[word]][0]  # "Here" after another place is that place
            if tree.lower[word] in words.here and tree.dep[word] == "advmod" and not opens:
                above = tree.head[word]
            elif tree.lower[word] in words.towns and any(tree.lower[kid] in words.this for kid in tree.kids[word]):
                above = tree.head[word]
                if tree.dep[word] != "pobj" or tree.lower[above] not in words.inside:
                    continue
            else:
                continue
            if self._climbs(above, trigger):
                return self.sent_from
        return None

    def _below(self, one: Placed) -> str | None:
        """The place at the end of the phrases of a clause: "met at a fair for toys in Tarn"."""
        tree = self.tree
        first, last = tree.start[one.trigger], tree.end[tree.right[one.trigger]]
        number = bisect.bisect_left(self.starts, first)
        for place in self.places[number : bisect.bisect_left(self.starts, last)]:
            word = tree.at(place.span.end - 1)
            while tree.dep[word] in DESCRIBES and tree.start[tree.head[word]] < place.span.end:
                word = tree.head[word]
            before = tree.head[word]
            inside = tree.dep[word] == "pobj" and tree.lower[before] in self.words.within
            if inside and one.event.type not in STANCES and self._climbs(before, one.trigger):
                return place.id
        return None

    def _climbs(self, word: int, trigger: int) -> bool:
        """Whether a word hangs on a deed by phrases alone, in no clause of another verb and in no other deed."""
        tree = self.tree
        for _ in range(CLIMB):
            if word == trigger:
                return True
            if tree.dep[word] not in PHRASES or word in self.by_trigger or tree.head[word] == word:
                return False
            word = tree.head[word]
        return False

    def _comes_to(self, one: Placed, part: Part) -> bool:
        """Whether the object of a verb of motion is where one comes to: "entered the city of Tarn"."""
        return part.role == "patient" and self.tree.lemma[one.trigger] in self.words.comes_to

    def _told_of(self, one: Placed, parts: Sequence[Part]) -> int | None:
        """Where the deed begins that a word of stance is about: "condemned the [killing] of a judge in Homs"."""
        if one.event.type not in STANCES:
            return None
        starts = [
            self.tree.start[part.first] for part in parts if part.token in self.by_trigger and part.token > one.trigger
        ]
        return min(starts, default=None)

    def _distance(self, one: Placed, parts: Sequence[Part], place: Place) -> int | None:
        """How loosely a place hangs on an event, 0 for its own phrase; None for one that takes part or owns something.

        One is added where it only describes the noun that is the place ("the US city of Tarn", "Iran's Mahabad"), two
        where its preposition belongs to someone or something else ("killed a member of the Party of God in Homs"), two
        where it stands outside the phrase of the event ("condemned in [Paris] the killing").
        """
        tree, far = self.tree, 0
        word = tree.at(place.span.end - 1)
        while tree.dep[word] in DESCRIBES and tree.head[word] != word:
            above = tree.head[word]
            if tree.start[above] >= place.span.end:
                owner = tree.dep[word] == "poss" or (_whole_country(place) and not self._in_place(above))
                if owner and tree.lemma[above] not in self.words.settlements:
                    return None  # "Iran's parliament", "the US consulate"
                far = 1
            word = above
        while tree.dep[word] in ("conj", "appos") and tree.pos[tree.head[word]] in NOUNS:
            word = tree.head[word]
        towards = tree.dep[word] == "pobj" and tree.lower[tree.head[word]] in self.words.to
        sent = towards and not far and not _whole_country(place) and one.event.type not in STANCES
        if not sent and any(part.role == "recipient" and part.token == word for part in parts):
            return None
        before = tree.head[word]
        if tree.dep[word] == "pobj" and tree.lower[before] == self.words.of:  # "in the city of Tarn"
            if tree.lower[tree.head[before]] not in self.words.settlements:
                return None
            before = tree.head[tree.head[before]]
        elif tree.dep[word] == "pobj" and tree.lower[before] in self.words.beside:
            return None
        above = tree.head[before]
        if self._of_another(one, above):
            return None
        aimed = _whole_country(place) and tree.lower[before] in self.words.upon - self.words.inside
        if aimed and one.event.type != STRUCK:
            return None  # "called on Velmar", "sanctions against Velmar"
        if one.event.type == TALKS and not is_venue(tree, before, one.trigger, self.talks, self.words):
            return None
        if self._speaks(one.trigger) and any(p.role == "agent" and p.first <= above < p.last for p in parts):
            return None  # "the envoy in Tarn said"
        over = [
            part for part in parts if part.role in ("agent", "patient", "recipient") and part.first <= above < part.last
        ]
        if one.event.type in STANCES and any(part.role != "agent" for part in over):
            return None
        holders = {part.token for part in over}
        others = bool(holders - {above}) and above != one.trigger
        outside = not tree.left[one.trigger] <= word <= tree.right[one.trigger]
        if outside and (self._inside_another(one.trigger) or self._of_teller(one.trigger, word)):
            return None
        return far + (above in self.by_trigger and above != one.trigger) + 2 * others + 2 * outside

    def _of_another(self, one: Placed, word: int) -> bool:
        """Whether a word lies in a clause about someone who takes part, which has a deed of its own.

        "arrested nine men [who had bombed a bus in Homs]": the place of the arrest is not told.
        """
        tree = self.tree
        for _ in range(CLIMB):
            if word == one.trigger or tree.head[word] == word:
                return False
            if word in self.by_trigger and tree.dep[word] in CLAUSES and tree.head[word] != one.trigger:
                return tree.left[one.trigger] <= word <= tree.right[one.trigger]
            word = tree.head[word]
        return False

    def _of_teller(self, trigger: int, word: int) -> bool:
        """Whether a word belongs to who tells of a deed: "reports in [Tarn] say that the river rose"."""
        tree, told = self.tree, trigger
        for _ in range(STEPS_UP):
            if tree.dep[told] == "ccomp":
                teller = tree.child(tree.head[told], "nsubj", "nsubjpass")
                return teller is not None and tree.left[teller] <= word <= tree.right[teller]
            told = tree.head[told]
        return False

    def _inside_another(self, trigger: int) -> bool:
        """Whether a deed only tells more of a thing ("what was [found] was sent to Tarn"), or is of another time."""
        clause = self.tree.dep[trigger] in CLAUSES and self.tree.pos[trigger] not in NOUNS
        return clause or self._apart(trigger)

    def _in_place(self, word: int) -> bool:
        """Whether a word is one of the name of a place."""
        number = bisect.bisect_right(self.starts, self.tree.start[word]) - 1
        return number >= 0 and self.tree.end[word] <= self.places[number].span.end

    def _narrowed(self, place: Place) -> Place:
        """A country, or the place in it that stands right before: "clashes in Tarn in northern Velmar"."""
        number = bisect.bisect_left(self.starts, place.span.start) - 1
        if number < 0 or not _whole_country(place):
            return place
        before = self.places[number]
        first, last = (bisect.bisect_right(self.tree.start, at) for at in (before.span.end - 1, place.span.start - 1))
        between = range(first, last)
        near = len(between) <= NEAR and all(
            self.tree.pos[i] in ("ADJ", "ADV", "PUNCT", "DET")
            or self.tree.lower[i] in self.words.inside | self.words.settlements
            for i in between
        )
        return before if near and before.country == place.country and not _whole_country(before) else place

    def _held(self, part: Part) -> list[Place]:
        first = bisect.bisect_left(self.starts, self.tree.start[part.first])
        end = self.tree.end[part.last - 1]
        return [p for p in self.places[first : bisect.bisect_left(self.starts, end)] if p.span.end <= end]

    def _locates(self, one: Placed, part: Part, place: Place) -> bool:
        """Whether a place in who acts or is acted on says where that is: "a market in Homs", or is what is struck."""
        tree = self.tree
        word = tree.at(place.span.end - 1)
        while (
            tree.head[word] != word and tree.dep[word] in ("compound", "amod", "nmod") and tree.head[word] <= part.last
        ):
            word = tree.head[word]
        struck = part.role == "patient" and one.event.type == STRUCK
        if struck and tree.start[word] < place.span.end and (word == part.token or tree.dep[word] == "conj"):
            return True
        before = tree.head[word]
        if tree.dep[word] != "pobj" or tree.dep[before] != "prep" or not part.first <= before < part.last:
            return False
        if tree.lower[before] in self.words.inside:
            return tree.head[before] == part.token
        return tree.lower[before] == self.words.of and tree.lower[tree.head[before]] in self.words.settlements

    def _said_by(self, trigger: int, part: Part) -> bool:
        """Whether a part of a verb of speech lies in what is said: that is where something else happened."""
        content = self.contents.get(self.tree.start[trigger], ())
        start = self.tree.start[part.first]
        return any(span.start <= start < span.end for span in content)

    def _speaks(self, trigger: int) -> bool:
        return self.tree.start[trigger] in self.contents

    def _of_discourse(self, trigger: int, told: dict[int, list[str]]) -> str | None:
        """The one place of the deeds of the sentence before, in the same paragraph, where this one names none."""
        tree, number = self.tree, self.tree.sentence[trigger]
        event = self.by_trigger[trigger].event
        if self._speaks(trigger) or event.inside in self.direct or tree.tag[trigger] not in PAST_TAGS:
            return None
        if (
            event.type in STANCES
            or trigger in self.unnamed
            or is_another(tree, trigger, self.when.others, self.by_trigger)
        ):
            return None
        if any(tree.tag[kid] == "MD" or tree.lower[kid] in self.when.perfect for kid in tree.kids[trigger]):
            return None
        first, last = tree.sentences[number]
        if any(tree.start[first] <= start < tree.end[last - 1] for start in self.starts):
            return None
        for before in range(number - 1, max(-1, number - 1 - REACH), -1):
            held = dict.fromkeys(told.get(before, ()))
            if "\n" in tree.text[tree.start[tree.sentences[before][0]] : tree.start[trigger]]:
                return None
            if held:
                return next(iter(held)) if len(held) == 1 else None
        return None


def _whole_country(place: Place) -> bool:
    return latin((place.name or "").casefold()) in country_names()
