"""The words around a quote as people read them.

What is kept, CONTEXT_LENGTH code points either way, may begin in mid-word or in another paragraph: good for
finding the quote again, not for reading.
"""

from workbench.domain.statements import CONTEXT_LENGTH


def trim_before(prefix: str) -> str:
    """The words before a quote, from the beginning of their paragraph or of a whole word."""
    line = prefix.rsplit("\n", 1)[-1]
    if len(line) < CONTEXT_LENGTH or " " not in line:
        return line
    return "…" + line[line.index(" ") :]


def trim_after(suffix: str) -> str:
    """The words after a quote, to the end of their paragraph or of a whole word."""
    line = suffix.split("\n", 1)[0]
    if len(line) < CONTEXT_LENGTH or " " not in line:
        return line
    return line[: line.rindex(" ") + 1] + "…"
