"""How someone stands to whom they do something, or say something of: from the events, with their types and parts.

Whoever attacks, helps, praises or blames somebody is against or for them; whoever praises a deed is for its doers, and
against whom it is done to if it harms them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sayso.extract.relations.found import Found, Somebodies, under
from sayso.lang import Language
from sayso.nlp.tree import NOUNS, VERBS, Tree
from sayso.values.findings import Event, Mention
from sayso.values.terms import VERBAL, Factuality, RelationBasis

# What an event of a type says of its doer towards whom it is done to. Whoever meets, asks or gives way is for nobody.
SIGNS: Final[dict[str, int]] = {
    "SUPPORT": 1, "COOPERATE": 1, "AID": 1, "ACCUSE": -1, "REJECT": -1, "THREATEN": -1, "PROTEST": -1, "SANCTION": -1,
    "COERCE": -1, "ASSAULT": -1,
}  # fmt: skip
LINKS: Final = frozenset({"prt", "dobj", "advmod", "acomp", "prep", "attr", "nsubjpass"})
REFUSED: Final[frozenset[Factuality]] = frozenset({"CT-", "PR-"})
MOST_TOGETHER: Final = 12  # who make something together, or fight, each of whom stands to each
MAX_SENTENCE: Final = 80  # words of a sentence among which those of a game are looked for
MAX_BEHIND: Final = 200  # characters behind a verb in which a result is looked for
ACTING: Final = "VBG"  # the tag of a participle whose noun does it: "a letter blaming"
MAX_APART: Final = 3  # words between two verbs that share an object
MAX_NEAR: Final = 40  # words below a verb that an entry of several words is looked for in


class Acts:
    """Reads the relations off the events of one report."""

    def __init__(self, tree: Tree, language: Language, people: Somebodies, events: Sequence[Event]) -> None:
        self.tree, self.words, self.people = tree, language.relations, people
        self.spoken_to = language.pronouns.second
        self.against = language.events.parts.against
        self.nobody = language.events.actors.nobody
        token_at = {start: number for number, start in enumerate(tree.start)}
        self.token: dict[str, int] = {
            event.id: token for event in events if (token := token_at.get(event.trigger[0].start)) is not None
        }
        self.events: Mapping[int, Event] = {self.token[event.id]: event for event in events if event.id in self.token}
        self.heads = token_at
        self.told = {event.id: event for event in events}

    def found(self) -> Iterator[Found]:
        """All relations, event by event."""
        for token, event in self.events.items():
            yield from self._of(token, event)

    def _of(self, token: int, event: Event) -> Iterator[Found]:
        lemma = self.tree.lemma[token]
        if self.tree.dep[token] == "amod" or self._formula(token):  # "the defending champions", "thank you"
            return
        mutual = self._mutual(token, event)
        if mutual:
            agents = self._agents(token, event)[:MOST_TOGETHER]
            yield from self._ties(agents, agents, mutual, event, (token,))
            return
        moved = self.words.moving.get(lemma)
        if moved is not None:
            agents = self._agents(token, event)
            subject = self.tree.child(token, "nsubj")
            if not agents and subject is not None:  # "his decision angered her"
                agents = tuple(mention for mention, factor, _ in self.behind(subject) if factor > 0)
            yield from self._ties(event.recipients, agents, moved, event, (token,))
            return
        pair = self._pair(token) if self.tree.pos[token] in VERBS else None
        if pair is not None:
            sign, aimed, words = pair
            if sign:
                yield from self._ties(self._agents(token, event), aimed, sign, event, words)
            return
        sign = self.sign(token, event)
        if not sign or self._played(token) or self._behind_somebody(token):
            return
        agents = self._agents(token, event)
        yield from self._ties(agents, self.people.with_examples(self._targets(token, event)), sign, event, (token,))
        for part in event.arguments:
            if part.role in ("patient", "recipient", "topic") and part.mention is None and part.head is not None:
                head = self.heads.get(part.head.start)
                if (
                    head is not None
                    and not self._light(token, event, head)
                    and (part.role != "topic" or event.type in ("SUPPORT", "ACCUSE", "REJECT"))
                ):
                    if self._only_judged(agents, event):
                        continue
                    for aimed_at, factor, inner in self.behind(head):
                        yield from self._ties(agents, (aimed_at,), sign * factor, event, (token, inner))

    def _only_judged(self, agents: Iterable[str], event: Event) -> bool:
        """Whether a court dismisses what somebody has brought before it, which is its office."""
        heads = (self.people.known[one].head.text.lower() for one in agents)
        return event.type == "REJECT" and any(head in self.words.courts for head in heads)

    def _writers(self, thing: int) -> tuple[str, ...]:
        """Who speaks by a thing: "her book attacks", "wrote a letter that accuses", "issued a note blaming"."""
        if thing in self.people.at or self.tree.lemma[thing] not in self.words.writings:
            return ()
        whose = tuple(mention for mention, factor, _ in self.behind(thing) if factor > 0)
        verb = self.tree.head[thing]
        if not whose and self.tree.dep[thing] == "dobj" and verb in self.events:
            whose = self.events[verb].actors
        return whose

    def _formula(self, token: int) -> bool:
        """Whether a verb without a subject of its own is said to whom it is done: "Juno Salk, thank you"."""
        thing = self.tree.child(token, "dobj")
        return thing is not None and self.tree.lower[thing] in self.spoken_to and not self.tree.has(token, "aux")

    def _light(self, token: int, event: Event, head: int) -> bool:
        """Whether a verb only carries the deed that its object names: "continued her criticism of him"."""
        inner = self.events.get(head)
        return inner is not None and inner.type == event.type and self.tree.lemma[token] not in self.words.verbs

    def sign(self, token: int, event: Event) -> int:
        """+1 for a deed for somebody, -1 for one against them, 0 for what says neither."""
        lemma = self.tree.lemma[token]
        typed = SIGNS.get(event.type or "", 0)
        if lemma in self.words.verbs and (self.tree.pos[token] in VERBS or typed):  # a fire is no firing
            return self.words.verbs[lemma]
        return typed

    def behind(self, head: int) -> Iterator[tuple[str, int, int]]:
        """Whom a thing or deed leads to, with the sign of that, and the word: "his plan", "the attack on the camp"."""
        event = self.events.get(head)
        inner = self.sign(head, event) if event is not None else 0
        if event is not None and inner:
            yield from ((agent, 1, head) for agent in event.actors)
            yield from ((other, inner, head) for other in event.recipients)
            if inner < 0 and not event.recipients:  # "the attack on Syria"
                for kid in self.tree.kids[head]:
                    if self.tree.dep[kid] == "prep" and self.tree.lower[kid] in self.against:
                        for thing in self.tree.kids[kid]:
                            yield from ((mention.id, inner, head) for mention in self.people.joined(thing))
            return
        for kid in self.tree.kids[head]:
            if self.tree.dep[kid] in ("poss", "compound", "nmod"):
                yield from ((mention.id, 1, head) for mention in self.people.joined(kid))
            elif self.tree.dep[kid] == "prep" and self.tree.lower[kid] in self.words.of:
                for inner_kid in self.tree.kids[kid]:
                    yield from ((mention.id, 1, head) for mention in self.people.joined(inner_kid))

    def _targets(self, token: int, event: Event) -> tuple[str, ...]:
        """Whom it is done to; where it is done to a thing, whom it is done for or sent to."""
        done_to = event.mentions_as("patient")
        if done_to:
            return done_to
        if not event.recipients and self.tree.lemma[token] in self.words.verbs:
            done_to = self._shared(token)
            if done_to:
                return done_to
        listed = self.tree.lemma[token] in self.words.verbs
        if listed and any(part.role == "patient" for part in event.arguments):
            return ()  # "whom would you name to the court?"
        return event.recipients

    def _shared(self, token: int) -> tuple[str, ...]:
        """Whom a verb does something to by the object of the next one: "armed and trained the Front"."""
        if self.tree.has(token, "dobj", "nsubjpass"):
            return ()
        for kid in self.tree.kids[token]:
            next_one = self.events.get(kid)
            if self.tree.dep[kid] == "conj" and token < kid <= token + MAX_APART and next_one is not None:
                return next_one.mentions_as("patient")
        return ()

    def _behind_somebody(self, token: int) -> bool:
        """Whether it is a noun that tells who stands behind whom, "with the backing of Velmar": see favours.py."""
        lemma = self.tree.lemma[token]
        return lemma in self.words.backing and self.tree.pos[token] in NOUNS and under(self.tree, self.words, token)

    def _agents(self, token: int, event: Event) -> tuple[str, ...]:
        """The doers; of a verb that is no event of anybody, its subject."""
        held = tuple(one for one in event.actors if self.people.someone(one))
        subject = self.tree.child(token, "nsubj")
        if not held and subject is not None:
            held = tuple(mention.id for mention in self.people.joined(subject)) or self._writers(subject)
        elif not held and self.tree.dep[token] == "acl" and self.tree.tag[token] == ACTING:
            held = self._writers(self.tree.head[token])
        return tuple(one for one in held if self.people.known[one].head.text.lower() not in self.nobody)

    def _ties(
        self,
        holders: Iterable[str],
        targets: Iterable[str],
        sign: int,
        event: Event,
        words: tuple[int, ...],
    ) -> Iterator[Found]:
        value = event.factuality
        told = self.told.get(event.part_of or "")  # "did not file charges"
        if told is not None and value == "CT+":
            value = told.factuality
        lemma = self.tree.lemma[words[0]]
        if event.type == "REJECT" and value in REFUSED and self.words.verbs.get(lemma) == 1:
            sign, value = -sign, "CT+"  # whoever does not support is against: the type says so already
        basis: RelationBasis = "speech" if event.type in VERBAL else "act"
        holders, targets = (self._led(self._chief(mentions)) for mentions in (holders, targets))
        for holder in holders:
            for target in targets:
                if not self.people.someone(holder) or not self.people.someone(target):
                    continue
                if self.people.apart(holder, target) and not self._own_thing(holder, target):
                    yield Found(holder, target, sign, basis, tuple(sorted(words)), value, event.id)

    def _led(self, mentions: Iterable[str]) -> list[str]:
        """For people and things of a body that the report does not name, the body: "members of the Front"."""
        led = []
        for one in mentions:
            token = self.people.token.get(one, -1)
            unnamed = token >= 0 and not self.people.named(one) and self.tree.lemma[token] in self.words.belonging
            whose = [other for other in self._whose(token) if self.people.named(other)] if unnamed else []
            led += whose[:1] or [one]
        return list(dict.fromkeys(led))

    def _whose(self, token: int) -> Iterator[str]:
        """Whose a noun's people or things are: "the Front's", "of the Front"; a name in front of it."""
        for kid in self.tree.kids[token]:
            if self.tree.dep[kid] in ("poss", "compound", "nmod"):
                yield from (one.id for one in self.people.joined(kid))
            elif self.tree.dep[kid] == "prep" and self.tree.lower[kid] in self.words.of:
                yield from (one.id for inner in self.tree.kids[kid] for one in self.people.joined(inner))

    def _played(self, token: int) -> bool:
        """Whether a verb tells of a game: "beat Karm 3-1 in the semi-final"."""
        first, last = self.tree.sentences[self.tree.sentence[token]]
        lemmas = self.tree.lemma[first : min(last, first + MAX_SENTENCE)]
        behind = self.tree.text[self.tree.end[token] : self.tree.end[last - 1]][:MAX_BEHIND]
        return not self.words.games.isdisjoint(lemmas) and self.words.score.search(behind) is not None

    def _mutual(self, token: int, event: Event) -> int:
        """+1 for what several make together, "signed a treaty", -1 for a fight between them; 0 for none."""
        lemma = self.tree.lemma[token]
        thing = self.tree.child(token, "dobj")
        if thing is not None:
            return int(self.tree.lemma[thing] in self.words.treaties.get(lemma, ()))
        return -int(lemma in self.words.apart)

    def _own_thing(self, holder: str, target: str) -> bool:
        """Whether it is something of the doer's own that is no person: "launched its first mission"."""
        token = self.people.token.get(target, -1)
        if token < 0 or self.people.named(target) or self.people.known[target].schema == "Person":
            return False
        owners = [
            self.people.at[kid]
            for kid in self.tree.kids[token]
            if self.tree.dep[kid] == "poss" and kid in self.people.at
        ]
        return any(self.people.someone(one.id) == self.people.someone(holder) for one in owners)

    def _chief(self, mentions: Iterable[str]) -> list[str]:
        """The mentions without those that only say more of another: "an ally of Syria" behind the ally's name."""
        held = list(dict.fromkeys(mentions))
        return [
            one for one in held
            if self.people.named(one) or len(held) == 1 or self.tree.dep[self.people.token.get(one, 0)] != "appos"
        ]  # fmt: skip

    def _pair(self, token: int) -> tuple[int, tuple[str, ...], tuple[int, ...]] | None:
        """Sign, aim and words of an entry of several words that stands here: "lashed out at the Front"."""
        tree = self.tree
        for rest, sign in self.words.pairs.get(tree.lemma[token], ()):
            last = rest[-1]
            near = self._near(token)
            held = {tree.lemma[kid] for kid in near} | {tree.lower[kid] for kid in near}
            if not held.issuperset(rest):
                continue
            for kid in near:
                if tree.lower[kid] == last and tree.dep[kid] in ("prep", "agent"):
                    aimed = [m.id for inner in tree.kids[kid] for m in self._aims(inner)]
                    words = (token, *(k for k in near if tree.lower[k] in rest or tree.lemma[k] in rest))
                    if aimed:
                        return sign, tuple(dict.fromkeys(aimed)), words
        return None

    def _aims(self, token: int) -> Iterator[Mention]:
        """Whom the noun behind a preposition means, or leads to: "stood by her plan"."""
        yield from self.people.joined(token)
        if token not in self.people.at:
            for mention, factor, _ in self.behind(token):
                if factor > 0:
                    yield self.people.known[mention]

    def _near(self, token: int) -> list[int]:
        """The words right below a verb, and right below its particles and objects."""
        tree = self.tree
        first = [kid for kid in tree.kids[token] if tree.dep[kid] in LINKS]
        return (first + [kid for one in first for kid in tree.kids[one] if tree.dep[kid] in LINKS])[:MAX_NEAR]
