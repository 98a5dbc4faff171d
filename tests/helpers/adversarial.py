"""Time of every step on texts that are made to be slow: `python tests/helpers/adversarial.py [LENGTH ...] [-p PATTERN]`.

Prints a line for each pattern and length (characters): seconds of CPU of the whole reading, the ratio of the time per
character to that at the length before, the steps whose ratio is worst, megabytes of the JSON, and the most memory that
the process held so far. Beside the steps stand the reading's own checks, its JSON and the rows of a case. A pattern
that takes over LIMIT seconds is stopped, and where it was is told. Lengths are 1,000 and 10,000 unless given.

With --remember a window of the tagger that was seen before is not encoded again. The tagger takes most of the time and
reads windows of one size, so it is linear; without it the ratios are those of all else, and the table takes a tenth.
"""

from __future__ import annotations

import argparse
import gc
import resource
import signal
import time
import traceback
from collections.abc import Callable
from typing import Any, Final

from sayso.nlp.tagger import Tagger, load_tagger
from sayso.run.pipeline import KEPT, Pipeline
from sayso.values.json import reading_to_json
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.views.tables import listing

LIMIT: Final = 120  # seconds of CPU of a text
NOISE: Final = 0.05  # seconds; a step that takes less tells nothing by its ratio
STEEP: Final = 1.3  # a ratio that is told
JSON: Final = "MB of JSON"
MOST_REMEMBERED: Final = 1000  # windows; one with its vectors takes about half a megabyte

SYLLABLES: Final = [consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeiou"]
PLACES: Final = ("Paris", "Springfield", "San Antonio", "Georgia", "Santa Cruz", "Tripoli", "Victoria", "Valencia")
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
    "nested marks": "“a ‘b “c ",
    "killed by dates": "killed 3 on 4 May 2031 in Paris ",
    "nested sayings": "he said that she said that ",
    "of the": "the head of the office of ",
    "lists": "men, women and ",
    "which": "the man who saw the man who saw ",
}


class TooLong(Exception):
    """The text took over LIMIT seconds."""


def _word(number: int) -> str:
    """A capitalised word for a number, another one for each: "Babado"."""
    out = ""
    for _ in range(3):
        number, place = divmod(number, len(SYLLABLES))
        out += SYLLABLES[place]
    return out.capitalize() + (_word(number).lower() if number else "")


# What is not the same over and over: the piece with this number.
NUMBERED: Final[dict[str, Callable[[int], str]]] = {
    "other names": lambda n: f"{_word(n)} {_word(7 * n + 1)} and ",
    "other surnames": lambda n: f"{_word(n)} Terzo said so. ",
    "other speakers": lambda n: f"“No,” said {_word(n)}.\n",
    "other places": lambda n: f"{PLACES[n % len(PLACES)]}, {_word(n)}, ",
}


def text_of(name: str, length: int) -> str:
    """`length` characters of a pattern, with a letter at both ends so that it is a report."""
    if name in NUMBERED:
        made = NUMBERED[name]
        body = "".join(made(number) for number in range(length // len(made(0)) + 1))
    else:
        body = PIECES[name] * (length // len(PIECES[name]) + 1)
    return "X" + body[: length - 2] + "x"


class Remembering:
    """A session of ONNX Runtime that runs each input once."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self._known: dict[bytes, list[Any]] = {}

    def run(self, names: None, feed: dict[str, Any]) -> list[Any]:
        """What the session gives for this input, now or before."""
        key = b"".join(repr(array.shape).encode() + array.tobytes() for array in feed.values())
        if key not in self._known:
            if len(self._known) > MOST_REMEMBERED:
                self._known.clear()
            self._known[key] = self._session.run(names, feed)
        return self._known[key]


def remember(tagger: Tagger) -> None:
    """Let a tagger encode each window once."""
    tagger.encoder, tagger.heads = Remembering(tagger.encoder), Remembering(tagger.heads)


def timed(pipeline: Pipeline, text: str) -> dict[str, float]:
    """Seconds of CPU by step for one text, and under JSON the megabytes of its reading."""
    gc.collect()
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
    started = time.process_time()
    names = tuple(step.name for step in pipeline.steps)
    reading = Reading(held["report"], names, **{name: held[name] for name in KEPT & held.keys()})
    seconds["reading"] = time.process_time() - started
    started = time.process_time()
    size = len(reading_to_json(reading))
    seconds["json"] = time.process_time() - started
    started = time.process_time()
    listing(reading)
    seconds["rows"] = time.process_time() - started
    return seconds | {JSON: size / 1e6}


def line_of(name: str, length: int, seconds: dict[str, float], before: tuple[int, dict[str, float]] | None) -> str:
    """A line of the table."""
    seconds = dict(seconds)
    size = seconds.pop(JSON)
    total = sum(seconds.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    line = f"{name:<26}{length:>9,}{total:>9.2f} s"
    sizes = f"{size:>8.2f} MB {peak:.2f} GB  "
    if before is None:
        slow = max(seconds, key=lambda step: seconds[step])
        return f"{line}{'':>8}{sizes}{slow} {seconds[slow]:.2f} s"
    growth = length / before[0]
    ratios = {step: seconds[step] / max(before[1][step], NOISE / growth) / growth for step in seconds}
    worst = sorted((step for step in ratios if ratios[step] > STEEP), key=lambda step: -seconds[step])
    told = "; ".join(f"{step} {ratios[step]:.1f}, {seconds[step]:.2f} s" for step in worst[:4])
    ratio = total / sum(taken for step, taken in before[1].items() if step != JSON) / growth
    return f"{line}{ratio:>8.2f}{sizes}{told}"


def _stop(*_: object) -> None:
    raise TooLong


def guarded(work: Callable[[], dict[str, float]], limit: int) -> dict[str, float] | str:
    """What the work gives, or where it was when the time was up, or what it raised."""
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, limit)
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
        signal.setitimer(signal.ITIMER_PROF, 0)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lengths", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("-p", "--pattern", action="append", default=[])
    parser.add_argument("--limit", type=int, default=LIMIT)
    parser.add_argument("--remember", action="store_true")
    given = parser.parse_args()
    pipeline = Pipeline()
    if given.remember:
        remember(load_tagger(pipeline.language.model))
    timed(pipeline, "Ida Brenn said it rained.")  # loads the model
    for name in given.pattern or [*PIECES, *NUMBERED]:
        before = None
        for length in given.lengths:
            text = text_of(name, length)
            seconds = guarded(lambda text=text: timed(pipeline, text), given.limit)  # type: ignore[misc]
            if isinstance(seconds, str):
                print(f"{name:<26}{length:>9,}   {seconds}", flush=True)
                break
            print(line_of(name, length, seconds, before), flush=True)
            before = length, seconds


if __name__ == "__main__":
    main()
