"""What happened when a page was looked at, and what became of the files that were made of it."""

import hashlib
from dataclasses import dataclass
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

GONE_STATUSES = frozenset({404, 410, 451})
# What a visit must have found to be looked at once more: a desk's claim may rest on it.
NEWS = frozenset({CaptureOutcome.CHANGED, CaptureOutcome.GONE})
# What a visit must have found to say what the page is.
SHOWS_PAGE = frozenset({CaptureOutcome.CAPTURED, CaptureOutcome.CHANGED, CaptureOutcome.UNCHANGED})
_STATUS_WORDS = {
    401: "it asks for a login",
    402: "it asks for payment",
    403: "it refuses programs like this one",
    404: "there is no such page any more",
    410: "the page was taken down",
    429: "it asks to come back later",
    451: "the page is blocked for legal reasons",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What is compared of a page: its readable words, or without words its bytes, each by their digest."""

    words_sha256: str
    body_sha256: str

    def differs(self, before: "Seen") -> bool:
        if self.words_sha256 and before.words_sha256:
            return self.words_sha256 != before.words_sha256
        return self.body_sha256 != before.body_sha256


def judge_visit(status: int, now: Seen, before: Seen | None) -> CaptureOutcome:
    """What an answer means for a page of which `before` was kept, None for nothing yet."""
    if status in GONE_STATUSES:
        return CaptureOutcome.GONE
    if not 200 <= status < 300:
        return CaptureOutcome.FAILED
    if before is None:
        return CaptureOutcome.CAPTURED
    return CaptureOutcome.CHANGED if now.differs(before) else CaptureOutcome.UNCHANGED


def describe_status(host: str, status: int) -> str:
    """An answer that is no page, in words."""
    words = _STATUS_WORDS.get(status, "something is wrong there" if status >= 500 else "no page")
    return f"{host} answers {status}: {words}."


def digest_words(words: str) -> str:
    """SHA-256 of the words alone: broken into other lines they are the same. Empty for no words."""
    plain = " ".join(words.split())
    return hashlib.sha256(plain.encode()).hexdigest() if plain else ""
