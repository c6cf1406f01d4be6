"""What comes back to an article page after an act on several claims, or on their words: the cards, the
counts, and of the text those paragraphs alone whose marks have changed."""

from collections.abc import Sequence
from typing import Any

from flask import Response, flash, url_for

from workbench.models import Article
from workbench.web.article_page import load_page
from workbench.web.article_text import Block, Group
from workbench.web.cards import tell_act
from workbench.web.htmx import saved, wants_part


def answer_parts(
    article: Article,
    words: str,
    ranges: Sequence[tuple[int, int]] = (),
    *,
    undoable: bool = True,
    opened: str = "",
    alone: bool = False,
) -> Response:
    """`ranges`: where in the text marks came, went or changed. Without htmx: the whole page, with a flash."""
    to = url_for("articles.show", ref=f"A-{article.number}", claim=opened or None)
    told: dict[str, Any] = {"category": "success", "message": words}
    if undoable:
        told = tell_act(words, to, inside=wants_part())
    if not wants_part():
        flash(told["message"], told["category"])
        return saved(to)
    context = load_page(article)
    context |= {"changed_blocks": find_blocks(context["groups"], ranges), "opened": opened}
    row = next((row for row in context["accepted"] + context["proposals"] if row.reference == opened), None)
    if alone and row is not None:
        also = ["articles/_paragraphs.html", "acts/_done.html"]
        answer = saved(to, "articles/_card.html", also=also, row=row, **context, **told)
        answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = f"#claim-{opened}", "outerHTML"
        return answer
    also = ["articles/_counts.html", "articles/_glance.html", "articles/_paragraphs.html", "acts/_done.html"]
    return saved(to, "articles/_cards.html", also=also, **context, **told)


def find_blocks(groups: Sequence[Group], ranges: Sequence[tuple[int, int]]) -> list[Block]:
    """The paragraphs that hold any of these stretches."""
    blocks = [block for group in groups for block in group.blocks]
    return [
        block for block in blocks if any(block.start < end and start < block.end for start, end in ranges)
    ]
