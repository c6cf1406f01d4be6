"""`create_app(settings)`: the web application, put together. The only module that knows every other."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, Flask, request
from flask_babel import Babel
from flask_wtf import CSRFProtect
from htmx_flask import Htmx
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, OperationalError

from workbench import database, paths, schema
from workbench.domain.records import ReportRecord
from workbench.domain.scale_shelf import ScaleShelf
from workbench.exports import list_formats, render
from workbench.exports.json import read_report
from workbench.fetching import FetchRules
from workbench.files import FileStore
from workbench.jobs import make_queue
from workbench.login.secret import load_key
from workbench.login.sessions import ABSOLUTE_LIMIT
from workbench.services.desk import ensure_desk
from workbench.services.press import MadeFile, Press
from workbench.settings import Settings
from workbench.web import (
    access,
    account,
    acts,
    agreement,
    anchors,
    article_versions,
    article_visits,
    article_work,
    articles,
    blind,
    captures,
    cards,
    claim_export,
    claim_links,
    claim_list,
    claim_memory,
    claim_sorting,
    claim_splits,
    claim_work,
    claims,
    comments,
    compression,
    current,
    drafts,
    errors,
    evidence,
    filters,
    foreign_verdicts,
    headers,
    health,
    hints,
    history,
    home,
    import_offers,
    imports,
    jobs,
    keyboard,
    login,
    new_articles,
    news,
    once,
    palette,
    people,
    published,
    publishing,
    replies,
    report_changes,
    reports,
    saved_views,
    second_factor,
    selections,
    source_merging,
    sources,
    styleguide,
    translations,
    verdicts,
)
from workbench.web import (
    settings as settings_page,
)
from workbench.workshop import make_tools

MEGABYTE = 1024 * 1024
FIRST_START = "first start"  # who made the desk's settings

# One blueprint a noun.
BLUEPRINTS: tuple[Blueprint, ...] = (
    account.blueprint,
    acts.blueprint,
    anchors.blueprint,
    article_versions.blueprint,
    article_visits.blueprint,
    article_work.blueprint,
    articles.blueprint,
    agreement.blueprint,
    blind.blueprint,
    captures.blueprint,
    cards.blueprint,
    claim_export.blueprint,
    claim_links.blueprint,
    claim_list.blueprint,
    claim_memory.blueprint,
    claim_sorting.blueprint,
    claim_splits.blueprint,
    claim_work.blueprint,
    claims.blueprint,
    comments.blueprint,
    drafts.blueprint,
    evidence.blueprint,
    health.blueprint,
    hints.blueprint,
    history.blueprint,
    home.blueprint,
    jobs.blueprint,
    imports.blueprint,
    import_offers.blueprint,
    keyboard.blueprint,
    login.blueprint,
    new_articles.blueprint,
    news.blueprint,
    palette.blueprint,
    people.blueprint,
    replies.blueprint,
    foreign_verdicts.blueprint,
    published.blueprint,
    publishing.blueprint,
    report_changes.blueprint,
    reports.blueprint,
    saved_views.blueprint,
    second_factor.blueprint,
    selections.blueprint,
    settings_page.blueprint,
    source_merging.blueprint,
    sources.blueprint,
    verdicts.blueprint,
)


class WorkbenchFlask(Flask):
    """Flask, whose log does not tell the address of a feed: whoever knows it may read the feed."""

    def log_exception(self, exc_info: Any) -> None:
        secret = "token" in (request.view_args or {})
        where = request.url_rule if secret else request.path
        self.logger.error("Exception on %s [%s]", where, request.method, exc_info=exc_info)


def create_app(settings: Settings, engine: Engine | None = None, rules: FetchRules | None = None) -> Flask:
    """The application for one installation, on its own engine or the one given. `rules` for going out are
    made of the settings; tests give their own.

    Raises ValueError with a plain message when the database is not at the newest schema or the key file is
    damaged.
    """
    opened = engine or database.open_engine(settings)
    if not schema.is_current(opened):
        raise ValueError("The database is not up to date. Run: workbench db upgrade")
    app = WorkbenchFlask("workbench", template_folder=str(paths.TEMPLATES))
    app.config.update(make_config(settings))
    tools = make_tools(settings, opened, rules)
    app.extensions["workbench"] = current.Installation(
        settings=settings,
        engine=opened,
        files=tools.files,
        queue=make_queue(settings, tools, app.config["SECRET_KEY"]),
        press=make_press(tools.files),
        fetcher=tools.fetcher,
        tools=tools,
        shelf=ScaleShelf(settings.scales_path),
    )
    with database.open_session(opened) as session:
        ensure_desk(session, by=FIRST_START)
    _add_shell(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    if settings.development:
        app.register_blueprint(styleguide.blueprint)
    return app


def make_press(files: FileStore) -> Press:
    """How this installation makes reports into files, and reads them again."""
    return Press(files, render_all, read_report)


def render_all(record: ReportRecord) -> dict[str, MadeFile]:
    """A report in every format that this installation can make, by the format's code."""
    return {
        code: MadeFile(exporter.media_type, render(code, record))
        for code, exporter in list_formats().items()
        if not exporter.is_missing()
    }


def make_config(settings: Settings) -> dict[str, Any]:
    """Flask's configuration; every value here is one that Flask's own default gets wrong for us."""
    return {
        "SECRET_KEY": load_key(settings.data / "secret.key"),
        # The prefix makes browsers refuse the cookie from a neighbouring host name; it needs Secure.
        "SESSION_COOKIE_NAME": "__Host-workbench" if settings.secure_cookies else "workbench",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.secure_cookies,
        "SESSION_REFRESH_EACH_REQUEST": False,
        "PERMANENT_SESSION_LIFETIME": ABSOLUTE_LIMIT + timedelta(days=1),
        "MAX_CONTENT_LENGTH": 26 * MEGABYTE,  # a file of 25 MB and the form around it
        # A text of more than 1 MB must still reach its form to be refused there; percent-encoded it is
        # three times as long.
        "MAX_FORM_MEMORY_SIZE": 8 * MEGABYTE,
        "TRUSTED_HOSTS": list(settings.trusted_hosts) or None,
        "WTF_CSRF_TIME_LIMIT": None,  # an hour's limit loses a long text
        "BABEL_DEFAULT_LOCALE": "en",
        "TEMPLATES_AUTO_RELOAD": settings.development,
    }


def _add_shell(app: Flask) -> None:
    """Everything around the views. Hooks before a request run in this order, hooks after it in reverse."""
    compression.init_app(app)
    Htmx(app)
    Babel(app)
    translations.init_app(app)
    headers.init_app(app)
    current.make_login_manager().init_app(app)
    access.init_app(app)
    CSRFProtect(app)
    once.init_app(app)
    drafts.init_app(app)
    errors.init_app(app, busy=OperationalError, clash=IntegrityError)
    filters.init_app(app)
    app.context_processor(lambda: {"desk_name": current.desk().name})
    app.teardown_appcontext(lambda _error: current.close_database())
