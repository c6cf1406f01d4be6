"""`workbench export` and `workbench check-history`, on both engines."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session

from tests import factories
from tests.cli.conftest import SQLITE_ONLY, Run, refusal
from tests.exports.reading import read_words
from workbench import schema
from workbench.exports import list_formats


@pytest.fixture
def filled(session: Session) -> None:
    """A-1 with the accepted claim C-1, the proposal C-2, and a verdict."""
    factories.make_desk(session)
    version = factories.make_article(session)
    claim = factories.make_claim(session, version)
    factories.make_claim(session, version, accepted_at=None)
    factories.make_evidence(session, claim)
    factories.make_verdict(session, claim)
    session.commit()


@pytest.mark.usefixtures("filled")
def test_an_articles_accepted_claims_in_every_format(run: Run, tmp_path: Path) -> None:
    for code in list_formats():
        result = run("export", "--article", "a-1", "--format", code)
        assert result.exit_code == 0, result.stderr
        assert "Troops are 30 km from the border" in read_words(result.stdout_bytes)
    record = json.loads(run("export", "--article", "A-1", "--format", "json").stdout_bytes)
    assert "C-1" in json.dumps(record)
    assert "C-2" not in json.dumps(record)


@pytest.mark.usefixtures("filled")
def test_chosen_claims_into_a_file(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "report.csv"
    output.write_text("the report before")
    result = run("export", "--claim", "C-1", "--format", "csv", "--output", output)
    assert (result.exit_code, result.stdout) == (0, "")
    assert b"C-1" in output.read_bytes()
    assert list(tmp_path.glob(".report*")) == []


@pytest.mark.usefixtures("filled")
def test_every_claim_at_once(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "all.json"
    assert run("export", "--all", "--format", "json", "--output", output).exit_code == 0
    assert [claim["reference"] for claim in json.loads(output.read_text())["claims"]] == ["C-1"]
    assert b'"C-1"' in run("export", "--all", "--format", "csv").stdout_bytes
    refused = run("export", "--all", "--format", "html")
    assert (refused.exit_code, "one of: csv, json" in refused.stderr) == (2, True)


@SQLITE_ONLY
@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--article", "A-7"], "no article A-7"),
        (["--article", "C-1"], "not a reference"),
        (["--claim", "C-2"], "C-2"),
        (["--claim", "C-1", "--claim", "C-99"], "C-99"),
        ([], "either --article or --claim"),
        (["--article", "A-1", "--claim", "C-1"], "either --article or --claim"),
        (["--article", "A-1", "--output", "/no/such/folder/r.csv"], "No such file"),
    ],
)
def test_what_cannot_be_exported_is_one_line(run: Run, arguments: list[str], words: str) -> None:
    assert words in refusal(run("export", "--format", "csv", *arguments))


@SQLITE_ONLY
def test_an_article_without_accepted_claims_is_refused(run: Run, session: Session) -> None:
    factories.make_desk(session)
    factories.make_article(session)
    session.commit()
    assert "no accepted claim" in refusal(run("export", "--article", "A-1", "--format", "html"))


@pytest.mark.usefixtures("filled")
def test_a_whole_history_is_told_with_its_head(run: Run) -> None:
    result = run("check-history")
    assert result.exit_code == 0
    assert result.stdout.split(" revisions, all in order; head #")[0].isdigit()
    assert len(result.stdout.split()[-1]) == 64


@pytest.mark.usefixtures("filled")
def test_a_touched_row_is_found(run: Run, engine: Engine) -> None:
    with engine.begin() as connection:
        schema.drop_guards(connection)
        connection.execute(text("UPDATE claim SET title = 'forged' WHERE number = 1"))
    result = run("check-history")
    assert result.exit_code == 1
    assert "“title” of the row is not what its last revision left there." in result.stdout
    assert "findings in" in result.stderr
