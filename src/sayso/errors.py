"""What can go wrong, as one tree; those without a star below are public names of `sayso`.

Each message says what was found, what was expected and what to try. A file that cannot be read is no error to who reads
a folder, but a `sayso.Failure` with the reason and advice of the ReadError.

SaysoError                  everything this package raises on purpose
+-- SpanError               a span does not say what the report says there (also a ValueError)
+-- ValueFault              a value breaks one of its invariants (also a ValueError)
+-- StepError               the steps of a reading do not fit together
+-- ReadError               an original cannot be read; carries path, reason and what to try
|   +-- EmptyOriginal *     nothing in it
|   +-- BrokenOriginal *    damaged, or not what its name says
|   +-- TooLarge *          over one of the limits
+-- ModelError              the model's distribution is missing or does not fit
+-- CaseError               a case file is locked, damaged, or of another version
|   +-- DamagedCase *       its bytes are damaged; open_case(..., damaged="salvage") gives what is left
|   +-- ChangedMeanwhile *  another process changed it while results were worked out; they are worked out again
|   +-- TooLargeForCase *   a reading or an original is larger than what a case unpacks again
|   +-- DamagedBytes *      what a case holds packed is damaged, or would unpack to more than it may
+-- UsageError              the command, or a function of the front door, was given something it cannot use
"""

from __future__ import annotations


class SaysoError(Exception):
    """Root of the tree; catching it catches what sayso raises on purpose."""


class SpanError(SaysoError, ValueError):
    """A span does not say what the report says there."""


class ValueFault(SaysoError, ValueError):
    """A value breaks one of its invariants."""


class StepError(SaysoError):
    """The steps of a reading do not fit together."""


class ReadError(SaysoError):
    """An original cannot be read.

    reason   what was found and what was expected
    advice   what to try; may be empty
    """

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(f"{reason}; {advice}" if advice else reason)
        self.reason = reason
        self.advice = advice


class EmptyOriginal(ReadError):
    """There is nothing in it."""


class BrokenOriginal(ReadError):
    """It is damaged, or not what its name says."""


class TooLarge(ReadError):
    """It is over one of the limits."""


class ModelError(SaysoError):
    """The model's distribution is missing, or its parts do not fit together."""


class CaseError(SaysoError):
    """A case file is locked, damaged, or of another version."""


class TooLargeForCase(CaseError):
    """A reading or an original is larger than what a case unpacks again."""


class DamagedBytes(CaseError):
    """What is packed cannot be unpacked, or would be larger than anything that a case holds."""


class UsageError(SaysoError):
    """The command, or a function of the front door, was given something it cannot use."""
