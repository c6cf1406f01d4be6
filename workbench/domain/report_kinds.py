"""What a report is: a first publication, or a change of an earlier one in the open."""

from enum import StrEnum


class ReportKind(StrEnum):
    REPORT = "report"
    CORRECTION = "correction"
    UPDATE = "update"
    CLARIFICATION = "clarification"
    RETRACTION = "retraction"
