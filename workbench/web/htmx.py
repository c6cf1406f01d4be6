"""Page or fragment: the only module that knows htmx-flask and how a browser asks for a part of a page.

A fragment is a file `_name.html` that its page includes, so both ways show the same thing. HX-* headers come
from outside: they choose between two shapes of one answer and never what somebody may see.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, redirect, render_template
from htmx_flask import make_response, request

UNPROCESSABLE = 422
# A page in place of another: what stands between its head and its foot.
_WHOLE = {"target": "#main", "select": "#main", "swap": "outerHTML show:window:top"}


def page(template: str, fragment: str | None = None, **context: Any) -> Response:
    """The whole page, or its fragment for htmx asking for a part."""
    return _answer(fragment if fragment and wants_part() else template, 200, context)


def invalid(template: str, fragment: str | None = None, **context: Any) -> Response:
    """The same as `page` for a form that could not be taken: 422, with what was typed still in it."""
    return _answer(fragment if fragment and wants_part() else template, UNPROCESSABLE, context)


def saved(to: str, fragment: str | None = None, also: Sequence[str] = (), **context: Any) -> Response:
    """After a save: for htmx the fragment and out-of-band copies of `also`, else a redirect to `to`.

    Each template of `also` gets `oob=True` and prints hx-swap-oob="true" on its root. Without a fragment
    htmx goes to `to` as a whole page.
    """
    if not wants_part():
        return go_on(to)
    if fragment is None:
        return _vary(make_response("", redirect=to))
    parts = [render_template(fragment, **context)]
    parts += [render_template(template, **{**context, "oob": True}) for template in also]
    return _vary(make_response("\n".join(parts)))


def lead_to(to: str) -> Response:
    """After a save that leads to another page: for htmx that page in place of this one, under its own address
    and without a reload (static/desk.js tells what was flashed), else a redirect."""
    if not wants_part():
        return go_on(to)
    return _vary(make_response("", location={"path": to, **_WHOLE}))


def refuse_page(template: str, **context: Any) -> Response:
    """`invalid` for a form that `lead_to` answers: for htmx the page in place of itself."""
    answer = invalid(template, **context)
    if wants_part():
        answer.headers["HX-Retarget"], answer.headers["HX-Reselect"] = _WHOLE["target"], _WHOLE["select"]
        answer.headers["HX-Reswap"] = _WHOLE["swap"]
    return answer


def go_on(to: str) -> Response:
    """After a save whose answer stands at another address: htmx follows there and gets that page's part."""
    return _vary(redirect(to, 303))  # type: ignore[arg-type]  # werkzeug's base class, Flask's object


def tell(answer: Response, events: Mapping[str, Mapping[str, Any]]) -> Response:
    """Have htmx raise these events, each with its details, before the answer is put in: scripts hear them."""
    answer.headers["HX-Trigger"] = json.dumps(events)
    return answer


def put_into(answer: Response, target: str) -> Response:
    """Have htmx put the answer in place of `target`, whatever the form asked for."""
    answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = target, "outerHTML"
    return answer


def wants_part() -> bool:
    """Whether htmx asks for a part: neither a boosted link nor going back in history, which want pages."""
    asked = request.htmx
    return bool(asked) and not asked.boosted and not asked.history_restore_request


def notice(body: str, status: int, target: str = "#notices") -> Response:
    """An answer that must not touch what the person is working on: htmx puts it into `target` instead."""
    answer: Response = make_response(body, status, retarget=target)
    answer.headers["HX-Reswap"] = "innerHTML"  # past htmx-flask's list, which lacks a comma
    return answer


def _answer(template: str, status: int, context: dict[str, Any]) -> Response:
    return _vary(make_response(render_template(template, **context), status))


def _vary(answer: Response) -> Response:
    for header in ("HX-Request", "HX-Boosted", "HX-History-Restore-Request"):
        answer.vary.add(header)
    return answer
