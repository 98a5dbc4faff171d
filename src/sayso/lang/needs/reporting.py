"""One row a reporting verb, and every list of such verbs that a step asks for, derived from the rows.

A language writes its verbs once, as rows; `reporting_lists` is what `lang/xx` derives its lists with. To add a verb,
add its row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, get_args

from sayso.values.terms import MANNERS, Manner

Addressee = Literal["whom", "to", "none"]
Use = Literal["speaks", "inside", "inside_he", "inside_they", "orders", "aside", "quoted", "insists", "tells"]
USES = get_args(Use)


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb of saying, asking, thinking or the like.

    lemma       the form of a dictionary
    past        the past: told
    done        the past participle: told, written
    present     the present of "he": tells
    doing       the participle of the present: telling
    manner      what its subject does by it; None for one that only stands beside another verb: "highlighting"
    addressee   how it names who is spoken to: "whom" (told X), "to" (said to X) or "none"
    sign        +1 where the verb itself praises, -1 where it accuses or blames, else 0
    uses        speaks: whoever is its subject is a speaker. inside: its past makes a statement of what it tells inside
                a statement; inside_he: the present of "he" does so too; inside_they: and the lemma. (Forms that are
                nouns as often, "remarks", "a claim", find more that is wrong: with all of them, content exact on
                PolNeAR dev was 67.4, not 67.6.) orders: "to do" may follow (told him to go). aside: its participle has
                the subject of the verb beside it (adding that). quoted: "quoted as saying". insists: it demands where
                what follows is of the form of a demand (insist that it be shut). tells: in every form its object is
                who is spoken to
    """

    lemma: str
    past: str
    done: str
    present: str
    doing: str
    manner: Manner | None
    addressee: Addressee = "none"
    sign: int = 0
    uses: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not (self.lemma and self.past and self.done and self.present and self.doing):
            raise ValueError(f"a form of {self.lemma!r} is empty; every form must be given")
        if self.manner not in (None, *MANNERS):
            raise ValueError(f"{self.lemma}: the manner {self.manner!r} is none of {', '.join(MANNERS)}")
        if self.sign not in (-1, 0, 1):
            raise ValueError(f"{self.lemma}: the sign is {self.sign}; write -1, 0 or 1")
        if unknown := self.uses - set(USES):
            raise ValueError(f"{self.lemma}: unknown uses {', '.join(sorted(unknown))}; known are {', '.join(USES)}")

    @property
    def inside(self) -> frozenset[str]:
        """The forms that make a statement of what the verb tells inside a statement."""
        they = "inside_they" in self.uses
        found = [self.past] if they or self.uses & {"inside", "inside_he"} else []
        found += [self.present] if they or "inside_he" in self.uses else []
        return frozenset([*found, self.lemma] if they else found)

    @property
    def forms(self) -> frozenset[str]:
        """Every form."""
        return frozenset((self.lemma, self.past, self.done, self.present, self.doing))


@dataclass(frozen=True, slots=True)
class ReportingLists:
    """The lists that the rows of a language give.

    manners    lemma -> manner
    saying     lemmas whose subject speaks
    lemmas     past -> lemma: told -> tell; not participles, for "seen" and "known" are mostly no cues (tried on 204
               texts: one more statement, and that a wrong one)
    telling    forms of the verbs that make a statement inside a statement
    ordering   of these, those that "to do" may follow
    denying    of these, those that deny
    whom       every form of the verbs that name whom they tell as their object
    told       of these the past forms, and every form of those whose use is "tells": behind "ask" an object
               is as often what is asked for
    aside      participles that have the subject of the verb beside them
    quoted     participles behind "quoted as"; quoted_done the past ones, behind "as having"
    insisting  lemmas that demand where what follows is of the form of a demand
    signs      lemma -> +1 or -1
    """

    manners: dict[str, Manner] = field(default_factory=dict)
    saying: frozenset[str] = frozenset()
    lemmas: dict[str, str] = field(default_factory=dict)
    telling: frozenset[str] = frozenset()
    ordering: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()
    quoted_done: frozenset[str] = frozenset()
    insisting: frozenset[str] = frozenset()
    signs: dict[str, int] = field(default_factory=dict)


def reporting_lists(rows: Iterable[ReportingVerb]) -> ReportingLists:
    """Every list of reporting verbs, from one row a verb. Raises ValueError where a verb has two rows."""
    verbs = list(rows)
    twice = {verb.lemma for verb in verbs if sum(other.lemma == verb.lemma for other in verbs) > 1}
    if twice:
        raise ValueError(f"two rows for {', '.join(sorted(twice))}; a verb has one")

    def using(use: Use) -> list[ReportingVerb]:
        return [verb for verb in verbs if use in verb.uses]

    return ReportingLists(
        manners={verb.lemma: verb.manner for verb in verbs if verb.manner is not None},
        saying=frozenset(verb.lemma for verb in using("speaks")),
        lemmas={verb.past: verb.lemma for verb in verbs if verb.past != verb.lemma},
        telling=frozenset(form for verb in verbs for form in verb.inside),
        ordering=frozenset(form for verb in using("orders") for form in verb.inside),
        denying=frozenset(form for verb in verbs if verb.manner == "denies" for form in verb.inside),
        whom=frozenset(form for verb in verbs if verb.addressee == "whom" for form in verb.forms),
        told=frozenset(verb.past for verb in verbs if verb.addressee == "whom")
        | frozenset(form for verb in using("tells") for form in verb.forms),
        aside=frozenset(verb.doing for verb in using("aside")),
        quoted=frozenset(verb.doing for verb in using("quoted")),
        quoted_done=frozenset(verb.done for verb in using("quoted")),
        insisting=frozenset(verb.lemma for verb in using("insists")),
        signs={verb.lemma: verb.sign for verb in verbs if verb.sign},
    )
