"""`workbench import`: files become articles; a bad one is named and the others go on."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func
from sqlmodel import Session, select

from tests.cli.conftest import SQLITE_ONLY, Run, refusal
from tests.intake.documents import make_pdf, make_rss
from workbench.intake import list_formats
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
    assert "  added  " in lines[0]
    assert lines[0].endswith(" proposed")
    assert lines[1].startswith(f"A-2  {last}  ")
    named, missing, skipped = result.stderr.splitlines()
    assert named.startswith(f"Error: {bad}: ")
    assert "not in UTF-8" in named
    assert missing.startswith(f"Error: {tmp_path / 'none.txt'}: No such file")
    assert skipped == "2 added, 0 updated, 0 skipped, 2 refused."
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
    assert again.stdout == f"A-1  {file}  skipped  It is here already.\n"
    assert again.stderr == "0 added, 0 updated, 1 skipped, 0 refused.\n"
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
        ([], "at least one file"),
        (["a.csv", "--columns", "statement"], "statement=Claim"),
        (["a.txt", "--url", "javascript:alert(1)"], "http"),
        (["a.txt", "--title", "\udcff"], "cannot be stored"),
    ],
)
def test_wrong_options_are_refused_before_anything_is_read(
    run: Run, arguments: list[str], words: str
) -> None:
    assert words in refusal(run("import", *arguments))


def test_a_folder_a_list_and_a_feed_are_taken_in_and_the_second_time_nothing_changes(
    run: Run, session: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    write(folder, "a.txt", "Trois ponts ont été détruits dans la nuit.")
    write(folder / "inner", "b.pdf", make_pdf("Quatre ponts de plus ont ete detruits."))
    write(folder, ".hidden.txt", "Rien.")
    write(folder, "picture.png", b"\x89PNG")
    write(folder, "feed.rss", make_rss(("Cinq", "", "Cinq bateaux attendent au port.")))
    write(folder, "table.csv", "Behauptung,Wer\nThe bridge is closed.,The mayor\n,nobody\n")
    columns = ["--columns", "statement=Behauptung", "--columns", "claimant=Wer"]

    first = run("import", folder, *columns)
    second = run("import", folder, *columns)

    assert first.stderr.splitlines()[-1] == "4 added, 0 updated, 0 skipped, 2 refused."
    assert "table.csv: row 3: “Behauptung”: it is empty." in first.stderr
    assert "picture.png: “picture.png” is not a kind of file" in first.stderr
    assert ".hidden" not in first.stdout + first.stderr
    assert second.stderr.splitlines()[-1] == "0 added, 0 updated, 4 skipped, 2 refused."
    assert session.exec(select(func.count()).select_from(Article)).one() == 4


@SQLITE_ONLY
def test_addresses_are_refused_in_words_where_the_desk_does_not_go_out(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_OFFLINE", "yes")
    addresses = write(tmp_path, "list.txt", "# ours\nhttps://example.org/1\nexample.org\n")

    result = run("import", "https://example.org/0", "--list", addresses, "--feed", "https://example.org/feed")

    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert [line.split(": ")[1] for line in lines[:-1]] == [
        "https://example.org/0",
        "https://example.org/1",
        "example.org",
        "https://example.org/feed",
    ]
    assert lines[-1] == "0 added, 0 updated, 0 skipped, 4 refused."


def test_formats_are_listed_with_what_they_read_and_give(run: Run) -> None:
    result = run("formats")

    assert result.exit_code == 0
    for format_ in list_formats():
        assert format_.reads in result.stdout
        assert format_.comes_by in result.stdout


NEAR = (
    "The harbour was closed on {day} after a storm. The mayor said that thirty ships were waiting outside. "
    "Nobody was hurt, the fire brigade said, and repairs begin next week."
)


def test_what_is_nearly_the_same_is_asked_about_and_taken_in_as_said(
    run: Run, session: Session, tmp_path: Path
) -> None:
    first = write(tmp_path, "first.txt", NEAR.format(day="Monday"))
    second = write(tmp_path, "second.txt", NEAR.format(day="Tuesday"))
    assert run("import", first).exit_code == 0
    asked = run("import", second)
    assert asked.exit_code == 1
    for words in ("per cent of its words in common with A-1", "--as-version-of A-1", "--as-own", "--skip"):
        assert words in asked.stderr
    assert asked.stderr.splitlines()[-1] == "0 added, 0 updated, 0 skipped, 1 refused."
    skipped = run("import", second, "--skip")
    assert (skipped.exit_code, skipped.stderr) == (0, "0 added, 0 updated, 1 skipped, 0 refused.\n")
    assert session.exec(select(func.count()).select_from(Article)).one() == 1
    version = run("import", second, "--as-version-of", "A-1")
    assert version.exit_code == 0, version.stderr
    assert "updated" in version.stdout
    assert "version 2" in version.stdout
    again = run("import", second, "--as-version-of", "A-1")
    assert again.stderr == "0 added, 0 updated, 1 skipped, 0 refused.\n"
    third = write(tmp_path, "third.txt", NEAR.format(day="Friday"))
    own = run("import", third, "--as-own")
    assert (own.exit_code, own.stderr) == (0, "1 added, 0 updated, 0 skipped, 0 refused.\n")
    session.rollback()  # what it read before was the desk of before
    assert session.exec(select(func.count()).select_from(Article)).one() == 2


@SQLITE_ONLY
def test_what_to_do_with_it_is_said_once_and_of_one_article(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", NEAR.format(day="Monday"))
    assert "Choose one" in refusal(run("import", file, "--skip", "--as-own"))
    assert "single file" in refusal(run("import", file, file, "--as-version-of", "A-1"))
    assert "A-99" in refusal(run("import", file, "--as-version-of", "A-99"))
    assert run("import", file, "--as-version-of", "nonsense").exit_code != 0
