"""What coreference looks at: each mention with its place in the sentence, gender and number, and who is speaking."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sayso.lang import Language
from sayso.lang.needs.pronouns import PronounKind
from sayso.nlp.tree import Tree
from sayso.text import quotations
from sayso.values.findings import Attribution, Mention
from sayso.values.reading import innermost
from sayso.values.report import Zone

# What a dependency label says of prominence: subject, passive subject, object, behind a preposition, possessor, ...
ROLES: Final[dict[str, str]] = {
    "nsubj": "S", "csubj": "S", "nsubjpass": "P", "dobj": "O", "dative": "O", "oprd": "O", "agent": "B", "pobj": "I",
    "poss": "G", "attr": "T", "ROOT": "R",
}  # fmt: skip
SUBJECTS: Final = frozenset({"S", "P"})  # roles
QUOTES: Final = "\"“”‘’'"
MAX_CLIMB: Final = 8  # steps up the tree


@dataclass(slots=True, eq=False)  # each mention is one item: comparing all that is known of two would cost
class Item:
    """A mention as coreference sees it.

    head, first, last   tokens; verb is the nearest verb above the head, -1 for none
    role     S P O B I G T R or X; that of the first conjunct for a later one, that of the noun for its apposition
    words    of a name, lower case, without title, article and nickname
    nicks    nicknames in quotation marks inside it
    title    words before the name
    kind     of a pronoun, None for other mentions
    voice    index of the innermost attribution whose content holds it, -1 for none
    turn     index of the turn of a dialogue that holds it, -1 for none
    quote    index of the quotation that holds it, -1 for none
    impersonal   whether it was learned to be no person, for sure
    """

    index: int
    mention: Mention
    head: int
    first: int
    last: int
    sentence: int
    paragraph: int
    role: str
    verb: int
    conjunct: bool = False
    apposed: bool = False
    gender: str = ""
    sure: bool = False
    words: tuple[str, ...] = ()
    nicks: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    lemma: str = ""
    voice: int = -1
    quote: int = -1
    turn: int = -1
    kind: PronounKind | None = None
    body: bool = False
    aside: bool = False
    relative: bool = False
    preposition: str = ""
    impersonal: bool = False

    @property
    def name(self) -> bool:
        """Whether it is a proper name."""
        return self.mention.kind == "name"


@dataclass(frozen=True, slots=True)
class TokenPlaces:
    """What is known of each token of a report, whatever its mentions are; worked out once, for the chains and after.

    verbs             the nearest verb above it, -1 for none
    quoted            number of the quotation that holds it, -1 for none
    paragraphs        number of its line
    token_at, ends    code point -> the token that starts, or ends, there
    """

    verbs: list[int]
    quoted: list[int]
    paragraphs: list[int]
    token_at: dict[int, int]
    ends: dict[int, int]

    @classmethod
    def of(cls, tree: Tree) -> TokenPlaces:
        """Look at every token once."""
        token_at = {start: i for i, start in enumerate(tree.start)}
        ends = {end: i for i, end in enumerate(tree.end)}
        return cls(_verbs_above(tree), _quoted(tree), _paragraphs(tree), token_at, ends)


@dataclass(slots=True)
class ReportContext:
    """One report for coreference: the tree, its items in order, and for each token the verb above it."""

    tree: Tree
    language: Language
    items: list[Item]
    attributions: Sequence[Attribution]
    verbs: list[int]
    at_head: dict[int, Item] = field(default_factory=dict)
    by_id: dict[str, Item] = field(default_factory=dict)
    fronted: set[int] = field(default_factory=set)
    turns: list[Zone] = field(default_factory=list)
    speakers: list[str | None] = field(default_factory=list)  # of each turn: the mention that is its label
    spoken: dict[str, list[int]] = field(default_factory=dict)  # mention -> numbers of the attributions it speaks in
    spoken_before: list[str | None] = field(default_factory=list)  # for each attribution: who spoke last, outermost
    offices: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)  # title -> last words of those who bear it


def build(
    tree: Tree,
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    zones: Sequence[Zone],
    language: Language,
    around: TokenPlaces | None = None,
) -> ReportContext:
    """Look at every mention once; linear in tokens, mentions and the length of the contents.

    around   of this tree; None: it is worked out here
    """
    around = around or TokenPlaces.of(tree)
    verbs, token_at, ends = around.verbs, around.token_at, around.ends
    numbers = {attribution.id: number for number, attribution in enumerate(attributions)}
    voices = [-1 if told is None else numbers[told] for told in innermost(attributions, tree.start)]
    quoted, paragraphs = around.quoted, around.paragraphs
    context = ReportContext(tree, language, [], attributions, verbs)
    context.turns = sorted((z for z in zones if z.kind == "turn"), key=lambda z: z.span.start)
    opens = [zone.span.start for zone in context.turns]
    for mention in sorted(mentions, key=lambda m: (m.head.start, -m.span.end)):
        head = token_at.get(mention.head.start)
        if head is None:  # past the text that was parsed, or made by another step
            head = _token_over(tree, mention.head.start)
        first = token_at.get(mention.span.start, head)
        last = max(ends.get(mention.span.end, head), head)
        item = Item(len(context.items), mention, head, min(first, head), last, tree.sentence[head], paragraphs[head],
                    "X", verbs[head])  # fmt: skip
        _place(item, tree, language)
        _describe(item, tree, language)
        item.voice = _voice_of(voices[head], mention, attributions, numbers)
        item.quote = quoted[head]
        turn = bisect.bisect_right(opens, mention.span.start) - 1
        if turn >= 0 and context.turns[turn].span.covers(mention.span):
            item.turn = turn
        context.items.append(item)
        context.at_head.setdefault(head, item)
        context.by_id[mention.id] = item
    starts = {item.mention.span.start: item.mention.id for item in reversed(context.items)}
    context.speakers = [turn.speaker or starts.get(turn.span.start) for turn in context.turns]
    context.fronted = _fronted(tree)
    spoke: str | None = None
    for number, attribution in enumerate(attributions):
        context.spoken_before.append(spoke)
        if attribution.speaker is not None:
            context.spoken.setdefault(attribution.speaker, []).append(number)
            spoke = attribution.speaker if attribution.inside is None else spoke
    for item in context.items:
        for office in item.title if item.name else ():
            context.offices.setdefault(office, set()).add(item.words[-1:])
    _know_places(context.items)
    return context


def _know_places(items: list[Item]) -> None:
    """A name of one word that stands in the name of a body is a place and no one: Ostrany, beside its Press Service."""
    parts = {w for i in items if i.name and i.body and len(i.words) > 1 for w in i.words}
    for item in items:
        if item.name and len(item.words) == 1 and item.mention.schema == "PublicBody" and item.words[0] in parts:
            item.body = True


def _token_over(tree: Tree, start: int) -> int:
    """The last token that begins at or before a code point."""
    low, high = 0, len(tree) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if tree.start[middle] <= start else (low, middle - 1)
    return low


def _verbs_above(tree: Tree) -> list[int]:
    """For each token the nearest verb above it, -1 for none; a noun that is a sentence's root counts as one."""
    out: list[int | None] = [None] * len(tree)
    for i in range(len(tree)):
        path = []
        k = i
        while out[k] is None and tree.head[k] != k:
            path.append(k)
            k = tree.head[k]
            if tree.pos[k] in ("VERB", "AUX") and tree.dep[k] not in ("aux", "auxpass"):
                break
        else:
            found = out[k]
            for token in path:
                out[token] = found if found is not None else -1
            if out[k] is None:
                out[k] = -1
            continue
        for token in path:
            out[token] = k
    return [-1 if verb is None else verb for verb in out]


def _fronted(tree: Tree) -> set[int]:
    """Verbs of clauses that stand before the verb they belong to: "When he arrived, Terzo ..."."""
    return {
        i
        for i in range(len(tree))
        if tree.dep[i] in ("advcl", "ccomp", "acl", "csubj") and i < tree.head[i] and tree.pos[i] in ("VERB", "AUX")
    }


def _voice_of(number: int, mention: Mention, attributions: Sequence[Attribution], numbers: Mapping[str, int]) -> int:
    """A source is not inside its own content: then what counts is the attribution around it."""
    if number < 0 or not any(span.overlaps(mention.span) for span in attributions[number].source):
        return number
    outer = attributions[number].inside
    return numbers.get(outer, -1) if outer else -1


def _quoted(tree: Tree) -> list[int]:
    """For each token the number of the quotation that holds it, -1 for none."""
    out = [-1] * len(tree)
    token = 0
    for number, quotation in enumerate(quotations.find_quotations(tree.text)):
        while token < len(tree) and tree.start[token] < quotation.start:
            token += 1
        while token < len(tree) and tree.start[token] < quotation.end:
            out[token] = number
            token += 1
    return out


def _paragraphs(tree: Tree) -> list[int]:
    """For each token the number of its line."""
    out, number, previous = [], 0, 0
    for i in range(len(tree)):
        if "\n" in tree.text[previous : tree.start[i]]:
            number += 1
        previous = tree.start[i]
        out.append(number)
    return out


def _place(item: Item, tree: Tree, language: Language) -> None:
    """Role, conjunct, apposition, preposition and what lies aside."""
    k = item.head
    for _ in range(MAX_CLIMB):
        label = tree.dep[k]
        if label == "conj" and tree.pos[tree.head[k]] not in ("VERB", "AUX"):
            item.conjunct = True
        elif label == "appos":
            item.apposed = True
        elif label == "compound" and tree.pos[tree.head[k]] == "PROPN":
            pass  # inside its own name
        else:
            break
        if tree.head[k] == k:
            break
        k = tree.head[k]
    label = tree.dep[k]
    item.role = ROLES.get(label, "X")
    if item.role == "I":
        above = tree.head[k]
        item.preposition = tree.lower[above]
        if tree.dep[above] == "agent":
            item.role = "B"
    if item.apposed and not item.conjunct:
        item.aside = True
    before = item.first - 1
    if before >= 0 and tree.words[before] in "([–—":
        item.aside = True
    for _ in range(MAX_CLIMB):
        if tree.dep[k] == "relcl":
            item.relative = True
            break
        if tree.head[k] == k:
            break
        k = tree.head[k]


def _describe(item: Item, tree: Tree, language: Language) -> None:
    """Kind, gender, title, the words of a name, the lemma of a description."""
    mention, lower = item.mention, tree.lower[item.head]
    if mention.kind == "pronoun":
        item.kind = language.pronouns.kind(lower)
        item.gender = {PronounKind.HE: "m", PronounKind.SHE: "f"}.get(item.kind, "") if item.kind else ""
        item.sure = bool(item.gender)
        return
    item.lemma = tree.lemma[item.head]
    if mention.kind == "nominal":
        item.gender = language.gendered.get(lower) or language.gendered.get(item.lemma, "")
        item.sure = bool(item.gender)
        return
    _name_words(item, tree, language)


def _name_words(item: Item, tree: Tree, language: Language) -> None:
    """A name's title and words; its gender by title, by a noun such as "spokeswoman", or by its first name."""
    tokens = list(range(item.first, item.last + 1))
    person = item.mention.schema == "Person"
    cut = 0
    if person:
        for n, k in enumerate(tokens):
            if k >= item.head:
                break
            lower = tree.lower[k]
            known = lower in language.titles or lower in language.roles
            article = n == 0 and lower in language.grammar.articles
            if article or (known and (lower in language.address or lower not in language.first_names)):
                cut = n + 1
    elif len(tokens) > 1 and tree.lower[tokens[0]] in language.grammar.articles:
        cut = 1
    while cut < len(tokens) - 1 and not tree.words[tokens[cut]][0].isalnum():
        cut += 1
    item.title = tuple(tree.lower[k] for k in tokens[:cut])
    kept = tokens[cut:]
    text = language.grammar.genitive_end.sub("", tree.text[tree.start[kept[0]] : tree.end[kept[-1]]])
    words = [w for w in re.split(r"\s+", text.lower().strip(" .,;:")) if w]
    item.nicks = tuple(w.strip(QUOTES) for w in words if w[0] in QUOTES and w[-1] in QUOTES and len(w) > 2)
    item.words = tuple(w for w in words if w.strip(QUOTES) not in item.nicks) or tuple(words)
    item.body = any(w.strip(".") in language.bodies for w in item.words) or (
        " ".join(item.words) in language.countries | language.press or item.mention.span.text in language.agencies
    )
    if not person and item.body:
        return
    for word in reversed(item.title):
        gender = language.gendered.get(word) or language.titles.get(word, "")
        if gender:
            item.gender, item.sure = gender, True
            return
    if item.words:
        given = item.words[0].strip(".")
        if len(item.words) > 1 or person:
            item.gender = language.first_names.get(given) or language.first_names.get(given.split("-")[0], "")
