"""The version an action was made from, for buttons that have no form of their own."""

from flask import request

from workbench.domain.errors import RuleBroken


def read_version() -> int:
    """The `version` field of the request. Raises RuleBroken when it is missing."""
    version = request.form.get("version", type=int)
    if version is None:
        raise RuleBroken("The form is incomplete. Open the page again.")
    return version
