"""A reading's attributions as rows: what a case searches, and what a spreadsheet shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sayso.values.case import Statement
from sayso.values.findings import Attribution, Claim, Voice
from sayso.values.reading import Reading
from sayso.values.rows import RowQuery, RowSpec
from sayso.values.spans import Span
from sayso.views.chains import Chains
from sayso.views.evidence import shown
from sayso.views.names import NOT_NAMED, Names

JOINT: Final = " … "  # between spans of one content
LINK: Final = " > "  # between voices of a chain
TOGETHER: Final = ", "  # between those who say it together
EITHER: Final = " | "  # between what those are called who say it together, for the search


def statements_of(reading: Reading) -> list[Statement]:
    """The rows of a reading, one an attribution, in the order in which the text gives them.

    >>> from sayso import Attribution, Mention, Report
    >>> report = Report.of("Terzo said it would rain.", outlet="Daily")
    >>> terzo = Mention(report.id + "/m0", report.span(0, 5), report.span(0, 5), "name", "Person")
    >>> said = Attribution(report.id + "/a11", (report.span(11, 24),), cue=(report.span(6, 10),), speaker=terzo.id)
    >>> [row] = statements_of(Reading(report, mentions=(terzo,), attributions=(said,)))
    >>> row.chain, row.cue, row.content
    ('Daily > Terzo', 'said', 'it would rain')
    """
    names = Names(reading)
    claims: dict[str, Claim] = {}
    for claim in reading.claims:
        claims.setdefault(claim.about, claim)
    chains = Chains(reading.report, reading.mentions, reading.entities, reading.attributions)
    version = next((step for step in reading.steps if step.startswith("attributions.")), "")
    rows = []
    text = reading.report.text
    for said in sorted(reading.attributions, key=lambda a: (a.content[0].start, a.content[0].end, a.id)):
        told = claims.get(said.id)
        together = said.speakers or ((said.speaker,) if said.speaker else ())
        called = list(dict.fromkeys(names.listed(mention, text) for mention in together))
        nobody = [NOT_NAMED] if NOT_NAMED in called else []  # a list leads to them by these words
        chain = told.chain if told is not None else chains.of(said.id)
        rows.append(
            Statement(
                id=said.id,
                speaker=TOGETHER.join(called) or _joined(said.source),
                who=EITHER.join([*nobody, *map(names.all_of, together)]) or _joined(said.source),
                role="; ".join(role for mention in together if (role := names.role_of(mention))),
                chain=LINK.join(_chain(names, chain, said)),
                cue=_joined(said.cue),
                content=_joined(said.content),
                sentence=" ".join(shown(text, span.start, span.end) for span in told.evidence)
                if told is not None
                else "",
                style=said.style,
                manner=said.manner,
                score=said.score,
                start=said.content[0].start,
                end=said.content[-1].end,
                version=version,
            )
        )
    return rows


def _chain(names: Names, chain: Sequence[Voice], said: Attribution) -> list[str]:
    """The names of a chain; at its end the words of a source that stands for nobody."""
    out = [TOGETHER.join([voice.name or names.of(voice.mention or ""), *names.each(voice.together)]) for voice in chain]
    if said.source and not said.speaker:
        out.append(_joined(said.source))
    return out


def _joined(spans: Iterable[Span]) -> str:
    return JOINT.join(span.text for span in spans)


def said_by(who: str = "", about: str = "") -> RowQuery:
    """The question for what somebody said: all words of `who` are among what the speaker is called.

    about   words that the content holds. Who speaks is the speaker of the statement itself, also where somebody else
            quotes him; see docs/decisions/0005-who-said-it.md.
    """
    asked = (("who", who), ("content", about))
    return RowQuery("statements", tuple((name, words) for name, words in asked if words))


STATEMENTS: Final = RowSpec("statements", Statement, statements_of, 2, searched=("who", "content"), ranked=("score",))
