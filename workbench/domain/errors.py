"""What can go wrong in words a person can act on; `web/errors.py` alone turns these into answers."""

from collections.abc import Mapping

from workbench.domain.fetched import Exchange


class WorkbenchError(Exception):
    """A mistake or a refusal with a message meant for the person at the desk."""


class NotFound(WorkbenchError):
    """The thing does not exist, or this person may not know that it does (404)."""


class NotAllowed(WorkbenchError):
    """The person sees the thing but may not do this to it (403)."""


class RuleBroken(WorkbenchError):
    """A rule of the desk refuses the change (422). `field` names the form field it belongs to, if any."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class CameMeanwhile(RuleBroken):
    """Somebody has just brought in what may be the same article, after it was looked whether it is here."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody has just brought in what may be the same article. Save again, and choose what to do."
        )


class StaleEdit(WorkbenchError):
    """Somebody saved in between (409). `current` is the row's version now, 0 when another writer won the
    race at the last moment; `now` holds the values of the edited fields as they read now, by field name, and
    is empty where nobody's text stands in the way of this one."""

    def __init__(
        self,
        current: int = 0,
        now: Mapping[str, str] | None = None,
        message: str = "This was changed after you opened it. Nothing of yours is lost.",
    ) -> None:
        super().__init__(message)
        self.current = current
        self.now = dict(now or {})


class BadInput(WorkbenchError):
    """Text or a file that cannot be taken in; the message says what is wrong, where, and what to do."""


class FetchError(WorkbenchError):
    """An address was not brought in. `exchanges` are the steps that were made before it ended, also the last
    one where bytes came and no whole answer. `broken` is why an answer was not read to its end, as web
    archives say it; empty where it was, or none began."""

    broken = ""

    def __init__(self, message: str, url: str = "", exchanges: tuple[Exchange, ...] = ()) -> None:
        super().__init__(message)
        self.url = url
        self.exchanges = exchanges


class FetchRefused(FetchError):
    """Our own rules, or the site's robots.txt, forbid the visit: trying again changes nothing."""


class FetchFailed(FetchError):
    """No answer came, or none that could be read: another time it may work."""


class FetchTooLong(FetchFailed):
    """The whole time was up."""

    broken = "time"


class FetchTooLarge(FetchFailed):
    """More came than can be taken in."""

    broken = "length"


class FetchBrokeOff(FetchFailed):
    """The line or what came over it broke."""

    broken = "disconnect"
