"""Deciding and publishing: scales as used, sealed second verdicts, corrections, notifications, second factors

Revision: 0004, after 0003, 2026-11-23 16:03:05.489852
"""

import sqlalchemy as sa
from alembic import op

from workbench import schema

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feed_token",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("token_sha256", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_feed_token")),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_feed_token_token_sha256")),
    )
    op.create_table(
        "notification",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification")),
    )
    op.create_index("ix_notification_subject_id", "notification", ["subject_id"])
    op.create_index("ix_notification_user_id_at", "notification", ["user_id", "at"])

    op.create_table(
        "recovery_code",
        sa.Column("code_sha256", sa.String(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("code_sha256", name=op.f("pk_recovery_code")),
    )
    op.create_index("ix_recovery_code_user_id", "recovery_code", ["user_id"])

    op.create_table(
        "second_factor",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("secret", sa.String(), nullable=False),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_second_factor")),
    )
    op.create_table(
        "used_scale",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("scale_version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("first_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["id", "version"],
            ["revision.entity_id", "revision.version"],
            name=op.f("fk_used_scale_id_version"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_used_scale")),
    )
    op.create_index("ix_used_scale_code", "used_scale", ["code"])

    op.create_table(
        "blind_verdict",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("beside_id", sa.Uuid(), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("scale", sa.String(), nullable=False),
        sa.Column("scale_version", sa.Integer(), nullable=False),
        sa.Column("rating", sa.String(), nullable=False),
        sa.Column("rating_text", sa.String(), nullable=False),
        sa.Column("conclusion", sa.String(), nullable=False),
        sa.Column(
            "confidence",
            sa.Enum(
                "low",
                "medium",
                "high",
                name="confidence",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reasoning", sa.String(), nullable=False),
        sa.Column("grades", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["user_account.id"],
            name=op.f("fk_blind_verdict_author_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["beside_id"],
            ["blind_verdict.id"],
            name=op.f("fk_blind_verdict_beside_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
            name=op.f("fk_blind_verdict_claim_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["id", "version"],
            ["revision.entity_id", "revision.version"],
            name=op.f("fk_blind_verdict_id_version"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blind_verdict")),
    )
    op.create_index("ix_blind_verdict_author_id", "blind_verdict", ["author_id"])
    op.create_index("ix_blind_verdict_beside_id", "blind_verdict", ["beside_id"])
    op.create_index("ix_blind_verdict_claim_id", "blind_verdict", ["claim_id"])

    op.create_table(
        "report_page",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("closed_reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["id", "version"],
            ["revision.entity_id", "revision.version"],
            name=op.f("fk_report_page_id_version"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["report.id"],
            name=op.f("fk_report_page_report_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_page")),
    )
    op.create_index("ix_report_page_report_id", "report_page", ["report_id"])

    op.create_table(
        "adjudication",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=False),
        sa.Column("verdict_id", sa.Uuid(), nullable=False),
        sa.Column("adjudicator_id", sa.Uuid(), nullable=False),
        sa.Column(
            "followed",
            sa.Enum(
                "first",
                "second",
                "neither",
                name="followed",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reasoning", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["adjudicator_id"],
            ["user_account.id"],
            name=op.f("fk_adjudication_adjudicator_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
            name=op.f("fk_adjudication_claim_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["first_id"],
            ["blind_verdict.id"],
            name=op.f("fk_adjudication_first_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["id", "version"],
            ["revision.entity_id", "revision.version"],
            name=op.f("fk_adjudication_id_version"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["second_id"],
            ["blind_verdict.id"],
            name=op.f("fk_adjudication_second_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["verdict_id"],
            ["verdict.id"],
            name=op.f("fk_adjudication_verdict_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adjudication")),
    )
    op.create_index("ix_adjudication_adjudicator_id", "adjudication", ["adjudicator_id"])
    op.create_index("ix_adjudication_claim_id", "adjudication", ["claim_id"])
    op.create_index("ix_adjudication_first_id", "adjudication", ["first_id"])
    op.create_index("ix_adjudication_second_id", "adjudication", ["second_id"])
    op.create_index("ix_adjudication_verdict_id", "adjudication", ["verdict_id"])

    with op.batch_alter_table("claim") as batch_op:
        batch_op.add_column(sa.Column("due_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("claimant_unknown", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("one_sided_note", sa.String(), server_default="", nullable=False))
        batch_op.create_index(
            "ix_claim_due",
            ["due_on"],
            sqlite_where=sa.text("due_on IS NOT NULL"),
            postgresql_where=sa.text("due_on IS NOT NULL"),
        )

    with op.batch_alter_table("desk") as batch_op:
        batch_op.add_column(
            sa.Column("blind_second", sa.Boolean(), server_default=sa.text("false"), nullable=False)
        )
        batch_op.add_column(
            sa.Column("public_reports", sa.Boolean(), server_default=sa.text("false"), nullable=False)
        )

    with op.batch_alter_table("foreign_verdict") as batch_op:
        batch_op.add_column(sa.Column("withdrawn_reason", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("report") as batch_op:
        batch_op.add_column(
            sa.Column(
                "kind",
                sa.Enum(
                    "report",
                    "correction",
                    "update",
                    "clarification",
                    "retraction",
                    name="reportkind",
                    native_enum=False,
                    create_constraint=True,
                    length=32,
                ),
                server_default="report",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("replaces_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("public_note", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("summary", sa.String(), server_default="", nullable=False))
        batch_op.create_index("ix_report_replaces_id", ["replaces_id"])
        batch_op.create_foreign_key(
            "fk_report_replaces_id", "report", ["replaces_id"], ["id"], initially="DEFERRED", deferrable=True
        )

    with op.batch_alter_table("report_claim") as batch_op:
        batch_op.add_column(sa.Column("verdict_id", sa.Uuid(), nullable=True))
        batch_op.create_index("ix_report_claim_verdict_id", ["verdict_id"])
        batch_op.create_foreign_key(
            "fk_report_claim_verdict_id",
            "verdict",
            ["verdict_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )

    with op.batch_alter_table("review") as batch_op:
        batch_op.add_column(
            sa.Column("points", sa.JSON(none_as_null=True), server_default="[]", nullable=False)
        )

    with op.batch_alter_table("user_account") as batch_op:
        batch_op.add_column(
            sa.Column("second_factor", sa.Boolean(), server_default=sa.text("false"), nullable=False)
        )

    with op.batch_alter_table("verdict") as batch_op:
        batch_op.add_column(sa.Column("scale_name", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("rating_definition", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("rating_colour", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("rollup", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("conclusion", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("blind_id", sa.Uuid(), nullable=True))
        batch_op.create_index("ix_verdict_blind_id", ["blind_id"])
        batch_op.create_foreign_key(
            "fk_verdict_blind_id",
            "blind_verdict",
            ["blind_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )
    know_old_labels()


# The one scale that there was before, as it read: a verdict from before keeps its words.
_FIRST_SCALE = "Five steps, False to True"
_FIRST_LABELS = (
    ("false", "The evidence shows that the statement is wrong.", "false"),
    ("mostly-false", "The statement holds a grain of truth but leaves a wrong impression.", "false"),
    (
        "half-true",
        "The statement is partly accurate but leaves out or gets wrong something that matters.",
        "mixture",
    ),
    (
        "mostly-true",
        "The statement is accurate but needs clarification or additional information.",
        "true",
    ),
    (
        "true",
        "The evidence shows that the statement is accurate, and nothing significant is missing.",
        "true",
    ),
    ("unverifiable", "It was looked into, and the evidence that exists cannot settle it.", "other"),
)


def know_old_labels() -> None:
    """Verdicts from before get the columns that keep a label as it read when it was given."""
    connection = op.get_bind()
    schema.drop_guards(connection)  # a verdict is never edited, but for these columns that are new
    for key, definition, rollup in _FIRST_LABELS:
        connection.execute(
            sa.text(
                "UPDATE verdict SET scale_name = :scale, rating_definition = :definition, "
                "rating_colour = :key, rollup = :rollup WHERE scale = 'five-steps' AND rating = :key"
            ),
            {"scale": _FIRST_SCALE, "definition": definition, "key": key, "rollup": rollup},
        )
