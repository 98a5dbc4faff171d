"""What the command prints for people: statements with their words marked, safe in any terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.text.printable import safe, safe_keeping_ends
from sayso.values.findings import Attribution, Claim
from sayso.values.reading import Reading
from sayso.values.spans import Span

__all__ = [
    "COLOUR",
    "PLAIN",
    "Marks",
    "chain_names",
    "marked",
    "safe",
    "safe_keeping_ends",
    "show_statement",
    "statements",
]


@dataclass(frozen=True, slots=True)
class Marks:
    """How the parts of a statement are marked: pairs put around source, cue and content."""

    source: tuple[str, str]
    cue: tuple[str, str]
    content: tuple[str, str]


PLAIN: Final = Marks(("{", "}"), ("<", ">"), ("[", "]"))
COLOUR: Final = Marks(("\x1b[1;36m", "\x1b[0m"), ("\x1b[33m", "\x1b[0m"), ("\x1b[4m", "\x1b[0m"))


def marked(reading: Reading, attribution: Attribution, evidence: Sequence[Span], marks: Marks) -> str:
    """The sentences of a statement with source, cue and content marked."""
    parts: list[tuple[int, int, tuple[str, str]]] = []
    for name in ("source", "cue", "content"):
        parts += [(span.start, span.end, getattr(marks, name)) for span in getattr(attribution, name)]
    parts.sort(key=lambda part: (part[0], -part[1]))
    out = []
    for sentence in evidence:
        position = sentence.start
        text = []
        for start, end, (before, after) in parts:
            start, end = max(start, position), min(end, sentence.end)
            if start < end:
                text.append(safe_keeping_ends(reading.report.text[position:start]))
                text.append(before + safe(reading.report.text[start:end]) + after)
                position = end
        text.append(safe_keeping_ends(reading.report.text[position : sentence.end]))
        out.append("".join(text))
    return " ".join(out)


def chain_names(claim: Claim) -> list[str]:
    """The names along a chain, outermost first."""
    return [safe(voice.name or voice.mention or "") for voice in claim.chain]


def statements(reading: Reading, who: str = "", about: str = "") -> Iterator[tuple[Attribution, Claim]]:
    """The attributions of a reading whose speaker, or a voice of whose chain, has `who` in its name.

    about   words that must all stand in the content
    """
    claims = {claim.about: claim for claim in reading.claims}
    called = {mention.id: mention.span.text for mention in reading.mentions}
    owner = {mention: entity for entity in reading.entities for mention in entity.mentions}
    wanted = who.casefold()
    words = about.casefold().split()
    for attribution in reading.attributions:
        claim = claims.get(attribution.id)
        if claim is None:
            continue
        names = [voice.name or "" for voice in claim.chain]
        if attribution.speaker is not None:
            names.append(called[attribution.speaker])
            entity = owner.get(attribution.speaker)
            names += [called[mention] for mention in entity.mentions] if entity else []
        if wanted and not any(wanted in name.casefold() for name in names):
            continue
        content = " ".join(span.text for span in attribution.content).casefold()
        if all(word in content for word in words):
            yield attribution, claim


def show_statement(reading: Reading, attribution: Attribution, claim: Claim, *, colour: bool = False) -> str:
    """A statement for people: where and when, the chain, and the sentences with their words marked."""
    report = reading.report
    chain = chain_names(claim)
    if attribution.speaker is None:
        chain.append("(nobody named)" if not attribution.source else safe(attribution.source[0].text))
    manner = "" if attribution.manner == "says" else f"  ({attribution.manner})"
    where = safe(report.paths[0] if report.paths else report.id)
    head = f"{(report.published or 'no date')[:10]}  {' > '.join(chain)}{manner}"
    text = marked(reading, attribution, claim.evidence, COLOUR if colour else PLAIN)
    at = attribution.content[0]
    return f"{head}\n    {text}\n    {where}:{at.start}-{attribution.content[-1].end}"
