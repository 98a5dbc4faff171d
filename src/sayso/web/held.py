"""What was worked out of a case is held until the case changes, and cases are handed from one request to the next.

A `Case` is used from one thread at a time, so requests take one from the `Handles` and give it back. What several ask
for (counts, identities, copies) is held by the `Held`, under the case's newest change: any change, by any process,
makes it old. What takes long is worked out once, by a thread of its own that asks a process of its own (`apart`),
while whoever asked is told to wait.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning
from operator import methodcaller
from typing import Any, Final, TypeVar, cast

from sayso.case import Case, open_case
from sayso.case.masking import masked
from sayso.values.reading import Reading
from sayso.web.apart import Apart
from sayso.web.packed import packed

Value = TypeVar("Value")
MAX_HANDLES: Final = 4  # each holds up to 16 MB of pages; more gain nothing, for Python runs one at a time
MAX_HELD: Final = 512  # values that are quickly worked out; the least lately used goes
MAX_READINGS: Final = 24  # one of a long report takes some megabytes
MAX_SLOW: Final = 256  # values that take long; the least lately used goes
LONG: Final = frozenset({"accounts", "accounts at first", "figures", "copies"})  # names of what takes longest
# Names of what is worked out for all readers and holds very many objects, which stay as long as the case is unchanged.
LARGE: Final = LONG | {"identity", "actors", "people", "speakers", "labels", "suggestions", "relations"}
PATIENCE_SECONDS: Final = 1.5  # for which a reader's page waits for what takes long


def _kind(name: Hashable) -> Hashable:
    """What is worked out under a name, whatever it is asked of."""
    return name[0] if isinstance(name, tuple) else name


def settle() -> None:
    """Tell Python that what is held now stays: it looks for garbage in what comes later alone.

    Of a case of 8,516 reports, looking through all of it took a tenth of a second or more, while every reader waited.
    """
    gc.collect(1)  # what is garbage among the newest
    gc.freeze()


class BeingWorkedOut(Exception):  # noqa: N818 - it is no error: the page says so and asks again
    """What a page needs takes longer than a reader waits; it is on its way."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Handles:
    """Open cases of one file, each lent to one request at a time.

    mask_private   of a masked copy of it, made now: later changes of the case are not seen
    """

    def __init__(self, path: str, *, read_only: bool, mask_private: bool = False) -> None:
        self.path = path
        self.read_only = read_only or mask_private
        self._free: list[Case] = []
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(MAX_HANDLES)
        self._writing = threading.Lock()
        self._masked = masked(open_case(path, read_only=True)) if mask_private else None
        # open to write as long as the server runs: what others write is then seen by every handle at once
        self._first = None if self.read_only else self.open()

    def open(self) -> Case:
        """A case that the caller closes."""
        return open_case(self.path, read_only=self.read_only) if self._masked is None else self._masked.once_more()

    @contextlib.contextmanager
    def lent(self) -> Iterator[Case]:
        """A case for the block."""
        with self._places:
            with self._lock:
                case = self._free.pop() if self._free else None
            case = case if case is not None else self.open()
            try:
                yield case
            except BaseException:
                case.close()  # whatever state it is in
                raise
            with self._lock:
                self._free.append(case)

    @contextlib.contextmanager
    def to_write(self, by: str) -> Iterator[Case]:
        """A case for the block, in the name of somebody; one block at a time."""
        with self._writing, contextlib.closing(self.open()) as case:
            case.by = by or case.by
            yield case

    def close(self) -> None:
        """Close all that is not lent."""
        with self._lock:
            for case in self._free:
                case.close()
            self._free.clear()
        for held in (self._first, self._masked):
            if held is not None:
                held.close()


class Lane:
    """A thread that works things out one after the other, and the process that it asks.

    apart   None to do it in this process, as a masked case needs it
    """

    def __init__(self, name: str, apart: Apart | None) -> None:
        self.apart = apart
        self.thread = ThreadPoolExecutor(1, f"sayso-{name}")

    def close(self) -> None:
        """Begin nothing more, and end what is under way, or wait for it where it is this process that does it."""
        if self.apart is not None:
            self.apart.close()
        self.thread.shutdown(wait=True, cancel_futures=True)


class Held:
    """See the module.

    apart   makes a process that works out what takes long; None for this one
    """

    def __init__(self, handles: Handles, apart: Callable[[], Apart] | None = None) -> None:
        self.handles = handles
        # whoever asks who is who need not wait for the accounts, which take minutes in a large case
        names = ("work", "long") if apart is not None else ("work",)
        self._lanes = [Lane(name, apart() if apart is not None else None) for name in names]
        self._lock = threading.Lock()
        self._quick: OrderedDict[Hashable, Any] = OrderedDict()
        self._readings: OrderedDict[tuple[int, str], Reading] = OrderedDict()
        self._slow: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()  # name -> newest change, value
        self._under_way: dict[Hashable, tuple[int, Future[Any]]] = {}
        self.judged: set[frozenset[str]] = (
            set()
        )  # pairs of identities; what was worked out before knows nothing of them

    def begin(self, first: Iterable[tuple[Hashable, Callable[[Case], Any]]] = ()) -> None:
        """Work out who is who before anybody asks; what takes longest begins after it, for it needs it too.

        first   what is worked out before it: names and functions
        """
        with self.handles.lent() as case, self._lock:
            for name, make in first:
                self._begin(name, case.changes(), make)
            future = self._begin("identity", case.changes(), methodcaller("result", "identity"))
        for lane in self._lanes[1:]:
            lane.thread.submit(future.exception)

    def quick(self, case: Case, key: Hashable, make: Callable[[], Value]) -> Value:
        """What `make` gives, held under the key as long as the case does not change. It is worked out at once."""
        full = (case.changes(), key)
        with self._lock:
            if full in self._quick:
                self._quick.move_to_end(full)
                return cast("Value", self._quick[full])
        made = make()
        self._put(self._quick, full, made, MAX_HELD)
        return made

    def reading(self, case: Case, report: str) -> Reading:
        """A reading as the judgements in force show it; the last few are held, for opening one takes a while."""
        full = (case.changes(), report)
        with self._lock:
            if full in self._readings:
                self._readings.move_to_end(full)
                return self._readings[full]
        made = case.reading(report)
        self._put(self._readings, full, made, MAX_READINGS)
        return made

    def _put(self, held: OrderedDict[Any, Any], key: Hashable, made: Any, most: int) -> None:
        with self._lock:
            held[key] = made
            while len(held) > most:
                held.popitem(last=False)

    def slow(
        self,
        case: Case,
        name: Hashable,
        make: Callable[[Case], Value],
        *,
        patient: bool = False,
        stale: set[Hashable] | None = None,
    ) -> Value:
        """What `make` gives of a case of its own, held under the name until the case changes.

        make      can be pickled; a table or a dict that it gives is held packed: its rows, or its values by key
        patient   wait until it is there, as of now; else what was worked out before the last changes is given
                  meanwhile, and if there is none, BeingWorkedOut is raised after a moment
        stale     is given the name if what is given is as of before the last changes
        """
        now = case.changes()
        with self._lock:
            old = self._slow.get(name)
            if old is not None:
                self._slow.move_to_end(name)
                if old[0] == now:
                    return cast("Value", old[1])
            future = self._begin(name, now, make)
        if old is not None and not patient:
            with contextlib.suppress(StillRunning):
                return cast("Value", future.result(PATIENCE_SECONDS / 3))
            if stale is not None:
                stale.add(name)
            return cast("Value", old[1])
        try:
            return cast("Value", future.result(None if patient else PATIENCE_SECONDS))
        except StillRunning:
            raise BeingWorkedOut(str(_kind(name))) from None

    def at_hand(self, case: Case, name: Hashable, make: Callable[[Case], Value]) -> Value | None:
        """What was last worked out under a name, None if it never was; begun anew where it is old. Nobody waits."""
        now = case.changes()
        with self._lock:
            old = self._slow.get(name)
            if old is None or old[0] != now:
                self._begin(name, now, make)
            return cast("Value", old[1]) if old is not None else None

    def results_of(
        self, case: Case, *, patient: bool = False, stale: set[Hashable] | None = None
    ) -> Callable[[str], dict[str, Any]]:
        """What gives the results of case steps to the case of one request: they are worked out once for all of them."""

        def result(name: str) -> dict[str, Any]:
            return self.slow(case, name, methodcaller("result", name), patient=patient, stale=stale)

        return result

    def is_current(self, case: Case, name: Hashable) -> bool:
        """Whether what is held under a name is as of now."""
        with self._lock:
            old = self._slow.get(name)
        return old is not None and old[0] == case.changes()

    def latest(self, name: Hashable) -> Any:
        """What was last worked out under a name, however old; None for nothing."""
        with self._lock:
            return self._slow[name][1] if name in self._slow else None

    def close(self) -> None:
        """Begin nothing more, and end what is under way; see Lane."""
        for lane in self._lanes:
            lane.close()

    def _begin(self, name: Hashable, now: int, make: Callable[[Case], Any]) -> Future[Any]:
        known = self._under_way.get(name)
        if known is not None and known[0] == now and not (known[1].done() and known[1].exception()):
            return known[1]
        lane = self._lanes[-1] if _kind(name) in LONG else self._lanes[0]
        future = lane.thread.submit(self._work, lane, name, make)
        self._under_way[name] = (now, future)
        return future

    def _work(self, lane: Lane, name: Hashable, make: Callable[[Case], Any]) -> Any:
        if lane.apart is not None:
            as_of, made = lane.apart.ask(make)
            self._keep(name, as_of, made)
            if _kind(name) in LARGE:
                settle()
            return made
        with contextlib.closing(self.handles.open()) as case:
            as_of = case.changes()
            with self._lock:
                old = self._slow.get(name)
            if old is not None and old[0] == as_of:
                return old[1]
            case.results_from = functools.partial(self._within, case)
            made = packed(make(case))
            self._keep(name, as_of, made)
            return made

    def _keep(self, name: Hashable, as_of: int, made: Any) -> None:
        with self._lock:
            self._slow[name] = (as_of, made)
            self._slow.move_to_end(name)
            while len(self._slow) > MAX_SLOW:
                self._slow.popitem(last=False)
            for done in [key for key, (_, future) in self._under_way.items() if future.done()]:
                del self._under_way[done]

    def _within(self, case: Case, name: str) -> Any:
        """The result of a case step for what is being worked out, which is held for others at once."""
        as_of = case.changes()
        with self._lock:
            old = self._slow.get(name)
        if old is not None and old[0] == as_of:
            return old[1]
        made = case.work_out(name)
        self._keep(name, as_of, made)
        return made
