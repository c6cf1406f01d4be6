"""`workbench import`: files become articles; a bad one is named and the others go on."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, select

from tests.cli.conftest import SQLITE_ONLY, Run, refusal
from workbench.models import Article, Job, JobState, Source
from workbench.queries.articles import get_article

ENGLISH = "The army said on Monday that 30 tanks were lost near the river.\n"
# Sentences that need no parser, so that a long text costs a test no minutes.
LONG = "".join(
    f"L’armée a annoncé lundi la perte du char numéro {number} près de la rivière.\n" for number in range(250)
)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_files_are_taken_in_and_a_bad_one_is_skipped(run: Run, session: Session, tmp_path: Path) -> None:
    first = write(tmp_path, "first.txt", ENGLISH)
    bad = write(tmp_path, "bad.txt", b"\xff\xfa words")
    last = write(
        tmp_path, "last.md", "# Two bridges destroyed\n\nTrois ponts ont été détruits dans la nuit.\n"
    )
    result = run("import", first, bad, tmp_path / "none.txt", last)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0].startswith(f"A-1  {first}  ")
    assert lines[0].endswith(" proposed")
    assert lines[1].startswith(f"A-2  {last}  ")
    named, missing, skipped = result.stderr.splitlines()
    assert named.startswith(f"Error: {bad}: ")
    assert "not in UTF-8" in named
    assert missing.startswith(f"Error: {tmp_path / 'none.txt'}: No such file")
    assert skipped == "Skipped 2 of 4 files."
    assert get_article(session, 2).title == "Two bridges destroyed"


def test_what_is_given_stands_in_the_article(run: Run, session: Session, tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", "Trois ponts ont été détruits dans la nuit.")
    given = ["--title", "Bridges", "--outlet", "The Courier", "--url", "https://example.org/a"]
    result = run("import", file, *given, "--author", "A. Writer", "--published-on", "2025-05-14")
    assert result.exit_code == 0, result.stderr
    article = session.exec(select(Article)).one()
    assert (article.title, article.url, article.author) == ("Bridges", "https://example.org/a", "A. Writer")
    assert article.published_on == date(2025, 5, 14)
    assert session.get_one(Source, article.outlet_id).name == "The Courier"


def test_a_long_article_is_split_before_the_command_ends(run: Run, session: Session, tmp_path: Path) -> None:
    result = run("import", write(tmp_path, "long.txt", LONG))
    assert result.exit_code == 0, result.stderr
    assert int(result.stdout.split()[-2]) > 100
    assert session.exec(select(Job.state)).one() is JobState.DONE


def test_the_same_text_is_not_added_again(run: Run, session: Session, tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", "Trois ponts ont été détruits dans la nuit.")
    assert run("import", file).exit_code == 0
    again = run("import", file)
    assert again.exit_code == 0
    assert again.stdout == f"A-1  {file}  here already\n"
    assert len(session.exec(select(Article)).all()) == 1


@SQLITE_ONLY
def test_standard_input_is_plain_text(run: Run, session: Session) -> None:
    result = run(
        "import", "-", "--title", "Piped", typed="Trois ponts ont été détruits dans la nuit.".encode()
    )
    assert result.exit_code == 0, result.stderr
    assert session.exec(select(Article.title)).one() == "Piped"


@SQLITE_ONLY
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.txt", "b.txt", "--title", "One"], "single file"),
        (["a.txt", "--url", "javascript:alert(1)"], "http"),
        (["a.txt", "--title", "\udcff"], "cannot be stored"),
    ],
)
def test_wrong_options_are_refused_before_anything_is_read(
    run: Run, arguments: list[str], words: str
) -> None:
    assert words in refusal(run("import", *arguments))
