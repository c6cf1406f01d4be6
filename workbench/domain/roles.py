"""Who may do what: one table from permission to the roles that hold it."""

from enum import StrEnum

from workbench.domain.words import marked


class Role(StrEnum):
    VIEWER = "viewer"
    CHECKER = "checker"
    REVIEWER = "reviewer"
    OWNER = "owner"


class Permission(StrEnum):
    """What a route or an action asks for. PUBLIC needs no login."""

    PUBLIC = "public"
    READ = "read"
    READ_WITHHELD = "read withheld"
    WRITE = "write"
    REVIEW = "review"
    MANAGE = "manage"


_HELD: dict[Permission, frozenset[Role]] = {
    Permission.PUBLIC: frozenset(Role),
    Permission.READ: frozenset(Role),
    Permission.READ_WITHHELD: frozenset({Role.CHECKER, Role.REVIEWER, Role.OWNER}),
    Permission.WRITE: frozenset({Role.CHECKER, Role.REVIEWER, Role.OWNER}),
    Permission.REVIEW: frozenset({Role.REVIEWER, Role.OWNER}),
    Permission.MANAGE: frozenset({Role.OWNER}),
}

ROLE_MEANINGS: dict[Role, str] = {
    Role.VIEWER: marked("reads everything but withheld sources"),
    Role.CHECKER: marked("also writes, up to “in review”"),
    Role.REVIEWER: marked("also signs, returns and publishes"),
    Role.OWNER: marked("also manages people, settings, restore and redaction"),
}


def may(role: Role, permission: Permission) -> bool:
    """Whether a person with this role holds the permission."""
    return role in _HELD[permission]
