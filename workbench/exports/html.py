"""Way out: one self-contained page to read, print or send. No script, and no request to anywhere.

The words, the layout and the style stand in templates/exports/; everything that comes from the record is
escaped there. The page forbids itself scripts and requests by a content policy of its own.
"""

from functools import cache

import re2
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workbench.domain.context import trim_after, trim_before
from workbench.domain.records import ReportRecord, VerdictRecord
from workbench.exports import dates, directions, links, notices, wording
from workbench.exports.marked_text import build_blocks
from workbench.exports.pictures import draw_mix, draw_published
from workbench.exports.tally import count_ratings, list_open, summarise
from workbench.paths import TEMPLATES

CODE = "html"
LABEL = "Web page (one file, printable)"
MEDIA_TYPE = "text/html; charset=utf-8"
EXTENSION = "html"

_TOKEN = re2.compile(r"[a-z][a-z0-9-]{0,40}")


def render(record: ReportRecord) -> bytes:
    """The report as one HTML file in UTF-8. Raises ValueError for a slice outside its article's text."""
    return render_template("exports/report.html", record).encode()


def render_template(name: str, record: ReportRecord, **more: object) -> str:
    """A page with everything that the parts of a report use."""
    return (
        _build_environment()
        .get_template(name)
        .render(
            report=record,
            languages={article.reference: article.language for article in record.articles},
            articles=[(article, build_blocks(article, record.claims)) for article in record.articles],
            counts=count_ratings(record),
            open_claims=list_open(record),
            picture=draw_mix(record),
            summary=summarise(record),
            **more,
        )
    )


@cache
def read_style() -> str:
    """The style sheet of a report."""
    return (TEMPLATES / "exports" / "_report.css").read_text("utf-8")


def name_colour(verdict: VerdictRecord | None) -> str:
    """The class that colours a verdict's marks; only a plain token of a scale can become one."""
    return "r-open" if verdict is None else name_token(verdict.colour)


def name_token(colour: str) -> str:
    """The class of a label's colour token."""
    return f"r-{colour}" if _TOKEN.fullmatch(colour) else "r-other"


@cache
def _build_environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.filters.update(before=trim_before, after=trim_after)
    # The words go through gettext like those of every template; reports are in English for now.
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    environment.globals.update(
        {
            module.__name__.rpartition(".")[2]: module
            for module in (dates, directions, links, notices, wording)
        },
        name_colour=name_colour,
        name_token=name_token,
        draw_published=draw_published,
    )
    return environment
