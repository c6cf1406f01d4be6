"""Where templates/ and db/ are: beside the package in a checkout, inside it once installed from a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent


def _locate(folder: str) -> Path:
    """Editable installs must read the checkout's own files, so that an edited template shows at once."""
    if (CHECKOUT / "pyproject.toml").is_file():
        return CHECKOUT / folder
    return PACKAGE / f"_{folder}"


TEMPLATES = _locate("templates")
DB = _locate("db")
MIGRATIONS = DB / "migrations"
