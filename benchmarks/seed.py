"""A desk with any number of claims, written through the one door like everything else."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from workbench import database, history, schema
from workbench.domain.evidence import SourceKind
from workbench.domain.roles import Role
from workbench.domain.statements import ClaimKind, Manner
from workbench.domain.status import Origin
from workbench.models import Appearance, Article, ArticleVersion, Attribution, Claim, Source
from workbench.services.users import add_user
from workbench.settings import Settings

SENTENCE = "Forces of unit {0} are reportedly around {1} km from the crossing at post {0}. "
# What stands around each claim: with it an article of 600 claims has 20,000 words.
AROUND = (
    "The office gave no further word on it that day "
    "and asked its readers to wait for what its own people would say. "
)
IN_A_PARAGRAPH = 3
CLAIMS_PER_ARTICLE = 500
WORDS = ("bridge", "convoy", "depot", "harbour", "ministry", "prisoners", "railway", "shelter")
LOGIN, PASSWORD = "bench", "correct horse battery staple"


def seed_desk(data: Path, claims: int) -> tuple[Settings, Engine]:
    """A migrated SQLite desk in `data` with one owner and this many accepted claims, 500 an article."""
    settings = Settings(data=data)
    engine = database.open_engine(settings)
    schema.upgrade(engine)
    with database.open_session(engine) as session:
        add_user(session, login=LOGIN, name="Bench", role=Role.OWNER, password=PASSWORD, by="benchmark")
    for start in range(0, claims, CLAIMS_PER_ARTICLE):
        _add_article(engine, start, min(CLAIMS_PER_ARTICLE, claims - start))
    return settings, engine


def _add_article(engine: Engine, start: int, count: int) -> None:
    sentences = [SENTENCE.format(start + index, 10 + index % 40) for index in range(count)]
    text = "".join(_write_around(index, sentence) for index, sentence in enumerate(sentences))
    digest = hashlib.sha256(text.encode()).hexdigest()
    now = datetime.now(UTC)
    with (
        database.open_session(engine) as session,
        history.change(session, by="benchmark", action="article.added"),
    ):
        number = history.next_number(session, Article)
        article = Article(number=number, title=f"Report {number}", added_at=now)
        version = ArticleVersion(
            number=history.next_number(session, ArticleVersion),
            article_id=article.id,
            ordinal=1,
            text=text,
            text_sha256=digest,
            language="en",
            received_sha256=digest,
            media_type="text/plain",
            received_at=now,
        )
        source = Source(
            number=history.next_number(session, Source),
            name=f"Office {number}",
            name_key=f"office {number}",
            kind=SourceKind.ORGANISATION,
        )
        session.add_all([article, version, source])
        position = 0
        for index, sentence in enumerate(sentences):
            session.add_all(_make_claim(session, version, source, start + index, position, sentence, now))
            position += len(_write_around(index, sentence))


def _write_around(index: int, sentence: str) -> str:
    return sentence + AROUND + ("\n\n" if index % IN_A_PARAGRAPH == IN_A_PARAGRAPH - 1 else "")


def _make_claim(
    session: database.Session,
    version: ArticleVersion,
    source: Source,
    index: int,
    position: int,
    sentence: str,
    now: datetime,
) -> list[Claim | Appearance | Attribution]:
    word = WORDS[index % len(WORDS)]
    claim = Claim(
        number=history.next_number(session, Claim),
        title=f"Unit {index} {10 + index % 40} km from crossing",
        statement=f"Forces of unit {index} are around {10 + index % 40} km from the {word} at the crossing",
        origin=Origin.MACHINE,
        accepted_at=now,
        kind=ClaimKind.QUANTITY,
        check_worthiness=700,
        created_at=now,
    )
    end = position + len(sentence) - 2
    appearance = Appearance(
        claim_id=claim.id,
        article_version_id=version.id,
        start=position,
        slices=[[position, end]],
        quote=sentence[:-2],
    )
    attribution = Attribution(
        appearance_id=appearance.id,
        position=1,
        source_id=source.id,
        name=source.name,
        manner=Manner.INDIRECT,
    )
    return [claim, appearance, attribution]
