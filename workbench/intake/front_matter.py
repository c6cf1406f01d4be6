"""The block of `key: value` lines between two `---` that many programs put before a Markdown text."""

from dataclasses import dataclass

from workbench.intake.facts import Facts, clean_line, clean_url, read_day

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`text` is the block with its fences, empty when there is none; `rest` the document after it."""

    text: str
    rest: str
    facts: Facts


def split_front_matter(source: str) -> FrontMatter:
    """A Markdown source as its front matter and the rest. Only plain `key: value` lines are understood;
    a block that holds none of them is the rule and heading that Markdown takes it for."""
    lines = source.split("\n")
    ends = [place for place, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE][:1]
    if lines[0].rstrip() != _FENCE or not ends:
        return FrontMatter("", source, Facts())
    fields = dict(_read_field(line) for line in lines[1 : ends[0]] if ":" in line)
    if not fields or not lines[1].strip():
        return FrontMatter("", source, Facts())
    facts = Facts(
        title=fields.get("title", ""),
        url=clean_url(fields.get("url") or fields.get("link") or ""),
        author=fields.get("author", ""),
        outlet=fields.get("outlet") or fields.get("publication") or "",
        published_on=read_day(fields.get("date", "")),
    )
    text = "\n".join(line.rstrip() for line in lines[: ends[0] + 1])
    return FrontMatter(text, "\n".join(lines[ends[0] + 1 :]), facts)


def _read_field(line: str) -> tuple[str, str]:
    key, _, value = line.partition(":")
    return key.strip().lower(), clean_line(value).strip("\"'")
