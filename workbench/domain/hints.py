"""What could be mended in the wording of a claim, and in its evidence. Hints advise; they never block a save.

Each check is a row of CHECKS: a name, the words of advice, and a finder that answers the words it stumbled
over. The rules are simple ones, without a parser, and read English: of another language they say nothing
but what holds for every text.
"""

from collections.abc import Callable
from dataclasses import dataclass

import re2

from workbench.domain.hint_words import (
    BARE_THIS,
    EMPTY_IT,
    ENGLISH,
    JOINT,
    NO_VERBS,
    PRONOUN,
    QUESTION_MARKS,
    QUOTED,
    SPEECH,
    VERBS,
    VERDICT,
    WORD,
)
from workbench.domain.statements import ClaimKind
from workbench.domain.words import marked

LONG_TITLE = 60  # characters, as the words of its check say; the form refuses one above TITLE_LENGTH
_SAID_THEMSELVES = frozenset({ClaimKind.QUOTATION, ClaimKind.POSITION})


@dataclass(frozen=True, slots=True)
class Wording:
    """What is being written. `placed`: a date or a place was found in the statement."""

    title: str
    statement: str
    kind: ClaimKind = ClaimKind.EVENT
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """One piece of advice. `found` is the words it is about, empty when it is about something missing; in
    `words` they stand as "%(found)s"."""

    check: str
    words: str
    found: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """`find` answers the words that the check stumbles over, "" for something missing, None for nothing.
    `english`: it reads English only."""

    name: str
    words: str
    find: Callable[[Wording], str | None]
    english: bool = True


_SUPPORTED = marked("All evidence supports the claim. Look for what speaks against it, too.")
_REFUTED = marked("All evidence refutes the claim. Look for what speaks for it, too.")
_ED_ALONE = 3  # words that must follow "and", when all it has is a word in -ed: "and damaged tanks"


def find_hints(wording: Wording) -> list[Hint]:
    """Every hint on these words, in the order of CHECKS."""
    if not wording.statement.strip():
        return []
    english = ENGLISH.search(wording.statement) is not None
    hints = []
    for check in CHECKS:
        found = check.find(wording) if english or not check.english else None
        if found is not None:
            hints.append(Hint(check.name, check.words, found))
    return hints


def find_one_sided(supporting: int, refuting: int) -> Hint | None:
    """Whether all evidence that a verdict is given on says the same. The numbers are pieces of evidence."""
    if supporting and not refuting:
        return Hint("one-sided", _SUPPORTED)
    if refuting and not supporting:
        return Hint("one-sided", _REFUTED)
    return None


def _find_long_title(wording: Wording) -> str | None:
    length = len(wording.title.strip())
    return str(length) if length > LONG_TITLE else None


def _find_question(wording: Wording) -> str | None:
    last = wording.title.strip()[-1:]
    return last if last and last in QUESTION_MARKS else None


def _find_verdict(wording: Wording) -> str | None:
    return _first(VERDICT, _without_quotes(wording.statement)) or _first(VERDICT, wording.title)


def _find_speech(wording: Wording) -> str | None:
    if wording.kind in _SAID_THEMSELVES:
        return None  # that somebody said it is the very thing to be checked
    found = _first(SPEECH, wording.statement)
    return found.lstrip(", ") if found else None


def _find_pronoun(wording: Wording) -> str | None:
    statement = wording.statement.strip()
    if EMPTY_IT.search(statement) and not BARE_THIS.search(statement):
        return None
    return _first(PRONOUN, statement)


def _find_two_facts(wording: Wording) -> str | None:
    statement = _without_quotes(wording.statement)
    for joint in JOINT.finditer(statement):
        before, after = statement[: joint.start()], statement[joint.end() :]
        if _tells(before) and _tells(after, joined=True):
            return str(joint.group()).strip(" ,") or ";"
    return None


def _find_nowhere(wording: Wording) -> str | None:
    return None if wording.placed else ""


def _tells(part: str, *, joined: bool = False) -> bool:
    """Whether words hold a verb of their own, as far as that shows without reading them."""
    words = WORD.findall(part)  # as written: "May" is a month
    if any(word in VERBS for word in words):
        return len(words) > 1
    past = [word for word in words if len(word) > 3 and word.endswith("ed") and word not in NO_VERBS]
    return bool(past) and (not joined or len(words) >= _ED_ALONE)


def _first(pattern: "re2._Regexp[str]", text: str) -> str | None:
    found = pattern.search(text)
    return str(found.group()) if found else None


def _without_quotes(text: str) -> str:
    return str(QUOTED.sub("“”", text))


CHECKS: tuple[Check, ...] = (
    Check(
        "verdict-word",
        marked(
            "“%(found)s” judges. Leave that to the verdict: the statement says only what is to be checked."
        ),
        _find_verdict,
    ),
    Check(
        "two-facts",
        marked(
            "This may be two facts, joined by “%(found)s”. As two claims each can have a verdict of its own."
        ),
        _find_two_facts,
    ),
    Check(
        "speech-verb",
        marked("“%(found)s”: who says it belongs into the claimant field. State the fact itself."),
        _find_speech,
    ),
    Check(
        "pronoun",
        marked("“%(found)s” at the start stands for something outside the statement. Name it."),
        _find_pronoun,
    ),
    Check(
        "no-date-or-place",
        marked("The statement has neither a date nor a place. Say when or where."),
        _find_nowhere,
    ),
    Check(
        "long-title",
        marked("The title has %(found)s characters. Up to 60 are read at a glance."),
        _find_long_title,
        english=False,
    ),
    Check(
        "question",
        marked("The title asks. State what is claimed, so that it can be rated."),
        _find_question,
        english=False,
    ),
)
