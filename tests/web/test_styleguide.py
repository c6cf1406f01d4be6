"""The style guide shows every part: a template or macro that nobody put there is missed."""

import re
from collections.abc import Iterator
from dataclasses import replace

from jinja2 import meta
from sqlalchemy import Engine

from workbench import paths
from workbench.app import create_app
from workbench.settings import Settings

# Parts that have no look of their own: what they carry is shown under its own name.
BARE = {
    "acts/_done.html": "acts/_notice.html, out of band",
    "articles/_looks.html": "what the marks' script reads",
    "articles/_beside.html": "articles/_card.html, out of band",
    "articles/_paragraphs.html": "articles/_pieces.html, out of band",
    "claims/_earlier_found.html": "claims/_earlier.html, and a sentence that is only heard",
    "claims/_edit_closed.html": "an empty place",
    "evidence/_closed.html": "an empty place",
    "replies/_closed.html": "an empty place",
    "blind/_closed.html": "an empty place",
    "claims/_others_closed.html": "an empty place",
    "claims/_new_closed.html": "an empty place",
    "claims/_said.html": "a sentence that is only heard",
    "hints/_found.html": "hints/_hints.html, and a sentence that is only heard",
}
SHOWN = re.compile(r"\bshown\(([^)]*)\)")


def test_every_part_is_in_the_style_guide(engine: Engine, settings: Settings) -> None:
    app = create_app(replace(settings, development=True), engine)
    environment = app.jinja_env

    def follow(name: str, seen: set[str]) -> set[str]:
        if name not in seen:
            seen.add(name)
            source = (paths.TEMPLATES / name).read_text("utf-8")
            for other in meta.find_referenced_templates(environment.parse(source)):
                follow(str(other), seen)
        return seen

    seen = follow("styleguide.html", set())
    guide = "".join((paths.TEMPLATES / name).read_text("utf-8") for name in sorted(seen))
    named = {name for listed in SHOWN.findall(guide) for name in re.findall(r'"([^"]+)"', listed)}

    parts = set(_list_parts())
    assert parts - seen - named - set(BARE) == set()
    assert sorted(name for name in (*named, *BARE) if not (paths.TEMPLATES / name).is_file()) == []
    assert [macro for macro in _list_macros() if not re.search(rf"\b{macro}\(", guide)] == []


def test_the_style_guide_is_drawn_for_everybody(engine: Engine, settings: Settings) -> None:
    client = create_app(replace(settings, development=True), engine).test_client()

    page = client.get("/styleguide").text

    assert "articles/_card.html" in page
    assert "Take the link back" in page


def _list_parts() -> Iterator[str]:
    """Every fragment of the desk's pages; those of the exported report are a page of their own."""
    for path in paths.TEMPLATES.rglob("_*.html"):
        name = path.relative_to(paths.TEMPLATES).as_posix()
        if not name.startswith(("exports/", "styleguide/")):
            yield name


def _list_macros() -> Iterator[str]:
    for path in (paths.TEMPLATES / "macros").glob("*.html"):
        yield from re.findall(r"{% macro ([a-z]\w*)\(", path.read_text("utf-8"))
