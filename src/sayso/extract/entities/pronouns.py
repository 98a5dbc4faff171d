"""Whom a third person's pronoun stands for: each candidate is described by features, and weights choose.

What grammar forbids is left out first (Chomsky's principles A and B on a dependency parse, number, gender); the rest is
salience after Lappin and Leass (1994): recency, subjecthood, likeness of position, repetition. The weights are those of
a softmax over the candidates, fitted by training/coref/train.py; coref-features.json holds them as plain numbers. Where
there are vectors, the model's head adds what it makes of them, with weights of its own (sayso.extract.entities.head).
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from sayso.extract.entities.context import Context, Item
from sayso.extract.entities.groups import Group
from sayso.extract.entities.head import View, Weights
from sayso.nlp.files import model_folder

SPEAKS: Final = 3.0  # what the last subject gains where "it" or "they" speak; by the example case, GUM has too few
MOST: Final = 16  # candidates looked at, the latest ones
PREPOSITIONS: Final = frozenset({"as", "by", "with", "of", "for", "to", "from", "in", "on", "about", "like", "than"})
Rated = list[tuple[Group, list[str]]]  # candidates, each with its features
# For training: given pronoun and candidates with their features, the one to take; None leaves it to the weights.
Observer = Callable[[Item, Rated], Group | None]


@functools.lru_cache(maxsize=1)
def load_weights(model: str = "sayso_en") -> Weights:
    """Weights by kind of pronoun and its role: {"he.S": {feature: weight}}."""
    raw: Weights = json.loads((model_folder(model) / "coref-features.json").read_text("utf-8"))
    return raw


def table_of(item: Item) -> str:
    """Which weights a pronoun uses: he and she share theirs; subject, possessor and the rest are apart.

    "they", "it" and "he" by kind; S, G or O by role.
    """
    kind = "he" if item.kind in ("he", "she") else item.kind
    role = item.role if item.role in ("S", "G") else "S" if item.role == "P" else "O"
    return f"{kind}.{role}"


class Judge:
    """Scores candidates: by weights of their features, and for pronouns that the view knows by its head too."""

    def __init__(self, weights: Weights, view: View | None = None) -> None:
        self.weights, self.view = weights, view

    def __call__(self, item: Item, rated: Rated) -> tuple[list[float], float]:
        """A score for each candidate, and one for none of them."""
        name = table_of(item)
        view = self.view if self.view is not None and name in self.view.features else None
        table = (self.weights if view is None else view.features).get(name, {})
        scores = [sum(table.get(feature, 0.0) for feature in names) for _, names in rated]
        none = table.get("none", -1e9)
        if view is None:
            return scores, none
        seen, bare = view.scores(item.index, *places_of(group for group, _ in rated))
        return [score + more for score, more in zip(scores, seen, strict=True)], none + bare


def places_of(groups: Iterable[Group]) -> tuple[Sequence[int], Sequence[int]]:
    """The numbers of the items by which a head sees candidates: their latest noun or name, and their latest mention."""
    pairs = [(group.named_by.index, group.last.index) for group in groups]
    return [named for named, _ in pairs], [latest for _, latest in pairs]


def choose(
    context: Context,
    item: Item,
    candidates: Iterable[Group],
    judge: Judge,
    salience: Salience,
    observer: Observer | None = None,
    *,
    must: bool = False,
) -> Group | None:
    """The group a pronoun joins, or None.

    candidates   latest first
    must         it speaks, so it stands for someone
    """
    rated: Rated = []
    said = [span for a in context.attributions if a.speaker == item.mention.id for span in a.content]
    before = 0
    for group in candidates:
        if len(rated) == MOST:
            break
        # principle C: in "he said Minister Aldo had left", he is not Aldo
        if any(m.name and span.covers(m.mention.span) for span in said for m in group.members[:12]):
            continue
        # who speaks outside is nobody who is only described in others' quoted words: "a schoolboy's sum", she wrote
        if must and item.quote < 0 and not group.named and all(m.quote >= 0 for m in group.members[:12]):
            continue
        if fits(context, item, group):
            rated.append((group, features(context, item, group, before, salience)))
            before += _personal(item, group)
    _alone(item, rated)
    if not rated:
        return None
    if observer is not None:
        taken = observer(item, rated)
        if taken is not None:
            return taken
    scores, none = judge(item, rated)
    before_speaker = _speaker_before(context, item) if must else None
    best, chosen = -1e9 if must else none, None
    for (group, _), score in zip(rated, scores, strict=True):
        if must and item.kind not in ("he", "she"):
            if not (group.named or group.plain):
                continue
            score += SPEAKS * _spoke_just_now(item, group)
            score += SPEAKS * (before_speaker in group.members)
        if score > best:
            best, chosen = score, group
    return chosen


def _speaker_before(context: Context, item: Item) -> Item | None:
    """Who spoke in the attribution before the one that a pronoun speaks in."""
    here = next((n for n, a in enumerate(context.attributions) if a.speaker == item.mention.id), 0)
    outer = [a for a in context.attributions[:here] if a.inside is None and a.speaker is not None]
    return context.by_id.get(outer[-1].speaker or "") if outer else None


def _personal(item: Item, group: Group) -> bool:
    """Whether a group is known for a person, or of the pronoun's gender."""
    return group.person or (bool(item.gender) and group.gender == item.gender)


def _alone(item: Item, rated: Rated) -> None:
    """Add what stands between the candidates: how many persons share a sentence, how many subjects came later."""
    crowd: dict[int, int] = {}
    for group, _ in rated:
        if group.seen and _personal(item, group):
            gap = item.sentence - group.last.sentence
            crowd[gap] = crowd.get(gap, 0) + 1
    nearest = min(crowd, default=-1)
    subjects = 0
    for group, names in rated:
        if not group.seen or not _personal(item, group):
            continue
        gap = item.sentence - group.last.sentence
        role = group.best.role if group.best is not None else "X"
        if gap == nearest:
            names.append(f"crowd{min(gap, 2)}.{min(crowd[gap], 3)}")
        if role in "SP":
            names.append(f"subjects{min(subjects, 3)}")
            subjects += 1


class Salience:
    """What the whole report so far makes salient: who came first, who comes most."""

    def __init__(self) -> None:
        self.first: Group | None = None
        self.most: Group | None = None
        self.first_in: dict[int, Group] = {}
        self.genders: set[str] = set()

    def see(self, group: Group, item: Item) -> None:
        """Note that a group was mentioned."""
        if item.kind in ("he", "she"):
            self.genders.add(item.gender)
        if group.person or group.named:
            self.first_in.setdefault(item.sentence, group)
            if self.first is None and group.person:
                self.first = group
            if group.person and (self.most is None or len(group.seen) > len(self.most.seen)):
                self.most = group


def _spoke_just_now(item: Item, group: Group) -> bool:
    """Whether a group was the subject just before: "The office urged Velmar ... It would not say"."""
    best = group.best
    return (
        best is not None
        and best.role in "SP"
        and not (best.relative or best.aside)
        and 0 <= item.sentence - best.sentence <= 1
    )


def fits(context: Context, item: Item, group: Group) -> bool:
    """Whether grammar lets a pronoun stand for a group."""
    if item.kind in ("he", "she"):
        if group.gender and group.sure and group.gender != item.gender:
            return False
        if (
            group.last.lemma in context.language.vague
            or group.many
            and not group.named
            or (group.body and not group.person)
        ):
            return False
        if group.plain and not group.person:
            return False
    elif item.kind == "they":
        if group.person and not group.many:
            return False
        if not group.many and group.named and group.schema in ("Thing", "Person", "Address", "Document"):
            return False
    elif group.person or (group.many and not group.named):
        return False
    return not _forbidden(context, item, group)


def _forbidden(context: Context, item: Item, group: Group) -> bool:
    """Whether the pronoun stands inside the very phrase, or is spoken by the one it would stand for."""
    voice = item.voice
    if voice >= 0:
        attribution = context.attributions[voice]
        speaker = context.by_id.get(attribution.speaker or "")
        own = attribution.style == "direct" or (attribution.style == "mixed" and item.quote >= 0)
        if own and speaker is not None and speaker in group.members:
            return True
    tree = context.tree
    # principle B: in "Berg thanked her", she is not Berg
    if item.role == "O" and tree.lower[item.head] not in context.language.reflexive:
        if any(m.verb == item.verb and m.role in "SP" and m.head < item.head for m in group.seen[-2:]):
            return True
    for other in group.seen[-3:] if group.seen else group.members[:1]:
        if other.mention.kind != "pronoun" and other.sentence == item.sentence:
            if other.first <= item.head <= other.last:
                return True
            # "his wife, Mary": what the pronoun's own noun is called
            noun, above = tree.head[item.head], tree.head[other.head]
            if item.role != "G" or tree.lemma[noun] not in context.language.roles:
                continue
            if 0 < other.first - noun <= 2 and (above == noun or tree.words[other.first - 1] != ","):
                return True
            if tree.dep[other.head] == "attr" and tree.dep[noun] == "nsubj" and tree.head[noun] == above:
                return True
    return False


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
        f"subject{min(sum(member.role in 'SP' for member in recent), 3)}",
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
        out.append(f"prep.{last.preposition}" if last.preposition in PREPOSITIONS else "prep.else")
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
    if item.head <= tree.sentences[item.sentence][0] + 1 and item.role in "SGP":
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
