"""Writes the golden files anew: python -m tests.exports.golden. Look at what changed before it is kept."""

from pathlib import Path

from tests.exports.reading import read_words
from tests.exports.report_factory import make_report
from workbench.exports import list_formats, render

FOLDER = Path(__file__).with_name("golden_files")


def make_golden(code: str) -> str:
    """What a reader finds in the file of the one report: a text as it is, of a package or a PDF the words."""
    data = render(code, make_report())
    return read_words(data).replace("\r\n", "\n") if code in {"docx", "pdf"} else data.decode()


def name_golden(code: str) -> Path:
    return FOLDER / f"report.{code}.txt"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for code in list_formats():
        name_golden(code).write_text(make_golden(code), "utf-8", newline="")
