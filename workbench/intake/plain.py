"""Way in: a plain text file (.txt)."""

from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft
from workbench.intake.encoding import decode_text
from workbench.intake.file_kinds import check_kind, is_web_page
from workbench.intake.formats import ARTICLE, Format
from workbench.intake.text_rules import check_characters, check_words, unify_newlines

FORMAT = Format(
    name="Text", reads="A plain text file in UTF-8 or UTF-16", gives=ARTICLE, extensions=(".txt",)
)
MEDIA_TYPE = "text/plain"


def read(name: str, data: bytes) -> ArticleDraft:
    """The file's text as it stands, newlines made LF. Raises BadInput."""
    text = read_text(name, data)
    check_words(text, "The file")
    return ArticleDraft(text=text, received=data, media_type=MEDIA_TYPE, name=name)


def read_text(name: str, data: bytes) -> str:
    """The characters of a file that should be text and no web page. Raises BadInput."""
    check_kind(name, data)
    text = unify_newlines(decode_text(data, "The file"))
    check_characters(text, "The file")
    if is_web_page(text):
        raise BadInput(
            f"“{name[:80]}” is a web page (HTML). Give it a name that ends in .html and try again."
        )
    return text
