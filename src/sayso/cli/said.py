"""What someone said: from a case, or straight from texts.

From a case: `sayso said CASE [WHO]`. From texts: `sayso said PATH... [--who WHO]`. All words of the name must be among
what the speaker is called in the report; without a name everything said is printed. Both print the same statements for
the same texts, oldest first, with {source}, <cue> and [content] marked.
"""

from __future__ import annotations

import contextlib
import functools
import os
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from sayso.case import Case, open_case
from sayso.cli.looking import look_at, mask_option, masked_where_asked
from sayso.cli.options import (
    DATES,
    LIMIT,
    TEXT_OPTIONS,
    CaseFile,
    Narrowing,
    Originals,
    argument,
    default_case,
    define,
    gathered,
    ids_option,
    is_case,
    json_option,
    setting,
    was_typed,
)
from sayso.cli.printing import Readings, filters_of, print_json, said_dict, said_lines, tell, tell_unread
from sayso.cli.printing import why as reason_of
from sayso.cli.progress import Progress
from sayso.cli.reading import check_paths, limits_of, read_into
from sayso.errors import UsageError
from sayso.read import Failure
from sayso.read.limits import Limits

if TYPE_CHECKING:
    from sayso.run.explain import Explainer, Explanation
    from sayso.values.reading import Reading

EXAMPLES = """
sayso said matter.sayso Terzo --about camp
sayso said matter.sayso --since 2031-05 --json
sayso said reports/ --who Terzo
"""
FOR_TEXTS = (
    "meta",
    "outlet_from",
    "published",
    "places",
    "jobs",
    "limit",
    "limit_memory",
)  # options that a case, which is read, has no use for
OUTLET = setting("--outlet", metavar="NAME", help="from a case: only this outlet; from texts: who printed them")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about: a case, or else texts; and whose words."""

    case: str | None
    paths: tuple[str, ...]
    who: str


@define(__doc__, EXAMPLES)
@argument("items", "CASE [WHO] | PATH...", "a case and words of a name, or files and folders", nargs=-1)
@click.option("--who", metavar="WHO", help="words of the speaker's name; with paths the only way to give them")
@click.option("--about", metavar="WORDS", default="", help="words that must stand in what was said")
@json_option
@mask_option
@ids_option
@click.option("--why", is_flag=True, help="tell why each was found: the model's score and the rules that touched it")
@functools.partial(gathered, kind=Originals, name="originals", decorators=(OUTLET, *TEXT_OPTIONS, *LIMIT))
@functools.partial(gathered, kind=Narrowing, name="narrowing", decorators=DATES)
def command(
    items: tuple[str, ...],
    who: str | None,
    about: str,
    as_json: bool,
    ids: bool,
    why: bool,
    originals: Originals,
    narrowing: Narrowing,
) -> int:
    """Print the statements that are asked for."""
    asked = meant(items, who, default_case(click.get_current_context()))
    progress = Progress()
    if asked.case is not None:
        for name in FOR_TEXTS:
            if was_typed(name):
                flag = "--" + name.replace("_", "-")
                raise UsageError(
                    f"{flag} says how texts are read; {asked.case} is a case, and holds them as they were read"
                )
        narrowing = replace(narrowing, outlet=originals.outlet if was_typed("outlet") else None)
    count = 0
    with _opened(asked, originals, progress) as case, Reasons(limits_of(originals)) as reasons:
        filters = filters_of(case, narrowing)
        readings = Readings(case)
        for found in case.said(asked.who, about or None, filters, min_score=originals.min_score):
            count += 1
            reading = readings.of(found.report.id) if why or not as_json else None
            reason = reasons.of(reading, found.statement.id) if why else ""
            if as_json:
                print_json(said_dict(found) | ({"why": reason} if reason else {}))
            else:
                print(said_lines(found, reading, ids=ids, reason=reason) + "\n")
        tell_unread(case, filters)
        if not count and asked.who:
            tell(f"nobody called {asked.who!r} says such a thing; {_where_speakers_stand(asked)}")
    tell(f"{count} statements")
    return progress.done() if asked.case is None else 0


class Reasons:
    """Why statements were found; the report of the last one is explained once. Used as a context."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.id = ""
        self.last: Explanation | Failure | None = None
        self._explain: Explainer | None = None
        self._held = contextlib.ExitStack()

    def __enter__(self) -> Reasons:
        return self

    def __exit__(self, *of: object) -> None:
        self._held.close()

    def of(self, reading: Reading | None, statement: str) -> str:
        """The reason in a line; says so if the present model and rules no longer find the statement."""
        if reading is None:
            return "the reading is damaged"
        if self.last is None or self.id != reading.report.id:
            if self._explain is None:
                from sayso.run.explain import Explainer  # needs the model, which asking a case does not

                self._explain = self._held.enter_context(Explainer(self.limits))
            self.id, self.last = reading.report.id, self._explain(reading.report)
        if isinstance(self.last, Failure):
            return self.last.reason
        one = self.last.of(statement)
        return reason_of(one) if one is not None else "read by another version: it is not found so now"


@contextlib.contextmanager
def _opened(asked: Asked, originals: Originals, progress: Progress) -> Iterator[Case]:
    """The case that is asked, or one in memory into which the texts are read first."""
    if asked.case is not None:
        with look_at(asked.case) as case:
            yield case
        return
    check_paths(asked.paths)
    with open_case(":memory:", create=True) as case:
        read_into(case, replace(originals, paths=asked.paths), progress)
        with masked_where_asked(case) as shown:
            yield shown


def _where_speakers_stand(asked: Asked) -> str:
    if asked.case is not None:
        return f"`sayso show {shlex.quote(asked.case)} speakers` lists who speaks"
    return "without --who everything said is printed"


def meant(items: tuple[str, ...], who: str | None, default: str | None) -> Asked:
    """What the words on the command line mean; UsageError, with the right line, if they are mixed up."""
    if items and is_case(items[0]):
        case = CaseFile().convert(items[0], None, click.get_current_context(silent=True))
        if len(items) > 1 and who is not None:
            raise UsageError(f"the name is given twice: {items[1]!r} and --who {who!r}")
        if len(items) > 2:
            raise UsageError(f"a case and one name, expected; {_did_you_mean(case, ' '.join(items[1:]))}")
        return Asked(case, (), items[1] if len(items) > 1 else who or "")
    swapped = next((item for item in items if is_case(item)), None)
    if swapped is not None:
        name = " ".join(item for item in items if item != swapped)
        raise UsageError(f"the case comes first; {_did_you_mean(swapped, name)}")
    missing = [item for item in items if item != "-" and not os.path.lexists(item)]
    if items and not missing:
        return Asked(None, items, who or "")
    if default is not None and len(items) <= 1:
        return Asked(CaseFile().convert(default, None, None), (), items[0] if items else who or "")
    if not items:
        raise UsageError("give a case (sayso said CASE [WHO]) or texts (sayso said PATH... [--who WHO])")
    if len(missing) < len(items) and missing[0] == items[0]:
        paths = shlex.join(item for item in items if item not in missing)
        raise UsageError(
            f"the texts come first; did you mean: sayso said {paths} --who {shlex.quote(' '.join(missing))}"
        )
    raise UsageError(
        f"there is no file, folder or case {missing[0]!r};"
        " expected sayso said CASE [WHO], or sayso said PATH... --who WHO"
    )


def _did_you_mean(case: str, who: str) -> str:
    return f"did you mean: sayso said {shlex.quote(case)} {shlex.quote(who)}"
