"""Accounts: the claims of several reports about one thing, where each comes from, and how they stand to each other.

Sentences that are linked (`links`) are one account if most of them are linked to each other, so that no chain of likely
pairs ends at another matter. What has one text, one agency or one speaker has one origin: five papers with one agency's
sentence are one witness. Nothing is told of which claim is true.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.compare import Input, case_step
from sayso.values.accounts import TIES, TIES_ON, Account, ReportSpan, Tie, TieKind, TieOn
from sayso.values.identities import Identity
from sayso.values.tellings import Link, Meeting, Sign, Testimony

LINKED_PART: Final = 0.5  # of the pairs of two groups that must be linked for them to be one account
SURE: Final = 0.55  # likeness from which two sentences may corroborate each other without a number or a day in common
SAME_WORDS: Final = 0.8  # likeness from which two sentences are one, worded a little otherwise: of one origin
Node = tuple[str, int]  # a claim, and where the sentence begins that tells it


def account_id(claim: str, start: int) -> str:
    """The id of the account whose first claim is told in the sentence that begins there.

    >>> account_id("4cd622bb5f5e01b2/c17", 0)
    'k01a248108388'
    """
    return "k" + hashlib.sha256(f"{claim} {start}".encode()).hexdigest()[:12]


@case_step("accounts.v3", needs=("links", "tellings", "identity"), gives="accounts", value=Account)
def accounts(
    links: Input[Meeting], tellings: Input[tuple[Testimony, ...]], identity: Input[Identity]
) -> dict[str, Account]:
    """All accounts of more than one claim, by id."""
    found: list[Link] = [link for key in sorted(links) for link in links[key].links]
    nodes = {node for link in found for node in _ends(link)}
    told = {
        (one.claim, one.start): one
        for report in {claim.partition("/")[0] for claim, _ in nodes}
        for one in tellings[report]
        if (one.claim, one.start) in nodes
    }
    who = {entity: one.id for one in identity.values() for entity in one.entities}
    names = {one.id: one.name for one in identity.values()}
    out = {}
    for members, held in grouped(told, found):
        made = _Making(members, held, told, who, names).account()
        out[made.id] = made
    return dict(sorted(out.items()))


def _ends(link: Link) -> tuple[Node, Node]:
    return (link.left, link.left_start), (link.right, link.right_start)


def grouped(told: Mapping[Node, Testimony], links: Sequence[Link]) -> Iterator[tuple[list[Node], list[Link]]]:
    """The groups of sentences that tell of one thing, each with the links within it.

    The surest links come first; two groups become one where enough of their sentences are linked, or by one text.
    """
    group = {node: node for node in told}
    members = {node: [node] for node in told}
    linked: dict[Node, set[Node]] = {node: set() for node in told}
    for link in links:
        left, right = _ends(link)
        linked[left].add(right)
        linked[right].add(left)
    for link in sorted(links, key=lambda one: (not _is_sure(one), -one.score, one.left, one.right, one.left_start)):
        left, right = (group[node] for node in _ends(link))
        if left == right:
            continue
        met = sum(len(linked[node].intersection(members[right])) for node in members[left])
        if not _is_sure(link) and met < LINKED_PART * len(members[left]) * len(members[right]):
            continue
        kept, gone = (left, right) if len(members[left]) >= len(members[right]) else (right, left)
        for node in members[gone]:
            group[node] = kept
        members[kept] += members.pop(gone)
    within: dict[Node, list[Link]] = {}
    for link in links:
        left, right = _ends(link)
        if group[left] == group[right]:
            within.setdefault(group[left], []).append(link)
    for key, held in sorted(within.items()):
        yield members[key], held


def _is_copy(link: Link) -> bool:
    return any(sign.kind == "copied" for sign in link.signs)


def _is_sure(link: Link) -> bool:
    """Whether two sentences tell of one thing whatever their words: one text, or one count."""
    return _is_copy(link) or link.counted


@dataclass(slots=True)
class _Making:
    """One account in the making."""

    members: list[Node]
    links: list[Link]
    told: Mapping[Node, Testimony]
    who: Mapping[str, str]
    names: Mapping[str, str]

    def account(self) -> Account:
        """The account: its claims by publication, its origins, and its ties."""
        self.members.sort(key=self._when)
        first = self.members[0]
        id_ = account_id(*first)
        origin = self._origins()
        claims = tuple(dict.fromkeys(claim for claim, _ in self.members))
        origins: dict[str, list[str]] = {}
        for claim in claims:
            origins.setdefault(origin[claim], []).append(claim)
        ties = sorted(
            (tie for link in self.links for tie in self._ties(id_, link, origin)),
            key=lambda tie: (TIES.index(tie.tie), TIES_ON.index(tie.on), claims.index(tie.left),
                             claims.index(tie.right), tie.spans[0].start),
        )  # fmt: skip
        return Account(id_, claims, tuple(tuple(held) for held in origins.values()), first[0], tuple(ties))

    def _when(self, node: Node) -> tuple[str, str, int, str]:
        one = self.told[node]
        return one.published or "9999", one.report, one.start, one.claim

    def _origins(self) -> dict[str, str]:
        """The first claim of the origin that each claim comes from."""
        order = list(dict.fromkeys(claim for claim, _ in self.members))
        first = {claim: claim for claim in order}

        def join(a: str, b: str) -> None:
            one, other = sorted((first[a], first[b]), key=order.index)
            for claim in order if one != other else ():
                if first[claim] == other:
                    first[claim] = one

        for link in self.links:
            same = link.score >= SAME_WORDS and not any(sign.kind == "differs" for sign in link.signs)
            if _is_copy(link) or link.voice or same:
                join(link.left, link.right)
        seen: dict[str, str] = {}
        for node in self.members:
            for voice in self._voices(self.told[node]):
                join(seen.setdefault(voice, node[0]), node[0])
        return first

    def _voices(self, one: Testimony) -> Iterator[str]:
        """What makes two sentences of one origin, if they share it: speakers, agencies, else the outlet."""
        for entity, name in zip(one.speakers, one.called, strict=False):
            yield f"speaker {self.who.get(entity, entity)}"
            yield f"called {name.casefold().removeprefix('the ')}"
        for agency in one.agencies:
            yield f"agency {agency}"
        if not one.speakers and not one.agencies:
            yield f"outlet {one.outlet or one.report}"

    # how claims stand to each other

    def _ties(self, account: str, link: Link, origin: Mapping[str, str]) -> Iterator[Tie]:
        ends = sorted(_ends(link), key=self.members.index)
        turned = list(ends) != list(_ends(link))
        a, b = (self.told[node] for node in ends)
        alone = a.report == b.report

        def tie(kind: TieKind, on: TieOn, sign: Sign | None, why: str) -> Tie:
            places = (sign.left, sign.right) if sign is not None else ((a.start, a.end), (b.start, b.end))
            mine, theirs = (places[1], places[0]) if turned and sign is not None else places
            return Tie(kind, account, a.claim, b.claim, on, (_span(a, mine), _span(b, theirs)), why)

        ordered = bool(a.published and b.published) and a.published[:10] < b.published[:10]
        against = False
        for sign in link.signs:
            mine, theirs = (sign.right, sign.left) if turned else (sign.left, sign.right)
            words = _span(a, mine).text, _span(b, theirs).text
            if sign.kind == "copied":
                yield tie("copies", "text", sign, self._copy_words(a, b, ordered))
            elif sign.kind == "later" or (sign.kind == "differs" and sign.on == "number" and link.voice and ordered):
                against = True
                if ordered or alone:
                    yield tie("updates", sign.on, sign, self._update_words(a, b, words, voice=link.voice))
            elif sign.kind == "differs":
                against = True
                one_day = _is_copy(link) or {*a.days} & {*b.days}
                if sign.on == "number" and link.voice and not alone and not one_day:
                    continue  # what one voice counts twice, and nothing tells in which order, may be two things
                yield tie("conflicts", sign.on, sign, self._conflict_words(a, b, words, sign.on))
        apart = origin[a.claim] != origin[b.claim]
        one_paper = a.outlet == b.outlet and not (a.speakers and b.speakers)
        if against or alone or one_paper or not apart or link.voice or _is_copy(link):
            return
        agrees = next((sign for sign in link.signs if sign.kind in ("agrees", "compatible")), None)
        # what only means something alike bears out nothing, nor one deed that both speak of for other ends
        alike = link.score >= SURE and not link.reworded
        counted = agrees is not None and agrees.on == "number"
        if link.one_matter and (alike or counted) and not (a.asked or b.asked):
            why = f"independent origins, {self._voice(a)} and {self._voice(b)}, and nothing in them disagrees"
            yield tie("corroborates", agrees.on if agrees is not None else "text", agrees, why)

    def _voice(self, one: Testimony) -> str:
        """Whose words a sentence is, for people."""
        names = [
            self.names.get(self.who.get(e, ""), "") or name for e, name in zip(one.speakers, one.called, strict=False)
        ]
        return " and ".join(names or one.agencies or ([one.outlet] if one.outlet else ["a report of unknown outlet"]))

    def _copy_words(self, a: Testimony, b: Testimony, ordered: bool) -> str:
        first = f"{a.outlet or 'a report of unknown outlet'} printed it first, on {a.published[:10]}"
        return f"the same words in both; {first if ordered else 'nothing tells which was first'}"

    def _update_words(self, a: Testimony, b: Testimony, words: tuple[str, str], *, voice: bool) -> str:
        if a.report == b.report:
            return f"{self._voice(b)} tells that {words[0]} became {words[1]}"
        days = f"{words[0]} on {a.published[:10]}, {words[1]} on {b.published[:10]}"
        return (
            f"{self._voice(b)} gives another count later: {days}"
            if voice
            else f"a later report gives another count: {days}"
        )

    def _conflict_words(self, a: Testimony, b: Testimony, words: tuple[str, str], on: TieOn) -> str:
        mine, theirs = self._voice(a), self._voice(b)
        if on == "factuality":
            denied = [one.denied or any(deed.state == "denied" for deed in one.deeds) for one in (a, b)]
            one, other = (mine, theirs) if denied[0] else (theirs, mine)
            return f"{one} says that it did not happen, {other} that it did"
        if on == "actor":
            return f"{mine} says that {words[0]} did it, {theirs} that {words[1]} did"
        return f"{mine} says {words[0]}, {theirs} says {words[1]}, of the same thing"


def _span(one: Testimony, place: tuple[int, int]) -> ReportSpan:
    """A stretch of the report that lies in what a telling holds of it."""
    start, end = place
    return ReportSpan(one.report, start, end, one.text[start - one.base : end - one.base])
