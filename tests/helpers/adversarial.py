"""Time of every step on texts that are made to be slow: `python tests/helpers/adversarial.py [LENGTH ...] [-p PATTERN]`.

Prints a line for each pattern and length (characters): seconds of CPU of the whole reading, the ratio of the time per
character to that at the length before, and the step whose ratio is worst. A pattern that takes over LIMIT seconds is
stopped, and where it was is told. Lengths are 1,000 and 10,000 unless given.
"""

from __future__ import annotations

import argparse
import signal
import time
import traceback
from collections.abc import Callable
from typing import Any, Final

from sayso.run.pipeline import Pipeline
from sayso.values.report import Report

LIMIT: Final = 120  # seconds of a text
NOISE: Final = 0.05  # seconds; a step that takes less tells nothing by its ratio

PIECES: Final[dict[str, str]] = {
    "capitals": "A",
    "capital words": "ALPHA BETA ",
    "small letters": "a",
    "one line without a stop": "the man went on and on and ",
    "said": "he said ",
    "said that": "the minister said that ",
    "names": "Ida Brenn and Omar Terzo, ",
    "titles": "Prime Minister General President ",
    "possessives": "Ida Brenn's brother's ",
    "double marks": '"',
    "curly marks": "“",
    "quotations": "“No,” he said. ",
    "single marks": "'",
    "apostrophes": "’s ",
    "brackets": "(",
    "square brackets": "[a",
    "digits": "1",
    "numbers": "1,000,000 ",
    "number words": "twenty hundred thousand ",
    "dates": "4 May 2031, ",
    "weekdays": "on Monday ",
    "dots": ".",
    "initials": "A. B. ",
    "colons": "A: ",
    "dashes": "— ",
    "tabs": "\t",
    "spaces": " a" + " " * 400,
    "line ends": "\n",
    "short lines": "Yes.\n",
    "questions": "Q: Why?\nA: No.\n",
    "commas": ", ",
    "money": "$1bn and €2m ",
    "places": "Paris, France, ",
    "bylines": "By Ida Brenn\n",
    "tag soup": "<p><b>a</p>",
    "address": "http://a.b/c ",
    "hyphens": "-a",
    "negations": "not never no ",
    "killed": "killed three people and ",
    "pronouns": "he told her that she ",
    "combining": "e\u0301",
    "exclamations": "!?",
    "according": "according to him ",
    "sentences": "Ida Brenn said it rained. ",
}


class TooLong(Exception):
    """The text took over LIMIT seconds."""


def text_of(piece: str, length: int) -> str:
    """`length` characters of a piece, over and over, with a letter at both ends so that it is a report."""
    return "X" + (piece * (length // len(piece) + 1))[: length - 2] + "x"


def timed(pipeline: Pipeline, text: str) -> dict[str, float]:
    """Seconds of CPU by step for one text."""
    held: dict[str, Any] = {
        "report": Report.of(text), "language": pipeline.language, "settings": pipeline.settings
    }  # fmt: skip
    seconds = {}
    for step in pipeline.steps:
        started = time.process_time()
        if step.many:
            (held[step.gives],) = step.function(**{need: [held[need]] for need in step.needs})
        else:
            held[step.gives] = step.function(**{need: held[need] for need in step.needs})
        seconds[step.name] = time.process_time() - started
    return seconds


def line_of(name: str, length: int, seconds: dict[str, float], before: tuple[int, dict[str, float]] | None) -> str:
    """A line of the table."""
    total = sum(seconds.values())
    if before is None:
        slow = max(seconds, key=lambda step: seconds[step])
        return f"{name:<26}{length:>9,}{total:>9.2f} s{'':>8}  {slow} {seconds[slow]:.2f} s"
    growth = length / before[0]
    ratios = {step: seconds[step] / max(before[1][step], NOISE / growth) / growth for step in seconds}
    worst = max(ratios, key=lambda step: ratios[step])
    ratio = total / sum(before[1].values()) / growth
    return f"{name:<26}{length:>9,}{total:>9.2f} s{ratio:>8.2f}  {worst} {ratios[worst]:.1f}, {seconds[worst]:.2f} s"


def _stop(*_: object) -> None:
    raise TooLong


def guarded(work: Callable[[], dict[str, float]], limit: int) -> dict[str, float] | str:
    """What the work gives, or where it was when the time was up, or what it raised."""
    signal.signal(signal.SIGALRM, _stop)
    signal.alarm(limit)
    try:
        return work()
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        where = [
            f for f in traceback.extract_tb(error.__traceback__) if "/sayso/" in f.filename or "/nlp/" in f.filename
        ]
        places = " < ".join(f"{f.filename.rpartition('/sayso/')[2]}:{f.lineno} {f.name}" for f in where[:-4:-1])
        return f"{type(error).__name__} {str(error)[:60]} {places}"
    finally:
        signal.alarm(0)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lengths", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("-p", "--pattern", action="append", default=[])
    parser.add_argument("--limit", type=int, default=LIMIT)
    given = parser.parse_args()
    pipeline = Pipeline()
    timed(pipeline, "Ida Brenn said it rained.")  # loads the model
    for name in given.pattern or PIECES:
        before = None
        for length in given.lengths:
            text = text_of(PIECES[name], length)
            seconds = guarded(lambda text=text: timed(pipeline, text), given.limit)  # type: ignore[misc]
            if isinstance(seconds, str):
                print(f"{name:<26}{length:>9,}   {seconds}", flush=True)
                break
            print(line_of(name, length, seconds, before), flush=True)
            before = length, seconds


if __name__ == "__main__":
    main()
