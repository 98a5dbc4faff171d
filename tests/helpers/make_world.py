"""Valid readings with everything that pages show, without a model: `python tests/helpers/make_world.py N CASE [--seed S]`.

Reports of some outlets on the same few actors, towns and years: dated and vague events with PLOVER types, places with
points (some of them not certain), numbers, statements in chains, labels, relations. The same N and seed give the same.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from make_readings import Draft

from sayso.case import open_case
from sayso.values.findings import (
    Argument,
    Attribution,
    Claim,
    Entity,
    Event,
    Label,
    Mention,
    Place,
    Quantity,
    Relation,
    Time,
    Voice,
    When,
)
from sayso.values.ids import Ids
from sayso.values.reading import Reading
from sayso.values.report import Report, report_id
from sayso.values.spans import Span

OUTLETS = ("Ostrany Herald", "Velmar Courier", "Isles Broadcasting", "Lower Tarn Lantern", "روزنامه تارن")
ACTORS = (
    ("Halim Terzo", "Person"), ("Rosa Aldo", "Person"), ("the Front", "Organization"), ("Ostrany", "PublicBody"),
    ("Velmar", "PublicBody"), ("the Isles", "PublicBody"), ("Ibrahim Qazem", "Person"), ("Ida Brenn", "Person"),
    ("the Camp Council", "Organization"), ("the Ministry of the Interior of Velmar", "PublicBody"),
    ("محمد رضا", "Person"), ("the Union of Teachers", "Organization"), ("Viktor Nováková", "Person"),
    ("the Border Guard", "PublicBody"), ("Nikos Petrov", "Person"), ("the Assembly of the Isles", "PublicBody"),
)  # fmt: skip
TOWNS = (
    ("Geneva", "CH", 46.204, 6.143), ("Zurich", "CH", 47.369, 8.541), ("Milan", "IT", 45.464, 9.19),
    ("Turin", "IT", 45.071, 7.687), ("Lyon", "FR", 45.748, 4.847), ("Innsbruck", "AT", 47.263, 11.394),
    ("Ljubljana", "SI", 46.05, 14.505), ("Trieste", "IT", 45.649, 13.777), ("Springfield", "US", 39.802, -89.644),
    ("Tripoli", "LY", 32.875, 13.188), ("Haldmark", None, None, None),
)  # fmt: skip
DEEDS = (
    ("attacked", "ASSAULT", -1), ("arrested members of", "COERCE", -1), ("accused", "ACCUSE", -1), ("threatened", "THREATEN", -1),
    ("met", "CONSULT", 1), ("praised", "SUPPORT", 1), ("helped", "AID", 1), ("signed an agreement with", "AGREE", 1),
)  # fmt: skip
LABELS = (
    ("terrorists", -1), ("freedom fighters", 1), ("a sect", -1), ("dissidents", 0), ("wreckers", -1), ("partners", 1),
    ("the group", 0), ("hypocrites", -1),
)  # fmt: skip
CONTENTS = ("the camp would be closed", "no agreement had been made", "the talks would go on", "the border was open")


def make_world(count: int, *, seed: int = 0) -> Iterator[tuple[Reading, bytes]]:
    """`count` readings with the bytes of their originals."""
    for number in range(count):
        yield _World(number, random.Random(f"{seed}/{number}")).reading()


class _World:
    """One report while it is written."""

    def __init__(self, number: int, rng: random.Random) -> None:
        self.number, self.rng, self.draft = number, rng, Draft()
        self.day = date(2027, 1, 1) + timedelta(days=rng.randrange(1500))
        self.told: list[tuple[str, dict[str, Any]]] = []

    def actor(self, besides: str = "") -> tuple[str, str]:
        """Somebody, the first ones more often."""
        return next(
            found
            for _ in range(99)
            if (found := ACTORS[min(self.rng.randrange(16), self.rng.randrange(16))])[0] != besides
        )

    def reading(self) -> tuple[Reading, bytes]:
        rng, draft = self.rng, self.draft
        outlet = rng.choice(OUTLETS)
        draft.add(f"Report {self.number}. ")
        for _ in range(rng.randint(2, 7)):
            start = len(draft.text)
            kind = rng.choice(("event", "event", "said", "label"))
            parts: dict[str, Any] = getattr(self, f"_{kind}")()
            self.told.append((kind, parts | {"sentence": Span(start, len(draft.text), draft.text[start:])}))
            draft.add(rng.choice((" ", " ", "\n\n")))
        text = draft.text
        data = text.encode()
        dated: dict[str, Any] = {}
        if rng.random() > 0.05:
            dated = {"published": self.day.isoformat(), "published_from": "meta"}
        report = Report(
            id=report_id(data, outlet), text=text, sha256=hashlib.sha256(data).hexdigest(), outlet=outlet, lang="en",
            paths=(f"world/{self.number // 1000:03}/{self.number:06}.txt",), map=((0, 0, len(text)),), charset="utf-8",
            media="text/plain", title=f"{self.told[0][1]['names'][0]} and the camp: report {self.number}",
            **dated,
        )  # fmt: skip
        return _made(report, self.told), data

    def _someone(self, besides: str = "") -> tuple[str, str, Span]:
        name, schema = self.actor(besides)
        return name, schema, self.draft.add(name)

    def _event(self) -> dict[str, Any]:
        rng, draft = self.rng, self.draft
        who, schema, who_span = self._someone()
        draft.add(" ")
        words, kind, sign = rng.choice(DEEDS)
        trigger = draft.add(words)
        draft.add(" ")
        whom, whom_schema, whom_span = self._someone(who)
        draft.add(" in ")
        town = rng.choice(TOWNS)
        place = draft.add(town[0])
        when: tuple[Span, str, str, str] | None = None
        day = self.day - timedelta(days=int(rng.expovariate(1 / 20)))
        draft.add(" ")
        match rng.randrange(6):
            case 0 | 1 | 2:
                draft.add("on ")
                words = f"{day.day} {day:%B} {day.year}"
                when = (draft.add(words), day.isoformat(), day.isoformat(), day.isoformat())
            case 3:
                draft.add("in ")
                first = day.replace(day=1)
                last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
                when = (draft.add(f"{day:%B} {day.year}"), f"{day:%Y-%m}", first.isoformat(), last.isoformat())
            case 4:
                draft.add("in ")
                year = rng.choice((1953, 1979, 2019, day.year))
                when = (draft.add(str(year)), str(year), f"{year}-01-01", f"{year}-12-31")
            case _:
                draft.add("lately")
        quantity = None
        if rng.random() < 0.4:
            draft.add("; ")
            value = rng.choice((3, 12, 40, 3300, 3400, 3412))
            number = draft.add(f"{value:,}")
            draft.add(" ")
            quantity = (number, float(value), draft.add("people"))
            draft.add(" were held")
        draft.add(".")
        return {"names": (who, whom), "schemas": (schema, whom_schema), "spans": (who_span, whom_span), "trigger": trigger,
                "type": kind, "sign": sign, "town": town, "place": place, "when": when, "quantity": quantity,
                "state": rng.choice(("done", "done", "done", "denied", "not_yet"))}  # fmt: skip

    def _said(self) -> dict[str, Any]:
        who, schema, span = self._someone()
        self.draft.add(" ")
        cue = self.draft.add(self.rng.choice(("said", "denied", "warned")))
        self.draft.add(" ")
        content = self.draft.add(f"that {self.rng.choice(CONTENTS)}")
        self.draft.add(".")
        return {"names": (who,), "schemas": (schema,), "spans": (span,), "cue": cue, "content": content}

    def _label(self) -> dict[str, Any]:
        who, schema, span = self._someone()
        self.draft.add(" called ")
        whom, whom_schema, whom_span = self._someone(who)
        self.draft.add(" ")
        words, polarity = self.rng.choice(LABELS)
        label = self.draft.add(words)
        self.draft.add(".")
        return {"names": (who, whom), "schemas": (schema, whom_schema), "spans": (span, whom_span), "label": label,
                "polarity": polarity}  # fmt: skip


def _made(report: Report, told: list[tuple[str, dict[str, Any]]]) -> Reading:
    ids = {kind: Ids(report.id, kind) for kind in "mnaecqptlr"}
    held: dict[str, tuple[Any, list[Mention]]] = {}
    mentions: list[Mention] = []
    lists: dict[str, list[Any]] = {
        name: [] for name in "times places quantities events attributions labels relations claims".split()
    }
    outlet = (Voice("outlet", report.outlet),) if report.outlet else ()

    def claim(about: str, sentence: Span, *chain: Voice) -> None:
        lists["claims"].append(Claim(ids["c"](sentence.start), about, (*outlet, *chain), (sentence,)))

    for kind, parts in told:
        found = []
        for name, schema, span in zip(parts["names"], parts["schemas"], parts["spans"], strict=True):
            mention = Mention(ids["m"](span.start), span, span, "name", schema)
            mentions.append(mention)
            held.setdefault(name, (schema, []))[1].append(mention)
            found.append(mention)
        sentence: Span = parts["sentence"]
        if kind == "said":
            said = Attribution(ids["a"](parts["content"].start), (parts["content"],), (found[0].span,), (parts["cue"],),
                               speaker=found[0].id, score=0.9, manner="denies" if parts["cue"].text == "denied" else "says")  # fmt: skip
            lists["attributions"].append(said)
            claim(said.id, sentence, Voice("speaker", mention=found[0].id))
        elif kind == "label":
            label = Label(ids["l"](parts["label"].start), parts["label"], "naming", found[1].id, found[0].id,
                          parts["polarity"], "reported")  # fmt: skip
            lists["labels"].append(label)
            claim(label.id, sentence)
        else:
            _event_parts(report, parts, found, ids, lists)
            claim(lists["events"][-1].id, sentence)
            if lists["relations"] and lists["relations"][-1].evidence == (sentence,):
                claim(lists["relations"][-1].id, sentence)
    entities = tuple(
        Entity(ids["n"](own[0].span.start), tuple(m.id for m in own), name, schema)
        for name, (schema, own) in held.items()
    )
    steps = ("entities.v1", "attributions.v1", "events.v1", "labels.v1", "relations.v1", "claims.v1")
    rest: dict[str, Any] = {name: tuple(found) for name, found in lists.items()}
    return Reading(report, steps, mentions=tuple(mentions), entities=entities, **rest)


def _event_parts(
    report: Report, parts: dict[str, Any], found: list[Mention], ids: dict[str, Ids], lists: dict[str, list[Any]]
) -> None:
    name, country, latitude, longitude = parts["town"]
    spot: Span = parts["place"]
    known = {"gazetteer": f"geonames:{abs(hash_of(name))}", "name": name, "country": country, "latitude": latitude,
             "longitude": longitude, "score": 0.3 if name in ("Springfield", "Tripoli") else 0.97} if country else {}  # fmt: skip
    place = Place(ids["p"](spot.start), spot, "place", **known)
    lists["places"].append(place)
    whens: tuple[When, ...] = ()
    arguments = [Argument("agent", found[0].span, found[0].head, found[0].id), Argument("patient", found[1].span, found[1].head, found[1].id),
                 Argument("place", spot, spot)]  # fmt: skip
    if parts["when"]:
        span, value, earliest, latest = parts["when"]
        time = Time(ids["t"](span.start), span, "DATE", value, earliest=earliest, latest=latest)
        lists["times"].append(time)
        whens = (When("at", time.id),)
        arguments.append(Argument("time", span, span))
    counted: tuple[str, ...] = ()
    if parts["quantity"]:
        number, value, counts = parts["quantity"]
        quantity = Quantity(ids["q"](number.start), number, value, counts=counts, role="held")
        lists["quantities"].append(quantity)
        counted = (quantity.id,)
    trigger: Span = parts["trigger"]
    factuality: Any = {"done": "CT+", "denied": "CT-", "not_yet": "Uu"}[parts["state"]]
    event = Event(
        ids["e"](trigger.start), (trigger,), tuple(arguments), parts["type"], when=whens, place=place.id, quantities=counted,
        factuality=factuality, state=parts["state"], main=sum(e.main for e in lists["events"]) < 2,
    )  # fmt: skip
    lists["events"].append(event)
    if parts["state"] == "done":
        lists["relations"].append(
            Relation(ids["r"](trigger.start), found[0].id, found[1].id, parts["sign"], "act", (parts["sentence"],))
        )


def hash_of(name: str) -> int:
    """A number that stays the same from one process to the next."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big")


def main() -> None:
    parser = argparse.ArgumentParser(description="A case with everything that pages show.")
    parser.add_argument("count", type=int)
    parser.add_argument("case")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with open_case(options.case, create=True) as case:
        for reading, original in make_world(options.count, seed=options.seed):
            case.add(reading, original)


if __name__ == "__main__":
    main()
