"""What a backup says of itself: each member with its size and SHA-256, and where the history stood.

An archive comes from outside: its manifest is believed in nothing but what is checked here and against the
members' own bytes. Member names are of two known shapes, so none can lead out of the directory.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import re2

from workbench.domain.errors import BadInput

FORMAT = "claim-workbench/backup/1"
MANIFEST = "manifest.json"
DATABASES = {"sqlite": "workbench.db", "postgresql": "database.dump"}
_FILE = re2.compile(r"files/[0-9a-f]{2}/[0-9a-f]{62}")
_DIGEST = re2.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Member:
    """One file in a backup; size in bytes."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`schema` is the migration the database is at; `seq` and `hash` are the newest revision's."""

    made_at: str
    engine: str
    schema: str
    seq: int
    hash: str
    members: Mapping[str, Member]
    format: str = FORMAT

    @property
    def database(self) -> str:
        """The member that holds the database."""
        return DATABASES[self.engine]

    def to_json(self) -> bytes:
        return (json.dumps(asdict(self), indent=1, sort_keys=True) + "\n").encode()


def name_file(sha256: str) -> str:
    """The member of a stored file; it lies at the same path under the data directory."""
    return f"files/{sha256[:2]}/{sha256[2:]}"


def read_manifest(data: bytes) -> Manifest:
    """The manifest in these bytes. Raises BadInput for one that this version did not write."""
    try:
        values: dict[str, Any] = json.loads(data)
        members = {str(name): Member(**member) for name, member in values.pop("members").items()}
        manifest = Manifest(members=members, **values)
        _check(manifest)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise BadInput(f"The backup's manifest cannot be used: {error}") from None
    return manifest


def _check(manifest: Manifest) -> None:
    if manifest.format != FORMAT:
        raise ValueError(f"it is of the format “{str(manifest.format)[:60]}”, not {FORMAT}")
    if manifest.database not in manifest.members:
        raise ValueError(f"it does not name {manifest.database}")
    texts = (manifest.made_at, manifest.schema, manifest.hash)
    if not all(isinstance(text, str) for text in texts) or type(manifest.seq) is not int:
        raise ValueError("its head is not a number and a hash")
    for name, member in manifest.members.items():
        if name != manifest.database and not _FILE.fullmatch(name):
            raise ValueError(f"no backup has a member “{name[:80]}”")
        if type(member.size) is not int or member.size < 0 or not _DIGEST.fullmatch(member.sha256):
            raise ValueError(f"it has no size and SHA-256 of {name}")
