"""A claim's status is written in one module alone, which asks the table of steps."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.paths import PACKAGE

WRITER = Path("services/claim_status.py")


def find_writes(source: str) -> Iterator[int]:
    """Lines that set some row's `status`: by assignment, by name, by a new claim's or a statement's value."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr="status", ctx=ast.Store() | ast.Del()):
                yield node.lineno
            case ast.Call(func=ast.Name(id="setattr"), args=[_, ast.Constant(value="status"), _]):
                yield node.lineno
            case ast.Call(func=ast.Name(id="Claim") | ast.Attribute(attr="values"), keywords=given) if any(
                one.arg == "status" for one in given
            ):
                yield node.lineno


@pytest.mark.parametrize(
    "source",
    [
        "claim.status = to",
        "claim.status, claim.merged_into_id = to, None",
        "claim.status: Status = to",
        "rows[0].claim.status += to",
        "for claim.status in steps: pass",
        "setattr(claim, 'status', to)",
        "Claim(title='a', status=to)",
        "update(Claim).values(status=to)",
    ],
)
def test_each_way_to_write_it_is_found(source: str) -> None:
    assert list(find_writes(source)) == [1]


def test_reading_it_is_none() -> None:
    source = "if claim.status is to or row(status=claim.status): shown = claim.status"
    assert list(find_writes(source)) == []


def test_one_module_writes_it() -> None:
    writing = {
        path.relative_to(PACKAGE)
        for path in PACKAGE.rglob("*.py")
        if any(True for _ in find_writes(path.read_text(encoding="utf-8")))
    }
    assert writing == {WRITER}
