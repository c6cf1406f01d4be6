"""Which words say, hold, wish or perceive something, and in which form what is said follows. Tables only."""

from __future__ import annotations

from workbench.splitting.lexicon import word_set

# The sorts of act. A claim can be read from speech and belief; a wish tells no fact.
SPEECH, QUESTION, BELIEF, WISH, PERCEPTION = "speech", "question", "belief", "wish", "perception"

# Verbs that take a clause ("said it was over", "warned that …", "asked whether …").
SAYING = word_set(
    """say state claim report assert maintain insist argue note add announce declare confirm reveal
    acknowledge admit concede allege contend estimate explain warn tell stress emphasise emphasize
    observe remark reiterate repeat suggest conclude indicate write tweet retweet post testify boast brag
    deny dispute refute disclose inform caution respond reply answer underline underscore comment specify
    clarify recall recount relate affirm reaffirm attest aver avow proclaim profess protest complain lament
    joke quip mutter murmur whisper shout yell scream cry exclaim snap retort counter object vow pledge
    promise swear guarantee assure reassure remind convince persuade notify advise counsel signal hint imply
    mention propose recommend demand request urge beg plead rule theorise theorize postulate posit reason
    speculate predict forecast project calculate confess concur agree disagree chant sing email text brief
    opine muse point continue certify decree stipulate preach lie apologise apologize threaten vent rant
    bellow interject intone gush marvel thunder fume implore exhort acknowledge describe discuss detail
    outline contest challenge publish broadcast reveal rumour rumor teach instruct"""
)
# Of those, the ones whose speaker often follows ("…, said the mayor").
INVERTED = word_set("say add reply insist argue joke quip exclaim note warn")
ASKING = word_set("ask wonder question inquire enquire query doubt debate ponder")
HOLDING = word_set(
    """believe think feel suppose assume presume imagine guess reckon bet expect anticipate fear worry
    doubt suspect trust figure gather infer deduce accept recognise recognize appreciate conclude consider
    hold judge understand know agree realise realize regret find sense dream forget remember view
    disbelieve deem envision foresee calculate care resent rule mind"""
)
WISHING = word_set("hope wish want prefer intend decide demand desire determine resolve plan require")
PERCEIVING = word_set("learn hear see notice discover read show demonstrate prove illustrate reveal document")
# Verbs whose "that" clause is no one's thought; other verbs with "that" are taken for verbs of saying.
NO_THOUGHT = word_set(
    """mean ensure cause entail happen make seem appear be have get keep do help let turn come go take give
    stay matter"""
)

# Verbs and what they make of an infinitive of their own subject ("vowed to fight").
OWN_INFINITIVE: dict[str, frozenset[str]] = {
    SPEECH: word_set("vow pledge promise swear threaten offer agree refuse decline claim profess volunteer"),
    WISH: word_set(
        """plan intend want wish hope expect aim aspire seek prefer decide opt resolve propose long
        like love hate desire vote consider demand ask hesitate yearn dream consent         """
    ),
    BELIEF: word_set("believe consider pretend"),
}
# … of somebody else ("urged the city to rebuild", "wants them to leave").
OTHERS_INFINITIVE: dict[str, frozenset[str]] = {
    SPEECH: word_set(
        """urge tell ask order advise warn encourage invite instruct command direct request beg press push
        implore exhort remind recommend dare challenge pressure petition counsel plead"""
    ),
    WISH: word_set("want expect like prefer need intend desire persuade convince wish"),
    BELIEF: word_set("believe consider declare find deem think know understand judge"),
}
# Passives that say what somebody unnamed holds ("is expected to", "was said to").
RAISED = word_set(
    """expect say believe think suppose report allege claim understand estimate rumour rumor presume know
    assume fear project predict consider anticipate schedule plan slate poise"""
)
# Gerunds as what is said ("denied taking", "suggested closing the road").
GERUND = word_set(
    """deny admit suggest propose consider recall mention recommend report acknowledge confess regret
    advocate oppose favour favor support discuss describe like love hate enjoy dislike resent remember
    announce confirm contemplate imagine threaten anticipate"""
)

# Verbs whose object is what is said, held or valued ("criticised the plan").
OBJECT: dict[str, frozenset[str]] = {
    SPEECH: word_set(
        """criticise criticize praise condemn denounce slam blast ridicule mock insult hail applaud laud
        commend salute congratulate defend endorse reject dismiss deny dispute discuss describe mention
        announce propose reveal disclose report detail outline explain cite quote demand request promise
        pledge question challenge acknowledge admit reaffirm confirm express voice reiterate stress
        highlight emphasise emphasize underscore underline decry deride lambast lambaste assail
        bash berate castigate chastise rebuke scold tout bemoan lament denigrate disparage belittle
        downplay vilify echo repeat recount recite allege articulate debunk refute rebut contradict
        espouse advocate urge disavow repudiate renounce retract apologise invoke note
        accuse blame recommend suggest claim warn predict announce say state
        contest tweet retweet post write estimate forecast calculate admonish reprimand excoriate
        skewer rip trash hype promote champion blame preach vow """
    ),
    QUESTION: word_set("question doubt debate ponder ask"),
    BELIEF: word_set(
        """support oppose favour favor like love hate dislike admire despise detest loathe respect
        trust distrust fear believe embrace appreciate value resent regret doubt accept recognise recognize
        prefer welcome approve disapprove consider anticipate expect suspect assume envision
        foresee forgive tolerate cherish mistrust abhor adore dread mourn share understand"""
    ),
    WISH: word_set("want desire demand plan envision contemplate"),
    PERCEPTION: word_set("show reveal document read"),
}
# "called it a disgrace", "found the plan unworkable", "described X as Y".
NAMING = word_set(
    """call label brand dub deem declare pronounce consider find think term judge proclaim name rate"""
)
AS = word_set(
    """describe view regard see portray depict characterise characterize label brand cast dismiss denounce
    praise hail cite paint define condemn criticise criticize deride decry frame blast slam attack
    mock ridicule reject tout know perceive interpret denigrate identify recognise recognize
    characterise acknowledge treat"""
)

# Verb and preposition: what follows the preposition is what is said ("complained about the noise").
PREPOSITION: dict[str, frozenset[str]] = {
    "about": word_set(
        """talk speak complain worry care think ask write joke warn brag lie boast know learn hear wonder
        say tell rant rave testify preach fret bitch grumble moan speculate dream gloat inquire enquire
        comment argue lecture remind quip crow agonise agonize hear"""
    ),
    "for": word_set(
        "call advocate push argue ask apologise apologize beg hope long plead plan wish vote lobby"
    ),
    "of": word_set(
        """warn speak boast complain dream approve disapprove think know learn hear talk conceive despair
        write tell"""
    ),
    "on": word_set(
        """comment insist agree call speak focus elaborate touch reflect expound vote remark opine
        weigh"""
    ),
    "to": word_set("point refer agree object admit confess commit allude subscribe"),
    "with": word_set("agree disagree sympathise sympathize concur"),
    "against": word_set("warn rail argue speak protest caution vote inveigh advise lobby campaign"),
    "in": word_set("believe trust"),
    "at": word_set("hint laugh scoff marvel bristle sneer balk"),
    "over": word_set("fret worry complain agonise agonize"),
    "from": word_set("hear learn quote"),
}
# Verb, somebody, preposition: "accused them of lying", "blamed X for Y", "thanked X for".
OBJECT_AND_PREPOSITION: dict[str, frozenset[str]] = {
    "of": word_set("accuse suspect warn remind inform assure convince persuade tell"),
    "for": word_set(
        """blame praise criticise criticize thank condemn attack fault chide commend mock ridicule rebuke
        scold slam blast ask chastise applaud laud denounce hail berate knock ding rip credit congratulate
        lambast lambaste excoriate"""
    ),
    "about": word_set("ask tell question warn remind inform mock tease lecture brief quiz press"),
    "on": word_set("press challenge attack quiz criticise criticize question congratulate"),
    "against": word_set("warn caution advise"),
    "over": word_set("criticise criticize attack slam blast"),
    "with": word_set("credit charge"),
}

CLAIM_NOUNS_SPEECH = word_set(
    """claim report allegation statement assertion accusation suggestion rumour rumor denial announcement
    argument promise pledge vow threat warning call demand proposal recommendation request offer comment
    remark declaration prediction estimate forecast charge complaint criticism contention insistence
    admission acknowledgment acknowledgement revelation admonition assurance advice refusal testimony tweet
    praise question plea explanation confession boast objection reminder disclosure guarantee description
    condemnation observation endorsement invitation apology proclamation joke critique insinuation message
    talk answer response order rhetoric attack quip rant speculation point case"""
)
CLAIM_NOUNS_BELIEF = word_set(
    """belief view opinion fear idea notion conviction concern worry doubt confidence assumption suspicion
    expectation theory hypothesis feeling sense impression recognition understanding knowledge conclusion
    realization realisation perception support opposition hatred love admiration contempt disdain respect
    skepticism scepticism disbelief thought finding anger frustration anxiety outrage regret trust distrust
    dislike disagreement judgment judgement stance position approval disapproval consensus assessment
    enthusiasm obsession distaste disgust dismay embrace faith disappointment awareness"""
)
CLAIM_NOUNS_WISH = word_set("hope desire wish goal intention ambition aspiration demand preference eagerness")
# Noun and preposition: what follows is what is said or felt ("criticism of the plan").
NOUN_PREPOSITION: dict[str, frozenset[str]] = {
    "of": word_set(
        """criticism praise condemnation description denial fear allegation accusation claim prediction
        promise warning acknowledgment acknowledgement admission endorsement critique view opinion assessment
        perception approval disapproval suspicion hope announcement declaration mention statement support
        rejection embrace explanation report rumour rumor insistence"""
    ),
    "about": word_set(
        """concern worry doubt fear question comment remark claim complaint story allegation opinion view
        rumour rumor statement anxiety skepticism scepticism theory suspicion warning joke tweet stance
        observation speculation thought message anger frustration"""
    ),
    "for": word_set(
        "support praise criticism call demand hope enthusiasm admiration contempt respect disdain request"
    ),
    "to": word_set("opposition objection commitment resistance"),
    "on": word_set("view opinion stance position comment statement perspective thought"),
    "in": word_set("belief faith confidence trust"),
    "against": word_set("warning allegation accusation charge"),
    "over": word_set("concern anger outrage frustration criticism doubt worry"),
    "with": word_set("disagreement frustration"),
}

ADJECTIVES: dict[str, frozenset[str]] = {
    BELIEF: word_set(
        """convinced aware sure certain confident concerned worried afraid fearful hopeful optimistic
        pessimistic glad happy pleased proud sorry surprised disappointed angry upset doubtful skeptical
        sceptical suspicious adamant critical supportive wary tired ashamed fond sympathetic opposed
        grateful thankful dismissive unaware unsure uncertain mindful frustrated outraged shocked furious
        alarmed disgusted excited nervous anxious uneasy certain mistaken satisfied unhappy embarrassed
        horrified stunned appalled comfortable uncomfortable cynical enthusiastic passionate appreciative
        contemptuous disdainful distrustful cognizant interested amazed sad jealous thrilled curious
        bullish bearish scared impressed"""
    ),
    SPEECH: word_set(
        "adamant insistent clear vocal outspoken emphatic explicit complimentary apologetic candid"
    ),
    WISH: word_set(
        """eager keen willing unwilling reluctant determined anxious committed prepared hesitant ready intent
        loath loathe hellbent desperate inclined"""
    ),
}
COPULAS = word_set("be feel seem appear become remain sound grow get look stay")

# Adverbs that report without a speaker.
# "in the mayor's view", "in the words of the minister".
VIEW_NOUNS = word_set(
    """view opinion word estimation telling judgment judgement eye account mind assessment count reckoning
    estimate calculation reading tally"""
)
# Of those, the ones that find a fact out rather than value it.
FINDING_NOUNS = word_set("account count reckoning estimate calculation reading tally assessment telling word")
VIEW_LINKS = word_set("in by on")
# Made or had by a speaker: "made the claim that", "expressed hope that".
SUPPORT_VERBS = word_set(
    """make have express voice offer repeat raise give issue hold share state reiterate reject deny dismiss
    dispute cite announce draw face renew lodge spread take send release deliver echo level air harbor
    harbour put pose show receive confirm defend advance present convey lay unveil support"""
)
# Papers and polls that say things as people do.
DOCUMENTS = word_set(
    """poll survey study report memo analysis email letter document statement ad article book tweet post
    headline story data research interview speech paper transcript message note survey advertisement video
    complaint lawsuit indictment review figure statistic result audit"""
)
