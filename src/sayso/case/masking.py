"""A case in which private persons are not named: a copy to look at, with neutral marks of the same length for them.

`open_case(path, mask_private=True)` makes it. Who is private follows from the offices that reports give
(`Actor.public`). A mark is made of the identity's id, so one someone has one mark in every report, view and export. All
ids and offsets are those of the case. The copy lies in a folder of its own that goes when it is closed.
"""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import msgspec

from sayso.case import Case
from sayso.case.erasing import alone, names_of
from sayso.compare import CASE_STEPS
from sayso.errors import CaseError, UsageError
from sayso.store.open import open_any
from sayso.store.rewriting import replaced, rewritten
from sayso.text.erased_names import BLOCK, MAX_BETWEEN, Written, orders_of, reworded, written_words
from sayso.values.case import Judgement, LogRow
from sayso.values.identities import Actor, Identity
from sayso.values.json import stored
from sayso.values.reading import Reading
from sayso.values.rows import RowSpec
from sayso.views.tables import TABLES

FILE: Final = "masked.sayso"
PERSON: Final = "Person"
MARK: Final = "P"
MARK_DIGITS: Final = 6
MAX_WORDS: Final = 8  # of a name
CALLED: Final = ("name", "value")
Marked = tuple[int, int, str]


def is_private(identity: Identity, actors: Mapping[str, Actor]) -> bool:
    """Whether someone is a person to whom no report gives a public office or calling."""
    return identity.schema == PERSON and not any(
        actors[entity].public for entity in identity.entities if entity in actors
    )


def mark_of(identity: Identity) -> str:
    """What stands for someone."""
    return MARK + identity.id[1 : 1 + MARK_DIGITS]


def fitted(mark: str, length: int) -> str:
    """A mark of a length: its begin, or with blocks behind it.

    >>> fitted("P3f9a2c", 9), fitted("P3f9a2c", 4)
    ('P3f9a2c██', 'P3f9')
    """
    return mark[:length].ljust(length, BLOCK)


class Masks:
    """The names of all private persons of a case, and where they stand in a text."""

    def __init__(self, identities: Iterable[Identity], actors: Mapping[str, Actor]) -> None:
        self.marks: dict[str, str] = {}  # entity -> mark
        self._whole: dict[tuple[str, ...], str] = {}
        self._parts: dict[str, dict[str, str]] = {}  # mark -> words of its names -> mark
        self._lengths: set[int] = set()
        shown: set[str] = set()
        for identity in identities:
            forms = {form.text for entity in identity.entities if entity in actors for form in actors[entity].forms
                     if form.named}  # fmt: skip
            held = names_of(identity, {*forms, identity.name})
            if not is_private(identity, actors):
                shown |= {word for words in held for word in words}
                continue
            mark = mark_of(identity)
            self.marks |= dict.fromkeys(identity.entities, mark)
            own = self._parts.setdefault(mark, {})
            for words in held:
                own |= dict.fromkeys(alone([words]), mark)
                for order in orders_of(words[:MAX_WORDS]) if len(words) > 1 else ():
                    self._whole.setdefault(order, mark)
                    self._lengths.add(len(order))
        # words of private people's names alone, for what is of no one report
        self._anywhere = {w: mark for own in self._parts.values() for w, mark in own.items() if w not in shown}

    def whole(self, words: Sequence[Written]) -> Iterator[Marked]:
        """Where whole names stand among the words of a text, the longest first."""
        for count in sorted(self._lengths, reverse=True):
            for at in range(len(words) - count + 1):
                run = words[at : at + count]
                mark = self._whole.get(tuple(word.plain for word in run))
                near = all(b.start - a.end <= MAX_BETWEEN for a, b in zip(run, run[1:], strict=False))
                if mark is not None and near:
                    yield run[0].start, run[-1].end, mark

    def line(self, text: str, parts: Mapping[str, str] | None = None, *, small: bool = True) -> str:
        """A title, a path or the like: whole names, and these single words, are marked."""
        if not self._whole and not self._anywhere:
            return text
        words = written_words(text)
        known = self._anywhere if parts is None else parts
        found = [*self.whole(words), *_single(words, known, small=small)]
        return _marked(text, found)

    def mask(self, reading: Reading) -> Reading:
        """The reading without the names of private persons."""
        report = reading.report
        words = written_words(report.text)
        here = {mark for entity in reading.entities if (mark := self.marks.get(entity.id))}
        parts = {word: mark for mark in sorted(here) for word in self._parts[mark]}
        mentions = {mention.id: mention for mention in reading.mentions}
        own: list[Marked] = []
        persons: list[tuple[int, int]] = []  # names of others: of persons, and of all
        others: list[tuple[int, int]] = []
        shown: set[str] = set()
        for entity in reading.entities:
            mark = self.marks.get(entity.id, "")
            for mention in (mentions[id_] for id_ in entity.mentions):
                if mention.kind != "name":
                    continue
                place = (mention.span.start, mention.span.end)
                if mark:
                    own += _own_words(words, place, mark, self._parts[mark])
                else:
                    others.append(place)
                    shown.add(mention.span.text)
                    persons += [place] if entity.schema == PERSON else []
            if not mark and entity.name:
                shown.add(entity.name)
        found = [*own, *(one for one in self.whole(words) if not _inside(one, persons))]
        found += [one for one in _single(words, parts, small=False) if not _inside(one, others)]

        def line(key: str, held: str) -> str:
            if key in CALLED:
                return self.line(held, {} if held in shown else parts, small=False)
            return self.line(held, parts)

        text = _marked(report.text, found)
        return rewritten(reading, text, line)

    def result(self, value: Any, texts: Callable[[str], str]) -> Any:
        """What a comparison gives, as JSON: spans say what the masked text says there."""
        value = stored(value) if dataclasses.is_dataclass(value) else value
        if isinstance(value, dict):
            if all(name in value for name in ("report", "start", "end", "text")):
                return {**value, "text": texts(value["report"])[value["start"] : value["end"]]}
            return {key: self.result(held, texts) for key, held in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.result(part, texts) for part in value]
        return self.line(value, small=False) if isinstance(value, str) else value


class _Nameless(Case):
    """A case to look at, without the names of private persons.

    _entries   the log of the case itself, in masked words
    _sealed    what seals the case itself
    """

    _entries: tuple[LogRow, ...] = ()
    _sealed = ""

    def judge(self, *given: Any, **named: Any) -> Judgement:
        """Raise UsageError: what is decided belongs to the case itself."""
        raise UsageError(f"{self.store.name}: it is looked at without names; open it without `mask_private` to judge")

    def original(self, report_id: str) -> bytes | None:
        """None: an original is not masked, so it is not given."""
        return None

    def log(self) -> Iterator[LogRow]:
        """The log of the case itself, in masked words."""
        return iter(self._entries)

    def seal(self) -> str:
        """What seals the case itself."""
        return self._sealed


class MaskedCase(_Nameless):
    """A masked copy of a case, in a folder of its own that goes with it."""

    def __init__(self, source: Case, folder: str, tables: Sequence[RowSpec]) -> None:
        self._file = Path(folder) / FILE
        store, _ = open_any(str(self._file), create=True, tables=tables)
        self._source, self._folder = source, folder
        super().__init__(store, by=source.by, tables=tables)
        self.damage = source.damage
        vars(store)["path"] = Path(source.store.name)  # what messages call it
        self._actors: dict[str, tuple[Actor, ...]] = source.result("actors")
        by_entity = {actor.id: actor for held in self._actors.values() for actor in held}
        self._who = source.identities()
        self._masks = Masks(self._who.values(), by_entity)
        line = self._masks.line
        self._entries = tuple(replace(row, options=reworded(row.options, line)) for row in source.log())
        self._sealed = source.seal()
        with self.store.transaction(durable=False):
            self._copy()

    def _copy(self) -> None:
        """Fill the copy: readings in the order in which they came, judgements, failures, the log."""
        came = {entry.thing: entry.number for entry in self._source.store.ledger() if entry.deed == "added"}
        for report_id in sorted(self._source.store.report_ids(), key=lambda id_: came.get(id_, 0)):
            try:
                reading = self._source.store.reading(report_id)
            except CaseError:
                continue  # damaged: an export of the case itself tells of it
            self.add(self._masks.mask(reading))
        for judgement in self._source.judgements():
            self.store.add_judgement(self._judgement(judgement))
        self._judged = -1
        for report_id in self.store.report_ids():
            if self._decided_about(report_id):
                self.store.put_listing(self.listing(self.store.reading(report_id)))
        for failure in self._source.failures():
            words = {name: self._masks.line(getattr(failure, name)) for name in ("path", "reason", "advice")}
            self.store.put_failure(replace(failure, **words), words["path"])

    def _judgement(self, judgement: Judgement) -> Judgement:
        line = self._masks.line
        subjects = []
        for subject in judgement.subjects:
            text = self.store.text(subject.report) or ""
            spans = tuple(
                replace(span, text=text[span.start : span.end] if span.end <= len(text) else line(span.text))
                for span in subject.spans
            )
            subjects.append(replace(subject, spans=spans))
        return replace(
            judgement, subjects=tuple(subjects), value=reworded(judgement.value, line), why=line(judgement.why)
        )

    def result(self, name: str) -> dict[str, Any]:
        """What a case step gives for the case itself, in masked words."""
        found = self._source.result(name)
        if name == "identity":
            return {id_: self._identity(one) for id_, one in found.items()}
        if name == "actors":
            return {id_: tuple(map(self._actor, held)) for id_, held in found.items()}
        step = next(step for step in CASE_STEPS.values() if step.gives == name)
        texts: dict[str, str] = {}

        def text(report_id: str) -> str:
            if report_id not in texts:
                texts[report_id] = self.store.text(report_id) or ""
            return texts[report_id]

        return {
            self._masks.line(key): msgspec.convert(self._masks.result(value, text), step.value)
            for key, value in found.items()
        }

    def _identity(self, identity: Identity) -> Identity:
        line = self._masks.line
        mark = self._masks.marks.get(identity.entities[0])
        alarms = tuple(map(line, identity.alarms))
        if mark is None:
            return replace(identity, alarms=alarms)
        coded = tuple(replace(one, text=line(one.text, small=False)) for one in identity.coded)
        described = tuple(form for form in identity.names if form.islower())
        return replace(identity, name=mark, names=(mark, *map(line, described)), alarms=alarms, coded=coded)

    def _actor(self, actor: Actor) -> Actor:
        mark = self._masks.marks.get(actor.id)
        if mark is None:
            return actor
        line = self._masks.line
        counts: dict[str, int] = {}
        for form in actor.forms:
            text = mark if form.named else line(form.text)
            counts[text] = counts.get(text, 0) + form.count
        named = {mark}
        forms = tuple(replace(actor.forms[0], text=t, named=t in named, count=n) for t, n in counts.items())
        codes = tuple(replace(code, text=line(code.text, small=False)) for code in actor.codes)
        return replace(
            actor, name=mark if actor.name else "", forms=forms, roles=tuple(map(line, actor.roles)), codes=codes
        )

    def once_more(self) -> Case:
        """The same copy, opened again for another thread. What compares reports is worked out by this case alone."""
        return _OnceMore(self)

    def close(self) -> None:
        """Let go of the case, and take the copy away."""
        super().close()
        self._source.close()
        shutil.rmtree(self._folder, ignore_errors=True)


class _OnceMore(_Nameless):
    """See MaskedCase.once_more."""

    def __init__(self, whole: MaskedCase) -> None:
        store, _ = open_any(str(whole._file), read_only=True, tables=whole.tables)
        super().__init__(store, by=whole.by, tables=whole.tables)
        vars(store)["path"] = Path(whole.store.name)
        self._whole, self._entries, self._sealed = whole, whole._entries, whole._sealed

    def work_out(self, name: str) -> dict[str, Any]:
        """What a case step gives for the case itself, in masked words."""
        return self._whole.result(name)


def masked(source: Case, tables: Sequence[RowSpec] = TABLES) -> MaskedCase:
    """A masked copy of a case, which is closed with it."""
    folder = tempfile.mkdtemp(prefix="sayso-")  # its owner's alone
    try:
        return MaskedCase(source, folder, tables)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _single(words: Iterable[Written], parts: Mapping[str, str], *, small: bool) -> Iterator[Marked]:
    """Where single words of names stand."""
    for word in words if parts else ():
        if word.plain in parts and (small or not word.small):
            yield word.start, word.end, parts[word.plain]


def _own_words(
    words: Sequence[Written], place: tuple[int, int], mark: str, parts: Mapping[str, str]
) -> Iterator[Marked]:
    """Of a mention of someone the words of the name, without titles: from the first to the last."""
    held = [word for word in words if place[0] <= word.start and word.end <= place[1] and word.plain in parts]
    if held:
        yield held[0].start, held[-1].end, mark


def _inside(one: Marked, places: Collection[tuple[int, int]]) -> bool:
    return any(start <= one[0] and one[1] <= end for start, end in places)


def _marked(text: str, found: Iterable[Marked]) -> str:
    """The text with its marks."""
    return replaced(text, ((start, end, fitted(mark, end - start)) for start, end, mark in found))
