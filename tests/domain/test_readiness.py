"""What still blocks a report: each claim under the first line that holds for it."""

from workbench.domain.readiness import MOST_NAMED, ClaimState, Gap, list_blockers, list_weakest
from workbench.domain.status import Status


def state(number: int = 1, status: Status = Status.NEW, **values: object) -> ClaimState:
    return ClaimState(f"C-{number}", "t", status, **values)  # type: ignore[arg-type]


def test_each_claim_stands_under_one_line() -> None:
    claims = [
        state(1, accepted=False),
        state(2, look_again=True, sources=2),
        state(3),
        state(4, sources=1),
        state(5, Status.CHECKING, sources=1, has_verdict=True),
        state(6, Status.IN_REVIEW, sources=1, has_verdict=True),
        state(7, Status.CHECKED, has_verdict=True),
        state(8, Status.PUBLISHED, has_verdict=True),
    ]
    found = {line.gap: [one.reference for one in line.named] for line in list_blockers(claims)}
    assert found == {
        Gap.PROPOSED: ["C-1"],
        Gap.LOOK: ["C-2"],
        Gap.EVIDENCE: ["C-3"],
        Gap.VERDICT: ["C-4"],
        Gap.REVIEW: ["C-5"],
        Gap.SIGNATURE: ["C-6"],
    }


def test_a_line_names_a_few_and_counts_all() -> None:
    (line,) = list_blockers([state(number) for number in range(20)])
    assert (line.count, len(line.named)) == (20, MOST_NAMED)
    assert list_blockers([]) == []


def test_the_weakest_have_the_fewest_and_then_the_least_reliable_sources() -> None:
    claims = [
        state(1, sources=2, reliability="B"),
        state(2, sources=1, reliability="A"),
        state(3, sources=1, reliability="E"),
        state(4, sources=3, reliability="F"),
        state(5),
        state(6, sources=1, accepted=False),
    ]
    assert [one.reference for one in list_weakest(claims)] == ["C-3", "C-2", "C-4"]
