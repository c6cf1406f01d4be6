"""Reports that an older program froze: what their records could not tell yet is no change."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests import factories
from tests.services.publishing import Desk, sign
from workbench.domain.errors import RuleBroken
from workbench.domain.records import OLDER_SCHEMAS, ReportRecord
from workbench.domain.report_kinds import ReportKind
from workbench.models import Claim, Report
from workbench.services.press import MadeFile

# What records learnt to tell of a claim since the first version, and before that one was settled.
SINCE = {
    "verdict": ("averitec", "blind", "conclusion", "definition", "rollup"),
    "evidence": ("circular", "origin", "origin_note", "days_after", "unconfirmed", "conflicts", "grade_then"),
}
LATER = ("claimant_unknown", "one_sided_note", "published")


def make_old(data: bytes) -> bytes:
    """The record as version 1 has it."""
    fields: dict[str, Any] = json.loads(data)
    fields["schema"] = OLDER_SCHEMAS[-1]
    for claim in fields["claims"]:
        for part, names in ((claim, LATER), (claim["verdict"], SINCE["verdict"])):
            for name in names:
                del part[name]
        for entry in claim["evidence"]:
            for name in SINCE["evidence"]:
                del entry[name]
    return json.dumps(fields).encode()


def publish_old(desk: Desk, claim: Claim) -> Report:
    press = desk.press

    def render(record: ReportRecord) -> Mapping[str, MadeFile]:
        made = press.render(record)
        return {**made, "json": replace(made["json"], data=make_old(made["json"].data))}

    desk.press = replace(press, render=render)
    report = desk.publish(claim)
    desk.press = press
    return report


@pytest.fixture
def claim(desk: Desk) -> Claim:
    made = factories.make_claim(desk.session)
    factories.make_ready(desk.session, made)
    return sign(desk.session, made, desk.staff)


def test_a_claim_that_nobody_touched_was_not_changed(desk: Desk, claim: Claim) -> None:
    first = publish_old(desk, claim)
    assert desk.press.load(first).claims[0].verdict.definition == ""  # type: ignore[union-attr]
    assert desk.list_otherwise(claim) == []
    desk.publish(claim)
    assert desk.list_elsewhere(first) == []
    notice = desk.press.load(desk.change(first, claim, kind=ReportKind.CLARIFICATION)).notice
    assert notice is not None
    assert notice.changes == ()


def test_what_did_change_is_told_alone(desk: Desk, claim: Claim) -> None:
    first = publish_old(desk, claim)
    factories.edit(desk.session, claim, title="Other words")
    with pytest.raises(RuleBroken, match="Published otherwise"):
        desk.publish(claim)
    notice = desk.press.load(desk.change(first, claim)).notice
    assert notice is not None
    [told] = notice.changes
    assert (told.words, told.reasoning, told.said, told.grounds) == (True, False, False, False)
