"""Who vouches for a place in a report: from who prints to who vouches last.

The chain is the outlet, the agencies that the whole report is credited to, then for each attribution around the place,
the outer ones first, whoever carried the words and who spoke. What is unknown is left out, never guessed. An agency has
one name however it is written, so that a credit "(AP)" and "told the Associated Press" are one voice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.values.findings import Attribution, Entity, Mention, Voice
from sayso.values.report import Report
from sayso.views.names import Names
from sayso.world.agencies import agency_name


def head(report: Report) -> list[Voice]:
    """The links that all chains of a report begin with: its outlet, and the agencies it is credited to."""
    links = [Voice("outlet", report.outlet)] if report.outlet else []
    prints = _plain(report.outlet)
    for credit in report.credits:
        voice = Voice("agency", agency_name(credit.agency) or credit.agency)
        # what an agency prints itself has one voice, not two
        if credit.scope == "report" and voice not in links and _plain(voice.name) != prints:
            links.append(voice)
    return links


def _plain(name: str | None) -> str:
    return ((name and agency_name(name)) or name or "").casefold().removeprefix("the ").strip()


class Chains:
    """The chain of any place in a report, by the attribution that it stands in."""

    def __init__(
        self,
        report: Report,
        mentions: Sequence[Mention],
        entities: Iterable[Entity],
        attributions: Iterable[Attribution],
    ) -> None:
        self._attributions = {a.id: a for a in attributions}
        self._names = Names.among(mentions, entities)
        self._head = tuple(head(report))
        self._known: dict[str | None, tuple[Voice, ...]] = {None: self._head}

    def of(self, inside: str | None) -> tuple[Voice, ...]:
        """The chain of what stands inside this attribution, its speaker last; of the report itself for None."""
        path: list[Attribution] = []
        while inside not in self._known:
            assert inside is not None
            path.append(self._attributions[inside])
            inside = path[-1].inside
        for attribution in reversed(path):
            chain = list(self._known[attribution.inside])
            for mention in attribution.via:
                self._add(chain, Voice("agency", self._names.of(mention), mention))
            if attribution.speaker is not None:
                others = attribution.speakers[1:]
                self._add(chain, Voice("speaker", self._names.of(attribution.speaker), attribution.speaker, others))
            self._known[attribution.id] = tuple(chain)
            inside = attribution.id
        return self._known[inside]

    def _add(self, chain: list[Voice], voice: Voice) -> None:
        """Add a voice unless it is one already: the same someone, or the agency that the report is credited to.

        Whoever speaks and is a known agency is an agency: "AP reported".
        """
        assert voice.name is not None and voice.mention is not None
        known = agency_name(voice.name)
        if known is not None or voice.kind == "agency":
            voice = Voice("agency", known or voice.name, voice.mention, voice.together)
        someone = self._someone(voice)
        for other in chain:
            if (other.mention is not None and self._someone(other) == someone) or (
                voice.kind == "agency" and other.name == voice.name
            ):
                return
        chain.append(voice)

    def _someone(self, voice: Voice) -> str:
        assert voice.mention is not None
        return self._names.someone(voice.mention)
