"""Passwords: what a good one is, how it is hashed (argon2id), and how one is checked."""

import secrets
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from workbench.domain.errors import RuleBroken

SHORTEST = 12
LONGEST = 1_000  # a hash takes time that grows with the length; nobody types more
FEWEST_DIFFERENT = 5
# No letter or digit that is read wrongly when a password is passed on by voice or on paper.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"

PRODUCTION = PasswordHasher()
_hasher = PRODUCTION


def use_hasher(hasher: PasswordHasher) -> None:
    """Hash with other parameters from now on: only for tests, which would spend their time on hashing."""
    global _hasher
    _hasher = hasher


def check_strength(password: str, login: str) -> None:
    """Refuse a password that is easily guessed. Raises RuleBroken on the field "password"."""
    if len(password) < SHORTEST:
        raise RuleBroken(f"A password needs at least {SHORTEST} characters; a few words do.", "password")
    if len(password) > LONGEST:
        raise RuleBroken(f"A password may have at most {LONGEST:,} characters.", "password")
    if login and login in password.casefold():
        raise RuleBroken("The password must not contain the login name.", "password")
    if len(set(password)) < FEWEST_DIFFERENT:
        raise RuleBroken("Use more different characters; this one is easily guessed.", "password")


def make_password() -> str:
    """A random password that can be read out: four groups of five, about 99 bits."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(5)) for _ in range(4))


def hash_password(password: str) -> str:
    """The argon2id hash, with its salt and parameters in it."""
    return _hasher.hash(_canonical(password))


def verify_password(password_hash: str | None, password: str) -> bool:
    """Whether the password is the one that was hashed. None, for an account that does not exist, costs the
    same time as a wrong password, so that answers don't tell which accounts there are."""
    try:
        return _hasher.verify(password_hash or _dummy_hash(_hasher), _canonical(password)) and bool(
            password_hash
        )
    except (VerificationError, InvalidHashError):
        return False


def needs_rehash(password_hash: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return _hasher.check_needs_rehash(password_hash)


@cache
def _dummy_hash(hasher: PasswordHasher) -> str:
    return hasher.hash(secrets.token_hex(16))


def _canonical(password: str) -> bytes:
    # One keyboard sends é as one character, another as two; to the person they are the same key.
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
