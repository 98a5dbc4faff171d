"""A reading's labels as rows, and the labels of a case counted: who calls whom what, how often, where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sayso.text.printable import safe
from sayso.values.case import ReportRow
from sayso.values.findings import Claim, Label
from sayso.values.reading import Reading
from sayso.values.rows import RowSpec
from sayso.views.evidence import shown
from sayso.views.names import NOT_NAMED, Names
from sayso.views.statements import LINK

SIGNS: Final = {-1: "-", 0: " ", 1: "+"}
UNKNOWN: Final = "(outlet not known)"
MOST_HOLDERS: Final = 6  # of whom a table is printed with a column each
WIDEST: Final = 18  # characters of a column
MAX_EVIDENCE: Final = 2  # sentences that are printed for a label


@dataclass(frozen=True, slots=True)
class LabelRow:
    """One label as a row. What is absent is "".

    label       the words in lower case: by these labels are counted; `words` as they stand
    kind        "naming" or "evaluation"
    polarity    -1, 0 or 1
    how         used, reported or denied
    by          what to call who uses it; the outlet where it is the report's own word
    own         1 where the report itself uses it, 0 where somebody else does
    about       what to call the target
    bys, abouts all that they are called in the report: for the search
    holder, target   ids of their entities
    chain       who vouches that it is used, from who prints to who vouches last, joined by " > "
    evidence    (start, end) of the sentences that tell it
    """

    id: str
    label: str
    words: str
    kind: str
    polarity: int
    how: str
    by: str
    own: int
    about: str
    bys: str
    abouts: str
    holder: str
    target: str
    chain: str
    evidence: tuple[tuple[int, int], ...]
    start: int
    end: int
    version: str


def label_rows(reading: Reading) -> list[LabelRow]:
    """The rows of a reading, one a label, in the order of the text.

    >>> from sayso import Mention, Report
    >>> report = Report.of("Terzo called them wreckers.", outlet="Daily")
    >>> terzo = Mention(report.id + "/m0", report.span(0, 5), report.span(0, 5), "name", "Person")
    >>> them = Mention(report.id + "/m13", report.span(13, 17), report.span(13, 17), "pronoun", "Person")
    >>> called = Label(report.id + "/l18", report.span(18, 26), "naming", them.id, terzo.id, -1, "reported")
    >>> [row] = label_rows(Reading(report, mentions=(terzo, them), labels=(called,)))
    >>> row.by, row.label, row.about, row.polarity
    ('Terzo', 'wreckers', 'them', -1)
    """
    names = Names(reading)
    said = {one.id: one for one in reading.attributions}
    claims: dict[str, Claim] = {claim.about: claim for claim in reading.claims}
    version = next((step for step in reading.steps if step.startswith("labels.")), "")
    outlet = reading.report.outlet or ""

    def holder(label: Label) -> tuple[str, str, str, int]:
        """What to call who uses it, all that it is called, its entity, and whether it is the report."""
        mention = label.holder
        if mention is None and label.how == "used":
            told = said.get(label.inside or "")
            if told is None:
                return outlet, outlet, "", 1
            mention = told.speaker
            if mention is None:
                words = " ".join(span.text for span in told.source)
                return words, words, "", 0
        if mention is None:
            return "", "", "", 0
        return names.of(mention), names.all_of(mention), names.someone(mention), 0

    rows = []
    for label in reading.labels:
        by, bys, who, own = holder(label)
        claim = claims.get(label.id)
        chain = claim.chain if claim is not None else ()
        target = label.target
        rows.append(
            LabelRow(
                id=label.id,
                label=plain_label(label.span.text),
                words=label.span.text,
                kind=label.kind,
                polarity=label.polarity,
                how=label.how,
                by=by,
                own=own,
                about=names.of(target) if target is not None else "",
                bys=bys,
                abouts=names.all_of(target) if target is not None else "",
                holder=who,
                target=names.someone(target) if target is not None else "",
                chain=LINK.join(voice.name or names.of(voice.mention or "") for voice in chain),
                evidence=tuple((span.start, span.end) for span in claim.evidence) if claim is not None else (),
                start=label.span.start,
                end=label.span.end,
                version=version,
            )
        )
    return rows


def plain_label(words: str) -> str:
    """A label as labels are counted: lower case, one space between words.

    >>> plain_label("The  Wreckers")
    'the wreckers'
    """
    return " ".join(words.casefold().split())


@dataclass(frozen=True, slots=True)
class LabelUse:
    """One use of a label: the report, the row, and what the case calls who uses it and whom it is used of."""

    report: ReportRow
    label: LabelRow
    by: str
    about: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Called:
    """What one holder calls one target: the label, how often, and every use.

    by      the holder; an outlet where `own`
    how     used or reported, or denied; a label that is used and reported is two
    first, last   days of the first and the last report; "" where none has a date
    """

    by: str
    own: bool
    label: str
    about: str
    kind: str
    polarity: int
    how: str
    uses: tuple[LabelUse, ...]

    @property
    def count(self) -> int:
        """How often."""
        return len(self.uses)

    @property
    def reports(self) -> int:
        """In how many reports."""
        return len({use.report.id for use in self.uses})

    @property
    def first(self) -> str:
        """The day of the first report with a date."""
        return min((use.report.day for use in self.uses if use.report.day), default="")

    @property
    def last(self) -> str:
        """The day of the last report with a date."""
        return max((use.report.day for use in self.uses if use.report.day), default="")

    @property
    def sentence(self) -> str:
        """The sentence of the first use."""
        return self.uses[0].sentence


def counted(
    found: Iterable[tuple[ReportRow, LabelRow]], called: Callable[[str, str], str], text: Callable[[str], str]
) -> list[Called]:
    """The labels, by holder, words and target: names first, then words that judge, of each the most frequent first.

    called   (entity, what its report calls it) -> what to call it over all reports
    text     id of a report -> its text
    """
    groups: dict[tuple[Any, ...], list[LabelUse]] = {}
    for report, row in found:
        by, about = called(row.holder, row.by), called(row.target, row.about)
        words = text(report.id)
        sentence = " ".join(shown(words, start, end) for start, end in row.evidence)
        use = LabelUse(report, row, by, about, sentence)
        groups.setdefault((by, bool(row.own), row.label, about, row.kind, row.how), []).append(use)
    out = []
    for (by, own, label, about, kind, how), uses in groups.items():
        polarity = max((use.label.polarity for use in uses), key=abs)
        out.append(Called(by, own, label, about, kind, polarity, how, tuple(uses)))
    return sorted(out, key=lambda one: (one.kind != "naming", -one.count, one.about, one.label, one.by))


def called_dict(one: Called) -> dict[str, Any]:
    """What `sayso labels --json` prints; what is unknown is absent."""
    out = {
        "by": one.by, "voice": "report" if one.own else "reported" if one.how != "used" else "speaker",
        "label": one.label, "about": one.about, "kind": one.kind, "polarity": one.polarity, "how": one.how,
        "count": one.count, "reports": one.reports, "first": one.first, "last": one.last,
        "uses": [
            {
                key: value
                for key, value in (
                    ("id", use.label.id), ("report", use.report.id), ("outlet", use.report.outlet),
                    ("published", use.report.day), ("words", use.label.words), ("start", use.label.start),
                    ("end", use.label.end), ("chain", use.label.chain), ("sentence", use.sentence),
                )
                if value not in (None, "")
            }
            for use in one.uses
        ],
    }  # fmt: skip
    return {key: value for key, value in out.items() if value != ""}


def holder_called(one: Called) -> str:
    """The holder, for people."""
    return one.by or (UNKNOWN if one.own else NOT_NAMED)


def label_lines(found: Sequence[Called], *, whose: bool) -> Iterator[str]:
    """What `sayso labels` prints: a table of labels and holders if there are few, then each with its evidence.

    whose   print the target too, where the labels of several are listed
    """
    holders = list(dict.fromkeys(holder_called(one) for one in sorted(found, key=lambda one: not one.own)))
    if not whose and 1 < len(holders) <= MOST_HOLDERS:
        yield from _matrix(found, holders)
        yield ""
    for one in found:
        count = f"{one.count:4} {SIGNS[one.polarity]} "
        told = {"used": "", "reported": ", as reported", "denied": ", denied"}[one.how]
        target = f" {safe(one.about) or '?'}:" if whose else ""
        yield f"{count}{target} {safe(one.label)}  ({safe(holder_called(one))}{told})"
        for use in one.uses[:MAX_EVIDENCE]:
            yield f"        {use.report.day or 'no date'}  {safe(use.label.chain or holder_called(one))}"
            yield f"        {safe(use.sentence)}"
        if one.count > MAX_EVIDENCE:
            yield f"        and {one.count - MAX_EVIDENCE} more"


def _matrix(found: Sequence[Called], holders: Sequence[str]) -> Iterator[str]:
    """Labels down, holders across, in each cell how often."""
    counts: dict[str, dict[str, int]] = {}
    signs: dict[str, int] = {}
    for one in found:
        row = counts.setdefault(one.label, {})
        row[holder_called(one)] = row.get(holder_called(one), 0) + one.count
        signs[one.label] = signs.get(one.label) or one.polarity
    heads = [_cut(safe(name)) for name in holders]
    widest = max(len(_cut(safe(label), 2 * WIDEST)) for label in counts)
    yield f"    {'':{widest}}  " + "  ".join(f"{head:>{len(head)}}" for head in heads)
    for label, row in sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0])):
        cells = [str(row.get(name) or "") for name in holders]
        line = "  ".join(f"{cell:>{len(head)}}" for cell, head in zip(cells, heads, strict=True))
        yield f"  {SIGNS[signs[label]]} {_cut(safe(label), 2 * WIDEST):{widest}}  {line}".rstrip()


def _cut(text: str, most: int = WIDEST) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


LABELS: Final = RowSpec(
    "labels", LabelRow, label_rows, searched=("bys", "abouts"), filtered=("kind", "how", "holder", "target")
)
