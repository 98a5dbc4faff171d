"""Case steps run over a case: only what changed is worked out anew, and the results are those of a run from nothing.

For each step the store keeps its values by key, as JSON, and the digest of everything that it had before it. What has
another digest now is `changed`, what has none is `gone`; a step without either is not run. What a step gives is stored
in one transaction. With the last step of a run stands a digest of all that the run began with: as long as that holds,
what it gave is taken as it is stored, and nothing before it is looked at.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

import msgspec

from sayso.compare import CaseStep, Changes, Input
from sayso.errors import CaseError
from sayso.store.base import Store
from sayso.store.ledger import digest
from sayso.values.case import Judgement
from sayso.values.json import canonical, judgement_to_json, stored
from sayso.values.reading import Reading

BETWEEN: Final = "/"  # the name of a need, and a key of it
PACKING: Final = 1  # of zlib: a sixth of the size, in a thousandth of the time that a reading takes
MEANWHILE: Final = "another process changed the case while it was compared; ask again"


class ChangedMeanwhile(CaseError):
    """Another process changed the case while its steps ran."""


class Shelf(Protocol):
    """Where results are kept: the part of a Store that the steps use."""

    def results(self, step: str) -> dict[str, str]:
        """See Store."""

    def inputs(self, step: str) -> dict[str, str]:
        """See Store."""

    def put_results(self, step: str, results: Mapping[str, str | None], inputs: Mapping[str, str | None]) -> None:
        """See Store."""

    def forget_results(self, step: str | None = None) -> None:
        """See Store."""

    def result_steps(self) -> list[str]:
        """See Store."""

    def transaction(self) -> AbstractContextManager[None]:
        """See Store."""


@dataclass(frozen=True, slots=True)
class CaseData:
    """What a case hands to its steps.

    readings     report id -> digest of its reading and of what the judgements in force change in it
    read         a reading, as the judgements in force show it
    judgements   those in force, oldest first
    holds        whether no judgement was added since
    arrivals     report id -> a number that is larger for what was added later
    text         the text of a report, where that is cheaper than to open its reading; None where it is not
    """

    readings: Mapping[str, str]
    read: Callable[[str], Reading]
    judgements: Sequence[Judgement]
    holds: Callable[[], bool] = lambda: True
    arrivals: Mapping[str, int] = field(default_factory=dict)
    text: Callable[[str], str | None] = lambda report: None


def run(steps: Sequence[CaseStep], data: CaseData, shelf: Shelf) -> dict[str, Any]:
    """Run steps in order; return what the last one gives, by key.

    A step that raises leaves the results of the steps before it, and its own as they were.
    """
    begun = _begun_with(steps, data)
    if shelf.inputs(steps[-1].name).get(steps[-1].name) == begun:
        return _values(steps[-1], shelf.results(steps[-1].name))
    judged = {judgement.id: judgement for judgement in data.judgements}
    givers = {step.gives: step for step in steps}
    inputs: dict[str, Input[Any]] = {
        "readings": Input(data.readings, data.read),
        "judgements": Input({id_: digest(judgement_to_json(j)) for id_, j in judged.items()}, judged.__getitem__),
    }
    inputs["reading"] = inputs["readings"]
    inputs["texts"] = Input(data.readings, lambda report: data.text(report) or data.read(report).report.text)
    came = {report: data.arrivals.get(report, 0) for report in data.readings}
    inputs["arrivals"] = Input({report: str(number) for report, number in came.items()}, came.__getitem__)
    told = _EachReport([step for step in steps if step.each_report], data, shelf)
    results: Mapping[str, Any] = {}
    for step in steps:
        _forget_older(step, shelf)
        needs = {need: inputs[need] for need in step.needs if need != "previous"}
        held = _run_step(step, needs, shelf, data.holds, begun if step is steps[-1] else "", told)
        results = _ByReport(step, held) if step.each_report else _values(givers[step.gives], held)
        digests = {key: digest(text.encode()) for key, text in held.items()}
        inputs[step.gives] = Input(digests, results.__getitem__)
    return dict(results)


class _ByReport(Mapping[str, Any]):
    """What a step gave for each report, packed until it is asked for: of all reports it is as large as the readings."""

    def __init__(self, step: CaseStep, held: Mapping[str, str]) -> None:
        self._step = step
        self._held = {key: zlib.compress(text.encode(), PACKING) for key, text in held.items()}

    def __getitem__(self, key: str) -> Any:
        return msgspec.convert(json.loads(zlib.decompress(self._held[key])), self._step.value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)  # in order

    def __len__(self) -> int:
        return len(self._held)


class _EachReport:
    """Calls the steps that are called once for each report: a reading is opened once for all of them.

    To open one takes about as long as all that these steps do with it.
    """

    def __init__(self, steps: Sequence[CaseStep], data: CaseData, shelf: Shelf) -> None:
        self._steps = steps
        self._data = data
        self._shelf = shelf
        self._made: dict[str, dict[str, str]] | None = None
        self._errors: dict[str, Exception] = {}

    def of(self, step: CaseStep, changed: Iterable[str]) -> dict[str, str]:
        """What a step gives for the reports that changed, as JSON. Raises what the step raises."""
        if self._made is None:
            self._made = self._all()
        if step.name in self._errors:
            raise self._errors[step.name]
        made = self._made.pop(step.name)
        wanted = list(changed)
        if not made.keys() >= set(wanted):
            raise ChangedMeanwhile(MEANWHILE)
        return {key: made[key] for key in wanted}

    def _all(self) -> dict[str, dict[str, str]]:
        made: dict[str, dict[str, str]] = {step.name: {} for step in self._steps}
        seen = {step.name: self._shelf.inputs(step.name) for step in self._steps}
        for report, now in self._data.readings.items():
            todo = [step for step in self._steps if seen[step.name].get(f"reading{BETWEEN}{report}") != now]
            reading = self._data.read(report) if todo else None
            for step in todo:
                if step.name not in self._errors:
                    try:
                        made[step.name][report] = _json(step.function(reading=reading))
                    except Exception as error:  # noqa: BLE001 - raised when it is this step's turn
                        self._errors[step.name] = error
        return made


def _begun_with(steps: Sequence[CaseStep], data: CaseData) -> str:
    """A digest of all that a run begins with: these steps, readings and judgements, in the order in which they came."""
    judged = [digest(judgement_to_json(judgement)) for judgement in data.judgements]
    return digest(canonical([[step.name for step in steps], dict(data.readings), judged, dict(data.arrivals)]))


def _forget_older(step: CaseStep, shelf: Shelf) -> None:
    """Other versions of a step gave other results: they go."""
    plain_name = step.name.rpartition(".")[0]
    older = [name for name in shelf.result_steps() if name != step.name and name.rpartition(".")[0] == plain_name]
    if older:
        with shelf.transaction():
            for name in older:
                shelf.forget_results(name)


def _run_step(
    step: CaseStep,
    needs: Mapping[str, Input[Any]],
    shelf: Shelf,
    holds: Callable[[], bool],
    begun: str,
    told: _EachReport,
) -> dict[str, str]:
    """Run a step if anything changed; return its values as they are stored, in order of the keys.

    begun   noted with them, of the last step of a run: see `_begun_with`
    told    gives what a step gives for each report
    """
    seen = shelf.inputs(step.name)
    held = shelf.results(step.name)
    now = {f"{need}{BETWEEN}{key}": value for need, given in needs.items() for key, value in given.digests.items()}
    changed = {name: value for name, value in now.items() if seen.get(name) != value}
    gone = [name for name in seen if name not in now and name != step.name]
    if not changed and not gone and step.name in seen:
        if begun:
            with shelf.transaction():
                if shelf.inputs(step.name) == seen:
                    shelf.put_results(step.name, {}, {step.name: begun})
        return held
    given = {
        need: Input(
            known.digests, known.read, tuple(_keys(need, changed)), tuple(_keys(need, gone)),
        )
        for need, known in needs.items()
    }  # fmt: skip
    put: dict[str, str | None]
    if step.each_report:
        put = {**dict.fromkeys(given["reading"].gone), **told.of(step, given["reading"].changed)}
    else:
        previous = {"previous": _values(step, held)} if "previous" in step.needs else {}
        made = step.function(**given, **previous)
        if not isinstance(made, Changes):  # all that it gives
            made = Changes(made, [key for key in held if key not in made])
        put = {**dict.fromkeys(made.gone), **{key: _json(value) for key, value in made.put.items()}}
    put = {key: text for key, text in put.items() if held.get(key) != text}
    with shelf.transaction():
        if shelf.inputs(step.name) != seen or not holds():
            raise ChangedMeanwhile(MEANWHILE)
        shelf.put_results(step.name, put, {**changed, **dict.fromkeys(gone), step.name: begun})
    held |= {key: text for key, text in put.items() if text is not None}
    return {key: held[key] for key in sorted(held) if put.get(key, "") is not None}


def _keys(need: str, names: Mapping[str, str] | Sequence[str]) -> Iterator[str]:
    head = need + BETWEEN
    return (name.removeprefix(head) for name in names if name.startswith(head))


def _json(value: Any) -> str:
    return canonical(stored(value)).decode()


def _values(step: CaseStep, held: Mapping[str, str]) -> dict[str, Any]:
    """The values of a step by key, in order of the keys."""
    return {key: msgspec.convert(json.loads(text), step.value) for key, text in sorted(held.items())}


class Unwritten:
    """A store that is not written: what steps work out for a case that is open to read only stays in memory."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._results: dict[str, tuple[dict[str, str], dict[str, str]]] = {}

    def results(self, step: str) -> dict[str, str]:
        """See Store."""
        return dict(self._results[step][0]) if step in self._results else self._store.results(step)

    def inputs(self, step: str) -> dict[str, str]:
        """See Store."""
        return dict(self._results[step][1]) if step in self._results else self._store.inputs(step)

    def put_results(self, step: str, results: Mapping[str, str | None], inputs: Mapping[str, str | None]) -> None:
        """See Store."""
        both = ({**self.results(step), **results}, {**self.inputs(step), **inputs})
        kept = [{key: text for key, text in held.items() if text is not None} for held in both]
        self._results[step] = (kept[0], kept[1])

    @property
    def holds_some(self) -> bool:
        """Whether anything was put here."""
        return bool(self._results)

    def write_to(self, store: Shelf) -> None:
        """Put into a store what was put here, in the place of what it had of those steps."""
        with store.transaction():
            for step, (results, inputs) in self._results.items():
                store.forget_results(step)
                store.put_results(step, results, inputs)

    def forget_results(self, step: str | None = None) -> None:
        """See Store."""
        for name in [step] if step is not None else self.result_steps():
            self._results[name] = ({}, {})

    def result_steps(self) -> list[str]:
        """See Store."""
        return sorted({*self._store.result_steps(), *self._results})

    def transaction(self) -> AbstractContextManager[None]:
        """See Store: nothing is written."""
        return nullcontext()
