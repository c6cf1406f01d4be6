"""What a request works with: the database session, the person behind it, and the desk they sit at."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from flask import current_app, g, session
from flask_login import AnonymousUserMixin, LoginManager, current_user

from workbench.database import Engine, Session, open_session
from workbench.domain.ratings import DEFAULT_SCALE
from workbench.domain.roles import Permission
from workbench.domain.scale_shelf import ScaleShelf
from workbench.fetching import Fetcher
from workbench.files import FileStore
from workbench.jobs import Queue
from workbench.login import sessions
from workbench.login.accounts import SignedIn, describe_user
from workbench.models import Desk
from workbench.queries.desk import find_desk
from workbench.queries.scales import Offer, offer_scales
from workbench.queries.users import get_user
from workbench.services.job_work import Tools
from workbench.services.press import Press
from workbench.settings import Settings

TOKEN, PERSON, KNOWN, HALF = "token", "person", "known", "half"  # keys of the signed cookie
CODE_WAIT = timedelta(minutes=10)  # from the password to the code


@dataclass(frozen=True, slots=True)
class Installation:
    """What create_app() was given."""

    settings: Settings
    engine: Engine
    files: FileStore
    queue: Queue
    press: Press
    fetcher: Fetcher
    tools: Tools
    shelf: ScaleShelf


@dataclass(frozen=True, slots=True)
class DeskNow:
    """The settings that pages show or go by, kept for the request so that an error page needs no database."""

    name: str = "Fact-check desk"
    time_zone: str = "UTC"
    default_scale: str = DEFAULT_SCALE
    alone: bool = False
    public_reports: bool = False


class Guest(AnonymousUserMixin):  # type: ignore[misc]  # Flask-Login has no types
    """Somebody who is not logged in; templates may ask the same things of both."""

    name = ""
    login = ""
    role = None

    def may(self, permission: Permission) -> bool:
        return permission is Permission.PUBLIC


def installation() -> Installation:
    """The settings and the engine this app was made with."""
    made = current_app.extensions["workbench"]
    assert isinstance(made, Installation)  # noqa: S101 - tells mypy what create_app() put there
    return made


def db() -> Session:
    """The request's database session, opened when it is first asked for."""
    if "db" not in g:
        g.db = open_session(installation().engine)
    opened: Session = g.db
    return opened


def engine() -> Engine:
    """The engine, for writing untracked rows. The request's own reading transaction ends first: with a
    rollback journal it would block the write that this very request waits for."""
    if "db" in g:
        g.db.commit()
    return installation().engine


def files() -> FileStore:
    """Where received and captured bytes are kept."""
    return installation().files


def queue() -> Queue:
    """Where jobs are handed over once they are committed."""
    return installation().queue


def press() -> Press:
    """How a report record becomes files and comes back, for services that may not know the exporters."""
    return installation().press


def fetcher() -> Fetcher:
    """What goes out to the network, within the installation's rules."""
    return installation().fetcher


def tools() -> Tools:
    """What jobs work with, for the work that is small enough to be done while somebody waits."""
    return installation().tools


def scales() -> Offer:
    """The rating scales that can be judged on, read once a request."""
    if "scales" not in g:
        g.scales = offer_scales(db(), installation().shelf.read(), desk().default_scale)
    kept: Offer = g.scales
    return kept


def sight() -> bool:
    """Whether the person behind the request may see withheld sources."""
    return user().may(Permission.READ_WITHHELD)


def user() -> SignedIn:
    """The person behind the request; a view that needs more than PUBLIC always has one."""
    person = current_user._get_current_object()
    if not isinstance(person, SignedIn):
        raise RuntimeError("Only a route that needs a permission may ask who is logged in.")
    return person


def is_signed_in() -> bool:
    """Whether anybody is logged in."""
    return bool(current_user.is_authenticated)


def desk() -> DeskNow:
    """The desk's settings, read once a request."""
    if "desk" not in g:
        found = find_desk(db())
        g.desk = _keep_desk(found) if found else DeskNow()
    kept: DeskNow = g.desk
    return kept


def _keep_desk(found: Desk) -> DeskNow:
    return DeskNow(**{name: getattr(found, name) for name in DeskNow.__slots__})


def sign_in(person_id: uuid.UUID, since: datetime) -> None:
    """Start a login session for this browser, on a fresh cookie: what it carried before is worth nothing.
    `since`: see sessions.start_session.

    Only a person who logs in again after their session ran out keeps the CSRF secret, so that a form left
    open in another tab can still be sent; the cookie is signed, so the mark of who it was can't be forged.
    """
    same = session.get(PERSON) == str(person_id)
    secret = session.get("csrf_token") if same else None
    sign_out()
    session.permanent = True
    session[TOKEN] = sessions.start_session(engine(), person_id, since)
    session[PERSON] = str(person_id)
    if secret:
        session["csrf_token"] = secret


def await_code(person_id: uuid.UUID, since: datetime) -> None:
    """The password, asked for at `since`, was right; nobody is logged in before the code is."""
    session[HALF] = [str(person_id), since.timestamp()]


def find_awaited() -> SignedIn | None:
    """Who has given their password here and not their code yet, and may still come in."""
    person_id, at = session.get(HALF) or (None, 0.0)
    given = datetime.fromtimestamp(at, UTC)
    if person_id is None or datetime.now(UTC) - given > CODE_WAIT:
        return None
    user = get_user(db(), uuid.UUID(person_id))
    changed = user.password_changed_at
    closed = not user.active or not user.second_factor or (changed is not None and changed > given)
    return None if closed else describe_user(user)


def token() -> str:
    """What this browser's login session is known by."""
    return str(session[TOKEN])


def sign_out() -> None:
    """End this browser's login session, on the server too."""
    token = session.get(TOKEN)
    known = PERSON in session or KNOWN in session
    session.clear()
    if known:
        # A form open in another tab may still be sent: it is answered with everything that was typed.
        session[KNOWN] = True
    if token:
        sessions.end_session(engine(), str(token))


def close_database() -> None:
    """Give the request's connection back."""
    if "db" in g:
        g.pop("db").close()


def forget_database() -> None:
    """After a failure: undo what the session holds and let the error page do without the database."""
    close_database()
    g.setdefault("desk", DeskNow())
    if "_login_user" not in g:
        g._login_user = Guest()


def time_zone() -> ZoneInfo:
    """The desk's time zone, in which people read times."""
    return ZoneInfo(desk().time_zone)


def make_login_manager() -> LoginManager:
    """Flask-Login, told to find people by our own server-side sessions and by nothing else."""
    manager = LoginManager()
    manager.anonymous_user = Guest
    manager.session_protection = None  # it ties a session to a browser's address, which changes on the road
    manager.request_loader(lambda _request: _load_person())
    return manager


def _load_person() -> SignedIn | None:
    token = session.get(TOKEN)
    return sessions.find_person(db(), token) if isinstance(token, str) else None
