"""Way in: a list of addresses, one a line. Empty lines and those that begin with # are passed over."""

from workbench.domain.arrivals import Find
from workbench.intake.facts import clean_url
from workbench.intake.formats import ARTICLES, Format

FORMAT = Format(
    name="List of addresses",
    reads="Addresses of pages, one a line; each is fetched",
    gives=ARTICLES,
    by="the page “Add an article”, or a text file with --list",
)
MOST_ADDRESSES = 500
_LONGEST = 2_000  # bytes


def read_addresses(text: str) -> tuple[Find, ...]:
    """One for each line that holds something; a line that is no address has its problem."""
    lines = [line.strip() for line in text.splitlines()]
    seen: dict[str, int] = {}
    finds: list[Find] = []
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        finds.append(
            Find(line[:200], url=line, is_address=True, problem=_find_problem(line, number, seen, len(finds)))
        )
        seen.setdefault(line, number)
    return tuple(finds)


def _find_problem(line: str, number: int, seen: dict[str, int], before: int) -> str:
    if not clean_url(line) or "\ufffd" in line:
        return f"Line {number} is no web address. One starts with https:// or http://."
    if len(line.encode()) > _LONGEST:
        return f"Line {number} is too long to be an address."
    if line in seen:
        return f"Line {number} is the same as line {seen[line]}."
    return f"At most {MOST_ADDRESSES} addresses are taken at a time." if before >= MOST_ADDRESSES else ""
