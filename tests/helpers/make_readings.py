"""Valid readings without a model: `python tests/helpers/make_readings.py N [--seed S] [--length L] > readings.jsonl`.

Seeded and varied: direct, indirect and mixed attributions, also nested ones, entities with titles, claims with chains,
an event here and there, texts in two languages, hostile names. The same N and seed give the same readings, and the
first ones of a longer run are those of a shorter one.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sayso.values.findings import Argument, Attribution, Claim, Entity, Event, Fact, Mention, Voice
from sayso.values.ids import Ids
from sayso.values.json import reading_to_json
from sayso.values.reading import Reading
from sayso.values.report import Credit, Report, report_id
from sayso.values.spans import Span

OUTLETS = ("Ostrany Herald", "Velmar Courier", "Isles Broadcasting", "The Daily Ledger", None)
AGENCIES = ("Reuters", "AFP", "Ostrany Press Service")
FIRST = ("Halim", "Rosa", "Ibrahim", "Ana", "Viktor", "Leila", "Tom", "Zoë", "Nikos", "Mirjana")
LAST = ("Terzo", "Aldo", "O'Neill", "Qazem", "Brandt", "Çelik", "Nováková", "D'Souza", "Petrov", "Lindqvist")
TITLES = ("Envoy", "Minister", "Commissioner", "Police chief", "Colonel", "Spokeswoman")
SUBJECTS = ("the camp", "the bridge", "the ceasefire", "the border", "the talks", "the report", "the sanctions")
DOINGS = ("would be closed", "is safe", "had been attacked", "was never agreed", "must be opened", "will be rebuilt")
WHEN = ("before the summer", "within a week", "on Tuesday", "by the end of the year", "last month", "soon")
FILLERS = (
    "Rain fell over the valley for a third day.", "Markets were closed.", "The road to the north stayed open.",
    "Some 3,400 people live there.", "=SUM(A1:A9) was written on the wall.", "Nobody was hurt; \"nobody\", it says.",
)  # fmt: skip
PERSIAN = "او گفت که اردوگاه بسته خواهد شد. مذاکرات ادامه دارد."


class Draft:
    """A text that grows, with the spans that were marked while it grew."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text), words)


def make_readings(count: int, *, seed: int = 0, length: int = 1) -> Iterator[tuple[Reading, bytes]]:
    """`count` readings with the bytes of their originals, all of different ids; of about `length` times 770 characters."""
    for number in range(count):
        yield make_reading(number, seed=seed, length=length)


def make_reading(number: int, *, seed: int = 0, length: int = 1) -> tuple[Reading, bytes]:
    rng = random.Random(f"{seed}/{number}")
    outlet = rng.choice(OUTLETS)
    day = date(2004, 1, 1) + timedelta(days=rng.randrange(3000))
    others: dict[str, Any] = {
        "paths": (f"reports/{number // 1000:03}/{number:06}.txt",),
        "published": day.isoformat() if rng.random() > 0.05 else None,
        "title": f"{rng.choice(SUBJECTS).title()}: {number}",
        "url": f"https://example.org/{number}" if rng.random() < 0.5 else None,
        "media": "text/plain",
        "charset": "utf-8",
    }
    others["published_from"] = "meta" if others["published"] else None
    if rng.random() < 0.03:
        text = f"{number}. {PERSIAN}"
        data = text.encode()
        report = Report.of(text, outlet=outlet, original=data, lang="fa", map=((0, 0, len(text)),), **others)
        return Reading(report), data
    return _english(number, rng, outlet, others, length)


def _english(number: int, rng: random.Random, outlet: str | None, others: dict, length: int) -> tuple[Reading, bytes]:
    draft = Draft()
    agency = rng.choice(AGENCIES) if rng.random() < 0.3 else None
    if agency:
        credit = draft.add(agency)
        draft.add(f" – {number}. ")
    else:
        draft.add(f"Report {number}. ")
    people = [f"{rng.choice(FIRST)} {rng.choice(LAST)}" for _ in range(rng.randint(1, 3))]
    told = []  # (speaker, title span or None, mention, name, cue, contents, sentence, style, inner)
    for _ in range(length * rng.randint(2, 10)):
        told.append(_statement(draft, rng, rng.choice(people)))
        for _ in range(rng.randint(0, 3)):
            draft.add(rng.choice(FILLERS))
            draft.add(" " if rng.random() < 0.7 else "\n\n")
    text = draft.text
    data = text.encode()
    prefix = report_id(data, outlet)
    ids = {kind: Ids(prefix, kind) for kind in "mnaec"}
    mentions, attributions, claims, events, facts = [], [], [], [], {}
    owned: dict[str, list[Mention]] = {}
    head = [Voice("outlet", outlet)] if outlet else []
    head += [Voice("agency", agency)] if agency else []
    for statement in told:
        person, title, name, cue, contents, sentence, style, inner, event = statement
        mention = Mention(ids["m"](name.start), name, name, "name", "Person")
        mentions.append(mention)
        owned.setdefault(person, []).append(mention)
        if title:
            facts.setdefault(person, []).append(Fact("title", title.text, title))
        said = Attribution(
            ids["a"](contents[0].start), contents, (name,), (cue,), style, speaker=mention.id,
            score=round(rng.uniform(0.3, 1.0), 4),
        )  # fmt: skip
        attributions.append(said)
        chain = (*head, Voice("speaker", mention=mention.id))
        claims.append(Claim(ids["c"](contents[0].start), said.id, chain, (sentence,)))
        if inner:
            source, inner_cue, inner_content = inner
            whom = Mention(ids["m"](source.start), source, source, "nominal", "Organization")
            mentions.append(whom)
            owned.setdefault(source.text, []).append(whom)
            within = Attribution(
                ids["a"](inner_content.start),
                (inner_content,),
                (source,),
                (inner_cue,),
                inside=said.id,
                speaker=whom.id,
            )
            attributions.append(within)
            claims.append(
                Claim(
                    ids["c"](inner_content.start), within.id, (*chain, Voice("speaker", mention=whom.id)), (sentence,)
                )
            )
        if event:
            agent = Argument("agent", name, name, mention.id)
            done = Event(ids["e"](event.start), (event,), (agent,), factuality="Uu", state="unknown", inside=said.id)
            events.append(done)
            claims.append(Claim(ids["c"](event.start), done.id, chain, (sentence,)))
    entities = [
        Entity(
            ids["n"](held[0].span.start),
            tuple(mention.id for mention in held),
            person if held[0].kind == "name" else None,
            held[0].schema,
            facts=tuple(facts.get(person, ())),
        )
        for person, held in owned.items()
    ]
    credits = (Credit(agency, credit),) if agency else ()
    report = Report(
        id=prefix,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        outlet=outlet,
        lang="en",
        credits=credits,
        map=((0, 0, len(text)),),
        **others,
    )
    reading = Reading(
        report, ("entities.v1", "attributions.v1", "events.v1", "claims.v1"), mentions=tuple(mentions),
        entities=tuple(entities), attributions=tuple(attributions), events=tuple(events), claims=tuple(claims),
    )  # fmt: skip
    return reading, data


def _statement(draft: Draft, rng: random.Random, person: str) -> tuple:
    start = len(draft.text)
    subject, doing, when = rng.choice(SUBJECTS), rng.choice(DOINGS), rng.choice(WHEN)
    title = None
    inner = event = None
    style = rng.choice(("direct", "indirect", "mixed"))
    if style == "direct":
        draft.add("“")
        first = draft.add(f"{subject.capitalize()} {doing}")
        draft.add(",” ")
        name = draft.add(person)
        draft.add(" ")
        cue = draft.add(rng.choice(("said", "insisted", "told reporters")))
        draft.add(". “")
        contents: tuple[Span, ...] = (first, draft.add(f"It will happen {when}."))
        draft.add("”")
    else:
        if rng.random() < 0.5:
            title = draft.add(rng.choice(TITLES))
            draft.add(" ")
        name = draft.add(person)
        draft.add(" ")
        cue = draft.add(rng.choice(("said", "denied", "warned")))
        draft.add(" ")
        at = len(draft.text)
        if rng.random() < 0.2:
            draft.add("that ")
            source = draft.add("the ministry")
            draft.add(" ")
            inner_cue = draft.add("had told him")
            draft.add(" ")
            inner = (source, inner_cue, draft.add(f"{subject} {doing}"))
        else:
            draft.add(f"that {subject} ")
            event = draft.add(doing)
            draft.add(f" {when}" if style == "indirect" else f" “{when}”")
        contents = (Span(at, len(draft.text), draft.text[at:]),)
        draft.add(".")
    sentence = Span(start, len(draft.text), draft.text[start:])
    draft.add(" ")
    return person, title, name, cue, contents, sentence, style, inner, event


def main() -> None:
    parser = argparse.ArgumentParser(description="Valid synthetic readings, one a line.")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--length", type=int, default=1, help="about so many times 770 characters")
    options = parser.parse_args()
    for reading, _ in make_readings(options.count, seed=options.seed, length=options.length):
        sys.stdout.buffer.write(reading_to_json(reading) + b"\n")


if __name__ == "__main__":
    main()
