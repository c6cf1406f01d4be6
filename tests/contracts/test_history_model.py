"""Whatever people do in whatever order, the rows read as expected and the history proves itself."""

import shutil
import tempfile
import uuid
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlmodel import Session, col, select

from tests import factories
from workbench import database, history
from workbench.domain.errors import RuleBroken
from workbench.domain.status import Status
from workbench.models import Claim, Revision
from workbench.queries.history_check import check_history

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


class Desk(RuleBasedStateMachine):
    """Claims are created, edited, withdrawn, reinstated and redacted; `expected` is what each should read."""

    template: Path
    claims = Bundle("claims")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(self.template, self.folder / "workbench.db")
        self.engine = database.open_sqlite(self.folder / "workbench.db")
        self.session: Session = database.open_session(self.engine)
        self.expected: dict[uuid.UUID, tuple[str, Status, int]] = {}

    @initialize()
    def receive_article(self) -> None:
        self.article = factories.make_article(self.session)

    @rule(target=claims, title=WORDS)
    def create(self, title: str) -> uuid.UUID:
        claim = factories.make_claim(self.session, self.article, title=title)
        self.expected[claim.id] = (title, Status.NEW, 1)
        return claim.id

    @rule(claim_id=claims, title=WORDS)
    def edit(self, claim_id: uuid.UUID, title: str) -> None:
        self.set(claim_id, title=title)

    @rule(claim_id=claims)
    def withdraw(self, claim_id: uuid.UUID) -> None:
        self.set(claim_id, status=Status.WITHDRAWN)

    @rule(claim_id=claims)
    def reinstate(self, claim_id: uuid.UUID) -> None:
        self.set(claim_id, status=Status.NEW)

    def set(self, claim_id: uuid.UUID, title: str | None = None, status: Status | None = None) -> None:
        old = self.expected[claim_id]
        new = (old[0] if title is None else title, status or old[1])
        factories.edit(self.session, self.session.get_one(Claim, claim_id), title=new[0], status=new[1])
        self.expected[claim_id] = (*new, old[2] + (new != old[:2]))

    @rule(claim_id=claims, which=st.integers(0, 50))
    def redact(self, claim_id: uuid.UUID, which: int) -> None:
        own = select(Revision.seq).where(Revision.entity_id == claim_id).order_by(col(Revision.version))
        seqs = self.session.exec(own).all()
        try:
            history.redact(self.session, seqs[which % len(seqs)], by="owner", reason="a private person")
        except RuleBroken:  # redacted already, or a redaction itself
            return
        title, status, version = self.expected[claim_id]
        self.expected[claim_id] = (title, status, version + 1)

    @invariant()
    def rows_read_as_expected(self) -> None:
        self.session.commit()
        self.session.expire_all()
        rows = self.session.exec(select(Claim)).all()
        assert {row.id: (row.title, row.status, row.version) for row in rows} == self.expected

    def teardown(self) -> None:
        try:
            assert check_history(self.session) == []
        finally:
            self.session.close()
            self.engine.dispose()
            shutil.rmtree(self.folder)


def test_any_order_of_acts_leaves_a_whole_history(
    sqlite_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "template", sqlite_template, raising=False)
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=20,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
