"""What makes files of a report, and reads its record again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from workbench.domain.errors import BadInput, NotFound
from workbench.domain.publications import list_names
from workbench.domain.records import ReportRecord
from workbench.files import FileStore
from workbench.models import Report


@dataclass(frozen=True, slots=True)
class MadeFile:
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Press:
    """What makes files of a record by their format's code, and reads the canonical one again. app.py hands it
    over, because services may not know the exporters."""

    files: FileStore
    render: Callable[[ReportRecord], Mapping[str, MadeFile]]
    read: Callable[[bytes], ReportRecord]

    def load(self, report: Report) -> ReportRecord:
        """The record of a report as it was frozen. Raises NotFound, BadInput or ValueError where its file is
        gone or damaged."""
        return self.load_record(report.record_sha256)

    def load_record(self, sha256: str) -> ReportRecord:
        """The same, by what names its file."""
        return self.read(self.files.read(sha256))

    def find(self, report: Report) -> ReportRecord | None:
        """The record of a report; None where its file is gone or damaged."""
        try:
            return self.load(report)
        except (NotFound, BadInput, ValueError):
            return None

    def name_sources(self, report: Report) -> frozenset[str] | None:
        """What all sources of a report are called there, and their references; None where its file is gone or
        damaged. A frozen record is read for it once, so that nobody waits for it twice."""
        try:
            return _name_sources(self, report.record_sha256)
        except (NotFound, BadInput, ValueError):
            return None


@lru_cache(maxsize=10_000)
def _name_sources(press: Press, sha256: str) -> frozenset[str]:
    return list_names(press.load_record(sha256))
