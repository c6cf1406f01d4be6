"""A new article: pasted or as a file, an article of its own, a copy of another or a version of it."""

from typing import Any

from flask import Blueprint, Response, url_for

from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft
from workbench.domain.roles import Permission
from workbench.forms.articles import NewArticleForm
from workbench.intake import list_extensions, most_bytes, read_file, read_paste
from workbench.queries.duplicates import Looked, look
from workbench.queries.sources import list_names
from workbench.services import articles as services
from workbench.services.article_versions import add_version
from workbench.web import kept_uploads
from workbench.web.access import needs
from workbench.web.articles import find_article, read_values
from workbench.web.current import db, files, queue, sight, user
from workbench.web.drafts import keep_draft, offer_draft
from workbench.web.htmx import invalid, page, saved
from workbench.web.told import tell_added

blueprint = Blueprint("new_articles", __name__)


@blueprint.get("/articles/new")
@needs(Permission.WRITE)
def new() -> Response:
    form = offer_draft(NewArticleForm(), url_for(".create"))
    return page("articles/new.html", form=form, **_load_choices())


@blueprint.post("/articles")
@needs(Permission.WRITE)
def create() -> Response:
    form = NewArticleForm()
    draft = _read_draft(form) if form.validate() else None
    looked = look(db(), draft, form.url.data or "") if draft and not form.choice.data else None
    if looked and looked.twins:
        keep_draft()  # nothing is saved yet
        return page("articles/duplicate.html", form=_keep(form), found=looked.twins)
    made = draft and form.attempt(lambda: _take_in(form, draft, looked))
    if not made:
        return invalid("articles/new.html", form=form, **_load_choices())
    if form.kept.data:
        kept_uploads.forget(form.kept.data)
    return saved(made)


def _read_draft(form: NewArticleForm) -> ArticleDraft | None:
    """What came in; a file that was kept while a person chose what to do with it is read again."""
    if not form.kept.data:
        return form.read_draft(read_file, read_paste, most_bytes())
    try:
        return read_file(*kept_uploads.read(form.kept.data))
    except BadInput as error:
        form.refuse(str(error), "file")
        return None


def _keep(form: NewArticleForm) -> NewArticleForm:
    """The form as it goes on to the choice: a file that came with it is kept."""
    upload = form.file.data
    if upload and not form.kept.data:
        upload.stream.seek(0)
        form.kept.data = kept_uploads.keep(upload.filename or "", upload.stream.read())
    return form


def _take_in(form: NewArticleForm, draft: ArticleDraft, looked: Looked | None) -> str:
    """Add the draft as the person chose: an article of its own, a copy of another, or a version of it.
    `looked`: nothing was here when nobody was asked. Answers where to go on."""
    act, _colon, ref = (form.choice.data or "").partition(":")
    other = find_article(ref) if ref else None
    if act == "version" and other is not None:
        return tell_added(other, add_version(db(), files(), other, draft, by=user().actor))
    values = services.fill_values(read_values(form), draft)
    added = services.add_article(
        db(),
        files(),
        draft,
        values,
        by=user().actor,
        granularity=form.granularity.data,
        copy_of=other,
        looked=looked,
    )
    if added.job is not None:
        queue().hand_over(added.job.id)
    return url_for("articles.show", ref=f"A-{added.article.number}")


def _load_choices() -> dict[str, Any]:
    return {
        "outlets": list_names(db(), sight=sight()),
        "extensions": list_extensions(articles=True),
        "most_bytes": most_bytes(),
    }
