"""The labels of a case: which of the gold's were found with the right target, and of those with the right holder.

A label of the gold is found if one of the output shares a character with it and names its actor as the target; one of
the output counts once. Where the gold has no target any will do. A label that is `optional` need not be found, and what
shares a character with it is not punished. The holder is right where both have none, the report itself, or the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.case_parts import Actors, Figure, overlap
from benchmarks.task import Record


def label_figures(
    gold: Sequence[Record], texts: Iterable[str], found_in: Mapping[str, Sequence[Record]], actors: Actors
) -> dict[str, Figure]:
    """labels -> those with the right target; labels and holders -> those with the right holder too.

    gold       [{"report", "span", "by", "about", "optional"}]
    texts      ids of the reports
    found_in   id of a report -> [{"span", "by", "about"}]
    """
    out = {"labels": Figure(), "labels and holders": Figure()}
    for report in texts:
        wanted = [one for one in gold if one["report"] == report]
        found = found_in.get(report, ())
        taken: set[int] = set()
        right = 0
        for want in (one for one in wanted if not one.get("optional")):
            for number, got in enumerate(found):
                whom = not want["about"] or want["about"] in actors(got.get("about"))
                if number not in taken and whom and overlap([want["span"]], [got["span"]]):
                    taken.add(number)
                    by = got.get("by")
                    right += (want["by"] in actors(by)) if by else not want["by"]
                    break
        spared = [one["span"] for one in wanted if one.get("optional")]
        count = sum(number in taken or not overlap(spared, [got["span"]]) for number, got in enumerate(found))
        needed = sum(not one.get("optional") for one in wanted)
        for name, value in (("labels", len(taken)), ("labels and holders", right)):
            out[name].right += value
            out[name].found = (out[name].found or 0) + count
            out[name].gold += needed
    return out
