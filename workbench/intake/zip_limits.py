"""A ZIP archive looked through before anything else opens it: how much it really unpacks to, and no DTD."""

import io
import zipfile
import zlib

from workbench.domain.errors import BadInput

MOST_MEMBERS = 2_000
MOST_BYTES = 100_000_000
MOST_RATIO = 200  # of a member's bytes to their packed size; XML full of repeats stays below
_ALWAYS_FINE = 5_000_000  # bytes; small members may be packed as tightly as they like
_STEP = 1 << 16


def check_archive(data: bytes, what: str) -> None:
    """Unpack every member once, counting: the sizes that an archive states are not to be trusted.
    Raises BadInput for a bomb, a damaged archive, an encrypted one, or XML that declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise BadInput(f"{what} holds {len(members):,} parts; at most {MOST_MEMBERS:,} are read.")
            _count(archive, members, what)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise BadInput(
            f"{what} is damaged: it cannot be unpacked. Open it in the program that made it and save it "
            "again."
        ) from error
    except RuntimeError as error:  # zipfile's word for a password
        raise BadInput(f"{what} is locked with a password. Save it without one and try again.") from error


def _count(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], what: str) -> None:
    total = 0
    for member in members:
        size = 0
        with archive.open(member) as packed:
            while chunk := packed.read(_STEP):
                if size == 0 and b"<!DOCTYPE" in chunk and member.filename.endswith((".xml", ".rels")):
                    raise BadInput(f"{what} declares entities in its XML, which no word processor does.")
                size += len(chunk)
                total += len(chunk)
                tight = size > _ALWAYS_FINE and size > member.compress_size * MOST_RATIO
                if total > MOST_BYTES or tight:
                    raise BadInput(
                        f"{what} unpacks to far more than a document does (more than "
                        f"{min(total, MOST_BYTES) // 1_000_000} MB), so it is not opened."
                    )
