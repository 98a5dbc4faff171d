"""What one report may use while it is read, and the words for what became of a process that used more.

Two processes are limited: the one that opens originals (`sayso.read.worker`) and the one that analyses reports
(`sayso.run.analyst`). How each failed is worded here.
"""

from __future__ import annotations

import signal
from dataclasses import dataclass
from typing import Final

# Signals by which people and systems end a process; one does not die of them by itself.
ENDED: Final = frozenset({-signal.SIGKILL, -signal.SIGTERM, -signal.SIGHUP, -signal.SIGINT, -signal.SIGQUIT})
ATTEMPTS: Final = 2  # at one thing whose process is ended while it works at nothing else
OUT_OF_MEMORY: Final = 77  # status of a process that could not even say so
MORE_TIME: Final = "leave it out, or allow more with --limit"
MORE_MEMORY: Final = "leave it out, or allow more with --limit-memory"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one report may use.

    memory    bytes: of address space of the process that opens it, and over what the model takes, of the one that
              analyses it
    seconds   for each report, opening and analysis together; of CPU, and of the clock if the machine lets it work
    """

    memory: int = 2 * 2**30
    seconds: float = 60.0


def opening_ran_out(limits: Limits, of: str = "") -> tuple[str, str]:
    """Return reason and advice if opening took too long; `of` may be " of CPU"."""
    return f"opening it took over {limits.seconds:.0f} s{of}", MORE_TIME


def analysis_ran_out(limits: Limits, step: str, opening: float) -> tuple[str, str]:
    """Return reason and advice if the analysis took too long; `opening` seconds were gone before."""
    used = f", of which opening it took {opening:.0f} s" if opening >= 1 else ""
    return f"the analysis ran out of {limits.seconds:.0f} s{used}, {_in(step)}", MORE_TIME


def out_of_memory(step: str) -> tuple[str, str]:
    """Return reason and advice if the analysis was refused more memory."""
    return f"the analysis takes more memory than is allowed, {_in(step)}", MORE_MEMORY


def how_it_ended(who: str, code: int | None, limits: Limits, step: str = "") -> tuple[str, str]:
    """Return reason and advice for a process that is gone.

    who    "reader" or "analysis"
    code   its status; minus the signal if it died of one
    step   that it was at, if that is known
    """
    where = f", {_in(step)}" if step else ""
    if code == -signal.SIGKILL:
        reason = f"{who} killed, signal 9{where}, as a system does that has no memory left"
        return reason, "try it alone, with less running"
    if code == -signal.SIGXCPU:
        return opening_ran_out(limits, " of CPU") if who == "reader" else analysis_ran_out(limits, step, 0)
    if code == OUT_OF_MEMORY:
        return out_of_memory(step)
    if code == -signal.SIGABRT:  # libraries in C end so where the limit on memory refuses them more
        reason = f"{who} crashed, signal 6{where}, as where it needs more than {limits.memory // 2**20:,} MB"
        return reason, MORE_MEMORY
    if code is not None and code < 0:
        return f"{who} crashed, signal {-code}{where}", "please report it with the file"
    return f"{who} ended with status {code}{where}", "please report it with the file"


def _in(step: str) -> str:
    return f"in the step `{step}`"
