"""What people are told about: what others did that concerns them."""

from enum import StrEnum


class NewsKind(StrEnum):
    ASSIGNED = "assigned"
    DUE = "due"
    SIGNED = "signed"
    RETURNED = "returned"
    REOPENED = "reopened"
    COMMENT = "comment"
    LOOK = "look again"
    BLIND_ASKED = "blind asked"
    BLIND_OPENED = "blind opened"
    BLIND_SETTLED = "blind settled"
    BLIND_WITHDRAWN = "blind withdrawn"


# The line a person reads; {ref} is the claim, {due} the day by which it should be checked.
NEWS_LINES: dict[NewsKind, str] = {
    NewsKind.ASSIGNED: "{ref} is yours to check",
    NewsKind.DUE: "{ref} is due on {due}",
    NewsKind.SIGNED: "Your verdict on {ref} is signed",
    NewsKind.RETURNED: "Your verdict on {ref} came back",
    NewsKind.REOPENED: "{ref}, which was signed, is being checked again",
    NewsKind.COMMENT: "{ref} was commented on",
    NewsKind.LOOK: "{ref} needs another look",
    NewsKind.BLIND_ASKED: "A verdict of your own is asked for on {ref}",
    NewsKind.BLIND_OPENED: "Both verdicts on {ref} are in",
    NewsKind.BLIND_SETTLED: "The two verdicts on {ref} are settled",
    NewsKind.BLIND_WITHDRAWN: "No second verdict is asked for on {ref} any more",
}
