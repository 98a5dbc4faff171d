"""What grammar makes one: appositions, names in brackets, relative pronouns, a name right behind a description."""

from __future__ import annotations

from sayso.extract.entities.bodies import initials_of, shortens
from sayso.extract.entities.context import Item, ReportContext
from sayso.extract.entities.links import Links
from sayso.lang.needs.pronouns import PronounKind


def join_apposed(context: ReportContext, links: Links) -> None:
    """Appositions, brackets and relative pronouns."""
    tree, articles, words = context.tree, context.language.grammar.articles, context.language.entities
    owner: dict[int, Item] = {}
    starts: dict[int, Item] = {}
    for item in context.items:
        if item.name:
            for token in range(item.first, item.last + 1):
                owner.setdefault(token, item)
        starts.setdefault(item.first, item)
    for item in context.items:
        owner[item.head] = item
    for item in context.items:
        if item.kind is PronounKind.WHO:
            antecedent = _antecedent(context, item, owner)
            if antecedent is not None:
                links.join(antecedent.index, item.index)
            continue
        if item.mention.kind == "pronoun":
            continue
        named = _behind_place(context, item, owner) or _behind_tasks(context, item, owner)
        if named is not None:
            links.join(named.index, item.index)
        if tree.dep[item.head] == "appos":
            above = owner.get(tree.head[item.head])
            label = above is not None and ":" in tree.words[above.last + 1 : item.first]  # "Q: Juno Salk, thank you"
            if above is not None and not label and one_someone(context, above, item):
                links.join(above.index, item.index)
        ends = owner.get(item.last)
        if ends is not None and _closes(context, item, ends):
            links.join(ends.index, item.index)
        mark = item.last + 1
        if mark + 1 >= len(tree) or tree.words[mark] not in (",", "("):
            continue
        beside = starts.get(mark + 1)
        if beside is None and (tree.lower[mark + 1] in articles or tree.lower[mark + 1] in words.apposition_openers):
            beside = starts.get(mark + 2)
        if beside is None or beside.index == item.index:
            continue
        closing = tree.words[beside.last + 1] if beside.last + 1 < len(tree) else "."
        if tree.words[mark] == "(":
            if closing == ")" and item.name and beside.name and _alias(context, item, beside):
                links.join(item.index, beside.index)
        elif closing in (",", ".", ";", ")", "—", "–", "--", ":") and _appositive(context, item, beside):
            links.join(item.index, beside.index)
        elif beside.name and item.mention.kind == "nominal" and _appositive(context, item, beside):
            if tree.pos[beside.last + 1] in ("VERB", "AUX") if beside.last + 1 < len(tree) else False:
                links.join(item.index, beside.index)


def _behind_place(context: ReportContext, item: Item, owner: dict[int, Item]) -> Item | None:
    """Who is named right behind a description and the place it ends with: "the envoy to Velmar Anna Berg"."""
    tree = context.tree
    if item.mention.kind != "nominal" or item.lemma not in context.language.roles or item.mention.many:
        return None
    for prep in tree.kids[item.head]:
        if tree.dep[prep] != "prep" or tree.lower[prep] not in context.language.entities.place_links:
            continue
        inner = tree.child(prep, "pobj")
        other = owner.get(inner) if inner is not None else None
        between = range(prep + 1, other.first) if other is not None else range(0)
        if other is not None and other.name and other.mention.schema == "Person" and 1 <= len(between) <= 3:
            if tree.words[between[-1]][0].isupper() and not other.title:
                return other
    return None


def _behind_tasks(context: ReportContext, item: Item, owner: dict[int, Item]) -> Item | None:
    """Who is named behind an office and what it is for: "the minister of trade, industry and mines Anna Berg"."""
    tree, language = context.tree, context.language
    if item.mention.kind != "nominal" or item.lemma not in language.roles or item.mention.many:
        return None
    if item.head + 2 >= len(tree) or tree.lower[item.head + 1] not in language.entities.of_body:
        return None
    marks = {",", "&", *language.grammar.both}
    at = item.head + 2
    while at < len(tree) and tree.lower[at] in language.portfolios | marks and at not in owner:
        at += 1
    other = owner.get(at)
    tasks = at > item.head + 2 and tree.lower[at - 1] in language.portfolios
    if other is None or not tasks or not other.name or other.first != at or other.title:
        return None
    return other if other.mention.schema == "Person" and one_someone(context, item, other) else None


def _closes(context: ReportContext, item: Item, name: Item) -> bool:
    """ "The head of the office [Ida Brenn]": a description that ends with a name to which no word leads is that one."""
    if item.mention.kind != "nominal" or not name.name or not item.first < name.first <= name.last == item.last:
        return False
    persons = item.mention.schema == name.mention.schema == "Person"
    leads = context.tree.pos[name.first - 1] in ("ADP", "PART", "CCONJ", "PUNCT", "VERB", "AUX")
    return persons and not leads and one_someone(context, item, name)


def _antecedent(context: ReportContext, item: Item, owner: dict[int, Item]) -> Item | None:
    """The noun that a relative pronoun's clause says more of."""
    noun = context.tree.relative_clause(item.head)
    return owner.get(noun) if noun is not None else None


def _alias(context: ReportContext, left: Item, right: Item) -> bool:
    """Whether a name in brackets is another name of what stands before it."""
    if left.mention.schema != "Person" and not right.title and len(right.words) == 1:
        if shortens(right.words[0], left.words):
            return True  # whatever the short form looks like: "Interpol", "Phivolcs"
    if left.mention.schema == "Person" or right.mention.schema == "Person":
        return False
    compact = "".join(right.words).replace(".", "")
    other = "".join(left.words).replace(".", "")
    small = context.language.entities.small
    return compact in initials_of(left.words, small) or other in initials_of(right.words, small) or (
        right.mention.span.text.isupper() and compact[:1] == left.words[0][:1]
    )  # fmt: skip


def one_someone(context: ReportContext, left: Item, right: Item) -> bool:
    """Whether an apposition may hold: one schema and number, no other name, no other gender."""
    if left.name and right.name and left.words != right.words:
        return _alias(context, left, right)
    if left.mention.many != right.mention.many or (left.gender and right.gender and left.gender != right.gender):
        return False
    person = left.mention.schema == "Person", right.mention.schema == "Person"
    return person[0] == person[1] or "Thing" in (left.mention.schema, right.mention.schema)


def _appositive(context: ReportContext, left: Item, right: Item) -> bool:
    """Whether "A, B," is one person named and described: "Mira Aldo, the lawyer", "its spokeswoman, Ida Brenn"."""
    if left.name == right.name or not one_someone(context, left, right) or left.mention.schema != "Person":
        return False
    nominal = left if right.name else right
    if right.mention.schema != "Person" or nominal.conjunct or context.tree.right[left.head] < left.head:
        return False
    return bool(context.language.entities.described_by.match(nominal.mention.span.text)) or (
        not right.name and nominal.lemma in context.language.roles
    )
