"""The groups of mentions that are one someone: names and grammar first, then from the first mention to the last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.extract.entities import nominals
from sayso.extract.entities.context import SUBJECTS, Item, ReportContext
from sayso.extract.entities.dialogue import Address, written_to
from sayso.extract.entities.facts import bodies_beside
from sayso.extract.entities.features import Salience
from sayso.extract.entities.groups import Group
from sayso.extract.entities.head import VectorView, load_head
from sayso.extract.entities.links import Links
from sayso.extract.entities.names import link_names
from sayso.extract.entities.pronouns import Observer, PronounJudge, choose, fits, load_weights
from sayso.extract.entities.taken_up import THINGS, TakenUp, allowed, least_of
from sayso.lang.needs.pronouns import PERSONAL, SPEAKING, THIRD, PronounKind
from sayso.nlp.tagger import Tagged
from sayso.nlp.vectors import vectors_of

MAX_SENTENCES_AHEAD: Final = 6  # where a pronoun that speaks looks for a name, if nobody was named before
MAX_STATEMENTS_BACK: Final = 5  # that a description may go on from
MAX_GROUPS: Final = 60  # kept in mind, the latest ones; a named one comes back with its name

# Labels of a parse: who acts, what it is done to, what is said.
SUBJECT: Final = "nsubj"
OBJECT: Final = ("dobj",)
CONTENT: Final = "ccomp"
SINGULAR: Final = "NN"


def judge_of(context: ReportContext, tagged: Tagged | None, model: str) -> PronounJudge:
    """What scores candidates for a pronoun: with vectors the head of this model too, else weights of features alone."""
    vectors = vectors_of(context.tree, tagged, [item.head for item in context.items]) if tagged else None
    if vectors is None:
        return PronounJudge(load_weights(model))
    return PronounJudge(load_weights(model), VectorView(load_head(model), vectors))


def cluster(
    context: ReportContext,
    judge: PronounJudge | None = None,
    observer: Observer | None = None,
    taken_up: TakenUp | None = None,
) -> list[Group]:
    """Groups of items, each item in one. An observer sees every choice for a pronoun and may make it.

    judge      None: weights of features alone
    taken_up   what the learned chains say; None: rules alone
    """
    judge = judge or PronounJudge(load_weights(context.language.model))
    return _Run(context, link_names(context), judge, observer, taken_up or TakenUp(context, None)).run()


class _Run:
    """One pass over the items of a report."""

    def __init__(
        self,
        context: ReportContext,
        links: Links,
        judge: PronounJudge,
        observer: Observer | None,
        taken_up: TakenUp,
    ) -> None:
        self.context = context
        self.taken_up = taken_up
        self.judge = judge
        self.observer = observer
        self.salience = Salience()
        self.sets: dict[int, list[Item]] = {}
        self.root: list[int] = [links.find(item.index) for item in context.items]
        for item in context.items:
            self.sets.setdefault(self.root[item.index], []).append(item)
        self.groups: dict[int, Group] = {}
        self.recent: dict[int, Group] = {}  # by id of the group, the latest last
        self.speakers = {a.speaker for a in context.attributions}
        self.voices: dict[tuple[PronounKind | None, int], Group] = {}
        self.address = Address(context)

    def run(self) -> list[Group]:
        for item in self.context.items:
            root = self.root[item.index]
            group = self.groups.get(root)
            if group is None or not group.holds(item):
                group = self._place(item, root)
                self.groups[root] = group
            self._pass(group, item)
        unique: dict[int, Group] = {id(group): group for group in self.groups.values()}
        return list(unique.values())

    def _pass(self, group: Group, item: Item) -> None:
        verb = item.verb
        speaks = item.role == "S" and verb >= 0 and self.context.tree.lemma[verb] in self.context.language.saying
        group.see(item, speaks=speaks)
        self.salience.see(group, item)
        self.recent.pop(id(group), None)
        self.recent[id(group)] = group
        if len(self.recent) > MAX_GROUPS:
            del self.recent[next(iter(self.recent))]

    def _place(self, item: Item, root: int) -> Group:
        """The group of the first item of a set: an earlier one or a new one."""
        members = self.sets[root]
        found = None
        if any(member.name for member in members):
            called = (nominals.named_now(self.context, member, self._latest()) for member in members[:8])
            found = next((group for group in called if group is not None), None)
            if found is None:
                found = self._learned(item, named=True)
        elif item.kind in SPEAKING:
            return self._speaking(item, members)
        else:
            found = self._unnamed(item)
        if found is None:
            return Group(members)
        for member in members:
            found.take(member)
        return found

    def _unnamed(self, item: Item) -> Group | None:
        """Whom a description or a pronoun of the third person takes up: as learned, else by rule."""
        speaks = item.mention.id in self.speakers
        by_rule = item.kind in (*PERSONAL, PronounKind.THEY) or (item.kind in THIRD and speaks)
        found = None if speaks else self._of_itself(item)
        if found is None:
            found = self._third(item) if by_rule else self._learned(item)
        if found is None and item.kind in THIRD:
            found = self._learned(item) if by_rule else self._third(item)
        if found is None and item.mention.kind == "nominal":
            found = nominals.resolve(self.context, item, self._latest())
            if found is None and speaks:
                found = nominals.goes_on(self.context, item, self._spoke(item))
        return found

    def _spoke(self, item: Item) -> list[Group]:
        """Whose words the statements before an item's own are, the latest first; a pronoun alone names nobody."""
        context = self.context
        own = min(context.spoken.get(item.mention.id, (0,)))
        before = context.attributions[max(0, own - 3 * MAX_STATEMENTS_BACK) : own]
        told = [a for a in before if a.inside is None and a.speaker in context.by_id][-MAX_STATEMENTS_BACK:]
        items = [context.by_id[a.speaker] for a in reversed(told) if a.speaker is not None]
        pairs = [(one, self.groups.get(self.root[one.index])) for one in items]
        sure = {id(group) for one, group in pairs if one.mention.kind != "pronoun"}
        return [group for _, group in pairs if group is not None and group.seen and id(group) in sure]

    def _learned(self, item: Item, *, named: bool = False) -> Group | None:
        """The group of the likeliest earlier mention that the item may take up; None where none is likely enough.

        named   a name stands beside it: who has another one is somebody else
        """
        least = least_of(self.context, item)
        for score, number in self.taken_up.of(item):
            if score <= least:
                return None
            group = self.groups.get(self.root[number])
            other = group is not None and named and group.named and group.schema not in THINGS
            if group is not None and group.seen and not other and allowed(self.context, item, group):
                return group
        return None

    def _latest(self) -> Iterator[Group]:
        return iter(reversed(list(self.recent.values())))

    def _third(self, item: Item) -> Group | None:
        """He, she, it, they: those mentioned before, and names that follow in this sentence or the next."""
        candidates = [*self._latest(), *self._ahead(item)]
        must = item.mention.id in self.speakers
        found = choose(self.context, item, candidates, self.judge, self.salience, self.observer, must=must)
        return self._named_later(item) if found is None and must else found

    def _of_itself(self, item: Item) -> Group | None:
        """The body that says so where "it" does something to something: "The navy said it had sunk two boats".

        What only happens to a thing is left to the weights: "The company said it sank", "it would take effect".
        """
        context, tree = self.context, self.context.tree
        if item.kind is not PronounKind.IT or item.voice < 0 or tree.dep[item.head] != SUBJECT:
            return None
        told = context.attributions[item.voice]
        speaker = context.by_id.get(told.speaker or "")
        verb = tree.head[item.head]
        thing = tree.child(verb, *OBJECT)
        above = tree.start[tree.head[verb]]
        if speaker is None or told.style != "indirect" or tree.dep[verb] != CONTENT:
            return None
        if thing is None:  # "said it was behind the bombing"
            behind = (tree.lower[kid] in context.language.entities.behind for kid in tree.kids[verb])
            if tree.lemma[verb] not in context.language.entities.be or not any(behind):
                return None
        elif tree.lower[thing] in context.language.entities.no_object:
            return None
        if not any(span.start <= above < span.end for span in told.cue):
            return None
        group = self._group_of(speaker)
        one = group.many and not group.person and tree.tag[speaker.head] == SINGULAR  # "the group said it"
        return group if one or fits(context, item, group) else None

    def _named_later(self, item: Item) -> Group | None:
        """Who speaks as a pronoun before anybody was named is the first that is named: "She said ... Ana Duarte is"."""
        if item.voice >= 0:
            return None
        for number in range(item.index + 1, len(self.context.items)):
            later = self.context.items[number]
            if later.sentence - item.sentence > MAX_SENTENCES_AHEAD:
                break
            person = later.mention.schema == "Person"
            body = later.body and (item.kind is PronounKind.IT or later.mention.many)
            wanted = person if item.kind in PERSONAL else body
            leads = later.name and later.voice < 0 and later.quote < 0 and later.role in (*SUBJECTS, "R")
            if not leads or not wanted:
                continue
            root = self.root[later.index]
            group = self.groups.get(root)
            if group is None:
                group = Group(self.sets[root])
                if not fits(self.context, item, group):
                    continue
                self.groups[root] = group
                return group
        return None

    def _ahead(self, item: Item) -> list[Group]:
        """Groups not mentioned yet whose name follows soon."""
        if item.kind not in PERSONAL:
            return []
        found: list[Group] = []
        for later in self.context.items[item.index + 1 : item.index + 12]:
            if later.sentence - item.sentence > 1 or len(found) == 3:
                break
            root = self.root[later.index]
            group = self.groups.get(root)
            if not later.name or later.body or (group is not None and group.seen):
                continue
            if group is None:
                group = self.groups[root] = Group(self.sets[root])
            if group not in found:
                found.append(group)
        return found

    def _speaking(self, item: Item, members: list[Item]) -> Group:
        """I and we are who is speaking there, you is who is spoken to; outside of speech it is who writes."""
        voice = item.voice
        attribution = self.context.attributions[voice] if voice >= 0 else None
        target = None
        if attribution is not None:
            target = attribution.addressee if item.kind is PronounKind.SECOND else attribution.speaker
            speaker = self.context.by_id.get(attribution.speaker or "")
            if target is None and speaker is not None and item.quote >= 0:
                written = written_to(self.context, speaker)
                target = written.mention.id if written is not None else None
        if target is None and item.turn >= 0:
            target = self._in_turn(item)
        known = self.context.by_id.get(target or "") or self.address.of(item)
        if known is not None and known is not item:
            group = self._group_of(known)
            if item.kind is PronounKind.FIRST_PLURAL:
                group = self._spoken_for(group) or group
            for member in members:
                group.take(member)
            return group
        place = -1 - item.quote if voice < 0 else voice
        key = (item.kind, place if voice >= 0 or item.quote >= 0 else -1000 - item.turn)
        if key in self.voices:
            for member in members:
                self.voices[key].take(member)
        else:
            self.voices[key] = Group(members)
        return self.voices[key]

    def _spoken_for(self, group: Group) -> Group | None:
        """Who says "we" by a spokesman: "“We blew up the bridge,” said a spokesman for the Front"."""
        spokes, tree = self.context.language.spokes, self.context.tree
        for member in group.members[:12]:
            called = (tree.lower[member.head], *member.title) if not member.name else member.title
            if spokes & set(called):
                for body in bodies_beside(self.context, member):
                    return self._group_of(body)
        return None

    def _in_turn(self, item: Item) -> str | None:
        """In a dialogue: whose turn it is, or who is spoken to, who answers a question or has just spoken."""
        turns, speakers = self.context.turns, self.context.speakers
        here = speakers[item.turn]
        if item.kind is not PronounKind.SECOND:
            return here
        beside = item.turn + (1 if turns[item.turn].span.text.rstrip().endswith("?") else -1)
        other = speakers[beside] if 0 <= beside < len(speakers) else None
        return other if other != here else None

    def _group_of(self, item: Item) -> Group:
        """The group of an item that may still lie ahead: "“I saw it,” said Terzo"."""
        root = self.root[item.index]
        group = self.groups.get(root)
        if group is None:
            unnamed = item.kind in THIRD or item.mention.kind == "nominal"
            group = self._unnamed(item) if unnamed and not any(m.name for m in self.sets[root]) else None
            if group is None:
                group = Group(self.sets[root])
            else:
                for member in self.sets[root]:
                    group.take(member)
            self.groups[root] = group
        return group
