"""Way in: a text that somebody typed or pasted into the form."""

from workbench.domain.records import ArticleDraft
from workbench.intake.formats import ARTICLE, Format
from workbench.intake.limits import check_size
from workbench.intake.text_rules import check_characters, check_words, drop_mark, unify_newlines

FORMAT = Format(
    name="Pasted text",
    reads="Words typed or pasted in, kept to the letter",
    gives=ARTICLE,
    by="the page “Add an article”",
)
MEDIA_TYPE = "text/plain"


def read(text: str) -> ArticleDraft:
    """The pasted words as an article; `received` is what was typed, in UTF-8. Raises BadInput."""
    check_characters(text, "The text")
    received = text.encode()
    check_size(len(received), "The text")
    words = drop_mark(unify_newlines(text))
    check_words(words, "The text")
    return ArticleDraft(text=words, received=received, media_type=MEDIA_TYPE)
