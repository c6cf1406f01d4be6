"""What people are told about: what others did that concerns them."""

from enum import StrEnum


class NewsKind(StrEnum):
    ASSIGNED = "assigned"
    SIGNED = "signed"
    RETURNED = "returned"
    COMMENT = "comment"
    LOOK = "look again"


# The line a person reads; {ref} is the claim.
NEWS_LINES: dict[NewsKind, str] = {
    NewsKind.ASSIGNED: "{ref} is yours to check",
    NewsKind.SIGNED: "Your verdict on {ref} is signed",
    NewsKind.RETURNED: "Your verdict on {ref} came back",
    NewsKind.COMMENT: "{ref} was commented on",
    NewsKind.LOOK: "{ref} needs another look",
}
