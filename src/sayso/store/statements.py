"""A reading's attributions as rows: what a case searches, and what a spreadsheet shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sayso.store.values import Statement
from sayso.types import Attribution, Claim, Mention, Reading, Report, Span, Voice

JOINT: Final = " … "  # between spans of one content
LINK: Final = " > "  # between voices of a chain


def statements_of(reading: Reading) -> list[Statement]:
    """The rows of a reading, one an attribution, in the order in which the text gives them.

    >>> from sayso.types import Attribution, Mention
    >>> report = Report.of("Terzo said it would rain.", outlet="Daily")
    >>> terzo = Mention(report.id + "/m0", report.span(0, 5), report.span(0, 5), "name", "Person")
    >>> said = Attribution(report.id + "/a11", (report.span(11, 24),), cue=(report.span(6, 10),), speaker=terzo.id)
    >>> [row] = statements_of(Reading(report, mentions=(terzo,), attributions=(said,)))
    >>> row.chain, row.cue, row.content
    ('Daily > Terzo', 'said', 'it would rain')
    """
    names = _Names(reading)
    claims: dict[str, Claim] = {}
    for claim in reading.claims:
        claims.setdefault(claim.about, claim)
    by_id = {attribution.id: attribution for attribution in reading.attributions}
    version = next((step for step in reading.steps if step.startswith("attributions.")), "")
    rows = []
    for said in sorted(reading.attributions, key=lambda a: (a.content[0].start, a.content[0].end, a.id)):
        told = claims.get(said.id)
        chain = told.chain if told is not None else assumed_chain(reading.report, said, by_id)
        rows.append(
            Statement(
                id=said.id,
                speaker=names.of(said.speaker) if said.speaker else _joined(said.source),
                who=names.all_of(said.speaker) if said.speaker else _joined(said.source),
                role=names.role_of(said.speaker),
                chain=LINK.join(names.chain(chain, said)),
                cue=_joined(said.cue),
                content=_joined(said.content),
                sentence=" ".join(span.text for span in told.evidence) if told is not None else "",
                style=said.style,
                manner=said.manner,
                score=said.score,
                start=said.content[0].start,
                end=said.content[-1].end,
                version=version,
            )
        )
    return rows


def assumed_chain(report: Report, said: Attribution, by_id: dict[str, Attribution]) -> tuple[Voice, ...]:
    """Who vouches for an attribution that has no claim: outlet, agencies of the report, and whom it stands inside."""
    chain = [Voice("outlet", report.outlet)] if report.outlet else []
    chain += [Voice("agency", credit.agency) for credit in report.credits if credit.scope == "report"]
    outer: list[Voice] = []
    inside = by_id.get(said.inside) if said.inside else None
    while inside is not None:
        if inside.speaker:
            outer.append(Voice("speaker", mention=inside.speaker))
        inside = by_id.get(inside.inside) if inside.inside else None
    return (*chain, *reversed(outer))


class _Names:
    """What to call the voices of one reading; each mention is looked up once."""

    def __init__(self, reading: Reading) -> None:
        self._mentions: dict[str, Mention] = {mention.id: mention for mention in reading.mentions}
        self._owner = {mention: entity for entity in reading.entities for mention in entity.mentions}

    def of(self, mention: str) -> str:
        """The entity's name, else the words of the mention."""
        entity = self._owner.get(mention)
        return (entity.name if entity else None) or self._mentions[mention].span.text

    def all_of(self, mention: str) -> str:
        """All that someone is called, each once: for the search, not for show."""
        entity = self._owner.get(mention)
        words = [self.of(mention), self._mentions[mention].span.text]
        if entity is not None:
            words += [self._mentions[m].span.text for m in entity.mentions if self._mentions[m].kind != "pronoun"]
            words += [fact.value for fact in entity.facts if fact.kind in ("alias", "role", "title", "affiliation")]
        return " | ".join(dict.fromkeys(words))

    def role_of(self, mention: str | None) -> str:
        """The titles, roles and affiliations that the report gives for someone, each once."""
        entity = self._owner.get(mention) if mention else None
        facts = entity.facts if entity is not None else ()
        return "; ".join(dict.fromkeys(f.value for f in facts if f.kind in ("title", "role", "affiliation")))

    def chain(self, chain: Sequence[Voice], said: Attribution) -> list[str]:
        """The names of a chain, the speaker of the attribution at its end."""
        names = [voice.name or self.of(voice.mention or "") for voice in chain]
        if said.speaker or said.source:
            last = self.of(said.speaker) if said.speaker else _joined(said.source)
            if not names or names[-1] != last:
                names.append(last)
        return names


def _joined(spans: Iterable[Span]) -> str:
    return JOINT.join(span.text for span in spans)
