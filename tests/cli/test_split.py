"""`workbench split`: the JSON that scripts build on."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import PROGRAM, invoke, refusal
from workbench.paths import DB

DEMO = DB / "seeds" / "demo_article.txt"
FIELDS = [
    "title",
    "statement",
    "slices",
    "quote",
    "claimant",
    "attribution",
    "modality",
    "negated",
    "hedges",
    "quantities",
    "dates",
    "places",
    "entities",
    "kind",
    "check_worthiness",
    "reasons",
    "additions",
]
ODD = (
    "The army said on Monday that 40 soldiers had crossed the river Ljós 🚣🏽 near Kessel.\r\n\r\n"
    "\u202eThe mayor\u202c of Orsha\u0301 said two bridges were destroyed 🌉.\r\n"
)


def split(*arguments: object, typed: str | bytes | None = None) -> dict[str, Any]:
    result = invoke("split", *arguments, typed=typed)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.endswith("}\n")
    return dict(json.loads(result.stdout_bytes))


def check_quotes(found: dict[str, Any]) -> None:
    text = found["text"]
    assert found["claims"]
    for claim in found["claims"]:
        assert claim["quote"] == " … ".join(text[start:end] for start, end in claim["slices"])
        for part in [*claim["hedges"], *claim["quantities"], *claim["places"]]:
            assert text[slice(*part["slice"])] == part["text"]


def test_demo_article_is_split_into_the_promised_form() -> None:
    found = split(DEMO, "--published-on", "2025-05-14")
    assert list(found) == ["text", "language", "furniture", "claims"]
    assert found["text"] == DEMO.read_text(encoding="utf-8")
    assert all(list(claim) == FIELDS for claim in found["claims"])
    check_quotes(found)
    furniture = {place for start, end in found["furniture"] for place in range(start, end)}
    assert not [c["title"] for c in found["claims"] if furniture & {s[0] for s in c["slices"]}]


def test_another_process_and_locale_give_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    file.write_bytes(ODD.encode())
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "1"}
    done = subprocess.run([PROGRAM, "split", file], env=environment, capture_output=True, check=True)
    assert done.stdout == invoke("split", file).stdout_bytes
    assert "🌉".encode() in done.stdout  # not escaped


def test_odd_characters_keep_their_offsets_from_file_and_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    file.write_bytes(ODD.encode())
    found = split(file)
    assert found["text"] == ODD.replace("\r\n", "\n")
    check_quotes(found)
    assert split("-", typed=ODD.encode()) == found
    assert split("-", typed=ODD.replace("\r\n", "\n").encode()) == found


def test_furniture_that_the_markup_tells_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(
        "<html><body><nav><p>The ministry said 90 tanks were sold.</p></nav>"
        "<article><p>The ministry said that 30 tanks were lost near the river.</p>"
        "<p>Nobody in the town of Orsha was hurt, the mayor said on Monday.</p></article></body></html>"
    )
    found = split(file)
    marked = [found["text"][start:end] for start, end in found["furniture"]]
    assert any("90 tanks" in words for words in marked)
    assert not any("90" in claim["quote"] for claim in found["claims"])
    check_quotes(found)


def test_the_day_settles_dates(tmp_path: Path) -> None:
    file = tmp_path / "dated.txt"
    file.write_text("The army said that two bridges were destroyed on 3 May.")
    [claim] = split(file, "--published-on", "2025-05-14")["claims"]
    assert [date["resolved"] for date in claim["dates"]] == ["2025-05-03"]


def test_data_is_not_looked_at(tmp_path: Path) -> None:
    split("-", "--data", tmp_path / "nothing", typed="The army said that 30 tanks were lost.")
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "is empty"),
        ("digits.txt", b"12 34", "no words"),
        ("nul.txt", b"Some\0words", "NUL"),
        ("latin.txt", "Größe".encode("latin-1"), "not in UTF-8"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n0000", "PNG"),
        ("large.txt", b"words " * 200_000, "1 MB"),
        ("notes.odt", b"PK\x03\x04", "not a kind of file"),
        ("page.txt", b"<!doctype html><html><body><p>Hello</p></body></html>", "web page"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_reason(
    name: str, content: bytes, words: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    line = refusal(invoke("split", file))
    assert line.startswith(f"{file}: ")
    assert words in line


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    assert "No such file" in refusal(invoke("split", tmp_path / "none.txt"))
    assert "directory" in refusal(invoke("split", tmp_path))


def test_one_claim_a_sentence() -> None:
    text = "The army left Velin and took the port.\n"
    assert len(split("-", typed=text)["claims"]) == 2
    (one,) = split("-", "--granularity", "sentence", typed=text)["claims"]
    assert one["quote"] == "The army left Velin and took the port"


@pytest.mark.parametrize(("granularity", "count"), [("sentence", 1), ("clause", 3), ("item", 4)])
def test_how_finely_it_is_cut(granularity: str, count: int) -> None:
    text = "The troops led by Velin took Orlen on Monday and captured six soldiers and two drivers."
    assert len(split("-", "--granularity", granularity, typed=text)["claims"]) == count
