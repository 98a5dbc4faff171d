"""A case in which a private person is named, in texts, titles, paths, judgements, failures and log: Mira Aldo.

Halim Terzo, Rurik Aldo and Greta Lunn have offices, in one report at least.
"""

from __future__ import annotations

from pathlib import Path

from sayso.case import open_case
from sayso.values.findings import Attribution, Claim, Entity, Fact, Mention, Voice
from sayso.values.reading import Reading
from sayso.values.report import Report

FIRST = (
    "The shopkeeper Mira Aldo said that minister Halim Terzo lied. Aldo left the Aldo Street. "
    "Rurik Aldo, a judge, stayed. MIRA ALDO waved; the minister met spokeswoman Greta Lunn."
)
SECOND = "Aldo's shop was shut, said Mira Aldo. Halim Terzo came. Greta Lunn, a resident, was there."


def reading(text: str, outlet: str, path: str, *people: tuple[str, str, str]) -> Reading:
    """A report with an entity for each (name, its mentions, role before or behind it)."""
    report = Report.of(text, outlet=outlet, published="2031-05-02", published_from="meta", paths=(path,),
                       title=f"On {people[0][0]}", original=text.encode())  # fmt: skip
    mentions, entities, taken = [], [], set()
    for name, words, role in people:
        ids = []
        for word in words.split("|"):
            at = text.find(word)
            while at in taken:
                at = text.find(word, at + 1)
            taken |= set(range(at, at + len(word)))
            span = report.span(at, at + len(word))
            mentions.append(Mention(f"{report.id}/m{at}", span, span, "name", "Person"))
            ids.append(mentions[-1].id)
        facts: tuple[Fact, ...] = ()
        if role:
            start = text.index(role)
            facts = (Fact("role", role, report.span(start, start + len(role))),)
        entities.append(Entity(f"{report.id}/n{ids[0].partition('/m')[2]}", tuple(ids), name, "Person", facts=facts))
    said = text.index("said")
    speaker = entities[0].mentions[0]
    content = report.span(said + 5, said + 40)
    attribution = Attribution(f"{report.id}/a{said}", (content,), speaker=speaker, cue=(report.span(said, said + 4),))
    claim = Claim(f"{report.id}/c{said}", attribution.id, (Voice("outlet", outlet), Voice("speaker", people[0][0], speaker)),
                  (report.span(0, len(text)),))  # fmt: skip
    return Reading(report, ("mentions.v1",), mentions=tuple(sorted(mentions, key=lambda m: m.span.start)),
                   entities=tuple(entities), attributions=(attribution,), claims=(claim,))  # fmt: skip


def make_private(file: Path) -> Path:
    """A case of these two reports, with the name of Mira Aldo in all that it keeps; the path of its file."""
    first = reading(FIRST, "Herald", "in/mira-aldo.txt", ("Mira Aldo", "Mira Aldo|Aldo", "shopkeeper"),
                    ("Halim Terzo", "Halim Terzo", "minister"), ("Rurik Aldo", "Rurik Aldo", "judge"),
                    ("Greta Lunn", "Greta Lunn", "spokeswoman"))  # fmt: skip
    second = reading(SECOND, "Courier", "in/2.txt", ("Mira Aldo", "Mira Aldo|Aldo", ""), ("Halim Terzo", "Halim Terzo", ""),
                     ("Greta Lunn", "Greta Lunn", "resident"))  # fmt: skip
    with open_case(file, create=True) as case, case.logged("read", options={"paths": ["in/mira-aldo.txt"]}):
        for one in (first, second):
            case.add(one, one.report.text.encode())
        case.add_failure("in/Mira Aldo.doc", "office", "locked by Mira Aldo")
        case.judge("note", [first.attributions[0].id], "ask Mira Aldo", "Mira Aldo said so")
    return file
