"""Text that several reports share, from a sentence to a whole article; which was first; stock text of an outlet.

Each report has a fingerprint: hashes of some of its runs of words, kept from one run to the next. Pairs with hashes in
common, rare ones above all, are laid side by side word for word. So a trimmed copy is found as a whole one is, and
the work grows with the reports and not with their pairs.

`case.copies()` asks for it; `find_copies` is for reports that are in no case.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sayso.compare import Changes, Input, case_step
from sayso.text.shared import (
    RUN_WORDS,
    SHINGLE_WORDS,
    Hashes,
    SharedWords,
    WordsOfText,
    covered_share,
    fingerprint,
    shared_passages,
    words_of,
)
from sayso.values.copies import Copy, CopyLabel, Fingerprint, SharedPassage
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.world.agencies import agency_name

COPY: Final = 0.5  # of the own words of the shorter report
PARTIAL: Final = 0.15  # of its own words, or of all of them: what two papers quote of one speech is shared text too
STOCK_REPORTS: Final = 5  # of one outlet that have a passage: then it is stock text of the outlet
STOCK_SHARE: Final = 0.5  # a report that has more than this in common with so many others is itself repeated
RAREST: Final = 128  # hashes of a report by which it finds others
EARLIEST: Final = 16  # reports with one hash that find, and are found by, all others that have it
MOST_PAIRS: Final = 64  # others that one report is laid beside; fewer where the case is large, but LEAST_PAIRS
LEAST_PAIRS: Final = 8
ALL_PAIRS: Final = 262_144  # about as many are laid side by side in a large case
CHUNK: Final = 2000  # reports whose pairs are counted at once, which bounds the memory
WORDS_KEPT: Final = (
    1 << 17
)  # reports whose words are held while pairs are laid side by side; 12 KB for one of 400 words

Indexes = npt.NDArray[np.int64]
Key = tuple[str, str]


@case_step("fingerprints.v1", needs=("reading",), gives="fingerprints", value=Fingerprint)
def fingerprints(reading: Reading) -> Fingerprint:
    """The fingerprint of a report."""
    return fingerprint_of(reading.report)


def fingerprint_of(report: Report, words: WordsOfText | None = None) -> Fingerprint:
    """The fingerprint of a report, with what tells whether it was first; `words` of it, if they are at hand."""
    words = words or words_of(report.text)
    supplied = {credit.agency for credit in report.credits if credit.scope == "report"}
    return Fingerprint(
        len(words),
        base64.b64encode(fingerprint(words).astype("<u8").tobytes()).decode(),
        hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        report.outlet,
        report.published,
        tuple(sorted(supplied)),
        agency_name(report.outlet) if report.outlet else None,
    )


@case_step("copies.v1", needs=("fingerprints", "texts", "previous"), gives="copies", value=Copy)
def copies(fingerprints: Input[Fingerprint], texts: Input[str], previous: Mapping[str, Copy]) -> Changes[Copy]:
    """All that reports of the case share, by the ids of both with a space between."""
    touched = {*fingerprints.changed, *fingerprints.gone}
    known = {(one.a, one.b): one for one in previous.values() if not touched & {one.a, one.b}}

    @lru_cache(maxsize=WORDS_KEPT)
    def words(report_id: str) -> WordsOfText:
        return words_of(texts[report_id])

    found = find_copies(dict(fingerprints), words, known)
    put = {f"{one.a} {one.b}": one for one in found}
    return Changes(put, [key for key in previous if key not in put])


def find_copies(
    prints: Mapping[str, Fingerprint], words: Callable[[str], WordsOfText], known: Mapping[Key, Copy] | None = None
) -> Iterator[Copy]:
    """What reports share, each pair once, in order of the day and id of the earlier report.

    prints   report id -> its fingerprint
    words    report id -> its words; asked for pairs that are laid side by side
    known    pairs that were found before, of reports that are as they were; they are not laid side by side again
    """
    ids = sorted(prints, key=lambda report_id: (prints[report_id].published or "9999", report_id))
    hashes = [np.frombuffer(base64.b64decode(prints[report_id].hashes), dtype="<u8") for report_id in ids]
    outlets: dict[str | None, int] = {None: -1}
    for report_id in ids:
        outlets.setdefault(prints[report_id].outlet, len(outlets) - 1)
    index = _Index(hashes, np.array([outlets[prints[report_id].outlet] for report_id in ids], dtype=np.int64))

    for first, second in index.pairs():
        a, b = ids[first], ids[second]
        stock = index.stock_of(first) if prints[a].outlet and prints[a].outlet == prints[b].outlet else None
        held = (known or {}).get((a, b))
        if held is not None and stock is None and not any(passage.stock for passage in held.passages):
            yield held
            continue
        shared = compare_words(words(a), words(b), stock)
        if shared is not None:
            label, score, passages = shared
            yield Copy(a, b, label, score, passages, **_origin(a, prints[a], b, prints[b]))


def compare_words(
    one: WordsOfText, other: WordsOfText, stock: Hashes | None = None
) -> tuple[CopyLabel, float, tuple[SharedPassage, ...]] | None:
    """How two reports stand to each other, and their shared passages; None if they share nothing but stock text.

    stock   hashes of stock text of the outlet of both, None if there is none

    >>> text = "The envoy left the talks in Keld on Monday and flew home to Ostrany at once."
    >>> label, score, passages = compare_words(words_of(text), words_of("(OPS) " + text))
    >>> label, score, passages[0].start, passages[0].other_start
    ('copy', 1.0, 0, 6)
    """
    found = shared_passages(one, other)
    is_stock = [stock is not None and _is_stock(one, passage, stock) for passage in found]
    if not found or all(is_stock):
        return None
    runs = [run for passage, is_ in zip(found, is_stock, strict=True) if not is_ for run in passage.runs]
    runs = [run for run in runs if run[2] >= RUN_WORDS]
    sides = ((one, [(a, words) for a, _, words in runs]), (other, [(b, words) for _, b, words in runs]))
    own, _ = covered_share(*min(sides, key=lambda side: side[0].own_words))
    _, all_words = covered_share(*min(sides, key=lambda side: len(side[0])))
    label: CopyLabel = "copy" if own >= COPY else "partial" if max(own, all_words) >= PARTIAL else "passage"
    score = own if label == "copy" else max(own, min(all_words, COPY - 0.01))
    passages = tuple(
        SharedPassage(
            int(one.starts[passage.a]), int(one.ends[passage.a_end - 1]),
            int(other.starts[passage.b]), int(other.ends[passage.b_end - 1]), passage.words, is_,
        )
        for passage, is_ in zip(found, is_stock, strict=True)
    )  # fmt: skip
    return label, round(score, 3), passages


def _is_stock(words: WordsOfText, passage: SharedWords, stock: Hashes) -> bool:
    """Whether about half of the hashes of a passage are stock, or more."""
    held = np.concatenate([
        words.shingles[a : a + count - SHINGLE_WORDS + 1] for a, _, count in passage.runs if count >= SHINGLE_WORDS
    ])  # fmt: skip
    # a fingerprint has two in five of all shingles
    return 5 * int(np.isin(held, stock).sum()) >= len(held)


def _origin(a: str, of_a: Fingerprint, b: str, of_b: Fingerprint) -> dict[str, Any]:
    """Which report the other was taken from, what tells it, and the agencies that both credit."""
    both = tuple(agency for agency in of_a.supplied if agency in of_b.supplied)
    from_a, from_b = of_a.agency in of_b.supplied, of_b.agency in of_a.supplied
    if from_a != from_b:
        return {"first": a if from_a else b, "because": "agency"}
    if both:
        return {"agencies": both}
    if of_a.published and of_b.published:
        length = min(len(of_a.published), len(of_b.published))
        days = of_a.published[:length], of_b.published[:length]
        if days[0] != days[1]:
            return {"first": a if days[0] < days[1] else b, "because": "date"}
    return {}


class _Index:
    """The hashes of all reports, in order of their rank, and which pairs they make.

    hashes    of each report by rank, which is by day and id
    outlets   (reports,) int64: a number for each outlet, -1 for none
    """

    def __init__(self, hashes: Sequence[Hashes], outlets: Indexes) -> None:
        counts = np.array([len(held) for held in hashes], dtype=np.int64)
        self._outlets = outlets
        owners = np.repeat(np.arange(len(hashes)), counts)
        joined = np.concatenate(hashes) if len(hashes) else np.zeros(0, np.uint64)
        order = np.argsort(joined, kind="stable")  # by hash, and by rank where it is the same
        self._hashes, self._owners = joined[order], owners[order]
        self._stock = self._find_stock(counts)
        of_stock = self._outlets[self._owners[self._stock]]
        self._by_outlet = {
            int(outlet): np.unique(self._hashes[self._stock][of_stock == outlet]) for outlet in np.unique(of_stock)
        }

    def _find_stock(self, counts: Indexes) -> npt.NDArray[np.bool_]:
        """Whether each entry is stock text of the outlet of its report.

        A report that is repeated as a whole is a copy, not stock text: it does not count.
        """
        outlets = self._outlets[self._owners]
        order = np.lexsort((outlets, self._hashes))
        hashes, of = self._hashes[order], outlets[order]
        edges = np.flatnonzero(np.concatenate(([True], (hashes[1:] != hashes[:-1]) | (of[1:] != of[:-1]))))
        group = np.repeat(np.arange(len(edges)), np.diff(np.append(edges, len(of))))
        many = np.bincount(group)[group] >= STOCK_REPORTS if len(of) else np.zeros(0, np.bool_)
        many &= of >= 0
        owners = self._owners[order]
        repeated = np.bincount(owners[many], minlength=len(counts)) > STOCK_SHARE * counts
        counted = np.bincount(group[many & ~repeated[owners]], minlength=len(edges))
        stock = np.zeros(len(of), np.bool_)
        stock[order] = (counted >= STOCK_REPORTS)[group] if len(of) else False
        return stock

    def stock_of(self, report: int) -> Hashes | None:
        """The hashes of stock text of a report's outlet; None if it has none."""
        return self._by_outlet.get(int(self._outlets[report]))

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs of reports that may share text, the lower rank first, in order.

        A report finds others by the RAREST of its hashes that others have too. Of those who have one hash, the
        EARLIEST are found, so that what hundreds of papers print is one bundle and not all of its pairs.
        """
        hashes, owners = self._hashes[~self._stock], self._owners[~self._stock]
        if not len(hashes):
            return
        edges = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
        sizes = np.diff(np.append(edges, len(hashes)))
        group = np.repeat(np.arange(len(edges)), sizes)
        shared = np.flatnonzero(sizes[group] > 1)
        # by report, then by rarity; among equals the hash decides, which is as good as chance
        shared = shared[np.lexsort((hashes[shared], sizes[group[shared]], owners[shared]))]
        of = owners[shared]
        begins = np.searchsorted(of, of)
        shared = shared[np.arange(len(of)) - begins < RAREST]
        of = owners[shared]
        made: list[Indexes] = []
        reports = len(self._outlets)
        most = max(LEAST_PAIRS, min(MOST_PAIRS, 1 << (ALL_PAIRS // reports).bit_length()))
        for low in range(0, reports, CHUNK):
            chosen = shared[np.searchsorted(of, low) : np.searchsorted(of, low + CHUNK)]
            made.append(_best_partners(chosen, owners, edges, sizes, group, reports, most))
        for key in np.unique(np.concatenate(made)).tolist():
            yield divmod(key, reports)


def _best_partners(
    chosen: Indexes, owners: Indexes, edges: Indexes, sizes: Indexes, group: Indexes, reports: int, most: int
) -> Indexes:
    """Pairs of the reports of the chosen entries, each with `most` that share most of these: low * reports + high."""
    groups = group[chosen]
    times = np.minimum(sizes[groups], EARLIEST)
    nth = np.arange(int(times.sum())) - np.repeat(np.cumsum(times) - times, times)
    partner = owners[np.repeat(edges[groups], times) + nth]
    of = np.repeat(owners[chosen], times)
    keys, hits = np.unique((of * reports + partner)[of != partner], return_counts=True)
    of, partner = keys // reports, keys % reports
    order = np.lexsort((partner, -hits, of))
    of, partner = of[order], partner[order]
    best = np.arange(len(of)) - np.searchsorted(of, of) < most
    of, partner = of[best], partner[best]
    low, high = np.minimum(of, partner), np.maximum(of, partner)
    return np.asarray(low * reports + high, dtype=np.int64)
