"""The words that speak of what is to come. Tables only."""

from __future__ import annotations

from workbench.splitting.lexicon import word_set

WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
SET_BACK = frozenset({"would", "'d", "’d"})
MIGHT = word_set("may might could")
# With "to …" these speak of what is to come; the first group also leaves room for what is so already.
LIKELY = word_set("likely unlikely certain bound sure")
DUE = LIKELY | word_set(
    """due set about expected scheduled planned slated poised projected forecast predicted anticipated
    destined tipped going"""
)
PROMISES = word_set("promise vow pledge threaten undertake swear guarantee")
PLANS = word_set("plan intend expect prepare mean hope")
