"""The readable words of what an address answered: what one visit is compared with the next by."""

from workbench.domain.errors import BadInput
from workbench.domain.fetched import Answer, PageRead
from workbench.domain.records import ArticleDraft
from workbench.intake.apart import run_apart
from workbench.intake.web_page import READ_TYPES, read_as_named


def read_answer_words(answer: Answer) -> PageRead:
    """The words without menus, advertisements and other page furniture, and the page's own address, read in
    a process of its own. Raises BadInput for what holds none, or cannot be read."""
    kind = answer.media_type
    if kind not in READ_TYPES:
        raise BadInput(f"{kind or 'a file without a type'} holds none that are read here.")
    return run_apart(read_page, answer.body, kind, answer.charset, answer.final_url, what="The page")


def read_page(body: bytes, media_type: str, charset: str, url: str) -> PageRead:
    """The same of bytes, in whatever process."""
    draft = read_as_named("The page", body, media_type, charset, url)
    return PageRead(drop_furniture(draft), draft.url or url)


def drop_furniture(draft: ArticleDraft) -> str:
    """The text without what is marked as page furniture, and without the blank lines it leaves."""
    kept, end = [], 0
    for part in sorted(draft.furniture, key=lambda part: part.start):
        kept.append(draft.text[end : part.start])
        end = max(end, part.end)
    lines = "".join([*kept, draft.text[end:]]).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())
