"""The example case: with the attributions given, who is meant by each source."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from sayso.extract.entities import entities
from sayso.extract.mentions import someones
from sayso.extract.zones import zones
from sayso.lang import load_language
from sayso.nlp.parser import load_parser
from sayso.nlp.tree import Tree
from sayso.values.findings import Attribution, Entity, Mention
from sayso.values.ids import Ids
from sayso.values.report import Report
from sayso.values.spans import Span

ENGLISH = load_language("en")
LEAST = 0.85


def plain(name: str) -> str:
    words = re.findall(r"\w+", re.sub(r"['’]s?\b", "", re.sub(r"\(.*?\)", " ", name.casefold())))
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def mention_in(report: Report, found: tuple[Mention, ...], source: list[Span]) -> Mention | None:
    inside = [m for m in found if any(s.start <= m.head.start and m.head.end <= s.end for s in source)]
    first = [m for m in inside if not any(o is not m and o.span.covers(m.span) and o.span != m.span for o in inside)]
    end = max((s.end for s in source), default=0)
    owners = [m for m in first if m.span.end < end and re.match(r"['’]", report.text[m.span.end :])]
    first = [m for m in first if m not in owners] or first
    return min(first, key=lambda m: m.span.start) if first else None


def speakers_of(case: Path) -> list[tuple[str, str, str | None, str]]:
    """(report, words of the source, id of the speaker by gold, name found) of every attribution with a source."""
    gold = json.loads((case / "gold" / "gold.json").read_text("utf-8"))
    out = []
    for number in range(1, 9):
        name = f"r{number}"
        text = (case / "gold" / "reports" / f"{name}.txt").read_bytes().decode("utf-8")
        report = Report.of(text)
        tree = Tree(load_parser(ENGLISH.parser)(text))
        found = someones(report, tree, ENGLISH)
        held: list[tuple[dict[str, Any], Attribution]] = []
        ids = Ids(report.id, "a")
        for one in (a for a in gold["attributions"] if a["report"] == name):
            parts: dict[str, Any] = {
                part: tuple(report.span(*s) for s in one[part]) for part in ("source", "cue", "content")
            }
            speaker = mention_in(report, found, list(parts["source"]))
            start = parts["content"][0].start
            made = Attribution(ids(start), **parts, style=one["kind"], speaker=speaker.id if speaker else None)
            held.append((one, made))
        values = entities(report, tree, None, found, tuple(made for _, made in held), zones(report, ENGLISH), ENGLISH)
        owner: dict[str, Entity] = {m: entity for entity in values for m in entity.mentions}
        words = {m.id: m.span.text for m in found}
        for one, made in held:
            if one["source"] and one["speaker_id"]:
                entity = owner.get(made.speaker or "")
                described = [m.span.text for m in found if entity and m.id in entity.mentions and m.kind != "pronoun"]
                who = (entity.name or described[0] if described else words[made.speaker or ""]) if entity else "-"
                out.append((name, " ".join(one["strings"]["source"]), one["speaker_id"], who))
    return out


def test_the_sources_of_the_example_lead_to_those_who_speak(tarn_bridge: Path) -> None:
    gold = json.loads((tarn_bridge / "gold" / "gold.json").read_text("utf-8"))
    names = {a["id"]: {plain(n) for n in (*a["names"], a["name"])} for a in gold["actors"]}
    told = speakers_of(tarn_bridge)
    wrong = []
    for report, source, speaker, who in told:
        words = set(plain(who).split())
        exact = {key for key, known in names.items() if plain(who) in known}
        near = {key for key, known in names.items() if words and any(words <= set(n.split()) for n in known)}
        found = exact or (near if len(near) == 1 else set())
        if speaker not in found:
            wrong.append((report, source, speaker, who))

    assert 1 - len(wrong) / len(told) >= LEAST, wrong
