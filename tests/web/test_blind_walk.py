"""A walk over every address of the desk as each person who may not see a sealed verdict: nothing of it is
there, and all of it is once both are in."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from sqlmodel import col, select

from tests import factories
from tests.exports.reading import read_words
from tests.web.desk import Browser, RunningDesk
from tests.web.forms import HTMX
from tests.web.walking import Parts, fill_rule
from workbench.domain.evidence import Stance
from workbench.domain.links import LinkKind
from workbench.domain.ratings import Confidence, Label, Rollup, Scale
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.exports import list_formats
from workbench.models import Claim, Revision, User
from workbench.queries.claims import get_claim
from workbench.services.blind import ask_second
from workbench.services.claim_links import link_claims
from workbench.services.claim_steps import set_status, set_statuses, withdraw_claim
from workbench.services.comments import add_comment
from workbench.services.evidence import withdraw_evidence
from workbench.services.foreign_verdicts import withdraw_foreign_verdict
from workbench.services.verdict_values import VerdictValues
from workbench.services.verdicts import give_verdict, return_verdict

# Words that stand in nothing but what is sealed: reasoning, conclusion, what was returned and said of it, why
# another desk's verdict was withdrawn and two claims were linked meanwhile.
SECRETS = ("quokkaword", "wombatword", "bandicootword", "numbatword", "kowariword", "possumword")
# Two labels that differ in nothing but their name: where a page offers the scale, both stand equally often.
GIVEN, OTHER = "wyvern", "griffon"
BESTIARY = Scale(
    "bestiary",
    1,
    "Bestiary",
    tuple(
        Label(key, key.capitalize(), "A beast.", place, place, colour, rollup=Rollup.MIXTURE)
        for place, (key, colour) in enumerate(((GIVEN, "half-true"), (OTHER, "half-true")), 1)
    ),
    conclusion=True,
)
SEALED = VerdictValues(
    BESTIARY, GIVEN, Confidence.HIGH, "The quokkaword map shows it.", "A wombatword conclusion."
)
BLINDED = (Role.VIEWER, Role.CHECKER, Role.OWNER)


@dataclass(frozen=True)
class Sealed:
    """A claim whose verdict stood open first, one whose first was sealed at once, one that depends, and one
    that was withdrawn since."""

    opened: int
    fresh: int
    dependent: int
    gone: int
    parts: Parts

    @property
    def refs(self) -> list[str]:
        return [f"C-{number}" for number in (self.opened, self.fresh, self.dependent, self.gone)]


@pytest.fixture(scope="module")
def sealed(desk: RunningDesk) -> Sealed:
    author, owner = desk.people[Role.REVIEWER], desk.people[Role.OWNER]
    with desk.open() as session:
        checker = session.get_one(User, desk.people[Role.CHECKER].id)
        source = factories.make_source(session, "Ministry")
        version = factories.make_article(session)
        opened, fresh, dependent, gone = (
            factories.make_claim(session, version, claimant=source, title=title)
            for title in ("Stood open", "Sealed at once", "Depends on it", "Gone since")
        )
        for claim in (opened, fresh, gone):
            factories.make_ready(session, claim)
            factories.make_evidence(session, claim, source, stance=Stance.CONTEXT)
        withdrawn = factories.make_evidence(session, fresh, source, stance=Stance.SUPPORTS)
        factories.make_link(session, dependent, opened)
        link_claims(session, opened, gone, LinkKind.REPEATS, by=author.actor, note="Long before, a dingoword")
        theirs = [factories.make_foreign_verdict(session, claim) for claim in (opened, fresh)]
        give_verdict(session, opened, SEALED, seen=opened.version, person=author)
        set_status(
            session, opened, Status.IN_REVIEW, seen=opened.version, person=author, reason="It is a numbatword"
        )
        return_verdict(
            session,
            opened,
            comment="Mend the bandicootword",
            points="quokkaword map",
            seen=opened.version,
            person=owner,
        )
        add_comment(session, opened, "I like the numbatword verdict", person=author)
        assert "Wyvern" in session.get_one(Claim, dependent.id, populate_existing=True).look_again
        ask_second(session, opened, checker, seen=opened.version, person=owner)
        ask_second(session, fresh, checker, seen=fresh.version, person=owner)
        give_verdict(session, fresh, SEALED, seen=fresh.version, person=author)
        add_comment(session, fresh, "I sealed a numbatword", person=author)
        withdraw_evidence(
            session,
            withdrawn,
            reason="No numbatword in it",
            seen=withdrawn.version,
            by=author.actor,
        )
        # Neither raises the version of the claim.
        for claim, verdict in zip((opened, fresh), theirs, strict=True):
            withdraw_foreign_verdict(
                session, verdict, reason="They saw no kowariword", seen=verdict.version, by=author.actor
            )
            link_claims(
                session, claim, dependent, LinkKind.CONTRADICTS, by=author.actor, note="A possumword, too"
            )
        ask_second(session, gone, checker, seen=gone.version, person=owner)
        give_verdict(session, gone, SEALED, seen=gone.version, person=author)
        withdraw_claim(session, gone, reason="A numbatword, so it goes", seen=gone.version, person=author)
        # Words about several claims at once are about the sealed one, too.
        both = [get_claim(session, claim.number) for claim in (fresh, dependent)]
        set_statuses(session, both[1:], Status.CHECKING, person=author)
        set_statuses(session, both, Status.NEW, person=author, reason="Both are numbatwords")
        seqs = [str(row.seq) for row in session.exec(select(Revision).order_by(col(Revision.seq)))]
        article = factories.find_article(session, version).number
        numbers = [claim.number for claim in (opened, fresh, dependent, gone)]
    refs = [f"C-{number}" for number in numbers]
    return Sealed(
        *numbers,
        {
            ("articles", "ref"): [f"A-{article}"],
            ("claims", "ref"): refs,
            ("sources", "ref"): [f"S-{source.number}"],
            ("reports", "ref"): ["R-1"],
            ("", "code"): sorted(list_formats()),
            ("", "numbers"): ["1-20"],
            ("", "seq"): seqs,
            ("", "filename"): ["workbench.css"],
            ("", "way"): ["addresses"],
            ("", "sha256"): ["0" * 64],
            ("", "*"): ["0190b1a5-0000-7000-8000-00000000dead"],
        },
    )


def list_addresses(desk: RunningDesk, sealed: Sealed) -> Iterator[str]:
    """Every GET address, and what a reader may add to some of them."""
    for rule in desk.app.url_map.iter_rules():
        if "GET" in (rule.methods or set()):
            yield from fill_rule(rule, sealed.parts)
    opened, fresh, dependent, gone = sealed.refs
    for ref in sealed.refs:
        yield f"/claims/{ref}?history=all"
        for code in list_formats():
            yield f"/claims/report.{code}?claim={ref}"
    yield from (
        f"/claims?q={SECRETS[0]}",
        "/claims?columns=evidence&columns=article&columns=tags&columns=verdict",
        "/claims?sort=verdict",
        f"/claims/{opened}/history",
        f"/palette?q={SECRETS[0]}",
        "/palette?q=stood",
        "/claims/earlier?statement=Troops+are+30+km+from+the+border",
        f"/articles/{sealed.parts['articles', 'ref'][0]}?claim={opened}",
        f"/claims/{fresh}/card",
        f"/claims/{dependent}/card?open=no",
        f"/claims/{gone}/card",
        f"/articles/{sealed.parts['articles', 'ref'][0]}?claim={gone}",
        "/agreement?scale=bestiary",
    )


def find_traces(browser: Browser, url: str, headers: dict[str, str] | None = None) -> list[str]:
    """What of the answer tells of a sealed verdict."""
    answer = browser.get(url, headers)
    assert answer.status_code < 500, url
    heads = "\n".join(f"{name}: {value}" for name, value in answer.headers)
    words = f"{heads}\n{read_words(answer.get_data())}".casefold()
    answer.close()
    return _list_traces(words)


def _list_traces(words: str) -> list[str]:
    found = [secret for secret in SECRETS if secret in words]
    if words.count(GIVEN) != words.count(OTHER):
        found.append(GIVEN)
    return found


@pytest.mark.parametrize("role", BLINDED)
def test_nobody_meets_a_sealed_verdict_at_any_address(desk: RunningDesk, sealed: Sealed, role: Role) -> None:
    browser, wrong = desk.browser(role), {}
    for url in list_addresses(desk, sealed):
        if url.startswith("/logout"):
            continue
        asked = next((one for one in SECRETS if one in url), None)  # what a reader types they know
        traces = [one for one in find_traces(browser, url) if one != asked]
        if traces:
            wrong[url] = traces
    assert wrong == {}


@pytest.mark.parametrize("role", BLINDED)
def test_no_part_tells_of_it(desk: RunningDesk, sealed: Sealed, role: Role) -> None:
    browser = desk.browser(role)
    for ref in sealed.refs:
        for path in (
            "",
            "?history=all",
            "/comments",
            "/related",
            "/card",
            "/text",
            "/edit",
            "/split",
            "/second-verdict",
        ):
            assert find_traces(browser, f"/claims/{ref}{path}", HTMX) == [], (ref, path)


def test_a_filter_does_not_find_it(desk: RunningDesk, sealed: Sealed) -> None:
    for query in (f"rating={GIVEN}", f"rating={OTHER}"):
        page = desk.checker.read(f"/claims?{query}")
        assert "Stood open" not in page
        assert "Sealed at once" not in page


def test_news_and_its_feed_tell_no_verdict(desk: RunningDesk, sealed: Sealed) -> None:
    for role in BLINDED:
        page = desk.browser(role).post("/news/feed").text
        address = page.split("/news/")[-1].split(".atom")[0]
        assert find_traces(desk.browser(role), f"/news/{address}.atom") == []


def test_what_is_refused_tells_nothing(desk: RunningDesk, sealed: Sealed) -> None:
    """Stale forms are answered with what stands there now, repeated ones with what they made."""
    ref = sealed.refs[0]
    typed = {"version": "1", "scale": "bestiary", "rating": OTHER, "confidence": "low", "reasoning": "Mine"}
    for act in ("verdict", "sign", "return", "status", "edit", "withdraw", "second-verdict", "settle"):
        for headers in ({}, HTMX):
            answer = desk.owner.post(f"/claims/{ref}/{act}", headers, **typed)
            assert [one for one in _list_traces(answer.text.casefold()) if one != GIVEN] == [], act
    for seq in sealed.parts["", "seq"]:
        for role in BLINDED:
            answer = desk.browser(role).post(f"/acts/{seq}/undo", back="/")
            assert answer.status_code in {400, 403, 404, 409, 422}, seq
            assert _list_traces(answer.text.casefold()) == []


def test_the_author_still_sees_their_own(desk: RunningDesk, sealed: Sealed) -> None:
    for ref in sealed.refs[:2]:
        page = desk.reviewer.read(f"/claims/{ref}")
        assert "quokkaword" in page
        assert "numbatword" in page  # their own comment


def test_what_was_said_before_there_was_a_verdict_stays_open(desk: RunningDesk, sealed: Sealed) -> None:
    for role in BLINDED:
        page = desk.browser(role).read(f"/claims/{sealed.refs[0]}?history=all")
        assert (
            page.count("dingoword") == 3
        )  # the note, and in the history the act's reason and the link's field


def test_both_are_there_once_the_second_is_in(desk: RunningDesk, sealed: Sealed) -> None:
    """Last of the module: it opens the pair. The walk does go where a verdict would be."""
    mine = VerdictValues(BESTIARY, OTHER, Confidence.LOW, "My own koalaword.", "Mine.")
    with desk.open() as session:
        claim = get_claim(session, sealed.opened)
        give_verdict(session, claim, mine, seen=claim.version, person=desk.people[Role.CHECKER])
    for role in (*BLINDED, Role.REVIEWER):
        page = desk.browser(role).read(f"/claims/{sealed.refs[0]}?history=all")
        assert {word for word in (*SECRETS, "koalaword") if word not in page} == set()
    assert "Wyvern" in desk.checker.read("/agreement")
