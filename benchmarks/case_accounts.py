"""Which sentences of several reports tell of one thing, and which are copies: pairs of the gold's sentences.

A pair of sentences of two reports is right where the gold has both in one account (one copy) and the output too. A
member of the output is the gold's sentence of which it holds half or more; what the gold does not have is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from benchmarks.case_parts import Figure, Record

Sentence = tuple[str, int, int]  # report, start, end
Pairs = set[tuple[Sentence, Sentence]]
HALF = 0.5


def account_figures(gold: Record, case: Mapping[str, Sequence[Record]]) -> dict[str, Figure]:
    """The figures "same thing" and "copies"; of a gold without accounts, none.

    gold   what gold.json holds
    case   the line of the case, as `case_output` writes it
    """
    if not gold.get("accounts"):
        return {}
    sentences = sorted({_sentence(member) for account in gold["accounts"] for member in account["members"]})
    wanted, wanted_copies = _pairs(_of_gold(account) for account in gold["accounts"])
    found, found_copies = _pairs(_of_output(account, sentences) for account in case.get("accounts", ()))
    return {
        "same thing": Figure(len(found & wanted), len(found), len(wanted)),
        "copies": Figure(len(found_copies & wanted_copies), len(found_copies), len(wanted_copies)),
    }


def _sentence(member: Record) -> Sentence:
    return member["report"], *member["span"]


def _of_gold(account: Record) -> Iterator[tuple[Sentence, str | None]]:
    for member in account["members"]:
        yield _sentence(member), member.get("copy") and f"{account['id']} {member['copy']}"


def _of_output(account: Record, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, str | None]]:
    for member in account["members"]:
        for sentence in sentences:
            report, start, end = sentence
            first, last = member["span"]
            shared = min(end, last) - max(start, first)
            if report == member["report"] and shared >= HALF * (end - start):
                yield sentence, member.get("copy")


def _pairs(accounts: Iterable[Iterable[tuple[Sentence, str | None]]]) -> tuple[Pairs, Pairs]:
    """The pairs of sentences of two reports that stand in one account, and those that are copies there."""
    same: Pairs = set()
    copies: Pairs = set()
    for account in accounts:
        keys: dict[Sentence, set[str]] = {}
        for sentence, copy in account:
            keys.setdefault(sentence, set()).update([copy] if copy else [])
        for a, b in combinations(sorted(keys), 2):
            if a[0] != b[0]:
                same.add((a, b))
                if keys[a] & keys[b]:
                    copies.add((a, b))
    return same, copies
