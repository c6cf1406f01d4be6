"""A whole report about an invented event; every institution in it is invented, and no person is named."""

from dataclasses import replace
from datetime import UTC, date, datetime

from workbench.domain.ratings import find_scale
from workbench.domain.records import (
    AppearanceRecord,
    ArticleRecord,
    AttributionRecord,
    ClaimRecord,
    DeskRecord,
    EvidenceRecord,
    LabelRecord,
    ReportRecord,
    ReviewRecord,
    RollupRecord,
    ScaleRecord,
    VerdictRecord,
)

TEXT = """\
Home » Region » Flood watch

Dam at Orel Ford holds after night of rain

The Northmark Water Office said on Monday that the dam at Orel Ford was holding, and that the \
reservoir reportedly stood about 30 cm below its crest. The office rejected reports that \
it had opened the gates without a warning.

Advertisement

According to the Valley Rescue Service, the Water Office had admitted that 4,200 people were told to \
leave their homes, twice as many as in the flood of 1998 🌊.

קצב הזרימה היה גבוה מהרגיל, אמר המשרד.

Read also: How dams are inspected
"""


def find_slice(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def make_appearance(
    *quotes: str, attributions: tuple[AttributionRecord, ...] = (), **changes: object
) -> AppearanceRecord:
    slices = tuple(find_slice(quote) for quote in quotes)
    record = AppearanceRecord(
        article="A-1",
        slices=slices,
        quote=" … ".join(quotes),
        prefix=TEXT[max(0, slices[0][0] - 32) : slices[0][0]],
        suffix=TEXT[slices[-1][1] : slices[-1][1] + 32],
        attributions=attributions,
        modality="asserted",
        hedges=(),
        said_on=date(2024, 8, 19),
    )
    return replace(record, **changes)  # type: ignore[arg-type]


def make_verdict(rating: str = "mostly-true", **changes: object) -> VerdictRecord:
    label = find_scale("five-steps", 1).label(rating)
    record = VerdictRecord(
        scale="five-steps",
        scale_version=1,
        rating=label.key,
        rating_text=label.text,
        number=label.number,
        colour=label.colour,
        confidence="medium",
        reasoning="The gauge at the crest agrees within a few centimetres.\n\nOne reading is missing.",
        author="Checker One",
        at=datetime(2024, 8, 20, 9, 30, tzinfo=UTC),
        signed=ReviewRecord("Reviewer Two", datetime(2024, 8, 20, 11, 5, tzinfo=UTC), own_verdict=False),
    )
    return replace(record, **changes)  # type: ignore[arg-type]


def make_evidence(**changes: object) -> EvidenceRecord:
    record = EvidenceRecord(
        source="Northmark Gauge Register",
        source_reference="S-4",
        kind="dataset",
        stance="supports",
        grade="A1",
        url="https://gauges.example.org/orel-ford?day=2024-08-19",
        excerpt="Crest minus 0.31 m at 06:00",
        locator="row 118",
        published_on=date(2024, 8, 19),
        accessed_at=datetime(2024, 8, 20, 8, 15, 30, 250_000, tzinfo=UTC),
        note="",
        latitude="",
        longitude="",
        precision_m=None,
        method="",
        file_name="gauge-118.csv",
        file_sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        kept_at=datetime(2024, 8, 20, 8, 15, 41, tzinfo=UTC),
        kept_sha256="60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
    )
    return replace(record, **changes)  # type: ignore[arg-type]


OFFICE = AttributionRecord("Northmark Water Office", "S-1", "said", "indirect")
RESCUE = AttributionRecord("Valley Rescue Service", "S-2", "According to", "indirect")
ADMITTED = AttributionRecord("Northmark Water Office", "S-1", "had admitted", "indirect")


def make_claims() -> tuple[ClaimRecord, ...]:
    """Five claims: signed, signed with two appearances, self-signed, open and withheld, unsigned."""
    return (
        ClaimRecord(
            reference="C-1",
            version=7,
            title="Reservoir 30 cm below the crest",
            statement="On 19 August 2024 the reservoir at Orel Ford stood about 30 cm below the dam's crest.",
            status="published",
            kind="quantity",
            origin="machine",
            appearances=(
                make_appearance(
                    "the reservoir reportedly stood about 30 cm below its crest",
                    attributions=(OFFICE,),
                    modality="hedged",
                    hedges=("reportedly", "about"),
                ),
            ),
            evidence=(
                make_evidence(),
                make_evidence(
                    source="Dam camera, tower 2",
                    kind="geolocation",
                    stance="supports",
                    grade="B2",
                    url="",
                    excerpt="",
                    locator="frame at 06:02",
                    note="Water line matched to the third step of the tower.",
                    latitude="49.41200",
                    longitude="31.07100",
                    precision_m=15,
                    method="Steps counted against the construction drawing",
                    file_name="",
                    file_sha256="",
                ),
                make_evidence(
                    source="Construction drawing of 1971",
                    kind="document",
                    stance="context",
                    grade="A6",
                    url="ftp://archive.example.org/drawing.pdf",
                    excerpt="Crest at 112.40 m",
                ),
            ),
            verdict=make_verdict(),
        ),
        ClaimRecord(
            reference="C-2",
            version=4,
            title="Dam at Orel Ford was holding",
            statement="The dam at Orel Ford held through the night to 19 August 2024.",
            status="checked",
            kind="event",
            origin="person",
            appearances=(
                make_appearance(
                    "the dam at Orel Ford was holding",
                    "stood about 30 cm below its crest. The office rejected",
                    attributions=(OFFICE,),
                ),
                make_appearance("Dam at Orel Ford holds", attributions=(), said_on=None),
            ),
            evidence=(),
            verdict=make_verdict("true", confidence="high", reasoning="It did."),
        ),
        ClaimRecord(
            reference="C-5",
            version=2,
            title="Twice as many as in 1998",
            statement="The number of people told to leave was twice that of 1998.",
            status="checking",
            kind="quantity",
            origin="machine",
            appearances=(
                make_appearance("twice as many as in the flood of 1998 🌊", attributions=(RESCUE, ADMITTED)),
            ),
            evidence=(
                make_evidence(
                    stance="refutes",
                    source="Flood report of 1998",
                    kind="document",
                    grade="B3",
                    locator="p. 12",
                ),
            ),
            verdict=make_verdict(
                "false",
                confidence="high",
                reasoning="In 1998 it was 4,900 people.",
                signed=ReviewRecord(
                    "Checker One", datetime(2024, 8, 20, 12, 0, tzinfo=UTC), own_verdict=True
                ),
            ),
        ),
        ClaimRecord(
            reference="C-9",
            version=1,
            title="4,200 people told to leave",
            statement="4,200 people were told to leave their homes.",
            status="new",
            kind="quantity",
            origin="machine",
            appearances=(
                make_appearance(
                    "4,200 people were told to leave their homes, twice as many as in the flood of 1998",
                    attributions=(AttributionRecord("", None, "", "indirect", withheld=True), ADMITTED),
                ),
            ),
            evidence=(),
            verdict=None,
            withheld_evidence=2,
        ),
        ClaimRecord(
            reference="C-11",
            version=3,
            title="הזרימה הייתה גבוהה מהרגיל",
            statement="קצב הזרימה היה גבוה מהרגיל.",
            status="in review",
            kind="attribute",
            origin="import",
            appearances=(make_appearance("קצב הזרימה היה גבוה מהרגיל", attributions=(OFFICE,)),),
            evidence=(),
            verdict=make_verdict(
                "unverifiable", confidence="low", reasoning="No gauge stands there.", signed=None
            ),
        ),
    )


def make_report(**changes: object) -> ReportRecord:
    scale = find_scale("five-steps", 1)
    record = ReportRecord(
        title="Flood at Orel Ford: what holds",
        number="R-3",
        made_at=datetime(2024, 8, 20, 14, 3, 5, tzinfo=UTC),
        made_by="Reviewer Two",
        desk=DeskRecord(
            name="Northmark Fact Desk",
            contact="mailto:desk@example.org",
            method="We ask everyone who is named.\nWe show what we found.",
            corrections="Write to us. Corrections are dated and stay visible.",
            time_zone="Europe/Athens",
            alone=True,
        ),
        articles=(
            ArticleRecord(
                reference="A-1",
                title="Dam at Orel Ford holds after night of rain",
                outlet="The Northmark Courier",
                url="https://courier.example.org/dam",
                author="Regional desk",
                published_on=date(2024, 8, 19),
                language="en",
                text=TEXT,
                text_sha256="2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                furniture=(
                    find_slice("Home » Region » Flood watch"),
                    find_slice("Advertisement"),
                    find_slice("Read also: How dams are inspected"),
                ),
            ),
        ),
        claims=make_claims(),
        scales=(
            ScaleRecord(
                code=scale.code,
                version=scale.version,
                name=scale.name,
                labels=tuple(
                    LabelRecord(v.key, v.text, v.definition, v.order, v.number, v.colour)
                    for v in scale.labels
                ),
            ),
        ),
        history_seq=412,
        history_hash="b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
        rollups=(RollupRecord("A-1", accepted=9, checked=5, told=3),),
    )
    return replace(record, **changes)  # type: ignore[arg-type]
