"""The history in words: what each action, table and column is called on a page."""

from flask_babel import gettext, lazy_gettext

from workbench.domain.terms import TERMS

_ACTS = {
    "act.undone": lazy_gettext("took the last act back"),
    "anchor.decided": lazy_gettext("said where the words went in a newer text"),
    "appearance.added": lazy_gettext("added words that say this, too"),
    "appearance.changed": lazy_gettext("changed which words say this"),
    "article.added": lazy_gettext("added the article"),
    "article.edited": lazy_gettext("mended the details"),
    "article.reinstated": lazy_gettext("reinstated this"),
    "article.split": lazy_gettext("had the article split"),
    "article.visited": lazy_gettext("looked at the address again"),
    "article.withdrawn": lazy_gettext("withdrew this"),
    "claim.assigned": lazy_gettext("assigned this"),
    "claim.tagged": lazy_gettext("changed the tags"),
    "claim.accepted": lazy_gettext("accepted this claim"),
    "claim.added": lazy_gettext("made this claim"),
    "claim.dismissed": lazy_gettext("dismissed this: not a claim"),
    "claim.edited": lazy_gettext("edited this"),
    "claim.imported": lazy_gettext("took claims in"),
    "claim.merged": lazy_gettext("merged two claims"),
    "claim.moved": lazy_gettext("moved this in the list"),
    "claim.split": lazy_gettext("split a claim in two"),
    "claim.looked.again": lazy_gettext("looked again"),
    "claim.reinstated": lazy_gettext("reinstated this"),
    "claim.status.changed": lazy_gettext("changed the status"),
    "claim.withdrawn": lazy_gettext("withdrew this"),
    "comment.made": lazy_gettext("commented"),
    "comment.reopened": lazy_gettext("opened a comment again"),
    "comment.resolved": lazy_gettext("resolved a comment"),
    "comment.withdrawn": lazy_gettext("withdrew a comment"),
    "evidence.added": lazy_gettext("added evidence"),
    "evidence.captured": lazy_gettext("kept the page behind evidence"),
    "evidence.changed": lazy_gettext("found the page behind evidence changed"),
    "evidence.gone": lazy_gettext("found the page behind evidence gone"),
    "evidence.edited": lazy_gettext("edited evidence"),
    "evidence.recheck": lazy_gettext("said when to look at evidence again"),
    "evidence.reinstated": lazy_gettext("reinstated evidence"),
    "evidence.withdrawn": lazy_gettext("withdrew evidence"),
    "foreign_verdict.reinstated": lazy_gettext("reinstated another desk’s verdict"),
    "foreign_verdict.withdrawn": lazy_gettext("withdrew another desk’s verdict"),
    "furniture.marked": lazy_gettext("folded page furniture"),
    "furniture.unmarked": lazy_gettext("took page furniture back into the text"),
    "history.redacted": lazy_gettext("redacted an entry"),
    "link.made": lazy_gettext("linked two claims"),
    "link.withdrawn": lazy_gettext("took a link back"),
    "reply.added": lazy_gettext("noted who was asked"),
    "reply.answered": lazy_gettext("noted an answer"),
    "reply.edited": lazy_gettext("mended a question"),
    "reply.reinstated": lazy_gettext("reinstated a question"),
    "reply.withdrawn": lazy_gettext("withdrew a question"),
    "report.clarified": lazy_gettext("published a clarification"),
    "report.corrected": lazy_gettext("published a correction"),
    "report.page.closed": lazy_gettext("closed the public page"),
    "report.page.opened": lazy_gettext("opened the public page"),
    "report.published": lazy_gettext("published a report"),
    "report.retracted": lazy_gettext("retracted a report"),
    "report.updated": lazy_gettext("published an update"),
    "source.added": lazy_gettext("added this"),
    "source.edited": lazy_gettext("edited this"),
    "version.added": lazy_gettext("added a version of the text"),
    "source.merged": lazy_gettext("merged two sources"),
    "source.unmerged": lazy_gettext("took a merged source out again"),
    "claim.due.set": lazy_gettext("set when it is due"),
    "blind.asked": lazy_gettext("asked for a second verdict without sight of the first"),
    "blind.settled": lazy_gettext("settled two verdicts"),
    "blind.withdrawn": lazy_gettext("asked for no second verdict any more"),
    "verdict.opened": lazy_gettext("gave the second verdict: both are opened"),
    "verdict.sealed": lazy_gettext("gave a sealed verdict"),
    "verdict.given": lazy_gettext("gave a verdict"),
    "verdict.returned": lazy_gettext("returned the verdict"),
    "verdict.signed": lazy_gettext("signed the verdict"),
}
NOUNS = {
    "anchor": lazy_gettext("place in a newer text"),
    "appearance": lazy_gettext("appearance"),
    "article": lazy_gettext("article"),
    "article_version": lazy_gettext("text"),
    "attribution": lazy_gettext("claimant"),
    "adjudication": lazy_gettext("decision between two verdicts"),
    "blind_request": lazy_gettext("second verdict"),
    "blind_verdict": lazy_gettext("sealed verdict"),
    "capture": lazy_gettext("visit"),
    "claim": lazy_gettext("claim"),
    "claim_link": lazy_gettext("link"),
    "claim_tag": lazy_gettext("tag"),
    "comment": lazy_gettext("comment"),
    "evidence": lazy_gettext("evidence"),
    "foreign_verdict": lazy_gettext("another desk’s verdict"),
    "reply": lazy_gettext("question"),
    "furniture": lazy_gettext("page furniture"),
    "report_claim": lazy_gettext("report"),
    "review": lazy_gettext("review"),
    "source": lazy_gettext("source"),
    "verdict": lazy_gettext("verdict"),
}
_FIELDS_OF = {
    ("claim_tag", "name"): lazy_gettext("Tag"),
    ("source", "name"): lazy_gettext("Name"),
    ("evidence", "origin"): lazy_gettext("Same story as"),
}
_FIELDS = {
    "opened_at": lazy_gettext("Opened"),
    "settled_at": lazy_gettext("Settled"),
    "followed": lazy_gettext("Followed"),
    "person": lazy_gettext("Who was asked"),
    "taken": lazy_gettext("As it was found"),
    "decided_at": lazy_gettext("Decided"),
    "author": lazy_gettext("Author"),
    "name": lazy_gettext("Name in the article"),
    "rating_colour": lazy_gettext("Colour"),
    "rollup": lazy_gettext("Counted as"),
    "precision_m": lazy_gettext("Precision in metres"),
    "assignee": lazy_gettext("Assigned to"),
    "look_again": lazy_gettext("Needs another look"),
    "merged_into": lazy_gettext("Merged into"),
    "other": lazy_gettext("Other claim"),
    "rating_text": lazy_gettext("Rating"),
    "scale_name": lazy_gettext("Scale"),
    "due_on": lazy_gettext("Due on"),
    "claimant_unknown": lazy_gettext("No claimant, because"),
    "one_sided_note": lazy_gettext("No evidence on both sides, because"),
    "resolved_at": lazy_gettext("Resolved"),
    "url": lazy_gettext("Address"),
    "words": lazy_gettext("Words"),
    "cue": lazy_gettext("Speech word"),
    "origin": lazy_gettext("Made by"),
    "origin_note": lazy_gettext("What they share"),
    "recheck_on": lazy_gettext("Look again on"),
    "reliability_on": lazy_gettext("Graded on"),
    "aliases": lazy_gettext("Other names"),
    "wikidata_id": lazy_gettext("Wikidata"),
    "conflicts": lazy_gettext("Conflicts of interest"),
    "modality": lazy_gettext("Put as"),
    "slices": lazy_gettext("Place in the text"),
    "negated": lazy_gettext("Says that something is not so"),
    "own_verdict": lazy_gettext("Of the same person who gave the verdict"),
    "withdrawn_from": lazy_gettext("Status before"),
}
# Columns that hold a code, and the noun of its words (domain/terms.py).
CODES = {
    ("claim", "status"): "status",
    ("claim", "origin"): "origin",
    ("claim", "kind"): "claim kind",
    ("appearance", "modality"): "modality",
    ("attribution", "manner"): "manner",
    ("evidence", "kind"): "evidence kind",
    ("evidence", "stance"): "stance",
    ("source", "kind"): "source kind",
    ("verdict", "confidence"): "confidence",
    ("review", "outcome"): "review",
    ("claim_link", "kind"): "link",
    ("furniture", "origin"): "origin",
    ("claim", "withdrawn_from"): "status",
    ("anchor", "outcome"): "anchor",
    ("capture", "outcome"): "capture",
    ("report", "kind"): "report kind",
    ("blind_verdict", "confidence"): "confidence",
    ("adjudication", "followed"): "followed",
}
YES_OR_NO = frozenset({"alone", "negated", "own_verdict", "public", "public_reports", "taken", "withheld"})
_SAID = {"yes": lazy_gettext("yes"), "no": lazy_gettext("no")}


def act(action: str) -> str:
    """An action as a verb: "claim.edited" is "edited"."""
    return str(_ACTS.get(action, action))


def noun(entity: str) -> str:
    """A table as people call what it holds."""
    return str(NOUNS.get(entity, entity.replace("_", " ")))


def label(field: str, entity: str = "") -> str:
    """A column as a heading: "published_on" is "Published on"."""
    if (entity, field) in _FIELDS_OF:
        return str(_FIELDS_OF[entity, field])
    return str(_FIELDS.get(field) or gettext(field.replace("_", " ").capitalize()))


def value(text: str, field: str, entity: str) -> str:
    """A value that is a code, or a yes or no, in the words of the pages; any other as it is."""
    noun_of = CODES.get((entity, field))
    if noun_of:
        return str(gettext(TERMS[noun_of].get(text, text)))
    return str(_SAID.get(text, text)) if field in YES_OR_NO else text
