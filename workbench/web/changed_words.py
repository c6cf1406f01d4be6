"""How many words changed between two texts: counted once, for a timeline asks at every look."""

from workbench.domain.comparing import compare
from workbench.models import ArticleVersion

MOST = 5_000  # pairs of texts that are remembered

_counted: dict[tuple[str, str], tuple[int, int]] = {}


def count_changed(before: ArticleVersion, after: ArticleVersion) -> tuple[int, int]:
    """Words taken out and put in. Texts are known by their SHA-256: a version never changes."""
    key = (before.text_sha256, after.text_sha256)
    found = _counted.get(key)
    if found is None:
        if len(_counted) >= MOST:
            _counted.clear()
        found = _counted[key] = compare(before.text, after.text).count()
    return found
