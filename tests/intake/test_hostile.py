"""Files made to do harm get a clear refusal, or are read as far as they are harmless; nothing leaks."""

import re

import pytest

from tests.intake.hostile import FILES, Hostile, word
from tests.local_site import LocalSite
from workbench.domain.errors import BadInput
from workbench.intake import holds_one_article, read_file, read_finds

MOST_WORDS = 1_000_000  # bytes of text in what is read after all
SECRET = re.compile("root:.*:0:0")


def bring_in(file: Hostile, url: str) -> tuple[str, str]:
    """What became of it: the refusal, and the words that were read."""
    data = file.make(url)
    extra = [{"statement": "statement"}] if file.name.endswith(".csv") else []
    try:
        if holds_one_article(file.name):
            return "", read_file(file.name, data).text
        finds = read_finds(file.name, data, *extra)
        return "", " ".join(str(find) for find in finds)[: MOST_WORDS + 1]
    except BadInput as refused:
        return str(refused), ""


@pytest.mark.parametrize("title", FILES)
def test_a_hostile_file_is_refused_in_words_or_harmless(title: str) -> None:
    file = FILES[title]
    with LocalSite() as outside:
        refusal, words = bring_in(file, outside.url("/secret", host="127.0.0.1"))

        assert outside.requests == []
    assert not SECRET.search(words)
    assert len(words) <= MOST_WORDS
    if file.words:
        assert file.words in refusal
    if refusal:
        assert refusal[0] in "“TRPT" or refusal[0].isupper()
        assert refusal.rstrip()[-1] in ".:"
        assert "Traceback" not in refusal


def test_the_bombs_are_bombs() -> None:
    """A control: each is small on its way in, and what it unpacks to is not."""
    made = FILES["zip bomb"].make("")
    assert len(made) < 1_000_000
    assert FILES["zip bomb that lies"].make("") != made
    assert len(FILES["ten million pages"].make("")) < 2_000
    assert len(FILES["flate bomb"].make("")) < 5_000


def test_a_good_file_is_read_after_all_of_that() -> None:
    assert read_file("a.docx", word(GOOD)).text == "Two bridges."


GOOD = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>Two bridges.</w:t></w:r></w:p></w:body></w:document>"
)
