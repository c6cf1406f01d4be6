"""Who may do what: the table of the desk."""

from workbench.domain.roles import ROLE_MEANINGS, Permission, Role, may

TABLE = {
    Role.VIEWER: {Permission.PUBLIC, Permission.READ},
    Role.CHECKER: {Permission.PUBLIC, Permission.READ, Permission.READ_WITHHELD, Permission.WRITE},
    Role.REVIEWER: set(Permission) - {Permission.MANAGE},
    Role.OWNER: set(Permission),
}


def test_each_role_holds_what_the_table_says() -> None:
    assert {role: {p for p in Permission if may(role, p)} for role in Role} == TABLE


def test_every_role_says_what_it_is_for() -> None:
    assert set(ROLE_MEANINGS) == set(Role)
