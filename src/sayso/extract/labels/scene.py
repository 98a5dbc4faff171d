"""One report as the finders of labels look at it: who is mentioned at a word, and what a finder gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.lang import Language
from sayso.lang.needs.labels import LabelWords
from sayso.nlp.tree import Tree
from sayso.values.findings import Entity, Event, Mention
from sayso.values.terms import SOMEONE, LabelHow, LabelKind

BEFORE: Final = frozenset(
    {"amod", "compound", "nmod", "poss", "det", "nummod", "punct", "advmod", "quantmod", "npadvmod"}
)
JOINED: Final = frozenset({"conj", "appos"})
MAX_CLOSE: Final = 6  # tokens behind a noun that belong to a name
MAX_NAME: Final = 5  # words of a name that the parser may have split
MAX_CLIMB: Final = 6  # steps up the tree from a word to what it belongs to


@dataclass(frozen=True, slots=True)
class LabelDraft:
    """A label as tokens: first and last one, and the token by which it is told who tells it.

    told   the token that stands in the voice that tells the label: its own first, or the verb that reports it
    """

    first: int
    last: int
    kind: LabelKind
    target: Mention | None
    polarity: int
    how: LabelHow = "used"
    holder: Mention | None = None
    told: int = -1


class LabelScene:
    """What all finders look at.

    at         head token -> its mention
    events     token of the trigger -> event
    """

    def __init__(
        self,
        tree: Tree,
        language: Language,
        mentions: Sequence[Mention],
        entities: Iterable[Entity],
        events: Iterable[Event] = (),
    ) -> None:
        self.tree, self.language = tree, language
        self.words: LabelWords = language.labels
        self.token_at = {start: i for i, start in enumerate(tree.start)}
        self.mentions = {mention.id: mention for mention in mentions}
        self.owner = {mention: entity for entity in entities for mention in entity.mentions}
        self.at: dict[int, Mention] = {}
        for mention in mentions:
            token = self.token_at.get(mention.head.start)
            if token is not None:
                self.at.setdefault(token, mention)
        self.events = {
            token: event for event in events if (token := self.token_at.get(event.trigger[0].start)) is not None
        }

    def someone(self, token: int | None) -> Mention | None:
        """The mention at a head that is someone who can act; None for things, places and what is none."""
        mention = self.at.get(token) if token is not None else None
        return mention if mention is not None and self.is_someone(mention) else None

    def around(self, token: int) -> tuple[Mention | None, int]:
        """The someone at this word, or in whose name it stands, and the last word of the name."""
        found = self.someone(token)
        if found is None:
            for near in range(token + 1, min(token + MAX_NAME, len(self.tree))):
                other = self.someone(near)
                if other is not None and other.kind == "name" and other.span.start <= self.tree.start[token]:
                    return other, near
        return found, token

    def is_someone(self, mention: Mention) -> bool:
        """Whether a mention stands for someone who can act."""
        entity = self.owner.get(mention.id)
        schema = entity.schema if entity is not None else mention.schema
        return schema in SOMEONE and mention.head.text.lower() not in self.language.vague

    def named(self, mention: Mention) -> bool:
        """Whether the report has a name for whom a mention stands for."""
        entity = self.owner.get(mention.id)
        return entity is not None and entity.name is not None

    def antecedent(self, mention: Mention) -> Mention:
        """Of a pronoun the nearest words before it for the same someone, else the first ones; the mention elsewhere."""
        entity = self.owner.get(mention.id)
        if mention.kind != "pronoun" or entity is None:
            return mention
        held = [self.mentions[other] for other in entity.mentions if self.mentions[other].kind != "pronoun"]
        before = [other for other in held if other.span.start < mention.span.start]
        return max(before, key=lambda other: other.span.start) if before else held[0] if held else mention

    def definite(self, head: int) -> bool:
        """Whether a noun has a definite article before it, or whose it is."""
        tree, grammar = self.tree, self.language.grammar
        return any(tree.lower[kid] in grammar.definite or tree.dep[kid] == "poss" for kid in tree.kids[head])

    def alone(self, mention: Mention) -> bool:
        """Whether nothing else in the report stands for whom this mention stands for."""
        entity = self.owner.get(mention.id)
        return entity is None or len(entity.mentions) == 1

    def actor(self, verb: int) -> Mention | None:
        """Who does what a verb says, told or understood."""
        event = self.events.get(verb)
        for mention in event.actors if event is not None else ():
            held = self.mentions[mention]
            if self.is_someone(held):
                return held
        subject = self.subject(verb)
        return self.someone(subject) if subject is not None and not self.tree.passive(verb) else None

    def subject(self, verb: int) -> int | None:
        """The subject of a verb, also that of the verb it hangs on, or the noun that it says more of."""
        for _ in range(MAX_CLIMB):
            found = self.tree.subject(verb)
            if found is not None:
                if self.tree.lower[found] in self.language.pronouns.who or self.tree.tag[found] == "WDT":
                    noun = self.tree.relative_clause(verb)
                    return noun if noun is not None else found
                return found
            if self.tree.dep[verb] in ("acl", "relcl"):
                return self.tree.head[verb]
            if self.tree.dep[verb] not in ("conj", "xcomp", "advcl"):
                return None
            verb = self.tree.head[verb]
        return None

    def names(self, verb: int) -> bool:
        """Whether a verb says what somebody calls another: what stands behind it is not said of its subject."""
        lemma = self.tree.lemma[verb]
        return lemma in self.words.calls or lemma in self.words.calls_as or lemma in self.words.refers

    def negated(self, token: int) -> bool:
        """Whether a verb is negated, or the noun behind it: "is not a spy", "is no spy"."""
        tree = self.tree
        return any(tree.dep[kid] == "neg" for kid in tree.kids[token]) or any(
            tree.lower[kid] in self.words.no for kid in tree.kids[token]
        )

    def phrase(self, head: int) -> tuple[int, int]:
        """First and last token of a noun's phrase, from its first word before it to itself, without its article."""
        tree = self.tree
        first = head
        for token in range(head - 1, max(tree.left[head], tree.sentences[tree.sentence[head]][0]) - 1, -1):
            if tree.dep[token] not in BEFORE or not tree.left[head] <= token:
                break
            first = token
        while first < head and (
            tree.dep[first] in ("det", "poss", "punct", "nummod", "quantmod")
            or tree.pos[first] == "PRON"
            or tree.lower[first] in self.language.mentions.counted
            or not tree.words[first][0].isalnum()
        ):
            if tree.dep[first] == "poss" and any(tree.dep[kid] == "case" for kid in tree.kids[first]):
                first += 1  # whose it is, and the mark behind
            first += 1
        return min(first, head), head

    def whole(self, head: int) -> tuple[int, int]:
        """The same with what stands close behind: "butcher of Karm", "hangman with a visiting card"."""
        first, last = self.phrase(head)
        tree = self.tree
        for kid in tree.kids[head]:
            near = tree.right[kid] - last <= MAX_CLOSE
            if kid == last + 1 and tree.dep[kid] == "prep" and tree.lower[kid] in self.words.close and near:
                last = tree.right[kid]
        return first, last

    def joined(self, head: int) -> Iterator[int]:
        """A word and those that are joined to it: "liars and thieves"."""
        pending = [head]
        while pending:
            token = pending.pop(0)
            yield token
            pending += [kid for kid in self.tree.kids[token] if self.tree.dep[kid] == "conj"]

    def noun_key(self, head: int) -> str:
        """A noun as it is listed: its lemma, with the noun before it where both are one name."""
        tree = self.tree
        before = head - 1
        if before >= 0 and tree.dep[before] in ("compound", "amod") and tree.head[before] == head:
            both = f"{tree.lower[before]}-{tree.lemma[head]}"
            if both in self.words.names:
                return both
        return tree.lemma[head]

    def stands_for_someone(self, noun: int) -> bool:
        """Whether a noun is one for persons or bodies."""
        language = self.language
        forms = {self.tree.lemma[noun], *language.grammar.singulars(self.tree.lower[noun])}
        return bool(forms & language.roles or forms & language.groups or forms & self.words.names.keys())

    def judged(self, noun: int) -> int:
        """The polarity of the adjectives before a noun; 0 for none that judge."""
        tree, words = self.tree, self.words
        found = [
            words.before.get(tree.lower[kid], words.names.get(tree.lemma[kid], 0))
            for kid in tree.kids[noun]
            if kid < noun and tree.dep[kid] in ("amod", "compound", "nmod") and tree.words[kid].islower()
        ]
        return next((polarity for polarity in found if polarity), 0)
