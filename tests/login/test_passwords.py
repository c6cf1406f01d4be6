"""Passwords and the key that signs cookies. No database."""

import threading
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from argon2.profiles import RFC_9106_LOW_MEMORY

from workbench.domain.errors import RuleBroken
from workbench.login import passwords
from workbench.login.accounts import fold_login
from workbench.login.secret import load_key

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def test_production_hashes_as_the_standard_asks() -> None:
    """What the other tests use is cheap; this is what a desk gets."""
    shipped = passwords.PRODUCTION
    assert (shipped.time_cost, shipped.memory_cost, shipped.parallelism) == (
        RFC_9106_LOW_MEMORY.time_cost,
        RFC_9106_LOW_MEMORY.memory_cost,
        RFC_9106_LOW_MEMORY.parallelism,
    )


def test_a_password_is_known_again_and_nothing_else_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", CHEAP)
    stored = passwords.hash_password("Schöne lange Wörter")
    assert stored.startswith("$argon2id$")
    assert passwords.verify_password(stored, "Schöne lange Wörter")
    assert passwords.verify_password(stored, "Scho\u0308ne lange Wo\u0308rter")  # typed on another keyboard
    assert not passwords.verify_password(stored, "schöne lange Wörter")
    assert not passwords.verify_password(None, "Schöne lange Wörter")
    assert not passwords.verify_password("no hash", "Schöne lange Wörter")
    assert not passwords.verify_password(stored, "\ud800")
    assert not passwords.needs_rehash(stored)
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    assert passwords.needs_rehash(stored)


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("elevenchars", "at least 12"),
        ("x" * 1_001, "at most 1,000"),
        ("the Ann.Lee password", "login name"),
        ("aaaaaaaaaaaaaaaa", "more different"),
        ("abababababababab", "more different"),
    ],
)
def test_weak_passwords_are_refused_in_plain_words(password: str, words: str) -> None:
    with pytest.raises(RuleBroken, match=words) as refused:
        passwords.check_strength(password, "ann.lee")
    assert refused.value.field == "password"


def test_random_passwords_differ_and_pass_the_rules() -> None:
    made = {passwords.make_password() for _ in range(100)}
    assert len(made) == 100
    for password in made:
        passwords.check_strength(password, "owner")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [(" Ann ", "ann"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("ａｎｎ", "ann")],  # noqa: RUF001 - full width on purpose
)
def test_a_login_is_the_same_however_it_is_typed(typed: str, stored: str) -> None:
    assert fold_login(typed) == stored


def test_many_starts_at_once_get_one_key(tmp_path: Path) -> None:
    path, keys = tmp_path / "data" / "secret.key", []
    threads = [threading.Thread(target=lambda: keys.append(load_key(path))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1
    assert [entry.name for entry in path.parent.iterdir()] == ["secret.key"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_damaged_key_is_named(tmp_path: Path) -> None:
    path = tmp_path / "secret.key"
    path.write_bytes(b"short")
    with pytest.raises(ValueError, match="damaged"):
        load_key(path)
