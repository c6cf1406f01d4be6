"""Words of opinion and of position. Tables only."""

from __future__ import annotations

from workbench.splitting.lexicon import word_set

OPINION_WORDS = word_set(
    """necessary unacceptable outrageous shameful disgraceful crucial vital essential wrong right unjust
    fair unfair justified unjustified barbaric brutal terrorist evil heroic brave cowardly best worst
    important wise foolish irresponsible reckless cynical tragic absurd ridiculous appalling
    deplorable legitimate illegitimate good bad senseless pointless desperate dangerous disappointing
    regrettable"""
)
OPINION_MODALS = word_set("should must ought")
POSITION_VERBS = word_set(
    """aim want intend seek view regard consider support oppose back favour favor condemn welcome
    criticise criticize praise reject accuse blame entitle object deplore denounce endorse defend
    deserve need"""
)
POSITION_ADJECTIVES = word_set(
    """concerned worried entitled opposed committed ready willing determined alarmed"""
)
