"""The ways in say what they read, and the docs say the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from workbench import intake
from workbench.intake import list_formats
from workbench.intake.formats import ARTICLE

DOCS = Path(__file__).parents[2] / "docs" / "ways-in.md"


def test_the_docs_have_the_table_of_the_formats() -> None:
    lines = DOCS.read_text("utf-8").splitlines()
    start = lines.index("| Name | Reads | Comes by | Gives |")
    rows = [f"| {f.name} | {f.reads} | {f.comes_by} | {f.gives} |" for f in list_formats()]

    assert lines[start + 2 : start + 3 + len(rows)] == [*rows, ""]


def test_no_two_formats_read_one_extension_and_each_can_come_in() -> None:
    listed = [extension for format_ in list_formats() for extension in format_.extensions]

    assert len(listed) == len(set(listed))
    assert all(format_.comes_by for format_ in list_formats())
    assert all(extension == extension.lower() for extension in listed)


@pytest.mark.parametrize("extension", intake.list_extensions())
def test_each_extension_leads_to_a_reader_of_what_its_format_gives(extension: str) -> None:
    assert intake.holds_one_article(f"A{extension.upper()}") == (
        intake.find_format(f"a{extension}").gives == ARTICLE
    )


def test_what_is_slow_to_load_is_loaded_by_who_reads_it() -> None:
    """A page or a command that reads no document does not wait for the libraries that would."""
    slow = "{'docx', 'feedparser', 'markdown_it', 'trafilatura', 'spacy'}"
    program = f"import sys, workbench.intake as way; way.list_formats(); print({slow} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
