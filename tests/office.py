"""LibreOffice as an outside checker of made files; skipped by name where it is not installed."""

import shutil
import subprocess
from pathlib import Path

from tests.postgres import need

MISSING = (
    "LibreOffice is not installed (Debian: apt-get install --no-install-recommends "
    "libreoffice-writer-nogui libreoffice-calc-nogui)"
)


def convert(file: Path, to: str) -> Path:
    """The file in another form ("pdf", "xlsx"), made by LibreOffice beside it."""
    office = shutil.which("soffice")
    if office is None:
        need("libreoffice", MISSING)
    command = [office, "--headless", f"-env:UserInstallation=file://{file.parent}/office"]
    command += ["--convert-to", to, "--outdir", str(file.parent), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return file.with_suffix(f".{to.partition(':')[0]}")
