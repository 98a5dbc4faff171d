"""Which named entities are likely one someone: the same name, a spelling of it, a part of it, its letters.

Names are looked up by keys of their words, so that not all pairs are compared. What a name leaves open the reports
decide: roles, whom someone belongs to, and who else is named beside them. Where they decide nothing, nothing is joined.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.compare.identity.bodies import OwnedBodies
from sayso.compare.identity.groups import Groups
from sayso.nlp.names import JOINS, NameMatcher, NameParts
from sayso.values.identities import Actor
from sayso.world.capitals import countries_by_capital

SURE: Final = 0.9  # a score of two full names that needs nothing else
MAX_BLOCK: Final = 80  # names of one key that are compared with each other
MAX_COMPARED: Final = 8  # names of a group that a further one is held against
MAX_FORMS: Final = 100  # names of one entity that are looked for elsewhere, the most frequent
AGAINST: Final = 0.25  # a score below which two full names keep their groups apart
FOLDED: Final = str.maketrans(
    {"q": "k", "c": "k", "g": "k", "z": "s", "x": "s", "w": "v", "f": "v", "b": "p", "d": "t", "j": "y"}
)
VOWELS: Final = str.maketrans(dict.fromkeys("aeiouyh"))
KEY_LETTERS: Final = 3
MIN_LETTERS: Final = 3  # of an acronym that is trusted without more
PERSONS: Final = ("Person",)


def skeleton(word: str) -> str:
    """The consonants that spellings of a word share, at most three; the word itself where it has none.

    >>> skeleton("qazemi"), skeleton("kazemi"), skeleton("terzow"), skeleton("terzo")
    ('ksm', 'ksm', 'trs', 'trs')
    """
    bare = word.translate(FOLDED).translate(VOWELS)
    kept = "".join(letter for at, letter in enumerate(bare) if at == 0 or letter != bare[at - 1])
    return kept[:KEY_LETTERS] or word[:KEY_LETTERS]


class Named:
    """A name as many entities bear it: all whose fullest name has the same words."""

    def __init__(self, text: str, parts: NameParts, person: bool, seat: bool) -> None:
        self.text = text
        self.parts = parts
        self.person = person
        self.seat = seat  # a capital that speaks, which is its government; one that does not is a town
        self.bearers: list[int] = []
        self.with_article = parts.article  # whether anyone writes it with one

    @property
    def full(self) -> bool:
        """Whether it can stand alone: two words, or the name of no person."""
        return not self.person or len(self.parts.words) - len(self.parts.particles) > 1


class Linking:
    """Joins the named entities of all reports.

    actors     all of them, in the order in which they came
    groups     where the joins are made; what was judged is in it
    """

    def __init__(self, actors: Sequence[Actor], groups: Groups, matcher: NameMatcher) -> None:
        self._actors = actors
        self._groups = groups
        self._matcher = matcher
        self._names: dict[tuple[str, str, bool, bool], Named] = {}
        self._company: dict[str, set[str]] = defaultdict(set)  # report -> names in it
        self._borne: dict[int, list[Named]] = defaultdict(list)
        self._matches: dict[tuple[str, str], tuple[bool, tuple[str, ...], float]] = {}
        self._genders: dict[int, set[str]] = defaultdict(set)  # by group
        self._full: dict[int, dict[Named, None]] = defaultdict(dict)  # group -> full names of two words and more
        for at, actor in enumerate(actors):
            if not actor.anonymous:
                self._take(at, actor)

    def _take(self, at: int, actor: Actor) -> None:
        """Note what an entity is called: each full name, else its only one."""
        held: dict[str, Named] = {}
        forms = dict.fromkeys([actor.name, *(form.text for form in actor.forms if form.named)])
        for text in itertools.islice(forms, MAX_FORMS):
            parts = self._matcher.parts(text)
            if not text or not parts.words or parts.empty:
                continue
            person = actor.schema in PERSONS or (parts.titled and actor.schema == "Thing")
            seat = actor.speaks and not person and parts.key in countries_by_capital()
            key = (parts.key, parts.generation, person, seat)
            named = self._names.get(key)
            if named is None:
                named = self._names[key] = Named(text, parts, person, seat)
            named.with_article |= parts.article
            held.setdefault(parts.key, named)
            self._genders[self._groups.first(at)] |= {parts.gender} - {""}
        full = [named for named in held.values() if named.full] or list(held.values())[:1]
        for named in full:
            if named.full and len(named.parts.words) > 1:
                self._full[self._groups.first(at)][named] = None
            named.bearers.append(at)
            self._borne[at].append(named)
            self._company[actor.report].add(named.parts.key)

    def link(self) -> None:
        """Make all joins: the same full name, then spellings and letters, then parts of names."""
        names = list(self._names.values())
        for named in names:
            if named.full:
                self._same_name(named)
        near = sorted(self._near(names), key=lambda pair: (-pair[0], pair[1].text, pair[2].text))
        in_full: Counter[int] = Counter()  # acronym -> names that it may stand for
        for _, one, other in near:
            in_full.update(id(short) for short in (one, other) if self._is_acronym(short, one, other))
        for score, one, other in near:
            short = next((short for short in (one, other) if self._is_acronym(short, one, other)), None)
            self._join_names(one, other, score, sure=short is not None and in_full[id(short)] == 1)
        self._heads_of_names(names)
        bodies: dict[str, list[int]] = defaultdict(list)
        for named in names:
            if not named.person and named.bearers:
                bodies[named.parts.key] += named.bearers
        OwnedBodies(
            self._actors, self._groups, self._matcher, bodies, self._company, self._unite, self._context_against
        ).link()  # fmt: skip
        self._parts_of_names(names)

    # full names

    def _same_name(self, named: Named) -> None:
        """Join the bearers of one full name, each with the first that nothing speaks against."""
        heads: list[int] = []
        for at in named.bearers:
            for head in heads:
                if not self._context_against(head, at) and self._join(head, at, named.text, named.text):
                    break
            else:
                heads.append(at)

    def _near(self, names: Sequence[Named]) -> Iterator[tuple[float, Named, Named]]:
        """Pairs of full names that are likely one, each once."""
        blocks: dict[str, list[Named]] = defaultdict(list)
        for named in names:
            if named.full and named.bearers:
                for key in self._keys(named):
                    blocks[key].append(named)
        seen: set[tuple[int, int]] = set()
        for block in blocks.values():
            for i, one in enumerate(block[:MAX_BLOCK]):
                for other in block[i + 1 : MAX_BLOCK]:
                    pair = (min(id(one), id(other)), max(id(one), id(other)))
                    if pair in seen or one.person != other.person or one.seat != other.seat:
                        continue
                    seen.add(pair)
                    if self._part_only(one, other):
                        continue
                    score = self._matcher.score(one.text, other.text)
                    if score >= JOINS:
                        yield score, one, other

    def _part_only(self, one: Named, other: Named) -> bool:
        """Whether a body's name is a part of another's, which may be another body: Bank of Velmar and Velmar."""
        short, long = sorted((one.parts, other.parts), key=lambda parts: len(parts.words))
        if one.person:
            return False
        acronym = len(short.words) == 1 and short.words[0] in long.letters
        return len(short.words) < len(long.words) and not acronym

    def _keys(self, named: Named) -> Iterator[str]:
        """Keys of a name; two spellings of one share one of them."""
        words = [word for word in named.parts.words if word not in named.parts.particles]
        if len(words) == 1:
            yield f"1 {words[0]}"
        elif not named.person:
            for letters in named.parts.letters:
                if len(letters) > 1:
                    yield f"1 {letters}"
        if named.person or len(words) > 1:
            bones = sorted({skeleton(word) for word in words})
            if len(bones) == 1:
                yield bones[0]
            for i, bone in enumerate(bones):
                for other in bones[i + 1 :]:
                    yield f"{bone} {other}"
            if named.person and len(words) > 1:
                yield f"= {skeleton(words[-1])}"

    def _is_acronym(self, short: Named, one: Named, other: Named) -> bool:
        """Whether one of two is the first letters of the other, at least three."""
        long = other if short is one else one
        word = short.parts.words[0]
        return len(short.parts.words) == 1 and len(word) >= MIN_LETTERS and word in long.parts.letters

    def _join_names(self, one: Named, other: Named, score: float, *, sure: bool) -> None:
        for left in self._heads(one):
            for right in self._heads(other):
                if self._groups.first(left) == self._groups.first(right):
                    continue
                enough = sure or score >= SURE or self._context_for(left, right)
                if enough and not self._context_against(left, right) and not self._names_against(left, right):
                    self._join(left, right, one.text, other.text)

    def _names_against(self, left: int, right: int) -> bool:
        """Whether the groups of two bear full names that are not one."""
        one, other = self._group_names(left), self._group_names(right)
        return any(self._matcher.score(a.text, b.text) < AGAINST for a in one for b in other)

    def _group_names(self, at: int) -> list[Named]:
        return list(itertools.islice(self._full[self._groups.first(at)], MAX_COMPARED))

    def _heads(self, named: Named) -> list[int]:
        """The groups that bear a name, each by one of the bearers."""
        return list({self._groups.first(at): at for at in reversed(named.bearers)}.values())

    # parts of names

    def _parts_of_names(self, names: Sequence[Named]) -> None:
        """Join who is called by one word with the only one of that name; those of a name that nobody has in full."""
        by_word: dict[str, list[Named]] = defaultdict(list)
        for named in names:
            if named.full and named.person and named.bearers:
                for word in {named.parts.words[0], named.parts.words[-1]}:
                    by_word[skeleton(word)].append(named)
        for named in names:
            if named.full or not named.bearers:
                continue
            held = by_word.get(skeleton(named.parts.words[-1]), ())
            fitting = [other for other in held if self._matcher.score(named.text, other.text) >= JOINS]
            groups = {self._groups.first(at): (at, other) for other in fitting for at in self._heads(other)}
            alone: list[int] = []
            for at in named.bearers:
                chosen = self._choose(at, [place for place, _ in groups.values()])
                if chosen is not None:
                    other = next(held for place, held in groups.values() if place == chosen)
                    self._join(chosen, at, other.text, self._called(at, named))
                elif not groups:
                    for head in alone:
                        if not self._context_against(head, at) and self._join(head, at, named.text, named.text):
                            break
                    else:
                        alone.append(at)

    def _called(self, at: int, named: Named) -> str:
        return next((form.text for form in self._actors[at].forms if form.named), named.text)

    def _heads_of_names(self, names: Sequence[Named]) -> None:
        """Join "the Front" with the only body of which that is the chief word: the Front for a Free Ostrany."""
        by_head: dict[str, list[Named]] = defaultdict(list)
        for named in names:
            if not named.person and named.bearers and len(named.parts.words) > 1:
                by_head[named.parts.head].append(named)
        for named in names:
            if named.person or len(named.parts.words) != 1 or named.parts.words[0] not in by_head:
                continue
            held = [other for other in by_head[named.parts.words[0]] if other is not named]
            groups = {self._groups.first(at): (at, other) for other in held for at in self._heads(other)}
            if len(groups) == 1 and named.with_article:
                ((at, other),) = groups.values()
                for bearer in self._heads(named):
                    if not self._context_against(at, bearer):
                        self._join(at, bearer, other.text, named.text)

    def _choose(self, at: int, places: Sequence[int]) -> int | None:
        """The one of several groups that someone belongs to; None where it cannot be told."""
        fitting = [
            place for place in places if not self._context_against(place, at) and not self._gender_against(place, at)
        ]
        if len(fitting) <= 1:
            return fitting[0] if fitting else None
        own = [place for place in fitting if self._context_for(place, at)]
        return own[0] if len(own) == 1 else None

    # context

    def _join(self, left: int, right: int, one: str, other: str) -> bool:
        if self._gender_against(left, right) or not self._kinds_fit(left, right):
            return False
        found = self._matches.get((one, other))
        if found is None:
            match = self._matcher.compare(one, other)
            reasons: tuple[str, ...] = match.reasons or ("words",)
            if match.score < SURE:
                reasons = (*reasons, "context")
            found = self._matches[one, other] = (bool(match.blocked), reasons, match.score)
        blocked, reasons, score = found
        return not blocked and self._unite(left, right, reasons, score)

    def _unite(self, left: int, right: int, reasons: Sequence[str], score: float) -> bool:
        """Join two groups, with what is known of them; False where something keeps them apart."""
        roots = {self._groups.first(left), self._groups.first(right)}
        if not self._groups.join(left, right, reasons, score):
            return False
        kept = self._groups.first(left)
        for root in roots - {kept}:
            self._genders[kept] |= self._genders.pop(root, set())
            for named in self._full.pop(root, {}):
                self._full[kept][named] = None
        return True

    def _gender_against(self, left: int, right: int) -> bool:
        one = self._genders[self._groups.first(left)]
        other = self._genders[self._groups.first(right)]
        return bool(one and other and not one & other)

    def _kinds_fit(self, left: int, right: int) -> bool:
        """Whether one may be what the other is: a person is no body."""
        kinds = {self._actors[at].schema for at in (left, right)}
        return "Person" not in kinds or kinds <= {"Person", "Thing"}

    def _words(self, texts: Sequence[str]) -> set[str]:
        return {word for text in texts for word in text.lower().split() if len(word) > 3}

    def _context_for(self, left: int, right: int) -> bool:
        """Whether two share a role, whom they belong to, or someone who is named beside them."""
        one, other = self._actors[left], self._actors[right]
        if self._words(one.roles) & self._words(other.roles) or self._words(one.of) & self._words(other.of):
            return True
        own = {named.parts.key for at in (left, right) for named in self._borne.get(at, ())}
        return one.report == other.report or bool((self._company[one.report] & self._company[other.report]) - own)

    def _context_against(self, left: int, right: int) -> bool:
        """Whether the reports speak of two: other roles, other bodies, and nobody named beside both."""
        one, other = self._actors[left], self._actors[right]
        if one.report == other.report:
            return True  # the report's own coreference kept them apart
        if one.schema not in PERSONS and other.schema not in PERSONS:
            return bool(one.of and other.of and self._words(one.of).isdisjoint(self._words(other.of)))
        if not (one.roles and other.roles and one.of and other.of):
            return False
        return not self._context_for(left, right)
