"""Split an article into the claims a fact-checker would have written.

Pure text in, claims out, offline and deterministic: `from workbench.splitting import split`. Nothing
here knows
of the web, the database or the rest of the workbench.
"""

from workbench.splitting.engine import split
from workbench.splitting.granularity import GRANULARITIES
from workbench.splitting.languages import detect_language, words
from workbench.splitting.records import (
    KINDS,
    MANNERS,
    MODALITIES,
    Addition,
    Attribution,
    Claim,
    Claimant,
    DateMention,
    Entity,
    Furniture,
    Mention,
    Quantity,
    Split,
)

__all__ = [
    "GRANULARITIES",
    "KINDS",
    "MANNERS",
    "MODALITIES",
    "Addition",
    "Attribution",
    "Claim",
    "Claimant",
    "DateMention",
    "Entity",
    "Furniture",
    "Mention",
    "Quantity",
    "Split",
    "detect_language",
    "split",
    "words",
]
