"""What kind of statement a claim is and how it was put: the values `splitting` answers with."""

from enum import StrEnum


class ClaimKind(StrEnum):
    EVENT = "event"
    QUANTITY = "quantity"
    QUOTATION = "quotation"
    CAUSAL = "causal"
    POSITION = "position"
    PREDICTION = "prediction"
    ATTRIBUTE = "attribute"


class Modality(StrEnum):
    ASSERTED = "asserted"
    HEDGED = "hedged"
    CONDITIONAL = "conditional"
    PREDICTION = "prediction"
    OPINION = "opinion"
    DENIAL = "denial"


class Manner(StrEnum):
    """How a claimant's words reach the reader."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    OWN_VOICE = "own_voice"


TITLE_LENGTH = 75
CONTEXT_LENGTH = 60  # code points kept before and after an appearance, to find it again
SLICE_GAP = " … "
