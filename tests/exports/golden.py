"""Writes the golden files anew: python -m tests.exports.golden. Look at what changed before it is kept."""

from pathlib import Path

from tests.exports.changed_reports import REPORTS
from tests.exports.reading import read_words
from workbench.exports import list_formats, render

FOLDER = Path(__file__).with_name("golden_files")


def make_golden(kind: str, code: str) -> str:
    """What a reader finds in the file of one report: a text as it is, of a package or a PDF the words."""
    data = render(code, REPORTS[kind]())
    return read_words(data).replace("\r\n", "\n") if code in {"docx", "pdf"} else data.decode()


def name_golden(kind: str, code: str) -> Path:
    return FOLDER / f"{kind}.{code}.txt"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for kind in REPORTS:
        for code in list_formats():
            name_golden(kind, code).write_text(make_golden(kind, code), "utf-8", newline="")
