"""What happened when a page was looked at, and what became of the files that were made of it."""

from enum import StrEnum


class CaptureOutcome(StrEnum):
    """What one visit to an address found. Each but FAILED and REFUSED says what the page is now."""

    CAPTURED = "captured"  # the first time, or on demand
    UNCHANGED = "unchanged"
    CHANGED = "changed"  # its words differ from those of the capture before
    GONE = "gone"  # the server says that there is nothing any more
    FAILED = "failed"  # no answer, or none that could be read
    REFUSED = "refused"  # our own rules, or the site's robots, forbid the visit


class FileRole(StrEnum):
    """What a captured file is of its piece of evidence."""

    FILE = "file"  # handed in by a person, or answered as it is: a PDF, an image
    WARC = "warc"  # request and response as they went over the line
    TEXT = "text"  # the readable words of the page
    SCREENSHOT = "screenshot"
    PDF = "pdf"  # the page as printed
    REFERENCE = "reference"  # an image beside which a place was recognised


class CustodyAct(StrEnum):
    """What was done with a file, in the order it happened: its chain of custody."""

    COLLECTED = "collected"
    COPIED = "copied"
    EXPORTED = "exported"
    VERIFIED = "verified"
    WITHHELD = "withheld"


class FileFault(StrEnum):
    """What can be wrong with the store, worst first."""

    ALTERED = "altered"  # the bytes are not those that the name promises
    MISSING = "missing"  # a record names it, and it is not there
    ORPHANED = "orphaned"  # it is there, and no record names it: a save was killed before its record
    SET_ASIDE = "set aside"  # was altered, and its true bytes have come in again since
    UNFINISHED = "unfinished"  # a write was killed in the middle


# What does no harm to any record: named, and no reason to call the store broken.
HARMLESS_FAULTS = frozenset({FileFault.ORPHANED, FileFault.SET_ASIDE, FileFault.UNFINISHED})
