"""How a claim is put forward: asserted, hedged, under a condition, foretold, valued or denied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.findings.futures import is_prediction
from workbench.splitting.judgement.conditions import is_conditional
from workbench.splitting.judgement.negation import is_rebuttal
from workbench.splitting.judgement.opinions import is_opinion, names_plainly


@dataclass(frozen=True, slots=True)
class Sight:
    """What a claim's modality is read from. hedged: hedging words stand in it. direct: it is a quotation."""

    draft: Draft
    hedged: bool
    direct: bool

    @property
    def said(self) -> str | None:
        """What the innermost verb of saying makes of it."""
        return None if names_plainly(self.draft) else self.draft.stance

    @property
    def unnamed(self) -> bool:
        """Somebody says so, but nobody knows who: "the claim that …"."""
        return bool(self.draft.chain) and self.draft.chain[-1].speaker is None


# The first that holds; the order is the guideline's (tests/gold/README.md, rule 5).
_CHECKS: tuple[tuple[str, Callable[[Sight], bool]], ...] = (
    ("conditional", lambda sight: is_conditional(sight.draft, sight.direct)),
    ("prediction", lambda sight: sight.said == "prediction" or is_prediction(sight.draft)),
    ("denial", lambda sight: sight.said == "denial" or is_rebuttal(sight.draft)),
    ("opinion", lambda sight: sight.said == "opinion" or is_opinion(sight.draft, sight.direct)),
    ("hedged", lambda sight: sight.hedged or sight.said == "hedged" or sight.unnamed),
)


def judge_modality(draft: Draft, hedged: bool, direct: bool = False) -> str:
    """Give the strongest reason not to take the claim as plain assertion; see records.MODALITIES."""
    sight = Sight(draft, hedged, direct)
    return next((name for name, holds in _CHECKS if holds(sight)), "asserted")
