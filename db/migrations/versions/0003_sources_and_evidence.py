"""Sources and evidence: captures with their chain of custody, anchors in newer versions, replies, others' verdicts

Revision: 0003, after 0002, 2026-11-23 09:38:18.388793
"""

import sqlalchemy as sa
from alembic import op

from workbench import schema
from workbench.domain.fingerprints import make_fingerprint
from workbench.domain.web_addresses import fold_address
from workbench.domain.wording import leave_out, read_wording

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The search of sources reads their other names, too: it is made anew when this is done (db/search).
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE source DROP COLUMN IF EXISTS search")
    else:
        op.execute("DROP TRIGGER IF EXISTS search_source_insert")
        op.execute("DROP TRIGGER IF EXISTS search_source_update")
        op.execute("DROP TABLE IF EXISTS source_fts")

    op.create_table(
        "capture",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Uuid(), nullable=True),
        sa.Column("article_id", sa.Uuid(), nullable=True),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("final_url", sa.String(), nullable=False),
        sa.Column("status_code", sa.Integer(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "captured",
                "unchanged",
                "changed",
                "gone",
                "failed",
                "refused",
                name="captureoutcome",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("words_sha256", sa.String(), nullable=False),
        sa.Column("tool", sa.String(), nullable=False),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_capture_article_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["evidence_id"],
            ["evidence.id"],
            name=op.f("fk_capture_evidence_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["id", "version"],
            ["revision.entity_id", "revision.version"],
            name=op.f("fk_capture_id_version"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_capture")),
    )
    op.create_index("ix_capture_article_id", "capture", ["article_id"])
    op.create_index("ix_capture_evidence_id", "capture", ["evidence_id"])

    op.create_table(
        "custody",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Uuid(), nullable=True),
        sa.Column(
            "act",
            sa.Enum(
                "collected",
                "copied",
                "exported",
                "verified",
                "withheld",
                name="custodyact",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["id", "version"],
            ["revision.entity_id", "revision.version"],
            name=op.f("fk_custody_id_version"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["snapshot_id"],
            ["snapshot.id"],
            name=op.f("fk_custody_snapshot_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody")),
    )
    op.create_index("ix_custody_snapshot_id", "custody", ["snapshot_id"])

    op.create_table(
        "foreign_verdict",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("publisher_id", sa.Uuid(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("rating", sa.String(), nullable=False),
        sa.Column("rating_value", sa.String(), nullable=False),
        sa.Column("best", sa.String(), nullable=False),
        sa.Column("worst", sa.String(), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
            name=op.f("fk_foreign_verdict_claim_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["id", "version"],
            ["revision.entity_id", "revision.version"],
            name=op.f("fk_foreign_verdict_id_version"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["publisher_id"],
            ["source.id"],
            name=op.f("fk_foreign_verdict_publisher_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_foreign_verdict")),
    )
    op.create_index("ix_foreign_verdict_claim_id", "foreign_verdict", ["claim_id"])
    op.create_index("ix_foreign_verdict_publisher_id", "foreign_verdict", ["publisher_id"])

    op.create_table(
        "reply",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_reply_claim_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["id", "version"],
            ["revision.entity_id", "revision.version"],
            name=op.f("fk_reply_id_version"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
            name=op.f("fk_reply_source_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply")),
    )
    op.create_index("ix_reply_claim_id", "reply", ["claim_id"])
    op.create_index("ix_reply_source_id", "reply", ["source_id"])

    op.create_table(
        "anchor",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("appearance_id", sa.Uuid(), nullable=False),
        sa.Column("article_version_id", sa.Uuid(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "kept",
                "moved",
                "changed wording",
                "gone",
                name="anchoroutcome",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("slices", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appearance_id"],
            ["appearance.id"],
            name=op.f("fk_anchor_appearance_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["article_version_id"],
            ["article_version.id"],
            name=op.f("fk_anchor_article_version_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["id", "version"],
            ["revision.entity_id", "revision.version"],
            name=op.f("fk_anchor_id_version"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anchor")),
    )
    op.create_index("ix_anchor_appearance_id", "anchor", ["appearance_id"])
    op.create_index("ix_anchor_article_version_id", "anchor", ["article_version_id"])
    op.create_index(
        "ix_anchor_waiting",
        "anchor",
        ["article_version_id"],
        sqlite_where=sa.text("decided_at IS NULL"),
        postgresql_where=sa.text("decided_at IS NULL"),
    )

    with op.batch_alter_table("article") as batch_op:
        batch_op.add_column(sa.Column("canonical_url", sa.String(), server_default="", nullable=False))
        batch_op.create_index("ix_article_canonical_url", ["canonical_url"])
        batch_op.add_column(sa.Column("copy_of_id", sa.Uuid(), nullable=True))
        batch_op.create_index("ix_article_copy_of_id", ["copy_of_id"])
        batch_op.create_foreign_key(
            "fk_article_copy_of_id",
            "article",
            ["copy_of_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )

    with op.batch_alter_table("article_version") as batch_op:
        batch_op.add_column(sa.Column("simhash", sa.String(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("pages", sa.JSON(none_as_null=True), server_default="[]", nullable=False)
        )
        batch_op.add_column(sa.Column("granularity", sa.String(), server_default="clause", nullable=False))
        batch_op.add_column(sa.Column("dated_on", sa.Date(), nullable=True))
        batch_op.create_index("ix_article_version_simhash", ["simhash", "article_id"])
        batch_op.create_index("ix_article_version_text_sha256", ["text_sha256"])

    know_old_articles()

    with op.batch_alter_table("desk") as batch_op:
        batch_op.add_column(sa.Column("recheck_days", sa.Integer(), server_default="0", nullable=False))

    with op.batch_alter_table("evidence") as batch_op:
        batch_op.add_column(sa.Column("point_name", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("point_latitude", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("point_longitude", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("origin_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("origin_note", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("recheck_on", sa.Date(), nullable=True))
        batch_op.create_index("ix_evidence_origin_id", ["origin_id"])
        batch_op.create_foreign_key(
            "fk_evidence_origin_id", "evidence", ["origin_id"], ["id"], initially="DEFERRED", deferrable=True
        )

    with op.batch_alter_table("job") as batch_op:
        batch_op.add_column(sa.Column("worker", sa.String(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("cancel", sa.Boolean(), server_default=sa.text("false"), nullable=False)
        )
        batch_op.add_column(sa.Column("attempts", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(
            sa.Column("result", sa.JSON(none_as_null=True), server_default="{}", nullable=False)
        )
        batch_op.drop_constraint(op.f("ck_job_jobstate"), type_="check")
        batch_op.create_check_constraint(
            "jobstate", "state IN ('queued', 'running', 'done', 'failed', 'cancelled')"
        )
        batch_op.add_column(sa.Column("not_before", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("snapshot") as batch_op:
        batch_op.add_column(
            sa.Column(
                "role",
                sa.Enum(
                    "file",
                    "warc",
                    "text",
                    "screenshot",
                    "pdf",
                    "reference",
                    name="filerole",
                    native_enum=False,
                    create_constraint=True,
                    length=32,
                ),
                server_default="file",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("capture_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("evidence_id", sa.Uuid(), nullable=True))
        batch_op.create_index("ix_snapshot_capture_id", ["capture_id"])
        batch_op.create_index("ix_snapshot_evidence_id", ["evidence_id"])
        batch_op.create_foreign_key(
            "fk_snapshot_capture_id", "capture", ["capture_id"], ["id"], initially="DEFERRED", deferrable=True
        )
        batch_op.create_foreign_key(
            "fk_snapshot_evidence_id",
            "evidence",
            ["evidence_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )

    with op.batch_alter_table("source") as batch_op:
        batch_op.add_column(sa.Column("reliability_on", sa.Date(), nullable=True))
        batch_op.add_column(
            sa.Column("aliases", sa.JSON(none_as_null=True), server_default="[]", nullable=False)
        )
        batch_op.add_column(sa.Column("wikidata_id", sa.String(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("languages", sa.JSON(none_as_null=True), server_default="[]", nullable=False)
        )
        batch_op.add_column(sa.Column("conflicts", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("merged_into_id", sa.Uuid(), nullable=True))
        batch_op.create_index("ix_source_merged_into_id", ["merged_into_id"])
        batch_op.create_foreign_key(
            "fk_source_merged_into_id",
            "source",
            ["merged_into_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )

    with op.batch_alter_table("verdict") as batch_op:
        batch_op.add_column(
            sa.Column("grades", sa.JSON(none_as_null=True), server_default="[]", nullable=False)
        )


def know_old_articles() -> None:
    """Articles from before are recognised as well: by their address and by the words of each version."""
    connection = op.get_bind()
    schema.drop_guards(connection)  # versions are never edited, but for these columns that are new
    articles = connection.execute(sa.text("SELECT id, url FROM article WHERE url <> ''")).all()
    for row_id, url in articles:
        words = {"folded": fold_address(url), "id": row_id}
        connection.execute(sa.text("UPDATE article SET canonical_url = :folded WHERE id = :id"), words)
    versions = connection.execute(sa.text("SELECT id FROM article_version")).scalars().all()
    for row_id in versions:
        text = connection.execute(
            sa.text("SELECT text FROM article_version WHERE id = :id"), {"id": row_id}
        ).scalar_one()
        furniture = connection.execute(
            sa.text('SELECT "start", "end" FROM furniture WHERE article_version_id = :id'), {"id": row_id}
        ).all()
        ranges = [(start, end) for start, end in furniture]
        simhash = make_fingerprint(read_wording(leave_out(text, ranges)).words)
        connection.execute(
            sa.text("UPDATE article_version SET simhash = :simhash WHERE id = :id"),
            {"simhash": simhash, "id": row_id},
        )
