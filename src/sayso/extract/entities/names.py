"""Which names, appositions and relative pronouns of a report are one someone: what the words and the grammar make sure.

Two different full names are never joined. A surname goes to the one who bears it: by the gender of a title, else to the
one named last. A body goes by its name, its initials, and the chief word of its name ("the Front").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from sayso.extract.entities.context import Context, Item
from sayso.lang import Language

SMALL: Final = frozenset({"of", "the", "for", "and", "a", "an", "in", "on", "to", "&", "de", "la", "du", "des", "et"})
STATES: Final = frozenset({"republic", "kingdom", "state", "emirate", "sultanate"})
LATIN: Final = str.maketrans(
    {"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
     "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
     "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
     "я": "ya", "і": "i", "ї": "i", "є": "e", "ґ": "g"}
)  # fmt: skip


class Links:
    """Which items belong together: a forest of sets, each under its earliest item."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        """The earliest item of its set."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, left: int, right: int) -> None:
        """Make two sets one."""
        left, right = self.find(left), self.find(right)
        if left != right:
            self._parent[max(left, right)] = min(left, right)


@dataclass(slots=True)
class Bearer:
    """Someone by name: the item of its fullest name, and the item that named it last.

    nicks   given names it is also called by
    kin     introduced as somebody's wife, son, ...: the bare surname is rather that other one's
    short   it was called by its surname alone
    """

    item: Item
    words: tuple[str, ...]
    latest: Item
    gender: str
    nicks: tuple[str, ...] = ()
    kin: bool = False
    short: bool = False


def link_names(context: Context) -> Links:
    """Join what names, appositions, brackets and relative clauses make one. Linear but for bearers of one surname."""
    links = Links(len(context.items))
    apart = _told_of_by(context)
    persons: dict[str, list[Bearer]] = {}
    bodies: dict[str, Bearer] = {}
    by_chief: dict[str, Bearer] = {}
    for item in context.items:
        if not item.name or not item.words:
            continue
        if item.mention.schema == "Person":
            _person(context, item, persons, bodies, links, apart)
        else:
            _body(item, persons, bodies, by_chief, links, context)
    _structure(context, links)
    _answers(context, links)
    return links


def _answers(context: Context, links: Links) -> None:
    """The "A:" of an interview is who was introduced before it, if one person alone was."""
    text = context.tree.text
    labels = []
    for item in context.items:
        start, end = item.mention.span.start, item.mention.span.end
        opens = not text[text.rfind("\n", 0, start) + 1 : start].strip() and text[end : end + 1] in (":", ".")
        if opens and text[start:end].lower() in context.language.answerer:
            labels.append(item)
    if not labels:
        return
    before = [i for i in context.items[: labels[0].index] if i.name and i.mention.schema == "Person" and i.voice < 0]
    if len({links.find(item.index) for item in before}) == 1:
        for label in labels:
            links.join(before[0].index, label.index)


def _told_of_by(context: Context) -> dict[int, set[int]]:
    """For each label of a turn the names that this speaker's turns speak of, by index: none of them is the speaker."""
    labels: dict[str, list[Item]] = {}
    told: dict[str, set[int]] = {}
    named = [(item.mention.span.start, item) for item in context.items if item.name and item.words]
    by_start = sorted(named, key=lambda pair: (pair[0], pair[1].index))
    for turn in context.turns:
        # its first paragraph: a last turn may run on into a line on who they were
        end = turn.span.start + (len(turn.span.text.partition("\n")[0]) or 1)
        held = [item for start, item in by_start if turn.span.start <= start < end]
        if held and held[0].mention.span.start == turn.span.start:
            word = held[0].words[-1]
            labels.setdefault(word, []).append(held[0])
            told.setdefault(word, set()).update(item.index for item in held[1:])
    out = {item.index: told[word] for word, items in labels.items() for item in items}
    for word, items in labels.items():
        for index in told[word]:
            out[index] = out.get(index, set()) | {item.index for item in items}
    return out


def _person(
    context: Context,
    item: Item,
    persons: dict[str, list[Bearer]],
    bodies: dict[str, Bearer],
    links: Links,
    apart: Mapping[int, Collection[int]],
) -> None:
    """Give a person's name to a bearer that is known, or make a new one."""
    words = tuple(word.translate(LATIN) for word in item.words)
    found = _bearer(context, item, words, persons, apart)
    if found is None and len(words) == 1 and (held := bodies.get(words[0])) and not held.item.body:
        links.join(held.item.index, item.index)  # the same word taken for a body before
    if found is None:
        found = Bearer(item, words, item, _gender(item), item.nicks, kin=_kin(context, item))
        for word in {words[-1], words[0]}:
            persons.setdefault(word, []).append(found)
        return
    links.join(found.item.index, item.index)
    found.latest = item
    found.gender = found.gender or _gender(item)
    found.nicks += item.nicks
    found.short = found.short or len(words) < len(found.words)
    if len(words) > len(found.words) or (len(words) == len(found.words) and _initial(found.words[0])):
        found.words, found.item = words, item
        for word in {words[-1], words[0]}:
            known = persons.setdefault(word, [])
            if found not in known:
                known.append(found)


def _bearer(
    context: Context,
    item: Item,
    words: tuple[str, ...],
    persons: dict[str, list[Bearer]],
    apart: Mapping[int, Collection[int]],
) -> Bearer | None:
    """The bearer of this name: the surest one, among equals the one named last."""
    best: tuple[int, bool, bool, int] = (0, False, False, -1)
    chosen, kin = None, _kin(context, item)
    for word in dict.fromkeys((words[-1], words[0])):
        for bearer in persons.get(word, ()):
            fit = _fit(item, words, bearer, kin=kin, language=context.language)
            if fit < 5 and bearer.item.index in apart.get(item.index, ()):
                continue  # who speaks in a turn is none of those the turn speaks of
            same = bool(bearer.gender) and bearer.gender == _gender(item)
            rank = (fit, same, bearer.short and len(words) < len(bearer.words), bearer.latest.index)
            if fit and rank > best:
                best, chosen = rank, bearer
    return chosen


def _fit(item: Item, words: tuple[str, ...], bearer: Bearer, *, kin: bool, language: Language) -> int:
    """How well a name fits a bearer: 0 not at all, 5 the same words.

    kin   the name is told as somebody's relative
    """
    known = bearer.words
    gender = _gender(item)
    if gender and bearer.gender and gender != bearer.gender:
        return 0
    if words == known:
        return 5
    if len(words) > 1 and len(known) > 1:
        nicked = words[0] in bearer.nicks or known[0] in item.nicks
        if words[-1] == known[-1] and (nicked or _given_fits(words[0], known[0])):
            return 4
        short, long = sorted((words, known), key=len)
        if long[-len(short) :] == short or long[: len(short)] == short:
            return 1 if bearer.kin and short is words else 3
        return 0
    single, full = (words, known) if len(words) == 1 else (known, words)
    if single is known and (kin or _other_office(item, bearer.item, language)):
        return 0  # "President Aldo met his wife, Mira Aldo", "Judge Aldo ... Senator Mira Aldo"
    if single[0] == full[-1]:
        return 1 if bearer.kin and single is words else 2
    return 1 if single[0] == full[0] and len(full) > 1 else 0


def _other_office(item: Item, other: Item, language: Language) -> bool:
    """Whether both bear offices, and not one word of them is the same."""
    left, right = (
        {word for word in one.title if word in language.roles and word not in language.address} for one in (item, other)
    )
    return bool(left and right) and not left & right


def _kin(context: Context, item: Item) -> bool:
    """Whether a name is told as somebody's relative: "his son, Karl Vesk", "Karl Vesk, her husband"."""
    tree, kin, owners = context.tree, context.language.kin, context.language.possessors
    lower = tree.lower
    before, behind = item.first - 1, item.last + 1
    if before > 0 and lower[before] == ",":
        before -= 1
    nouns = [k for k in range(max(before, 0), item.head) if lower[k] in kin]
    if any(tree.has(k, "poss") or (k and (lower[k - 1] in owners or tree.tag[k - 1] == "POS")) for k in nouns):
        return True
    owned = behind + 2 < len(lower) and lower[behind] == "," and lower[behind + 1] in owners
    return owned and any(word in kin for word in lower[behind + 2 : behind + 4])


def _gender(item: Item) -> str:
    """The gender of a name by title or given name; a single word may be a surname that is a given name elsewhere."""
    return item.gender if item.sure or len(item.words) > 1 else ""


def _initial(word: str) -> bool:
    return len(word.strip(".")) == 1


def _given_fits(left: str, right: str) -> bool:
    """Whether two given names may be one: equal, or one the other's initial."""
    if left == right:
        return True
    return (_initial(left) or _initial(right)) and left[0] == right[0]


def initials_of(words: tuple[str, ...]) -> set[str]:
    """The acronyms a name may have: of all its words, and without the small ones.

    >>> sorted(initials_of(("front", "for", "a", "free", "ostrany")))
    ['ffafo', 'ffo']
    """
    letters = [word[0] for word in words if word[0].isalnum()]
    chief = [word[0] for word in words if word not in SMALL and word[0].isalnum()]
    # Médecins d'Urgence: MDU
    parted = [part[0] for word in words for part in re.split(r"['’-]", word) if part[:1].isalnum()]
    return {"".join(letters), "".join(chief), "".join(parted)} if len(chief) > 1 else set()


def _body(
    item: Item,
    persons: dict[str, list[Bearer]],
    bodies: dict[str, Bearer],
    by_chief: dict[str, Bearer],
    links: Links,
    context: Context,
) -> None:
    """Give a body's name to what is known by this name, these initials, or this chief word."""
    key = " ".join(item.words)
    full = context.language.agencies.get(item.mention.span.text.removeprefix("the ").removeprefix("The "), "").lower()
    compact = key.replace(".", "")
    same = _country(item.words, context)
    found = bodies.get(key) or bodies.get(full) or bodies.get(compact) or bodies.get(same)
    article = item.first < item.head and context.tree.lower[item.first] == "the"
    if found is None:  # UNRO, and only later its name in full
        short = (bodies.get(letters) for letters in sorted(initials_of(item.words)) if len(letters) > 2)
        found = next((bearer for bearer in short if bearer and len(bearer.words) == 1), None)
    if found is None and len(item.words) == 1 and (article or item.body):
        found = by_chief.get(item.words[0])
    if found is None and len(item.words) == 1 and not item.body:
        bearer = next((b for b in persons.get(item.words[0], ()) if b.words[-1] == item.words[0]), None)
        if bearer is not None and not article:
            links.join(bearer.item.index, item.index)
            return
    if found is None:
        found = Bearer(item, item.words, item, "")
    else:
        links.join(found.item.index, item.index)
        found.latest = item
    for name in {key, full, compact, same, *initials_of(item.words)} - {""}:
        bodies.setdefault(name, found)
    if len(item.words) > 1:
        chief = context.tree.lower[item.head]
        by_chief[chief] = found


def _country(words: tuple[str, ...], context: Context) -> str:
    """The one form of a country's names: of "U.S." and "the Kingdom of Velmar"; "" where it is none."""
    language = context.language
    if "of" in words[:-1] and words[words.index("of") - 1] in STATES:
        words = tuple(word for word in words[words.index("of") + 1 :] if word != "the")
    name = " ".join(words)
    name = language.same_country.get(name) or language.same_country.get(name.replace(" ", ""), name)
    return name if name in language.countries else ""


def _structure(context: Context, links: Links) -> None:
    """Appositions, brackets and relative pronouns."""
    tree = context.tree
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
        if item.kind == "who":
            antecedent = _antecedent(context, item, owner)
            if antecedent is not None:
                links.join(antecedent.index, item.index)
            continue
        if item.mention.kind == "pronoun":
            continue
        named = _behind_place(context, item, owner)
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
        if beside is None and tree.lower[mark + 1] in ("the", "a", "an", "one"):
            beside = starts.get(mark + 2)
        if beside is None or beside.index == item.index:
            continue
        closing = tree.words[beside.last + 1] if beside.last + 1 < len(tree) else "."
        if tree.words[mark] == "(":
            if closing == ")" and item.name and beside.name and _alias(item, beside):
                links.join(item.index, beside.index)
        elif closing in (",", ".", ";", ")", "—", "–", "--", ":") and _appositive(context, item, beside):
            links.join(item.index, beside.index)
        elif beside.name and item.mention.kind == "nominal" and _appositive(context, item, beside):
            if tree.pos[beside.last + 1] in ("VERB", "AUX") if beside.last + 1 < len(tree) else False:
                links.join(item.index, beside.index)


def _behind_place(context: Context, item: Item, owner: dict[int, Item]) -> Item | None:
    """Who is named right behind a description and the place it ends with: "the envoy to Velmar Anna Berg"."""
    tree = context.tree
    if item.mention.kind != "nominal" or item.lemma not in context.language.roles or item.mention.many:
        return None
    for prep in tree.kids[item.head]:
        if tree.dep[prep] != "prep" or tree.lower[prep] not in ("of", "to", "for", "in"):
            continue
        inner = tree.child(prep, "pobj")
        other = owner.get(inner) if inner is not None else None
        between = range(prep + 1, other.first) if other is not None else range(0)
        if other is not None and other.name and other.mention.schema == "Person" and 1 <= len(between) <= 3:
            if tree.words[between[-1]][0].isupper() and not other.title:
                return other
    return None


def _closes(context: Context, item: Item, name: Item) -> bool:
    """ "The head of the office [Ida Brenn]": a description that ends with a name to which no word leads is that one."""
    if item.mention.kind != "nominal" or not name.name or not item.first < name.first <= name.last == item.last:
        return False
    persons = item.mention.schema == name.mention.schema == "Person"
    leads = context.tree.pos[name.first - 1] in ("ADP", "PART", "CCONJ", "PUNCT", "VERB", "AUX")
    return persons and not leads and one_someone(context, item, name)


def _antecedent(context: Context, item: Item, owner: dict[int, Item]) -> Item | None:
    """The noun that a relative pronoun's clause says more of."""
    tree, k = context.tree, item.head
    for _ in range(6):
        if tree.dep[k] == "relcl":
            return owner.get(tree.head[k])
        if tree.head[k] == k:
            return None
        k = tree.head[k]
    return None


def _alias(left: Item, right: Item) -> bool:
    """Whether a name in brackets is another name of what stands before it."""
    if left.mention.schema == "Person" or right.mention.schema == "Person":
        return False
    compact = "".join(right.words).replace(".", "")
    other = "".join(left.words).replace(".", "")
    return compact in initials_of(left.words) or other in initials_of(right.words) or (
        right.mention.span.text.isupper() and compact[:1] == left.words[0][:1]
    )  # fmt: skip


def one_someone(context: Context, left: Item, right: Item) -> bool:
    """Whether an apposition may hold: one schema and number, no other name, no other gender."""
    if left.name and right.name and left.words != right.words:
        return _alias(left, right)
    if left.mention.many != right.mention.many or (left.gender and right.gender and left.gender != right.gender):
        return False
    person = left.mention.schema == "Person", right.mention.schema == "Person"
    return person[0] == person[1] or "Thing" in (left.mention.schema, right.mention.schema)


def _appositive(context: Context, left: Item, right: Item) -> bool:
    """Whether "A, B," is one person named and described: "Mira Aldo, the lawyer", "its spokeswoman, Ida Brenn"."""
    if left.name == right.name or not one_someone(context, left, right) or left.mention.schema != "Person":
        return False
    nominal = left if right.name else right
    if right.mention.schema != "Person" or nominal.conjunct or context.tree.right[left.head] < left.head:
        return False
    return bool(re.match(r"(?i)(the|a|an|its|his|her|their|our|my|\w+['’]s?)\b", nominal.mention.span.text)) or (
        not right.name and nominal.lemma in context.language.roles
    )
