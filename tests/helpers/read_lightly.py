"""The command `sayso` with a stand-in for the model: `python tests/helpers/read_lightly.py read reports/ --case my.sayso`.

All but the steps is the real thing: arguments, worker, case. Of a report in English it takes the sentences of the form
"Somebody said that ..."; that is enough to see whether a case holds what it should.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from sayso import cli
from sayso.case import again, ingest
from sayso.run.pipeline import batches
from sayso.values.findings import Attribution, Claim, Entity, Mention, Voice
from sayso.values.ids import Ids
from sayso.values.reading import Reading
from sayso.values.report import Report

FIRST = "the first reports are there"  # told on standard error, for who waits for it
SAID = re.compile(r"((?:[A-Z]\w+ )?[A-Z]\w+) (said|denied) (that [^.]+)\.")


def light_reading(report: Report) -> Reading:
    """A reading of one step, by a regular expression."""
    ids = {kind: Ids(report.id, kind) for kind in "mnac"}
    outlet = (Voice("outlet", report.outlet),) if report.outlet else ()
    mentions, entities, attributions, claims = [], [], [], []
    for found in SAID.finditer(report.text):
        name, cue, content = (report.span(*found.span(group)) for group in (1, 2, 3))
        mention = Mention(ids["m"](name.start), name, name, "name", "Person")
        said = Attribution(ids["a"](content.start), (content,), (name,), (cue,), speaker=mention.id)
        mentions.append(mention)
        entities.append(Entity(ids["n"](name.start), (mention.id,), name.text, "Person"))
        attributions.append(said)
        chain = (*outlet, Voice("speaker", mention=mention.id))
        claims.append(Claim(ids["c"](content.start), said.id, chain, (report.span(*found.span()),)))
    return Reading(
        report, ("light.v1",), mentions=tuple(mentions), entities=tuple(entities), attributions=tuple(attributions),
        claims=tuple(claims),
    )  # fmt: skip


def light_readings(reports: Iterable[Report], **settings: Any) -> Iterator[Reading]:
    """Stands in for `sayso.run.pipeline.read_reports`: in batches, as that does it."""
    for number, batch in enumerate(batches(reports)):
        if number == 0:
            print(FIRST, file=sys.stderr, flush=True)
        for report in batch:
            yield light_reading(report) if report.lang in (None, "en") else Reading(report)


def main(arguments: list[str]) -> int:
    """The command; gives its exit status."""
    vars(ingest)["read_reports"] = vars(again)["read_reports"] = light_readings
    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
