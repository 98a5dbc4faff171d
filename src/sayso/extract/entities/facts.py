"""What a report says of someone, with its span: title, role, affiliation, alias, age, the wish not to be named."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sayso.extract.entities.context import Item, ReportContext
from sayso.lang.needs.pronouns import PERSONAL, PronounKind
from sayso.values.findings import Attribution, Fact
from sayso.values.report import Report
from sayso.values.spans import Span
from sayso.values.terms import FactKind

BODIES: Final = ("Organization", "PublicBody", "LegalEntity", "Thing")
Add = Callable[..., None]  # takes kind, span, and what facts_of says more
LONGEST_PART: Final = 10_000  # code points of one part of an attribution that holds the words
NEAR: Final = 90  # code points between someone and "asked not to be named"


def facts_of(
    report: Report, context: ReportContext, items: Sequence[Item], owner: dict[int, str], own: str
) -> tuple[Fact, ...]:
    """The facts of one entity, in order of their spans, each value once.

    owner   index of an item -> id of its entity, for the body that an affiliation names
    own     id of this entity
    """
    found: dict[tuple[str, str], Fact] = {}

    def add(kind: FactKind, span: Span, of: str | None = None, value: str = "", inside: str | None = None) -> None:
        key = (kind, of) if of else (kind, plain((value or span.text).lower()))
        found.setdefault(key, Fact(kind, value or span.text, span, of, inside))

    plain = context.language.grammar.without_article  # "the FFO" and "FFO" are one
    main = next((" ".join(item.words) for item in items if item.name), "")
    offices = {word for item in items for word in item.title}
    named = any(item.name for item in items)
    for item in items:
        if item.mention.kind == "pronoun":
            continue
        inside = context.attributions[item.voice].id if item.voice >= 0 else None
        if item.name and item.mention.schema == "Person":
            _title(report, context, item, add, inside)
            _affiliation(context, item, owner, own, add, inside)
        elif item.name and item.words and " ".join(item.words) != main:
            add("alias", item.mention.span, inside=inside)
        if item.mention.kind == "nominal" and item.lemma in context.language.roles:
            again = item.first >= item.head - 1 and item.last == item.head and item.lemma in offices
            if named and not again:
                add("role", _role(report, context, item), inside=inside)
            _affiliation(context, item, owner, own, add, inside)
        _age(report, context, item, add)
    return tuple(sorted(found.values(), key=lambda fact: (fact.span.start, fact.span.end)))


def _role(report: Report, context: ReportContext, item: Item) -> Span:
    """The words of a description without the name behind it and adverbs before it: "[his wife] Mary"."""
    tree, first, last = context.tree, item.first, item.last
    while first < item.head and tree.pos[first] == "ADV":
        first += 1
    named = [k for k in range(item.head + 1, last + 1) if (i := context.at_head.get(k)) is not None and i.name]
    other = context.at_head[named[0]] if named else None
    if other is not None and item.head < other.first == item.head + 1:
        last = item.head
    return report.span(tree.start[first], tree.end[last])


def _title(report: Report, context: ReportContext, item: Item, add: Add, inside: str | None) -> None:
    """The words before a name, without its article: "Envoy", "first secretary"."""
    tree = context.tree
    first = item.first
    while first < item.head and tree.lower[first] in context.language.grammar.articles:
        first += 1
    count = len(item.title) - (first - item.first)
    if count == 1 and tree.lower[first] in context.language.bygone:
        return  # "former Aldo aides": an aide was, not he
    if count > 0:
        last = first + count - 1
        while last > first and not tree.words[last][0].isalnum():
            last -= 1
        add("title", report.span(tree.start[first], tree.end[last]), inside=inside)


def _affiliation(
    context: ReportContext, item: Item, owner: dict[int, str], own: str, add: Add, inside: str | None
) -> None:
    """The body that someone is said to be of: "a spokesman for the Velmar government", "FFO spokeswoman Ida Brenn"."""
    for other in (*bodies_beside(context, item), *_between_commas(context, item)):
        entity = owner.get(other.index)
        if entity is not None and entity != own:
            add("affiliation", other.mention.span, entity, inside=inside)


def bodies_beside(context: ReportContext, item: Item) -> Iterator[Item]:
    """The mentions of bodies that hang on the noun of a description, or on the title of a name."""
    tree = context.tree
    nouns = [item.head] if item.lemma not in context.language.outsiders else []
    if item.name:
        nouns = [k for k in range(item.first, item.first + len(item.title)) if tree.lower[k] in context.language.roles]
    for noun in nouns:
        for kid in tree.kids[noun]:
            label = tree.dep[kid]
            if label == "prep" and tree.lower[kid] in context.language.entities.of_body:
                targets = [k for k in tree.kids[kid] if tree.dep[k] == "pobj"]
                targets += [k for target in targets for k in tree.kids[target] if tree.dep[k] == "conj"]
            elif label in ("poss", "compound", "nmod"):
                targets = [kid]
            else:
                continue
            for target in targets:
                other = context.at_head.get(target)
                if other is not None and other is not item and _is_body(context, other):
                    yield other


def _between_commas(context: ReportContext, item: Item) -> Iterator[Item]:
    """The body between commas behind a person's name: "Doran Vesk, for the government in Haldmark, said"."""
    tree, link = context.tree, item.last + 2
    words = context.language.entities.for_body
    if not item.name or link >= len(tree) or tree.words[link - 1] != "," or tree.lower[link] not in words:
        return
    target = next((k for k in tree.kids[link] if tree.dep[k] == "pobj"), link)
    other = context.at_head.get(target)
    end = tree.right[target] + 1
    if other is not None and end < len(tree) and tree.words[end] == "," and _is_body(context, other):
        yield other


def _is_body(context: ReportContext, item: Item) -> bool:
    """Whether a mention is that of a body somebody can be of; a bare noun ("of international business") is none."""
    if item.mention.kind == "pronoun" or item.mention.schema not in BODIES:
        return False
    tree = context.tree
    return item.name or any(tree.dep[k] in ("det", "poss", "compound", "nummod") for k in tree.kids[item.head])


def _age(report: Report, context: ReportContext, item: Item, add: Add) -> None:
    """An age inside the phrase, or between commas right behind it."""
    start, end = item.mention.span.start, item.mention.span.end
    if item.mention.many or item.mention.schema != "Person":
        return
    for match in context.language.entities.age.finditer(report.text, start, min(end + 15, len(report.text))):
        number = next((g for g in range(1, match.re.groups + 1) if match.group(g)), 0)
        close = match.start() <= end + 2
        if close and int(match.group(number)) < 120:
            add("age", report.span(match.start(), match.end()), value=match.group(number))
            return


def anonymous_spans(report: Report, context: ReportContext, attributions: Sequence[Attribution]) -> dict[int, Span]:
    """Item -> the words that say that it does not want to be named; one item for each such place.

    It goes to the source of an attribution that touches the words, else to the nearest description before them.
    """
    found: dict[int, Span] = {}
    low = report.text.lower()
    taken = bytearray(len(low))
    asked = Wishes(context, attributions)
    for phrase in sorted(context.language.anonymous, key=len, reverse=True):
        at = low.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if not any(taken[at:end]) and len(low) == len(report.text):
                taken[at:end] = b"\1" * len(phrase)
                item = asked.at(at, end)
                if item is not None:
                    found.setdefault(item.index, report.span(at, end))
            at = low.find(phrase, end)
    return found


class Wishes:
    """Who asks not to be named, by where the words for it stand."""

    def __init__(self, context: ReportContext, attributions: Sequence[Attribution]) -> None:
        self.context, self.attributions = context, attributions
        self.reached: list[int] = []  # the farthest start of a mention up to each item
        self.described: list[Item | None] = [None]  # the last description of a person before each item
        for item in context.items:
            start = item.mention.span.start
            self.reached.append(max(start, self.reached[-1] if self.reached else 0))
            person = item.mention.schema == "Person" and not item.name
            may = person and item.kind in (None, *PERSONAL, PronounKind.THEY)
            self.described.append(item if may else self.described[-1])
        self.starts = sorted(
            (span.start, number)
            for number, one in enumerate(attributions)
            for span in (*one.source, *one.cue, *one.content)
        )

    def at(self, at: int, end: int) -> Item | None:
        """The nearest description before the words, else who speaks in the first attribution beside them."""
        best = self.described[bisect.bisect_right(self.reached, at)]
        if best is not None and at - best.mention.span.end <= NEAR:
            return best
        low = bisect.bisect_left(self.starts, (at - NEAR - LONGEST_PART, -1))
        high = bisect.bisect_left(self.starts, (end + NEAR + 1, -1))
        for number in sorted({number for _, number in self.starts[low:high]}):
            one = self.attributions[number]
            spans = (*one.source, *one.cue, *one.content)
            near = any(span.start - NEAR <= end and at <= span.end + NEAR for span in spans)
            if near and one.speaker in self.context.by_id:
                return self.context.by_id[one.speaker or ""]
        return best
