"""What the pages of a large case cost: the first view, ten readers at once, and memory.

    first view, ms     from the start of a request to the end of its answer: the first page of a server that just began
    p95, ms            95 in 100 looks of ten readers, sixty each, the views mixed as in PATHS, take no longer
    slowest view, ms   p95 of the view whose p95 is the largest
    memory peak, MB    of the server's process (10**6 bytes); what takes long is worked out in others, which end

The readers come once it is worked out who is who. Copies are not looked at: made texts share more than real ones.

The case has 8,516 made readings of about 3,800 characters (tests/helpers/make_readings.py). For a case of your own:

    python -m benchmarks.tasks.page CASE
"""

from __future__ import annotations

import http.client
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlsplit

from benchmarks.task import PROJECT, Run, Score, Task
from sayso.case import open_case

REPORTS: Final = 8516
LENGTH: Final = 5  # times 770 characters
READERS: Final = 10
LOOKS: Final = 60  # pages that each reader looks at
AGAIN_SECONDS: Final = 1.0
LONGEST_SECONDS: Final = 1800.0  # that what compares reports may take before the readers come
# Views, and how often each is looked at; {report} and the like are filled in from the case.
PATHS: Final = (
    ("/", 2), ("/reports", 2), ("/reports?page={page}", 2), ("/reports/{report}", 6), ("/said?who={speaker}", 5),
    ("/said?who={speaker}&about={word}", 3), ("/said?page={page}", 1), ("/claims/{claim}", 3), ("/search?q={word}", 3),
    ("/events?page={page}", 2), ("/timeline", 1), ("/people", 2), ("/people/{identity}", 3),
    ("/speakers", 1), ("/map", 1), ("/labels", 1), ("/labels?about={word}", 1),
)  # fmt: skip
WORDS: Final = ("camp", "bridge", "ceasefire", "closed", "sanctions", "summer", '"the border"', "3,400")


class Served:
    """A server of a case in a process of its own, and the cookie that it has let us in with."""

    def __init__(self, case: str) -> None:
        paths = os.pathsep.join([str(PROJECT), *filter(None, sys.path)])
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "sayso", "serve", case, "--no-open"], stdout=subprocess.PIPE, text=True,
            env=os.environ | {"PYTHONPATH": paths},
        )  # fmt: skip
        assert self.process.stdout is not None
        address = urlsplit(self.process.stdout.readline().strip())
        self.netloc, self.cookie = address.netloc, ""
        connection = http.client.HTTPConnection(self.netloc, timeout=600)
        connection.request("GET", f"{address.path}?{address.query}")
        answer = connection.getresponse()
        self.cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
        connection.close()

    def look(self, path: str, connection: http.client.HTTPConnection | None = None) -> tuple[int, bytes, float]:
        """Status, body, and milliseconds that it took."""
        held = connection or http.client.HTTPConnection(self.netloc, timeout=600)
        begun = time.perf_counter()
        held.request("GET", path, headers={"Cookie": self.cookie})
        answer = held.getresponse()
        body = answer.read()
        took = (time.perf_counter() - begun) * 1000
        if connection is None:
            held.close()
        return answer.status, body, took

    def wait_for(self, path: str) -> float:
        """Look until what the page needs was worked out; the seconds that this took."""
        begun = time.perf_counter()
        while self.look(path)[0] == 202:
            if time.perf_counter() - begun > LONGEST_SECONDS:
                raise TimeoutError(path)
            time.sleep(AGAIN_SECONDS)
        return time.perf_counter() - begun

    def peak(self) -> float:
        """The largest memory of the process so far, in MB; 0 where the system does not tell."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        except OSError:
            return 0.0
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6

    def end(self) -> None:
        """Stop it."""
        self.process.terminate()
        self.process.wait(60)


def make(path: Path, count: int) -> None:
    """Make a case of so many made readings."""
    sys.path.insert(0, str(PROJECT / "tests" / "helpers"))
    from make_readings import make_readings

    drafts = make_readings(count, length=LENGTH)
    with open_case(path, create=True) as case:
        for _ in range(0, count, 500):
            with case.store.transaction(durable=False):
                for (reading, original), _ in zip(drafts, range(500), strict=False):
                    case.add(reading, original)


def filled(served: Served) -> list[str]:
    """The addresses that readers look at, in a fixed order."""
    rows: Any = json.loads(served.look("/reports.json")[1])["rows"]
    speakers = [row["speaker"] for row in json.loads(served.look("/speakers.json")[1])["rows"][:200]]
    people = [row["id"] for row in json.loads(served.look("/people.json")[1])["rows"][:200]]
    chance = random.Random(0)
    claims = []
    for row in chance.sample(rows, min(20, len(rows))):
        claims += [found["id"] for found in json.loads(served.look(f"/reports/{row['id']}.json")[1])["rows"]]
    addresses = []
    for path, weight in PATHS:
        for _ in range(weight * READERS * LOOKS // sum(weight for _, weight in PATHS) + 1):
            addresses.append(path.format(
                report=chance.choice(rows)["id"], page=chance.randint(1, max(1, len(rows) // 50)),
                speaker=quote(chance.choice(speakers).replace('"', " ")) if speakers else "x",
                word=quote(chance.choice(WORDS)), claim=chance.choice(claims) if claims else "0/a0",
                identity=chance.choice(people) if people else "i0",
            ))  # fmt: skip
    chance.shuffle(addresses)
    return addresses


def read_at_once(served: Served, addresses: Sequence[str]) -> list[tuple[str, float]]:
    """Address and milliseconds of each look of ten readers who look at the same time."""
    took: list[tuple[str, float]] = []

    def read(own: Sequence[str]) -> None:
        connection = http.client.HTTPConnection(served.netloc, timeout=600)
        for address in own:
            begun = time.perf_counter()
            status, _, milliseconds = served.look(address, connection)
            while status == 202:  # it is being worked out, and comes by itself: the wait is part of the look
                time.sleep(AGAIN_SECONDS)
                status, _, _ = served.look(address, connection)
                milliseconds = (time.perf_counter() - begun) * 1000
            if status != 200:
                raise RuntimeError(f"{address}: {status}")
            took.append((address, milliseconds))
        connection.close()

    readers = [threading.Thread(target=read, args=(addresses[n::READERS],)) for n in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return took


def p95(values: Iterable[float]) -> float:
    """The value that 95 in 100 do not exceed."""
    held = sorted(values)
    return held[max(0, -(-len(held) * 95 // 100) - 1)]


def measure_case(case: str, say: Any) -> dict[str, float]:
    """All four measures of a case."""
    served = Served(case)
    try:
        first = served.look("/")[2]
        say(f"who is who was worked out in {served.wait_for('/people'):.0f} s")
        addresses = filled(served)
        for beginning in ("/people/", "/labels"):
            served.wait_for(next(address for address in addresses if address.startswith(beginning)))
        took = read_at_once(served, addresses)
        views: dict[str, list[float]] = {}
        for address, milliseconds in took:
            views.setdefault("/" + address[1:].partition("/")[0].partition("?")[0], []).append(milliseconds)
        worst = max(views, key=lambda view: p95(views[view]))
        for view, values in sorted(views.items()):
            say(f"{view}: p95 {p95(values):.0f} ms of {len(values)}")
        say(f"slowest view: {worst}")
        return {
            "first view, ms": first, "p95, ms": p95(milliseconds for _, milliseconds in took),
            "slowest view, ms": p95(views[worst]), "memory peak, MB": served.peak(),
        }  # fmt: skip
    finally:
        served.end()


def measure(run: Run) -> Iterable[Score]:
    """Make the case and measure it; with `quick` a case of a tenth of the reports."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.sayso"
        make(path, REPORTS // 10 if run.quick else REPORTS)
        for name, value in measure_case(str(path), run.say).items():
            yield Score(name, round(value, 1), less=True)


TASK: Final = Task("page", "tests/helpers/make_readings.py", measure, own=True, asked=True)

if __name__ == "__main__":
    print(json.dumps(measure_case(sys.argv[1], lambda words: print(words, file=sys.stderr))))
