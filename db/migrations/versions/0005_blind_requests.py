"""Asking for a second verdict without sight of the first; a disagreement may end with a new verdict asked for

Revision: 0005, after 0004, 2026-11-23 19:40:00
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_LINKS = {
    "claim_id": "claim",
    "asked_by_id": "user_account",
    "person_id": "user_account",
    "sealed_id": "verdict",
    "first_id": "blind_verdict",
    "second_id": "blind_verdict",
}


def upgrade() -> None:
    op.create_table(
        "blind_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("sealed_id", sa.Uuid(), nullable=True),
        sa.Column("first_id", sa.Uuid(), nullable=True),
        sa.Column("second_id", sa.Uuid(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"{table}.id"],
                name=op.f(f"fk_blind_request_{column}"),
                initially="DEFERRED",
                deferrable=True,
            )
            for column, table in _LINKS.items()
        ),
        sa.ForeignKeyConstraint(
            ["id", "version"],
            ["revision.entity_id", "revision.version"],
            name=op.f("fk_blind_request_id_version"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blind_request")),
    )
    for column in _LINKS:
        op.create_index(f"ix_blind_request_{column}", "blind_request", [column])
    with op.batch_alter_table("adjudication") as batch_op:
        batch_op.alter_column("verdict_id", existing_type=sa.Uuid(), nullable=True)
    with op.batch_alter_table("capture") as batch_op:
        batch_op.add_column(sa.Column("canonical_url", sa.String(), server_default="", nullable=False))
    with op.batch_alter_table("report_page") as batch_op:
        batch_op.drop_column("token")
