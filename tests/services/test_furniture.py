"""Page furniture: taken back into the text with its claims, and folded again."""

from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from tests import factories
from workbench import database
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.jobs.running import run_job
from workbench.models import Appearance, ArticleVersion, Claim, Job
from workbench.queries.furniture import list_furniture
from workbench.services.acceptance import dismiss_claim
from workbench.services.furniture import mark_furniture, unmark_furniture
from workbench.settings import Settings
from workbench.workshop import make_tools

FOLDED = "The harbour was closed by the storm on Monday."
TEXT = f"{FOLDED}\n\nThe mayor opened the bridge on Friday.\n"


@pytest.fixture
def version(rows: Session) -> ArticleVersion:
    return factories.make_article(rows, TEXT, furniture=((0, len(FOLDED)),))


def list_proposals(session: Session, version: ArticleVersion) -> list[Claim]:
    query = select(Claim).join(Appearance, col(Appearance.claim_id) == col(Claim.id))
    return list(session.exec(query.where(col(Appearance.article_version_id) == version.id)))


def test_a_stretch_taken_back_has_its_claims_proposed_and_no_others(
    rows: Session, version: ArticleVersion
) -> None:
    (mark,) = list_furniture(rows, version)
    count = unmark_furniture(rows, mark, version, said_on=None, seen=1, by="tests")
    found = list_proposals(rows, version)
    assert count == len(found) > 0
    assert mark.unmarked_at is not None
    for claim in found:
        assert factories.find_appearance(rows, claim).slices[-1][1] <= len(FOLDED)


@pytest.mark.parametrize(("granularity", "count"), [("sentence", 1), ("clause", 3), ("item", 4)])
def test_a_stretch_taken_back_is_cut_as_finely_as_its_article(
    rows: Session, granularity: str, count: int
) -> None:
    folded = "The troops led by Velin took Orlen on Monday and captured six soldiers and two drivers."
    text = f"{folded}\n\nThe mayor opened the bridge.\n"
    version = factories.make_article(rows, text, ((0, len(folded)),), granularity)
    (mark,) = list_furniture(rows, version)
    assert unmark_furniture(rows, mark, version, said_on=None, seen=1, by="tests") == count


def test_folding_again_and_taking_back_again_proposes_nothing_twice(
    rows: Session, version: ArticleVersion
) -> None:
    (mark,) = list_furniture(rows, version)
    first = unmark_furniture(rows, mark, version, said_on=None, seen=1, by="tests")
    dismiss_claim(rows, list_proposals(rows, version)[0], seen=1, by="tests")
    mark_furniture(rows, mark, seen=2, by="tests")
    assert mark.unmarked_at is None
    assert unmark_furniture(rows, mark, version, said_on=None, seen=3, by="tests") == 0
    assert len(list_proposals(rows, version)) == first


def test_a_stretch_taken_back_while_the_split_still_waits_is_proposed_once(
    rows: Session, store: Engine, version: ArticleVersion
) -> None:
    job = Job(
        kind="split",
        args={"article_version": str(version.id)},
        subject_id=version.article_id,
        actor="tests",
        created_at=factories.NOON,
    )
    with database.scratch(store) as session:
        session.add(job)
    (mark,) = list_furniture(rows, version)
    unmark_furniture(rows, mark, version, said_on=None, seen=1, by="tests")
    run_job(make_tools(Settings(data=Path("unused")), store), job.id)
    rows.commit()
    places = [str(factories.find_appearance(rows, claim).slices) for claim in list_proposals(rows, version)]
    assert len(places) == len(set(places)) == 2


def test_the_second_of_two_clicks_changes_nothing(rows: Session, version: ArticleVersion) -> None:
    (mark,) = list_furniture(rows, version)
    with pytest.raises(RuleBroken):
        mark_furniture(rows, mark, seen=1, by="tests")
    unmark_furniture(rows, mark, version, said_on=None, seen=1, by="tests")
    with pytest.raises(StaleEdit):
        unmark_furniture(rows, mark, version, said_on=None, seen=1, by="tests")
    with pytest.raises(RuleBroken):
        unmark_furniture(rows, mark, version, said_on=None, seen=2, by="tests")
