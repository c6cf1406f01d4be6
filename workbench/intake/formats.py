"""What every way in says of itself: `workbench formats` prints it, the pages and the docs show it."""

from dataclasses import dataclass

MEGABYTE = 1_000_000

ARTICLE = "one article"
ARTICLES = "articles"
CLAIMS = "claims"
VERDICTS = "claims with another desk's verdict"


@dataclass(frozen=True, slots=True)
class Format:
    """One way in. `extensions` are lower case with their dot, empty for what comes by an address or is typed.
    `gives` is what comes out. `most_bytes` is as much of a file as is read."""

    name: str
    reads: str
    gives: str
    extensions: tuple[str, ...] = ()
    by: str = ""
    most_bytes: int = MEGABYTE

    @property
    def comes_by(self) -> str:
        """How it comes in: its extensions, or the way in words."""
        return self.by or ", ".join(self.extensions)
