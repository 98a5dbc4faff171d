"""When an event is: the times that lie in its parts, or near by."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.events.arguments import Part
from sayso.extract.events.telling import is_another, is_past
from sayso.lang.needs.when import WhenWords
from sayso.nlp.tree import NOUNS, Tree
from sayso.text.quotations import find_quotations, quoted_mask
from sayso.values.findings import Attribution, Event, Time, When
from sayso.values.spans import Span
from sayso.values.terms import TimeRelation
from sayso.world.timex import TimeUnit, open_value

LINKED: Final = frozenset(
    {"oprd", "acomp", "xcomp", "conj", "dobj", "advcl", "pcomp", "nsubj", "nsubjpass", "pobj", "ccomp", "acl"}
)
REACH: Final = 2  # sentences over which a day that was told is still meant
WITHIN: Final = frozenset({"compound", "nmod", "amod", "nummod", "npadvmod"})  # how a date hangs on a noun's own phrase
DAY: Final = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|W[\dX]{2}-\d)(?:T.*)?")  # also of no known year
VAGUE: Final = "_"  # only in values of TIMEX3 that are no day at all: past, present, future
OPENS_ASIDE: Final = " ("  # what stands between a time of day and the same hour elsewhere: "5:00 pm EDT (2100 UTC)"
STANCES: Final = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})  # about what others do elsewhere
CLIMB: Final = 8  # words from a time up to its verb
CLOSE: Final = 2  # characters between two tellings of one day
NARROW: Final = 6  # tokens of a part that cannot be a clause


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with the token of its trigger and its parts."""

    event: Event
    trigger: int
    parts: list[Part]


def _covers(tree: Tree, part: Part, span: Span) -> bool:
    return tree.start[part.first] <= span.start and span.end <= tree.end[part.last - 1]


class Clock:
    """Tells how each event of one report stands to times, and to the events that time it ("after the revolution").

    Of the times that a part holds, or that hang on the event's own clause, the nearest comes first. One that the voice
    of the event does not say is none of it: "he said on Monday that they had left". A duration or a set times nothing
    by itself. Nor is a time in quoted words the time of a deed outside of them. A verb in the past that no time is told
    for is of the day that the sentence before told, if it told one day alone.
    """

    def __init__(
        self,
        tree: Tree,
        words: WhenWords,
        found: Sequence[Placed],
        times: Sequence[Time],
        attributions: Sequence[Attribution] = (),
        printed: str | None = None,
    ) -> None:
        self.words = words
        self.printed = printed
        self.tree = tree
        self.events = {one.trigger: one.event.id for one in found}
        self.triggers = {event: token for token, event in self.events.items()}
        self.verbs = frozenset(one.trigger for one in found if tree.pos[one.trigger] not in NOUNS)
        self.times = [time for time in times if time.type in ("DATE", "TIME")]
        self.times = [time for n, time in enumerate(self.times) if not (n and self._aside(self.times[n - 1], time))]
        self.starts = [time.span.start for time in self.times]
        self.told = {one.id: one for one in attributions}
        self.cues = {span.start for one in attributions for span in one.cue}
        self.types = {one.trigger: one.event.type for one in found}
        self.quoted = quoted_mask(tree.text, find_quotations(tree.text))

    def when(self, one: Placed) -> tuple[When, ...]:
        """How an event stands to times and other events, the likeliest first; nothing where nobody tells."""
        links = self._timing(one.trigger)
        near: list[tuple[tuple[bool, bool, int], When]] = []
        closed: list[Part] = []
        for part in one.parts:
            relation = self._relation(part)
            event = self.events.get(part.token)
            if part.role == "time" and event is not None and relation != "at" and part.token != one.trigger:
                links.append(When(relation, event=event))
                closed.append(part)
                if self._soon(part):  # shortly after the victory in 1979 is in 1979, as near as one can tell
                    held = [time for time in self._in_sentence(one.trigger) if _covers(self.tree, part, time.span)]
                    near += [(self._distance(one.trigger, time), When("at", time=time.id)) for time in held]
        for time in self._in_sentence(one.trigger):
            past = is_past(self.tree, one.trigger, self.words)
            if (past and self._to_come(time)) or VAGUE in time.value:
                continue
            if self.quoted[time.span.start] and not self.quoted[self.tree.start[one.trigger]]:
                continue
            if self._of_telling(one.trigger, time) or self._of_clause_before(one.trigger, time, links):
                continue
            if self._told(time, one) and not any(_covers(self.tree, part, time.span) for part in closed):
                holder = next((part for part in one.parts if _covers(self.tree, part, time.span)), None)
                of_clause, of_another = self._clause(one.trigger, time)
                if of_clause or (holder is not None and _narrow(holder) and not of_another):
                    timed = holder is not None and holder.role == "time"
                    relation = self._relation(holder) if timed and holder else self._led_by(time, one.trigger)
                    early = relation in ("before", "after") and self._on(time)  # "before prayers on May 2"
                    if early or self._says_when(one.trigger, time) or (relation == "since" and self._ranges(time)):
                        relation = "at"  # "since 2001, when it drilled there"; "from May 2 to May 7"
                    near.append((self._distance(one.trigger, time), When(relation, time=time.id)))
        for link in links:
            if link.rel in ("since", "until"):  # "since the town fell in 2014" is since 2014
                other = self.triggers[link.event or ""]
                held = [time for time in self._in_sentence(other) if self._clause(other, time)[0]]
                near += [(self._distance(other, time), When(link.rel, time=time.id)) for time in held[:1]]
        found = list(dict.fromkeys(links))
        for _, when in sorted(near, key=lambda pair: pair[0]):
            if all(when.rel != other.rel for other in found if other.time is not None):
                found.append(when)  # of two days the nearer one; "since 1979 ... until 1981" are two relations
        return tuple(found) or self._inherited(one)

    def _on(self, time: Time) -> bool:
        """Whether a time has the preposition of a day right before it."""
        before = self.tree.at(time.span.start) - 1
        return before >= 0 and self.tree.lower[before] in self.words.on

    def _ranges(self, time: Time) -> bool:
        """Whether a time opens a range, whose end stands right behind it: "from [May 2] to May 7"."""
        number = bisect.bisect_right(self.starts, time.span.start)
        behind = self.times[number] if number < len(self.times) else None
        between = self.tree.text[time.span.end : behind.span.start].strip() if behind is not None else ""
        return between.lower() in self.words.ranges

    def _of_telling(self, trigger: int, time: Time) -> bool:
        """Whether a time stands between a verb of telling and what it tells: "it was reported [on Monday] he left"."""
        tree = self.tree
        word = tree.at(time.span.start)
        above = tree.head[trigger]
        if tree.dep[trigger] != "ccomp" or not above < word < trigger:
            return False
        subject = tree.child(trigger, "nsubj", "nsubjpass")
        return subject is not None and above < word < subject and tree.head[word] in (subject, above, above + 1)

    def _of_clause_before(self, trigger: int, time: Time, links: Sequence[When]) -> bool:
        """Whether a time stands with another deed that opens the sentence: "after his trial [in May], he left"."""
        tree = self.tree
        word = tree.at(time.span.start)
        for link in links:
            other = self.triggers[link.event or ""]
            if other < word < trigger and link.rel in ("after", "before"):
                return all(tree.lower[token] != "," for token in range(other, word))
        return False

    def _timing(self, trigger: int) -> list[When]:
        """The events that hang on a verb by a word of time: "until the war began", "a week before the vote"."""
        tree, out = self.tree, []
        for kid in tree.kids[trigger]:
            if tree.dep[kid] == "advcl" and kid in self.events:
                marks = [k for k in tree.kids[kid] if tree.dep[k] in ("mark", "advmod", "prep")]
                word = next((tree.lower[k] for k in marks if tree.lower[k] in self.words.clauses), None)
                if word is not None:
                    out.append(When(self.words.clauses[word], event=self.events[kid]))
            elif tree.dep[kid] == "prep" and tree.lower[kid] in self.words.clauses:
                held = (k for k in tree.kids[kid] if tree.dep[k] in ("pobj", "pcomp") and k in self.events)
                out += [When(self.words.clauses[tree.lower[kid]], event=self.events[k]) for k in held]
        return out

    def _relation(self, part: Part) -> TimeRelation:
        """The relation that the words before a part's head tell, or the one in front of it."""
        first = part.first - 1 if part.first > 0 else part.first
        for token in range(first, min(part.last, max(part.token, part.first + 3))):
            if self.tree.lower[token] in self.words.relations:
                return self.words.relations[self.tree.lower[token]]
        return "at"

    def _led_by(self, time: Time, trigger: int) -> TimeRelation:
        """The relation that the word before a time tells, an article aside: "after the July 7, 2005 bombings".

        The bombings themselves were on that day.
        """
        tree = self.tree
        before = tree.at(time.span.start) - 1
        if tree.pos[trigger] in NOUNS and before < trigger:
            return "at"
        if before > 0 and tree.dep[before] == "det":
            before -= 1
        return self.words.relations.get(tree.lower[before], "at") if before >= 0 else "at"

    def _soon(self, part: Part) -> bool:
        """Whether the words before a part, or its first ones, say that little time lies between."""
        return any(self.tree.lower[token] in self.words.soon for token in range(max(0, part.first - 1), part.first + 2))

    def _in_sentence(self, token: int) -> list[Time]:
        first, last = self.tree.sentences[self.tree.sentence[token]]
        begin = bisect.bisect_left(self.starts, self.tree.start[first])
        return self.times[begin : bisect.bisect_left(self.starts, self.tree.end[last - 1])]

    def _told(self, time: Time, one: Placed) -> bool:
        """Whether a time stands in the words of the voice that tells the event, where that is somebody's.

        One at their end may be the teller's, unless it hangs on the event and on no other verb: "says rebels have
        been shelling Tarn [since May]".
        """
        voice = self.told.get(one.event.inside or "")
        if voice is None or any(span.covers(time.span) for span in voice.content):
            return True
        tree, word = self.tree, self.tree.at(time.span.start)
        for _ in range(8):
            if word == one.trigger:
                return voice.style != "direct"
            if word in self.verbs or tree.head[word] == word:
                return False
            word = tree.head[word]
        return False

    def _to_come(self, time: Time) -> bool:
        """Whether a time lies after the day on which the report was printed: no deed in the past tense was then."""
        return self.printed is not None and time.earliest is not None and time.earliest > self.printed

    def _aside(self, before: Time, time: Time) -> bool:
        """Whether a time of day only tells the one before it once more, in brackets."""
        between = self.tree.text[before.span.end : time.span.start]
        return time.earliest is None and before.type == time.type == "TIME" and between.endswith(OPENS_ASIDE)

    def _distance(self, trigger: int, time: Time) -> tuple[bool, bool, int]:
        """Tokens between an event and a time; what stands behind the event is nearer than what stands before it.

        An hour without a day comes after all days: "at 8:10 am [this morning]"; so does a day that is told anew behind
        it ("tomorrow, May 4"). So does a time that only says which
        one a thing is: "lost a match of the [2018] cup on Wednesday".
        """
        tree = self.tree
        token = tree.at(time.span.start)
        dayless = time.earliest is None and time.latest is None and (time.type == "TIME" or self._said_anew(time))
        above = tree.head[token]
        names = tree.dep[token] in WITHIN and above != trigger and tree.start[above] >= time.span.end
        names = names and tree.pos[above] in NOUNS and tree.dep[token] != "npadvmod"
        return dayless, names, token - trigger if token > trigger else 2 * (trigger - token)

    def _said_anew(self, time: Time) -> bool:
        """Whether the day that a time means stands right behind it: "[tomorrow], May 4, 2031"."""
        number = bisect.bisect_right(self.starts, time.span.start)
        behind = self.times[number] if number < len(self.times) else None
        if behind is None or behind.span.start - time.span.end > CLOSE:
            return False
        return behind.earliest is not None or self._said_anew(behind)  # "[tomorrow], [Monday], May 4, 2031"

    def _clause(self, trigger: int, time: Time) -> tuple[bool, bool]:
        """Whether a time hangs on an event's clause, and whether it hangs on that of another verb first."""
        tree = self.tree
        above = set()
        word = trigger
        if self._says_when(word, time):
            return True, False
        for _ in range(6):
            above.add(word)
            amid = tree.dep[word] == "prep" and self.words.clauses.get(tree.lower[word]) == "during"
            if tree.head[word] == word or not (amid or tree.dep[word] in LINKED):
                break
            if tree.pos[trigger] in NOUNS and self._takes_a_stand(tree.head[word]):
                break  # "condemned the attack on Monday": whoever speaks of a deed does so later
            word = tree.head[word]
        word = self._hangs_from(time)
        below = ""  # how the word before hangs on this one
        for _ in range(8):
            if word in above:
                return True, False
            if word in self.verbs or (word in self.events and below in WITHIN and word != trigger):
                if word in self.verbs and (
                    self._shares(word, above)
                    or self._is_means(word)
                    or self._is_frame(word, trigger)
                    or self._only_describes(word, time)
                ):
                    below, word = tree.dep[word], tree.head[word]
                    continue  # "12 were killed and 30 wounded on Tuesday": both were
                if word not in self.verbs and self._is_occasion(word):
                    below, word = tree.dep[word], tree.head[word]
                    continue  # "won a seat in the 2015 election"
                return False, True  # "the September 11 attacks" have that day, not what came after them
            if tree.head[word] == word or tree.dep[word] in ("relcl", "advcl", "ccomp", "acl"):
                return False, False
            below = tree.dep[word]
            word = tree.head[word]
        return False, False

    def _hangs_from(self, time: Time) -> int:
        """The word of a time; the verb where the parse makes "condemned on [Sunday] attacks" attacks of Sunday."""
        tree = self.tree
        word = tree.at(time.span.start)
        led = word - 1
        if tree.dep[word] not in WITHIN or led < 0 or tree.lower[led] not in self.words.on or tree.dep[led] != "prep":
            return word
        verb = tree.head[led]
        return verb if tree.head[tree.head[word]] == led and tree.pos[verb] not in NOUNS else word

    def _only_describes(self, verb: int, time: Time) -> bool:
        """Whether a verb says what something is, before the time of all: "sent aid [consisting] of rice on May 2"."""
        tree = self.tree
        return tree.dep[verb] == "acl" and tree.tag[verb] == "VBG" and tree.start[verb] < time.span.start

    def _takes_a_stand(self, verb: int) -> bool:
        """Whether a verb only tells what somebody says of a deed, or thinks of it."""
        return self.types.get(verb) in STANCES or self.tree.start[verb] in self.cues

    def _shares(self, verb: int, above: set[int]) -> bool:
        """Whether a verb tells the time of the one it is joined to as well, which has none behind itself.

        It shares its passive ("was built and opened in 2011"), or it tells a deed of the same type.
        """
        tree, first = self.tree, self.tree.head[verb]
        if tree.dep[verb] != "conj" or first not in above:
            return False
        bare = tree.tag[verb] == tree.tag[first] == "VBN" and not tree.has(verb, "aux", "auxpass", "nsubj", "nsubjpass")
        return (
            tree.gapped(verb)
            or bare
            or (self.types.get(verb) is not None and self.types.get(first) == self.types[verb])
        )

    def _says_when(self, verb: int, time: Time) -> bool:
        """Whether a verb says what was done at a time that it hangs on: "in 2021, when it gave up its rifles"."""
        held = self.tree.start[self.tree.head[verb]]
        return self.tree.dep[verb] in ("relcl", "advcl", "acl") and time.span.start <= held < time.span.end

    def _is_frame(self, verb: int, trigger: int) -> bool:
        """Whether a verb only says when a deed was: "when no one came on Monday", "clashes that took place"."""
        tree = self.tree
        if tree.dep[verb] == "advcl":
            return tree.head[verb] == trigger and any(tree.lower[kid] in self.words.frames for kid in tree.kids[verb])
        return tree.dep[verb] == "relcl" and tree.head[verb] == trigger and tree.lemma[verb] in self.words.occurs

    def _is_means(self, verb: int) -> bool:
        """Whether a verb tells by what means another thing is done, so that one time is that of both."""
        tree = self.tree
        return tree.dep[verb] == "pcomp" and tree.lower[tree.head[verb]] in self.words.means

    def _is_occasion(self, noun: int) -> bool:
        """Whether a noun tells on what occasion something is done: "at the 2015 election"."""
        tree = self.tree
        return tree.dep[noun] == "pobj" and tree.lower[tree.head[noun]] in self.words.occasions

    def _inherited(self, one: Placed) -> tuple[When, ...]:
        tree, trigger = self.tree, one.trigger
        voice = self.told.get(one.event.inside or "")
        if not self.times or tree.start[trigger] in self.cues or not is_past(tree, trigger, self.words):
            return ()
        if (voice is not None and voice.style == "direct") or one.event.type in STANCES:
            return ()
        if (
            self._in_sentence(trigger)
            or tree.has(trigger, "neg")
            or is_another(tree, trigger, self.words.others, self.events)
        ):
            return ()
        if any(tree.lower[kid] in self.words.perfect for kid in tree.kids[trigger] if tree.dep[kid] == "aux"):
            return ()  # "no one has claimed it": until now, and not on that day
        if tree.dep[trigger] == "relcl":
            return ()  # "cars that had been stolen": before it, as far as one can tell
        number = tree.sentence[trigger]
        for before in range(number - 1, max(-1, number - 1 - REACH), -1):
            first, _ = tree.sentences[before]
            if "\n" in tree.text[tree.start[first] : tree.start[trigger]]:
                return ()
            told = [time for time in self._in_sentence(first) if is_day(time.value) and not self._of_words(time)]
            if told:
                return (When("at", time=told[0].id),) if len(told) == 1 else ()
        return ()

    def _of_words(self, time: Time) -> bool:
        """Whether a time is that of words, and of no deed: "said on Thursday that two had left"."""
        tree, word = self.tree, self.tree.at(time.span.start)
        for _ in range(CLIMB):
            if tree.start[word] in self.cues:
                return True
            if word in self.verbs or tree.head[word] == word:
                return False
            word = tree.head[word]
        return False


def is_day(value: str) -> bool:
    """Whether a value of TIMEX3 is a day, also one of no known year; an hour of an unknown day is none."""
    return DAY.fullmatch(value) is not None and not value.startswith(f"{open_value(TimeUnit.DAY)}T")


def _narrow(part: Part) -> bool:
    """Whether a part is too short to hold a clause with times of its own."""
    return part.role == "time" or part.last - part.first <= NARROW
