"""Templates escape whatever they show: what is markup says so itself (`__html__`), where it is made."""

from pathlib import Path

import pytest
import re2

from workbench.paths import TEMPLATES

TRUSTS = re2.compile(r"\|\s*safe\b|autoescape\s+false|\bMarkup\b")


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES))
)
def test_no_template_calls_anything_safe(path: Path) -> None:
    assert TRUSTS.findall(path.read_text("utf-8")) == []
