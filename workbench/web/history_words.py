"""The history in words: what each action, table and column is called on a page."""

from flask_babel import gettext, lazy_gettext

_ACTS = {
    "article.added": lazy_gettext("added"),
    "article.edited": lazy_gettext("mended the details of"),
    "article.reinstated": lazy_gettext("reinstated"),
    "article.split": lazy_gettext("had the splitter read"),
    "article.withdrawn": lazy_gettext("withdrew"),
    "claim.accepted": lazy_gettext("accepted"),
    "claim.added": lazy_gettext("made"),
    "claim.dismissed": lazy_gettext("dismissed"),
    "claim.edited": lazy_gettext("edited"),
    "claim.reinstated": lazy_gettext("reinstated"),
    "claim.status.changed": lazy_gettext("moved"),
    "claim.withdrawn": lazy_gettext("withdrew"),
    "evidence.added": lazy_gettext("added"),
    "evidence.edited": lazy_gettext("edited"),
    "evidence.reinstated": lazy_gettext("reinstated"),
    "evidence.withdrawn": lazy_gettext("withdrew"),
    "furniture.marked": lazy_gettext("folded"),
    "furniture.unmarked": lazy_gettext("took back into the text"),
    "history.redacted": lazy_gettext("redacted an entry of"),
    "report.published": lazy_gettext("published"),
    "source.added": lazy_gettext("added"),
    "source.edited": lazy_gettext("edited"),
    "verdict.given": lazy_gettext("gave a verdict:"),
    "verdict.returned": lazy_gettext("returned the verdict:"),
    "verdict.signed": lazy_gettext("signed the verdict:"),
}
_NOUNS = {
    "appearance": lazy_gettext("appearance"),
    "article": lazy_gettext("article"),
    "article_version": lazy_gettext("text"),
    "attribution": lazy_gettext("claimant"),
    "claim": lazy_gettext("claim"),
    "evidence": lazy_gettext("evidence"),
    "furniture": lazy_gettext("page furniture"),
    "report_claim": lazy_gettext("report"),
    "review": lazy_gettext("review"),
    "source": lazy_gettext("source"),
    "verdict": lazy_gettext("verdict"),
}


def act(action: str) -> str:
    """An action as a verb: "claim.edited" is "edited"."""
    return str(_ACTS.get(action, action))


def noun(entity: str) -> str:
    """A table as people call what it holds."""
    return str(_NOUNS.get(entity, entity.replace("_", " ")))


def label(field: str) -> str:
    """A column as a heading: "published_on" is "Published on"."""
    return str(gettext(field.replace("_", " ").capitalize()))
