"""The caller's side: hand a file to a process, take back a result of the type that was promised, or words."""

import logging
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from workbench.domain.errors import BadInput
from workbench.intake.apart.limits import MEGABYTE, USUAL, Limits
from workbench.intake.apart.messages import Ending, decode, encode
from workbench.intake.apart.processes import TEMPLATES

Result = TypeVar("Result")
_LOG = logging.getLogger(__name__)
_WORDS: dict[Ending, str] = {
    Ending.BROKEN: "{what} can't be read: it is damaged, or something else than its name says.",
    Ending.CRASHED: "{what} can't be read: it breaks the program that reads it, by damage or on purpose.",
    Ending.MEMORY: "{what} needs more memory to be read than it may take ({memory} MB).",
    Ending.DEPTH: "{what} is nested too deep to be read, as no ordinary file is.",
    Ending.TIME: "{what} takes too long to read (more than {seconds}).",
    Ending.OUTPUT: "{what} unpacks to more than can be taken in ({output} MB).",
}
_ADVICE = "Open it in the program that it is for, save the part that matters anew, or paste its text."


def run_apart(
    function: Callable[..., Result], *args: Any, limits: Limits = USUAL, what: str = "The file"
) -> Result:
    """What `function(*args)` returns, worked out in another process. `what` opens the message ("The file").

    `function` stands in a module by its name and says what it returns: text, numbers, bytes, days, and lists,
    tuples, dicts and frozen dataclasses of these. Arguments are of the same kinds without dataclasses.
    Raises BadInput: the function's own, or one that says which limit was met.
    """
    call = f"{function.__module__}:{function.__qualname__}"
    if "<" in call or function.__module__ == "__main__":
        raise ValueError(f"{call} can't be found by its name in another process.")
    promised = _find_type(function)
    ending, output = _call(call, encode(args), limits)
    if ending is Ending.DONE:
        try:
            result: Result = promised.validate_python(decode(output))
        except (ValidationError, ValueError) as error:
            _LOG.warning("%s gave back something else than it promises: %s", call, error)
            ending = Ending.BROKEN
        else:
            return result
    if ending is Ending.REFUSED:
        raise BadInput(output.decode())
    if ending is Ending.MISSING:
        raise RuntimeError(f"{call} can't be loaded in another process: {output.decode()}")
    _LOG.warning("%s ended (%s): %s", call, ending.value, output.decode("utf-8", "replace"))
    raise BadInput(f"{_tell(ending, what, limits)} {_ADVICE}")


def _call(call: str, message: bytes, limits: Limits) -> tuple[Ending, bytes]:
    with TEMPLATES.take() as template:
        answer = template.call(call, message, limits)
        if answer is None:
            template.end()  # dead, or far over its time
            return Ending.CRASHED, b"no answer"
    ending, _, output = answer.partition(b"\n")
    return Ending(ending.decode("ascii")), output


def _tell(ending: Ending, what: str, limits: Limits) -> str:
    return _WORDS[ending].format(
        what=what,
        seconds=f"{limits.seconds} second{'s' if limits.seconds != 1 else ''}",
        memory=limits.memory // MEGABYTE,
        output=limits.output // MEGABYTE,
    )


@cache
def _find_type(function: Callable[..., Any]) -> TypeAdapter[Any]:
    """What the function promises to return: only such a thing is made of what the child says."""
    return TypeAdapter(typing.get_type_hints(function)["return"])
