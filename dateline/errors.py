"""Every error that Dateline raises on purpose.

    DatelineError
    ├── InputError         an argument or a file cannot be used
    │   └── RefusedError   one article, row, page or file of an input cannot be used; the rest goes on
    ├── ModelError         no language model, or one that is not what it says it is
    ├── WorkerError        the processes that annotate cannot start
    ├── FrameError         a frame breaks the contract of dateline.schema
    ├── QueryError         a search query cannot be read
    └── StoreError         a pile cannot be read or written
        ├── PileNotFoundError
        └── PileBusyError  another process is building this pile

A message says what is wrong, with which value, and what to do about it, in one sentence that can be shown to a reader.
"""

from __future__ import annotations


class DatelineError(Exception):
    """The root of the tree: catch this to catch everything that Dateline raises on purpose."""


class InputError(DatelineError):
    """An argument or a file cannot be used."""


class RefusedError(InputError):
    """One article, row, page or file cannot be used.

    ``origin`` is the file name (inside an archive: the name within), ``place`` a line, page or row of it or ``""``,
    ``reason`` what is wrong and ``cure`` what the reader can do; both are whole sentences without a full stop.
    """

    def __init__(self, origin: str, reason: str, cure: str = "", place: str = "") -> None:
        self.origin, self.place, self.reason, self.cure = origin, place, reason, cure
        super().__init__(f"{origin}{f', {place}' if place else ''}: {self.sentence}")

    @property
    def sentence(self) -> str:
        """Reason and cure as one sentence, as it stands in the manifest and in the load report."""
        return f"{self.reason}: {self.cure}" if self.cure else self.reason

    def __reduce__(self) -> tuple:
        return type(self), (self.origin, self.reason, self.cure, self.place)


class ModelError(DatelineError):
    """No language model is installed, or one whose files are not what its name says."""


class WorkerError(DatelineError):
    """The processes that annotate cannot start."""


class FrameError(DatelineError):
    """A frame breaks the contract: a missing column, a wrong type, an offset outside its text."""


class QueryError(DatelineError):
    """A search query cannot be read; the message points at the place, ``position`` is its offset in the query."""

    def __init__(self, message: str, position: int = -1) -> None:
        self.position = position
        super().__init__(message)

    def __reduce__(self) -> tuple:
        return type(self), (str(self), self.position)


class StoreError(DatelineError):
    """A pile cannot be read or written."""


class PileNotFoundError(StoreError):
    """There is no pile of that name in the home folder."""


class PileBusyError(StoreError):
    """Another process is building this pile."""
