"""What we ship from others is byte for byte what they published, and no own file loads from another host."""

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "workbench" / "static"
VENDOR = STATIC / "vendor"

# From the npm tarballs htmx.org@2.0.11 and @picocss/pico@2.1.1.
SHA256 = {
    "htmx/htmx.min.js": "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717",
    "htmx/LICENSE": "d3d2456f76414f2456104660ebd65aff1c04cd7966b942bdabd63f3cdb316a38",
    "pico/pico.fluid.classless.min.css": "06cf0bead048c54f4e2c281c26ae0d695cb0da8675545366ac7fc4b39c779398",
    "pico/LICENSE": "afaff063e044233f917b7807dccab022f09dca474f92b642846bee4850655bbf",
}
# An address in an attribute, a CSS url() or an import: something a browser would fetch.
LOADS = re.compile(
    r"""(?:src|action|<link[^>]*\shref)=["'](?:https?:)?//|url\(\s*["']?(?:https?:|//|data:)|@import\s+["'](?:https?:)?//"""
)
INLINE = re.compile(r"""\s(?:style|on[a-z]+|hx-on[^=\s]*)=["']|<style|<script(?![^>]*\ssrc=)|["']js:""")


def own_files() -> list[Path]:
    """Not the exported report: it has to carry its style in itself, and its own tests hold it to the same."""
    static = [path for path in STATIC.rglob("*") if path.is_file() and VENDOR not in path.parents]
    pages = [path for path in (ROOT / "templates").rglob("*.html") if path.parent.name != "exports"]
    return sorted(static + pages)


@pytest.mark.parametrize("name", sorted(SHA256))
def test_vendored_file_is_the_published_one(name: str) -> None:
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == SHA256[name]


def test_every_vendored_file_has_a_known_hash() -> None:
    found = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}

    assert found == set(SHA256)


@pytest.mark.parametrize("path", own_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_own_file_loads_nothing_from_elsewhere_and_nothing_inline(path: Path) -> None:
    text = path.read_text("utf-8")

    assert LOADS.findall(text) == []
    assert INLINE.findall(text) == []
