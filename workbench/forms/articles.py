"""Taking an article in, and mending what is known about it."""

from collections.abc import Callable

from flask_wtf.file import FileField
from wtforms import DateField, HiddenField, SelectField, StringField, TextAreaField, URLField
from wtforms.validators import Optional, Regexp

from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft
from workbench.forms.base import EditForm, Form, WebAddress, choices
from workbench.forms.words import _

FileReader = Callable[[str, bytes], ArticleDraft]
PasteReader = Callable[[str], ArticleDraft]


class ArticleForm(Form):
    title = StringField(_("Title"), validators=[Optional()])
    outlet = StringField(_("Outlet"), validators=[Optional()], description=_("Who published it."))
    author = StringField(_("Author"), validators=[Optional()])
    published_on = DateField(_("Published on"), validators=[Optional()])
    url = URLField(
        _("Address"), validators=[Optional(), WebAddress()], description=_("Where it stands on the web.")
    )


# How finely an article is split; splitting.GRANULARITIES has the same keys.
GRANULARITY_WORDS = {
    "clause": _("one for each clause and each thing listed"),
    "item": _("one for each clause, each thing listed and each description"),
    "sentence": _("one for each sentence"),
}
GRANULARITIES = choices(GRANULARITY_WORDS)


class TextForm(Form):
    """A text, pasted or as a file. It is taken exactly as it came, white space and all."""

    verbatim = frozenset({"text"})

    text = TextAreaField(_("Text"), validators=[Optional()])
    file = FileField(_("Or a file"))

    def read_draft(self, read_file: FileReader, read_paste: PasteReader, limit: int) -> ArticleDraft | None:
        """What came in, read by intake; None with the refusal on the field it came from."""
        upload = self.file.data
        if upload and (self.text.data or "").strip():
            self.refuse(_("Choose one: the text above, or the file. Neither was taken in."), "file")
            return None
        try:
            if upload:
                return read_file(upload.filename or "", upload.stream.read(limit + 1))
            return read_paste(self.text.data or "")
        except BadInput as error:
            self.refuse(str(error), "file" if upload else "text")
        return None


class NewArticleForm(ArticleForm, TextForm):
    """`choice` says what to do with a text that the desk has already, `kept` is the note of a file that was
    handed in before the choice."""

    granularity = SelectField(_("Propose claims"), choices=GRANULARITIES, default="clause")
    choice = HiddenField(validators=[Optional(), Regexp(r"own|(copy|version):A-[0-9]{1,9}")])
    kept = HiddenField()


class VersionForm(TextForm):
    """A newer text of an article there is."""


class EditArticleForm(ArticleForm, EditForm):
    pass
