"""What speaks for or against a candidate for a pronoun, as names of binary features.

The names are keys of the fitted tables in the model's distribution (coref-features.json, coref.npz), and no words of a
language: "rank2" says that two persons were mentioned later, "rel.G.inside" where the two stand in the tree. A name is
changed together with the tables, by training/coref.
"""

from __future__ import annotations

from typing import Final

from sayso.extract.entities.context import SUBJECTS, Context, Item
from sayso.extract.entities.groups import Group
from sayso.lang.needs.pronouns import PERSONAL

Rated = list[tuple[Group, list[str]]]  # candidates, each with its features
NONE: Final = "none"  # what speaks for no candidate at all
# How the name of a feature begins, or how a part of it is called; every name in the fitted tables is made of these.
PARTS: Final = frozenset({
    NONE, "rank", "recent", "subject", "subjects", "crowd", "role.", "last.", "seen", "schema.", "gender", "topic",
    "most", "leads.", "like", "verb=", "rel.", "brel.", "owned.", "far", "coming.", "named1", "named", "described",
    "pronouns", "aside", "relative", "conjunct", "prep.", "prep.else", "owns.", "owns.else", "into quote",
    "out of quote", "between quotes", "lines", "says=", "says", "opens.", "self.", "G.conj", "G.appos", "G.inside",
    "same", "loose", "told.", "else", "said", "under", "over.", "apart.",
})  # fmt: skip


class Salience:
    """What the whole report so far makes salient: who came first, who comes most."""

    def __init__(self) -> None:
        self.first: Group | None = None
        self.most: Group | None = None
        self.first_in: dict[int, Group] = {}
        self.genders: set[str] = set()

    def see(self, group: Group, item: Item) -> None:
        """Note that a group was mentioned."""
        if item.kind in PERSONAL:
            self.genders.add(item.gender)
        if group.person or group.named:
            self.first_in.setdefault(item.sentence, group)
            if self.first is None and group.person:
                self.first = group
            if group.person and (self.most is None or len(group.seen) > len(self.most.seen)):
                self.most = group


def is_personal(item: Item, group: Group) -> bool:
    """Whether a group is known for a person, or of the pronoun's gender."""
    return group.person or (bool(item.gender) and group.gender == item.gender)


def add_crowd(item: Item, rated: Rated) -> None:
    """Add what stands between the candidates: how many persons share a sentence, how many subjects came later."""
    crowd: dict[int, int] = {}
    for group, _ in rated:
        if group.seen and is_personal(item, group):
            gap = item.sentence - group.last.sentence
            crowd[gap] = crowd.get(gap, 0) + 1
    nearest = min(crowd, default=-1)
    subjects = 0
    for group, names in rated:
        if not group.seen or not is_personal(item, group):
            continue
        gap = item.sentence - group.last.sentence
        role = group.best.role if group.best is not None else "X"
        if gap == nearest:
            names.append(f"crowd{min(gap, 2)}.{min(crowd[gap], 3)}")
        if role in SUBJECTS:
            names.append(f"subjects{min(subjects, 3)}")
            subjects += 1


def features(context: Context, item: Item, group: Group, rank: int, salience: Salience) -> list[str]:
    """What speaks for or against a candidate, as names of binary features.

    rank   how many persons among the candidates were mentioned later
    """
    last = group.last
    recent = [member for member in group.seen[-8:] if item.sentence - member.sentence <= 2]
    best = group.best if group.best is not None and group.best.sentence == last.sentence else last
    ahead = not group.seen
    gap = last.sentence - item.sentence if ahead else min(item.sentence - last.sentence, 4)
    near = f"c{min(gap, 1)}" if ahead else f"d{gap}"
    if ahead and item.verb in context.fronted:
        near += "f"
    out = [
        near,
        f"{near}.{best.role}",
        f"rank{min(rank, 5)}",
        f"rank{min(rank, 2)}.{near}",
        f"rank{min(rank, 2)}.{near}.{best.role}",
        f"recent{min(len(recent), 4)}",
        f"subject{min(sum(member.role in SUBJECTS for member in recent), 3)}",
        f"role.{best.role}",
        f"last.{last.role}.{last.mention.kind}",
        f"seen{_bucket(len(group.seen))}",
        _kind(group),
        f"schema.{group.schema}.{group.person}",
    ]
    if item.gender:
        same = "=" if group.gender == item.gender else "?" if not group.gender else "!"
        mixed = len(salience.genders | {item.gender}) > 1
        out += [f"gender{same}", f"gender{same}.{_kind(group)}", f"gender{same}.{mixed}"]
    if group is salience.first:
        out.append("topic")
    if group is salience.most:
        out.append("most")
    if not ahead and salience.first_in.get(last.sentence) is group:
        out.append(f"leads.{min(gap, 2)}")
    if gap <= 1 and not ahead:
        out.append(f"like{gap}.{best.role}>{item.role}")
        if best.verb >= 0 and item.verb >= 0 and context.tree.lemma[best.verb] == context.tree.lemma[item.verb]:
            out.append("verb=")
    if gap == 0:
        out.append(f"rel.{relation(context, item, last)}")
        if best is not last:
            out.append(f"brel.{relation(context, item, best)}")
        if item.role == "G":
            noun = context.tree.head[item.head]
            above = context.tree.head[noun]
            place = context.tree.lower[above] if context.tree.dep[noun] == "pobj" else context.tree.dep[noun]
            out.append(f"owned.{place}.{best.role}")
        out.append(f"far{min((abs(item.head - last.head)) // 5, 5)}")
    coming = _coming(item, group)
    if coming:
        out.append(f"coming.{coming.role}.{item.verb in context.fronted or coming.verb != item.verb}.{near[0]}")
    out += _asides(context, item, last, best)
    return out


def _coming(item: Item, group: Group) -> Item | None:
    """The next sure mention of a group behind the pronoun in its sentence: "Like her sister, Nyssa ..."."""
    later = (m for m in group.members[-40:] if m.index > item.index and m.sentence == item.sentence)
    return next((m for m in later if m.mention.kind == "name"), None)


def _bucket(count: int) -> str:
    return "0" if count == 0 else "1" if count == 1 else "2" if count == 2 else "4" if count <= 4 else "9"


def _kind(group: Group) -> str:
    """Named in full, by one word, described, or by pronouns alone."""
    if group.named:
        return "named1" if group.single else "named"
    return "described" if group.plain else "pronouns"


def _asides(context: Context, item: Item, last: Item, best: Item) -> list[str]:
    """Features of where the candidate stands: in brackets, a relative clause, behind "as", in a quotation."""
    tree, out = context.tree, []
    if last.aside:
        out.append("aside")
    if last.relative:
        out.append("relative")
    if last.conjunct:
        out.append("conjunct")
    if last.role == "I":
        out.append(
            f"prep.{last.preposition}" if last.preposition in context.language.entities.told_apart else "prep.else"
        )
    if last.role == "G":
        owned = tree.dep[tree.head[last.head]]
        out.append(f"owns.{owned}" if owned in ("nsubj", "nsubjpass", "dobj", "pobj") else "owns.else")
    if item.quote != last.quote and (item.voice < 0 or item.voice != last.voice):
        out.append("into quote" if last.quote < 0 else "out of quote" if item.quote < 0 else "between quotes")
    out.append(f"lines{min(abs(item.paragraph - last.paragraph), 2)}")
    saying = context.language.saying
    if item.role == "S" and item.verb >= 0 and tree.lemma[item.verb] in saying:
        said = best.role == "S" and best.verb >= 0 and tree.lemma[best.verb] in saying
        out.append("says=" if said else "says")
    if item.head <= tree.sentences[item.sentence][0] + 1 and item.role in (*SUBJECTS, "G"):
        out.append(f"opens.{best.role}")
    return out


def relation(context: Context, item: Item, other: Item) -> str:
    """How a pronoun and a mention of the same sentence stand in the tree."""
    tree = context.tree
    mine, its = item.verb, other.verb
    role = "S" if other.role == "P" else other.role
    reflexive = tree.lower[item.head] in context.language.reflexive
    if reflexive:
        return f"self.{role}.{mine == its}"
    if item.role == "G":
        noun = tree.head[item.head]
        if tree.head[noun] == other.head and tree.dep[noun] == "conj":
            return "G.conj"  # "Smith and his wife"
        if tree.dep[noun] == "appos" and tree.head[noun] == other.head:
            return "G.appos"
        if noun == other.head or tree.left[noun] <= other.head <= tree.right[noun]:
            return "G.inside"
    if mine >= 0 and mine == its:
        side = "<" if other.head < item.head else ">"
        return f"same{side}{role}.{item.role}"
    if mine < 0 or its < 0:
        return "loose"
    verb = mine
    for step in range(1, 5):
        label = tree.dep[verb]
        if label in ("relcl", "acl") and other.first <= tree.head[verb] <= other.last:
            return f"told.{label}.{min(step, 2)}.{item.role}"  # "Gordy, who spent his time ..."
        verb = context.verbs[verb]
        if verb < 0:
            break
        if verb == its:
            kind = label if label in ("conj", "ccomp", "xcomp", "advcl", "relcl", "acl") else "else"
            if kind == "ccomp" and tree.lemma[its] in context.language.saying:
                kind = "said"
            return f"under{min(step, 2)}.{kind}.{role}.{item.role == 'G'}"
    verb = its
    for _ in range(4):
        verb = context.verbs[verb]
        if verb < 0:
            break
        if verb == mine:
            return f"over.{role}.{item.role}"
    return f"apart.{role}"
