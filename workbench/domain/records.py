"""What crosses the edges: drafts on the way in, frozen report records on the way out. Plain values only."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import PlainSerializer

REPORT_SCHEMA = "claim-workbench/report/4"
# What they lack has a default here; what they have more than this one is left out when they are read.
OLDER_SCHEMAS = ("claim-workbench/report/3", "claim-workbench/report/2", "claim-workbench/report/1")


def write_moment(moment: datetime) -> str:
    """A time as records have it for programs, "2024-08-20T10:00:00Z", with its fraction of a second if it has
    one. Raises ValueError for a time without a zone: nobody could tell when it was."""
    if moment.tzinfo is None:
        raise ValueError(f"The time {moment.isoformat()} has no time zone.")
    return f"{moment.astimezone(UTC).isoformat().removesuffix('+00:00')}Z"


Moment = Annotated[datetime, PlainSerializer(write_moment, when_used="json")]


@dataclass(frozen=True, slots=True)
class FurnitureDraft:
    """A stretch of page furniture found on the way in: [start, end) in code points of the text."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article as an intake module hands it over. `text` is decoded, LF only, not normalised;
    `received` is what came in, byte for byte; what the file itself tells fills title, author and so on.
    `updated_on` is the day on which a page says it was changed last. `pages` are the offsets where a
    document's pages begin, empty for what has none. `left_out` says in words what of it is not in the text
    ("2 pictures")."""

    text: str
    received: bytes
    media_type: str
    name: str | None = None
    title: str = ""
    url: str = ""
    author: str = ""
    outlet: str = ""
    published_on: date | None = None
    furniture: tuple[FurnitureDraft, ...] = ()
    updated_on: date | None = None
    pages: tuple[int, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeskRecord:
    """Who publishes. `alone` says that people here may sign their own verdicts."""

    name: str
    contact: str
    method: str
    corrections: str
    time_zone: str
    alone: bool


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """`text` and `furniture` carry the article itself, so that a report can show claims in place."""

    reference: str
    title: str
    outlet: str
    url: str
    author: str
    published_on: date | None
    language: str
    text: str
    text_sha256: str
    furniture: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class AttributionRecord:
    """One claimant of an appearance, outermost first. `name` is empty for the article's own voice;
    `withheld` claimants come without a name and without a source."""

    name: str
    source: str | None
    cue: str
    manner: str
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class AppearanceRecord:
    """The claim as said in one place. Offsets are code points of the article record's text. `locator` is the
    page of a document that has pages ("p. 3")."""

    article: str
    slices: tuple[tuple[int, int], ...]
    quote: str
    prefix: str
    suffix: str
    attributions: tuple[AttributionRecord, ...]
    modality: str
    hedges: tuple[str, ...]
    said_on: date | None
    locator: str = ""


@dataclass(frozen=True, slots=True)
class LabelRecord:
    """`number` is None off the truth axis; `averitec` is empty where no class fits; `retired` says since when
    the label is given no more."""

    key: str
    text: str
    definition: str
    order: int
    number: int | None
    colour: str
    averitec: str = ""
    rollup: str = "other"
    retired: str = ""


@dataclass(frozen=True, slots=True)
class ScaleRecord:
    """A scale in the version that verdicts were given on. `conclusion`: each of them says what was found."""

    code: str
    version: int
    name: str
    labels: tuple[LabelRecord, ...]
    conclusion: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """A sign-off. `own_verdict` says that the reviewer signed a verdict of their own. What they wrote to its
    author is the desk's alone and stands in no report."""

    reviewer: str
    at: Moment
    own_verdict: bool


def name_rating(rating_text: str, conclusion: str) -> str:
    """A rating in words, with the sentence that stands in for one where the scale asks for that."""
    return f"{rating_text}: {conclusion}" if conclusion else rating_text


@dataclass(frozen=True, slots=True)
class BlindHalfRecord:
    """One of two verdicts that were given without sight of each other. `conclusion` is the sentence that
    stands in for a rating on scales that ask for one."""

    author: str
    rating: str
    rating_text: str
    at: Moment
    conclusion: str = ""

    @property
    def name(self) -> str:
        """The rating, or what stands where others print one."""
        return name_rating(self.rating_text, self.conclusion)


@dataclass(frozen=True, slots=True)
class BlindRecord:
    """What two people found who did not see each other's verdict. `closeness` is one of
    domain/agreement.py; `was_open` says that a verdict of one of the two had stood open before the second was
    asked for. Where they differ, `settled_by` decided: `followed` is "first", "second", "neither" (a verdict
    of their own) or "anew" (a new one was asked for), and `settler_is_author` says that they had given one of
    the two, as the desk had nobody else."""

    first: BlindHalfRecord
    second: BlindHalfRecord
    closeness: str
    was_open: bool = False
    settled_by: str = ""
    settled_at: Moment | None = None
    followed: str = ""
    settling: str = ""
    settler_is_author: bool = False


@dataclass(frozen=True, slots=True)
class VerdictRecord:
    """The verdict in force, with the label as it read when it was given. `signed` is None until signed.
    `conclusion` is the sentence that stands in for a rating on scales that ask for one. `blind` is None where
    nobody judged it a second time without sight of the first verdict."""

    scale: str
    scale_version: int
    rating: str
    rating_text: str
    number: int | None
    colour: str
    confidence: str
    reasoning: str
    author: str
    at: Moment
    signed: ReviewRecord | None
    conclusion: str = ""
    definition: str = ""
    rollup: str = "other"
    averitec: str = ""
    blind: BlindRecord | None = None

    @property
    def name(self) -> str:
        """The rating, or what stands where others print one: "Conclusion: no such order exists"."""
        return name_rating(self.rating_text, self.conclusion)


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """One piece of evidence. `grade` is both Admiralty axes ("B2"), `grade_then` as it was when the verdict
    was given, empty for what came later; positions are decimal degrees as text,
    `point_*` is the named point that a distance is told to. Evidence with the same `origin` (a number within
    the claim) counts as one; `days_after` says how long after the claim was said it was published;
    `unconfirmed` that it is graded as confirmed and nothing else here confirms it; `circular` that it would
    support the claim by the article that makes it.

    `kept_at` is when its page was last kept, `kept_sha256` names the web archive (WARC) made then.
    """

    source: str
    source_reference: str
    kind: str
    stance: str
    grade: str
    url: str
    excerpt: str
    locator: str
    published_on: date | None
    accessed_at: Moment | None
    note: str
    latitude: str
    longitude: str
    precision_m: int | None
    method: str
    file_name: str
    file_sha256: str
    point_name: str = ""
    point_latitude: str = ""
    point_longitude: str = ""
    kept_at: Moment | None = None
    kept_sha256: str = ""
    grade_then: str = ""
    origin: int = 0
    origin_note: str = ""
    days_after: int | None = None
    unconfirmed: bool = False
    conflicts: str = ""
    circular: bool = False


@dataclass(frozen=True, slots=True)
class ReplyRecord:
    """Somebody who was asked for a comment; without `answer` they have not answered."""

    asked: str
    source: str | None
    asked_on: date
    question: str
    answer: str
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class OtherVerdictRecord:
    """What another fact-checker has said of the claim: their label as printed, and their scale's ends."""

    publisher: str
    publisher_reference: str
    url: str
    rating: str
    rating_value: str
    best: str
    worst: str
    reviewed_on: date | None


@dataclass(frozen=True, slots=True)
class PublishedRecord:
    """What a report told of a claim from then on."""

    report: str
    at: Moment
    rating_text: str
    colour: str


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim with everything its verdict stands on. `version` is the row's version in the history.
    `claimant_unknown` and `one_sided_note` say why nobody is named, and why nothing is for or against it.
    `published`: the ratings that this report and those it replaces told, oldest first; a draft has none."""

    reference: str
    version: int
    title: str
    statement: str
    status: str
    kind: str
    origin: str
    appearances: tuple[AppearanceRecord, ...]
    evidence: tuple[EvidenceRecord, ...]
    verdict: VerdictRecord | None
    withheld_evidence: int = 0
    others: tuple[OtherVerdictRecord, ...] = ()
    replies: tuple[ReplyRecord, ...] = ()
    claimant_unknown: str = ""
    one_sided_note: str = ""
    published: tuple[PublishedRecord, ...] = ()

    def count_origins(self, *stances: str) -> int:
        """How many independent origins the evidence of these stances has; of every stance without any. What
        is the checked article again is none."""
        counted = [entry for entry in self.evidence if not stances or entry.stance in stances]
        counted = [entry for entry in counted if not entry.circular]
        # Records of before evidence had origins say nothing: there each piece counts.
        return len({entry.origin or -place for place, entry in enumerate(counted, 1)})

    @property
    def claimant(self) -> str:
        """Who says it: the innermost claimant of the first appearance; empty for the article's own voice."""
        if not self.appearances or not self.appearances[0].attributions:
            return ""
        last = self.appearances[0].attributions[-1]
        return "Withheld source" if last.withheld else last.name


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """What a report tells otherwise than the one it replaces, for one claim. The words are those of the
    labels; an empty `before` says that the claim is new here, an empty `after` that it stands here no more.
    `title` is how it reads here, empty where it stands here no more: words of before may name somebody whom
    nobody may name now.
    `words` says that title or statement read otherwise, `reasoning` that the reasoning does, `said` that who
    says it, where or in which words does, `grounds` that what it stands on does: evidence, others' verdicts,
    who was asked, the notes on these."""

    claim: str
    title: str
    before: str
    before_colour: str
    after: str
    after_colour: str
    words: bool = False
    reasoning: bool = False
    said: bool = False
    grounds: bool = False


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """Why a report replaces another: `kind` is one of domain/report_kinds.py, `note` is for readers,
    `replaces` the number of the report before ("R-3"). `texts` names what of the report itself reads
    otherwise, "title" or "summary", and never the words of before: a name that had to go may stand in them.
    A retraction has none of its own to change."""

    kind: str
    note: str
    replaces: str
    changes: tuple[ChangeRecord, ...]
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RollupRecord:
    """How far an article was checked when the report was made: of its `accepted` claims `checked` were
    signed, and the report holds `told` of these. `article` is "A-3", whichever version has the claims."""

    article: str
    accepted: int
    checked: int
    told: int


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """A verdict report, whole: every exporter renders this and nothing else.

    `number` is "R-3" once published, None for a draft. `history_seq` and `history_hash` name the newest
    revision when the record was made, so that a printed report can be tied to the history. `notice` is None
    for a report that replaces none. `summary` is what its maker wrote above the counts.
    `rollups` has a row for each article of its claims; records of before and retractions have none.
    """

    title: str
    number: str | None
    made_at: Moment
    made_by: str
    desk: DeskRecord
    articles: tuple[ArticleRecord, ...]
    claims: tuple[ClaimRecord, ...]
    scales: tuple[ScaleRecord, ...]
    history_seq: int
    history_hash: str
    schema: str = field(default=REPORT_SCHEMA)
    notice: NoticeRecord | None = None
    summary: str = ""
    rollups: tuple[RollupRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """Some claims of a long report, with the articles that they were said in first, without their texts."""

    claims: Sequence[ClaimRecord]
    articles: Mapping[str, ArticleRecord]


@dataclass(frozen=True, slots=True)
class ReportStream:
    """A report that may be too long to be held at once. `head` has everything but articles, claims and
    scales; these are read once each and in this order, and `scales` answers once the claims were read."""

    head: ReportRecord
    articles: Iterable[ArticleRecord]
    pages: Iterable[ClaimPage]
    scales: Callable[[], Sequence[ScaleRecord]]


def stream_record(record: ReportRecord) -> ReportStream:
    """A record that is at hand, as a stream."""
    page = ClaimPage(record.claims, {article.reference: article for article in record.articles})
    return ReportStream(record, record.articles, (page,), lambda: record.scales)
