"""Which words value, demand or take a stand. Tables only."""

from __future__ import annotations

from workbench.splitting.lexicon import word_set

# What something is said to be: "the law is unfair", "that is an insult".
VALUES = word_set(
    """necessary unacceptable outrageous shameful disgraceful crucial vital essential wrong right unjust
    fair unfair justified unjustified barbaric brutal terrorist evil heroic brave cowardly best worst
    important wise foolish irresponsible reckless cynical tragic absurd ridiculous appalling
    deplorable legitimate illegitimate good bad senseless pointless desperate dangerous disappointing
    regrettable better worse great terrible horrible awful excellent optimistic pessimistic naive naïve
    inexcusable unforgivable intolerable immoral moral scandalous hypocritical pathetic laughable
    unthinkable welcome admirable remarkable unnecessary needless useless futile hopeless inhumane
    unreasonable reasonable sensible insane mad stupid arrogant dishonest honest noble proud
    insulting humiliating inadequate insufficient sufficient adequate successful beautiful ugly
    vague worthless premature misguided unwise counterproductive alarming worrying shocking fit
    unfit unqualified grim bleak awkward strict lenient patient impatient hopeful untenable tense disastrous
    unworthy unforgiving embarrassing simple easy flawed generous fragile meaningless convincing
    unconvincing credible incredible toothless clumsy overdue ill-advised short-sighted
    abhorrent abysmal amateurish appropriate inappropriate astonishing astounding atrocious bizarre bold
    callous catastrophic ruinous commendable compelling competent incompetent contemptible constructive
    cruel damning deafening defensible indefensible delusional dire dismal disproportionate dubious
    questionable encouraging discouraging exaggerated exemplary extraordinary fanciful far-fetched feeble
    flimsy fruitful fruitless frustrating ghastly gruesome harsh helpful unhelpful hollow horrific
    horrifying ideal idiotic ill-conceived impressive unimpressive improper inept inconceivable
    inexplicable infuriating inhuman insincere irrational irrelevant lamentable ludicrous merciless
    misplaced nasty nonsensical obscene outstanding painful paltry petty perverse preposterous productive
    unproductive promising prudent imprudent rash repugnant ruthless satisfactory unsatisfactory selfish
    shabby shaky sickening sinister sloppy spectacular spineless splendid stunning sobering superb
    symbolic terrifying timid tiresome treacherous troubling unconscionable understandable undemocratic
    unfortunate unrealistic unsustainable untrustworthy trustworthy valuable invaluable vicious
    wonderful wretched shortsighted unprincipled one-sided lopsided"""
)
VERDICTS = word_set(
    """insult disgrace shame outrage tragedy disaster catastrophe mistake blunder provocation scandal betrayal
    humiliation madness nonsense farce mockery folly cowardice injustice atrocity barbarity ultimatum
    excuse miracle honour honor illusion hypocrisy absurdity priority must pity
    fantasy nightmare sham charade pretext fiasco debacle shambles triumph blessing curse bluff gamble
    pretence pretense distraction theatre theater blackmail travesty stain embarrassment failure success
    joke circus absurdity masterstroke godsend hallmark"""
)
# These value wherever they stand: "fought with admirable courage".
STRONG = word_set(
    """outrageous shameful disgraceful barbaric cowardly heroic admirable despicable senseless reckless
    cynical appalling deplorable absurd ridiculous monstrous heinous vile inexcusable unforgivable
    scandalous"""
)
# Said of somebody or something these value too; in "a threat to ships" they tell.
NAMED = word_set(
    """crime terror terrorist traitor liar criminal thief tale invention aggression threat victory success
    failure defeat propaganda lie fake joke circus step breakthrough danger hero enemy coward puppet
    dictator"""
)
MAKING = word_set("make render leave find consider deem")
# "Has little reason to wait".
REASONS = word_set("reason cause incentive excuse interest grounds motive")
DEGREES = word_set("little no every scant good ample enough small")
THINKING = word_set("think believe doubt suppose suspect assume")
# "The trouble is the road": the noun is the verdict.
POINTS = word_set("trouble tragedy irony lesson pity shame mistake")
LACKING = word_set(
    """solution alternative excuse justification place reason room point sense choice substitute shortcut"""
)
# "That is no accident" says what somebody makes of it.
CHANCE = word_set("accident coincidence wonder surprise secret hurry mood")
DUTIES = word_set("should must ought")
# "I must add that …" is a way of speaking.
SPEAKING = word_set("say add stress admit confess note point emphasise emphasize repeat remind tell ask")
DEMANDS = word_set("urge demand propose recommend advocate implore beg exhort")
# "Insists on guarantees", "asked both sides for lists".
DEMANDS_BY: dict[str, frozenset[str]] = {
    "call": word_set("for"),
    "insist": word_set("on upon"),
    "press": word_set("for"),
    "push": word_set("for"),
    "plead": word_set("for"),
    "appeal": word_set("for"),
    "lobby": word_set("for"),
}
# "Misread the mood": the verb itself finds fault.
MISJUDGING = word_set(
    """misread misjudge miscalculate mishandle mismanage squander bungle botch underestimate overestimate
    betray undermine trample whitewash exaggerate overreact overplay"""
)
# "Hard to see how", "easy to believe".
TOUGH = word_set("hard difficult tough easy impossible tricky harder easier tougher")
JUDGING = word_set(
    """see say believe imagine argue square judge tell understand explain justify accept defend overstate
    escape avoid deny reconcile replace forgive ignore dismiss predict"""
)
# "Cannot accept that".
BEARING = word_set("accept tolerate afford ignore stand bear allow endure wait forgive")
# "Lacks legitimacy", "has run out of excuses".
VIRTUES = word_set(
    """legitimacy credibility courage conscience shame decency vision imagination patience excuse idea touch
    nerve face moral integrity honour honor dignity compassion backbone wisdom"""
)
LINKS = word_set("be seem remain become look sound feel appear")
STANCES = word_set(
    """condemn denounce deplore welcome praise regret applaud salute commend deserve support oppose want hope
    wish prefer like love hate reject favour favor believe trust appreciate thank need"""
)
PERFORMED = word_set("condemn denounce deplore welcome praise regret applaud salute commend reject")
NAMING = word_set("call brand label dub describe denounce speak")
# "I share that view", "we read it as a warning": what a speaker makes of something.
VIEWS = word_set("view opinion concern hope belief feeling fear anger disappointment")
TAKING = word_set("read see regard view take understand consider interpret count")
