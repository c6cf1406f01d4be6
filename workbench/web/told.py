"""What came of a newer text of an article, in words for the next page."""

from flask import flash, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from workbench.domain.anchors import AnchorOutcome
from workbench.models import Article
from workbench.services.article_versions import AddedVersion
from workbench.web.current import queue


def tell_added(article: Article, added: AddedVersion) -> str:
    """Say what came of a new text, and where to go on."""
    ref = f"A-{article.number}"
    if added.job is not None:
        queue().hand_over(added.job.id)
    if not added.changed:
        flash(_("Nothing changed: the words are those of version %(n)s.", n=added.version.ordinal), "success")
        return url_for("article_versions.timeline", ref=ref)
    kept = added.outcomes[AnchorOutcome.KEPT] + added.outcomes[AnchorOutcome.MOVED]
    words = [_("Version %(n)s is added.", n=added.version.ordinal)]
    if kept:
        words.append(ngettext("%(num)s claim was found again.", "%(num)s claims were found again.", kept))
    if not added.asked:
        flash(" ".join(words), "success")
        return url_for("articles.show", ref=ref)
    words.append(ngettext("%(num)s waits for your decision.", "%(num)s wait for your decision.", added.asked))
    flash(" ".join(words), "success")
    return url_for("anchors.decide", ref=ref)
