"""The pieces of a paragraph as HTML. Written here and not by a template: a long article has thousands of
them, and each costs a template ten times as much."""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from workbench.web.article_text import Piece


def marks(pieces: Iterable[Piece]) -> Markup:
    """The words one after the other, with nothing between; those of claims are marked."""
    return Markup("".join(map(_write, pieces)))  # noqa: S704 - each is escaped


def _write(piece: Piece) -> str:
    words = escape(piece.text)
    if not piece.claims:
        return words
    kind, look = _look(len(piece.claims) > 1, piece.proposal, piece.rating, piece.status, piece.also)
    anchor = f' id="m-{piece.anchor}"' if piece.anchor else ""
    claims = " ".join(piece.claims)  # references, like the anchor's: letters and figures of our own
    return f'<mark class="{kind}"{anchor} data-claims="{claims}"{look}>{words}</mark>'


@lru_cache(256)
def _look(overlaps: bool, proposal: bool, rating: str, status: str, also: str) -> tuple[str, Markup]:
    """The classes and the attributes by which a mark is coloured: a page has a handful of them."""
    classes = ["claim", *(["is-overlap"] if overlaps else []), *(["is-proposal"] if proposal else [])]
    look = Markup(' data-rating="{}" data-status="{}"').format(rating, status)
    return " ".join(classes), look + (Markup(' data-also="{}"').format(also) if also else Markup(""))
