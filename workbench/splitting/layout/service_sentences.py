"""Sentences that a page says of itself or to its reader, and not of the world: "Sign up for our newsletter.",
"This article was first published in …", "The views expressed are the author’s own."
"""
# ruff: noqa: E501, RUF001 - a pattern is easiest to read on one line; pages write both apostrophes

from __future__ import annotations

import re2

_LONGEST = 700  # characters; a longer line is prose whatever it holds
_MOST_WORDS = 60  # of one sentence

SERVICE = "reader's service"
# What only a page is: "this report" may be a ministry's.
_PAGE = r"(?:article|story|piece|interview|column|commentary|essay|op-?ed|page|blog|podcast|website|web ?site|browser|e-?mail|newsletter|content|feature)"
# What "the" page says of itself too: "the above …", "the … you are reading".
_THIS_PAGE = rf"^(?:this {_PAGE}|the {_PAGE} (?:above|you are reading)|the above {_PAGE})\b"
_MADE = (
    r"\b(?:(?:re)?published|appeared|appears|reprinted|produced|supported|funded|translated|adapted|edited|condensed|abridged|updated"
    r"|corrected|amended|revised|moderated|generated|excerpted|syndicated|sponsored|made possible|brought to you|protected|loading"
    r"|available|confidential|intended|part of (?:an?|our|the|this)|copyright|no longer supported)\b"
)
# Things that belong to a page where "you" or "your" stands beside them.
_THINGS = (
    r"\b(?:newsletters?|inbox|cookies?|subscribed|subscribers?|subscriptions?|unsubscribe|browser|log(?:ged)?[ -]in|sign(?:ed|ing)?[ -]up|recaptcha|privacy"
    r" (?:policy|notice|preferences|settings)|terms of (?:use|service)|community (?:guidelines|standards)|mailing list|creative commons|my bookmarks"
    r"|free (?:articles?|stories)|our app|e-?mail address|javascript|hyperlink|republish(?:ing)?|ad ?blocker|this (?:article|story|page|website))\b"
)
# The same beside "we" and "our", which ministries and witnesses say of themselves too.
_OUR_THINGS = r"\b(?:newsletters?|inbox|cookies|privacy (?:policy|notice)|mailing list|community (?:guidelines|standards)|newsroom tip|your device|hear from you|tell your story)\b"
# Nouns among them ("Support here has fallen") must have their object next.
_TO_READER = (
    r"^(?:please |now |also )?(?:(?:follow|subscribe|click|sign up|log in|listen to|scroll|donate|become|unlock|find out|check out|catch up|stay up|keep up|learn more"
    r"|get in touch|get involved)|(?:tap|read|watch|see|view|download|register|share|tell|send|e-?mail|contact|message|write to|get|receive|join|support|find|play|enter|select"
    r"|discover|explore|visit|help|try|reach|report) (?:us|our|your|the|this|these|all|more|it|an?|full|also|on))\b"
)
_OURS = (
    r"\b(?:us|our|your (?:e-?mail|story|stories|inbox|phone|comments?|views)|(?:twitter|x|facebook|telegram|instagram|bluesky|mastodon|linkedin|whatsapp|youtube|itunes|soundcloud|spotify)"
    r"|the rest of (?:the|this) (?:story|article|post)|the (?:full|original) (?:article|story|report|text|interview|video|transcript|statement)|this (?:story|article|page|post)"
    r"|patrons?|newsletters?|ctrl)\b|\b(?:here|below|above)(?: for [\w ]+| to [\w ]+)?$|@|https?:|\bt\.me/"
)
_STAFF = r"(?:staff|desk|team|bureau|newsroom|correspondents?|reporters?|editors?|unit|agencies|programme)"
_YOU = r"\b(?:you|your|yours)\b"

# A reason, then patterns that must all be found in a sentence without its last mark.
SENTENCES: tuple[tuple[str, ...], ...] = (
    (SERVICE, _TO_READER, _OURS),
    (SERVICE, r"^(?:for|to) [^,]+, (?:please )?(?:contact|call|e-?mail|visit|see|write|click|subscribe|read|sign|send)\b"),
    (SERVICE, r"^please (?:avoid|keep|use|upgrade|enable|turn|include a|contact|check|try|refresh|open|consider|enter|select|log|sign|find)\b"),
    (SERVICE, _YOU, _THINGS),
    (SERVICE, _YOU, r"\b(?:support|fund|help|protect|sustain)(?:s|ing)? (?:our|independent|quality|free|fearless) (?:\w+ )?(?:journalism|reporting|newsroom|journalists)\b"),
    (SERVICE, r"\b(?:gives?|brings?|bringing|keeps?) you (?:up to date|informed|(?:all |with )?(?:of )?(?:the |our )?(?:latest|updates|newest))\b"),
    (SERVICE, r"\b(?:we|us|our)\b", r"\bpay ?wall\b|\b(?:provide|bring|give) (?:our )?(?:readers|listeners|viewers)\b"),
    (SERVICE, r"^for (?:as little as|only|just|less than) [^ ]+ (?:an? |per )(?:day|week|month|year)\b"),
    (SERVICE, r"^here(?:[’']s| is| are) (?:the latest|what (?:you need to know|to know|we know)|how things stand|your|our|the (?:key|main|top) (?:events|points|stories|developments|news))\b"),
    (SERVICE, r"^this post is public\b|\bfeel free to share (?:it|this)\b"),
    (SERVICE, r"^the (?:following|below)\b.*\bis attributable to\b"),
    (SERVICE, r"^(?:in|on) (?:this|today[’']s|this week[’']s) (?:episode|podcast)\b"),
    (SERVICE, r"\b(?:we|our)\b", _OUR_THINGS),
    (SERVICE, r"^(?:already an? (?:subscriber|member|patron)|(?:sign|log) (?:me )?(?:up|in)(?: here| now| today)?$|sign up here|subscribe(?: here| now| today)?$|learn more$)"),
    (SERVICE, r"^(?:read|see|watch|click)(?: it| the rest| the original| more| all| on)* (?:here|below|above)$"),
    (SERVICE, r"^(?:she|he|they|our team|the (?:reporter|author|writer|desk)) can be (?:reached|contacted|followed)\b", r"[@\d]|signal|twitter|e-?mail"),
    (SERVICE, r"^(?:you can )?(?:reach|follow|contact|e-?mail) (?:him|her|them|us|me|the (?:author|reporter|writer)|our (?:reporters?|journalists?|editors?|newsroom|desk|team|tip ?line))\b"),
    (SERVICE, r"^(?:help us \w+: )?we(?: want|[’']d like| would like) to hear from\b|^fill (?:out|in) (?:our|the|this|your)\b|^please let us know\b|^we pay for\b.*\b(?:stories|tips|videos|pictures)\b"),
    (SERVICE, r"^(?:your (?:\S+ ){0,2}(?:support|donation|gift|contribution|subscription)s? (?:\w+ )?(?:helps?|makes?|keeps?|allows?|matters?|funds?|lets?)\b|consider (?:an? (?:\w+ )?(?:subscription|donation|gift|membership)|subscribing|donating|supporting us|becoming a (?:member|subscriber)))"),
    (SERVICE, r"\b(?:depends?|relies|rely) (?:up)?on (?:its|our|your) (?:readers|subscribers|supporters|listeners|donations|support)\b|^subscribe (?:from|for|to|now|today|here)\b"),
    ("notice", r"^by (?:continuing|using|clicking|signing up|subscribing|submitting|registering)\b.*\byou (?:agree|accept|consent)\b|^we(?:[’']ve| have) updated our (?:terms|privacy|polic|cookie|community)"),
    ("notice", r"^to (?:display|view|watch|see|load|access|enable|play|unlock) (?:this|the) (?:content|video|post|page|embed|media|audio|map|tweet)\b|^(?:the|this) (?:content|page|article|video|post) (?:you (?:requested|are looking for|tried)\b|(?:is|was) (?:not available|no longer available|unavailable)\b|(?:cannot|can[’']t|could not) be (?:displayed|loaded|played|shown|found))"),
    ("notice", r"^this (?:audio|video|text|translation|transcript|summary|narration|voice) (?:is|was|has been) (?:auto|machine|computer|AI|generated)\b"),
    (
        SERVICE,
        r"^if you (?:have|know|are|were|notice|find|spot|want|would like|liked?|enjoyed?|value)\b",
        r"\b(?:we want|we would like|we[’']d like|contact (?:us|our)|get in touch|e-?mail|write to|tell us|call us|let us know|support us|ctrl|consider (?:joining|supporting|a)|join us|donat|subscribe)",
    ),
    (SERVICE, r"^(?:(?:got|have|do you have) a (?:tip|story)|have your say|be the first to (?:comment|know))\b"),
    (SERVICE, r"^(?:thank you|thanks) (?:very much )?for (?:having )?(?:follow|read|join|watch|listen|visit|your (?:comments|support|messages))"),
    (SERVICE, r"^(?:this|our|the) (?:live ?)?(?:direct|live|blog|page|thread|ticker|stream|feed|(?:live )?coverage)\b.*\b(?:is|are|has|have) (?:now )?(?:closed|ended|over|finished|paused|come to an end)\b"),
    (SERVICE, r"^we (?:are|will be|have)(?: now)? (?:clos(?:ing|ed)|paus(?:ing|ed)|wrapp(?:ing|ed) up|end(?:ing|ed)) (?:this|our|the) (?:live|blog|direct|coverage|page|rolling)\b|^that(?:[’']s| is) all (?:from us|for (?:now|today|tonight))\b"),
    (SERVICE, r"\b(?:icon|button|tab|menu|link|arrow) (?:in|at|on) the (?:top|bottom|upper|lower|left|right)\b"),
    (SERVICE, r"^you (?:received|are receiving|are reading) this\b"),
    (SERVICE, r"^anyone .* (?:can|should|may|is asked to) (?:call|contact|ring|write to|e-?mail)\b"),
    ("notice", _THIS_PAGE, _MADE),
    ("notice", r"^(?:this|the above) (?:post|text|report|transcript|translation)\b", r"\b(?:revised to|republished|syndicated|condensed|generated (?:by|with)|for clarity)\b"),
    ("notice", r"^(?:re)?(?:published|printed|produced) (?:here )?(?:with|by|under|courtesy)\b", r"\b(?:permission|courtesy|licen[cs]e)\b"),
    (
        "notice",
        r"^(?:the |all |any )?(?:views?|opinions?)\b.*\b(?:expressed|presented|contained|reflected|stated)\b",
        r"\b(?:(?:do|does) not (?:necessarily )?(?:reflect|represent|state)|(?:are|remain|is) (?:solely |entirely |purely |only )?(?:those of|his own|her own|their own|my own|the (?:author|writer|contributor)))",
    ),
    ("notice", r"\b(?:takes|holds|adopts|has) no (?:institutional|corporate|collective|editorial|official) (?:positions?|views?|stance)\b"),
    ("notice", r"\b(?:publications?|articles?|papers?|commentar(?:y|ies)|posts?|essays?|columns?)\b.*\b(?:represents?|reflects?|express(?:es)?|gives?)\b.*\b(?:views?|opinions?) of (?:the|their|its|his|her) (?:authors?|writers?)$"),
    ("notice", r"\b(?:may|must|can)(?: not|not) be (?:reproduced|republished|redistributed|rewritten|rebroadcast)\b|^free to (?:reproduce|republish|reprint)\b"),
    ("notice", r"\b(?:hyper)?link to \S+ is (?:required|mandatory|obligatory)\b|^(?:any )?(?:use|reproduction|reprinting|copying) of (?:the |our |any )?(?:materials?|content|texts|articles)\b"),
    ("notice", r"\bunder (?:the |an? )?creative (?:commons|licen[cs]e)\b|\bnot responsible for the content of (?:external|other)\b"),
    ("notice", r"^(?:all |the )?(?:comments|conversation|discussion) (?:below )?(?:is|are|have|has|will)\b", r"\b(?:moderated|closed|open|reviewed)$"),
    ("notice", r"^(?:please )?(?:turn on|enable) javascript\b|^your browser does not support\b|^(?:loading|buffering)$|^this content is loading|\bspace to play or pause\b"),
    ("notice", r"^(?:all )?(?:market data|quotes|prices) (?:is |are )?delayed\b", r"\d+ minutes\b"),
    ("notice", r"\bdata cut-?off\b|^this (?:map|table|chart|graphic|list|timeline|page|tracker) (?:is|will be) updated\b|^all (?:the )?(?:materials?|content|texts) (?:on|of|published on) (?:this|the|our) (?:web ?)?(?:site|page)\b"),
    # What analysts say of their own reports at the head of each.
    ("notice", r"^(?:note: )?we do not (?:report in detail|receive any classified)\b|^we will (?:cover|continue to (?:\w+ and )?report)\b.*\b(?:assessment|report|update|edition|effects|activities)\b"),
    ("byline", r"^(?:our |the )?(?:theme )?music (?:is|was) (?:by|composed|written)\b|^special thanks (?:also )?(?:to|go to)\b|\b(?:is|was) (?:hosted|produced|edited|mixed|presented) by (?:me|us|our|\S+ and our)\b"),
    ("notice", r"^(?:automat(?:ic|ed)|machine|rush|unedited|uncorrected|edited|corrected|computer-generated) (?:transcript|translation)|^times in minutes and seconds\b|^(?:check|checked) against delivery"),
    ("notice", r"\b(?:paid for|funded|financed|supported|made possible|kept free)(?: \w+)? by (?:its (?:readers|listeners|viewers|subscribers)|(?:our|your) (?:readers|listeners|viewers|members|supporters|subscribers|donations|support))\b"),
    ("notice", r"\b(?:is|are) (?:a member of|regulated by) (?:the |an? )?(?:\S+ )?(?:press (?:council|standards|complaints)|broadcasting (?:charter|code|council|standards))\b"),
    ("notice", r"\bsolely responsible for (?:all|its|the|this) content\b|\bretains? (?:full |complete |sole )?editorial (?:control|independence)\b|\breceives? (?:\w+ )?(?:support|funding|grants?) (?:for its|for our|towards? its) (?:\S+ ){0,3}(?:coverage|journalism|reporting)\b"),
    ("notice", r"^(?:this|our) (?:coverage|reporting|series|journalism|initiative)\b.*\b(?:made possible|(?:supported|funded|sponsored) by|part of (?:a|an|our))\b|^the (?:author|writer|reporter)s?\b.*\b(?:reported|wrote|researched) this\b"),
    ("notice", r"^(?:the|this|our) (?:interview|conversation) (?:was|has been) (?:conducted|held|recorded|translated|edited|shortened|condensed)\b"),
    ("notice", r"^we acknowledge\b.*\b(?:first (?:peoples|nations)|traditional (?:owners|custodians))\b"),
    ("comments", r"^(?:all |your )?comments (?:are|will be|must be)\b.*\b(?:moderated|closed|open|reviewed|deleted|removed|approved)\b"),
    ("notice", r"^(?:this is an? )?(?:experimental|beta|automated|AI)(?:[ -]\w+)* (?:feature|summary|translation|narration)\b|\ban? e-?mail has been sent\b|\bprocessing your request\b"),
    ("notice", r"\b(?:images?|photos?|photographs?|footage|b-?roll) (?:can|may) be downloaded\b"),
    ("advertisement", r"^(?:story|article) continues (?:below|after)\b"),
    (SERVICE, r"\bthis (?:weekly|daily|free|morning|evening) newsletter\b"),
    (SERVICE, r"^(?:click (?:any|to|here|on|the)|(?:see|click|read) here)\b"),
    ("copyright", r"^copyright (?:[\d©(]|by |the )|^all rights reserved\b|^©"),
    ("byline", r"^(?:additional )?(?:research|reporting|photography|graphics|data analysis) (?:was |were )?contributed by\b|^(?:this|the) (?:story|article|piece|interview|essay|report) was (?:fact-checked|copy-?edited|reported|produced|translated|edited) by\b"),
    ("byline", r"\bcontributed (?:reporting|research|to this (?:report|article|story|post|analysis|piece))\b"),
    (
        "byline",
        r"^\W?(?:(?:additional |first )?(?:reporting|research|editing|writing|photography|photographs|illustrations?|graphics|design|development|production|translation)|written|edited|produced|translated|compiled|photographed|reported)\b",
        rf"\bby (?:the |our |an? )?(?:\S+ ){{0,3}}{_STAFF}$",
    ),
)  # fmt: skip

_RULES = tuple(
    (reason, tuple(re2.compile(f"(?i){pattern}") for pattern in patterns)) for reason, *patterns in SENTENCES
)
# Few sentences are the page's, so one pattern is asked before all others.
_ANY = re2.compile(f"(?i){'|'.join(f'(?:{first})' for _, first, *_ in SENTENCES)}")
# How a line begins whose other sentences go with it: corrections and disclaimers.
_OPENINGS = re2.compile(
    r"(?i)^\W*(?:(?:disclaimer|correction|clarification|updated?|editor[’']?s[’']? note)\s*:?.*\b(?:this|an? earlier|an? previous|the original|our|an alternate)"
    rf" (?:version of (?:this|the) )?(?:{_PAGE}|report|post|text|transcript|version|headline|item)\b|correction: due to"
    r"|this (?:is|article is|text is|story is|report is) (?:an? )?(?:entirely |wholly )?(?:invented|fictional|fictitious)\b"
    r"|(?:an? )?(?:invented|fictional|fictitious) (?:article|story|report|text)\b"
    r"|(?:everything|all (?:events|names|places))\b.*\b(?:invented|fictional|fictitious)\b"
    r"|this (?:article|story|report|interview|piece|page|post|text|transcript|blog|version|headline|item) (?:has been|was|is|will be) (?:\w+ )?(?:\w+ )?(?:updated|corrected|amended|republished|edited|shortened)\b"
    r"|this (?:article|story|report|interview|piece|text) (?:was (?:supplied|provided|delivered) by|(?:first )?appeared in)\b"
    r"|(?:correction|clarification)\b[^:]{0,40}:.*\bwe have (?:corrected|clarified|changed|removed|added)\b"
    r"|listen to this (?:story|article|report)\b)"
)
_CREDITS = re2.compile(
    r"(?i)^(?:\W+(?:additional )?(?:reporting|editing|writing) (?:by|from) .*\W$"
    r"|\W*(?:in the studio|on the (?:tele)?phone|on the line|participants|taking part|(?:our )?guests?)\s*:)"
)
_REPORTED = re2.compile(
    r"(?i)\b(?:said|says|saying|told|tells|according to|announced|reported that|warned|added|admitted|denied|stated|claimed|ordered|confirmed)\b"
)
_UNLESS = re2.compile(r"(?i),? (?:unless|except where|where not) otherwise (?:stated|noted|indicated)")
_GREETING = re2.compile(
    r"(?i)^(?:good (?:morning|afternoon|evening)|hello|hi)(?: (?:and|from|there|everyone)\b.{0,20})?$"
)
_LETTER = re2.compile(r"(?i)\b(?:newsletters?|subscri(?:be|ption)|sign up|inbox|donat\w+)\b")
_QUOTED = re2.compile(r"[“„«\"]")
# Names are known by their capitals.
_SIGNED = re2.compile(
    r"^(?:\p{Lu}[\p{L}.’'-]*(?:, | and |; | ))+(?:reported|contributed) from \p{Lu}[\p{L} ,.-]+$"
)
_ADDRESS = re2.compile(r"[\w.+-]+@[\w-]+\.\w")
_ADDRESSED = re2.compile(
    r"(?i)^(?:\S+ ){0,2}(?:e-?mail|contact|write to|send|for (?:more|further) information|enquiries|inquiries|tips?|reach)\b"
)
_DELIVERED = re2.compile(r"(?i)\b(?:delivered|straight|sent|direct(?:ly)?) to your inbox\b")
# One such sentence tells whom the whole line is about.
_REACHED = re2.compile(
    r"(?i)(?:^|[.!?] )(?:she|he|they) can be (?:reached|contacted|followed) (?:at|on|via|by|through)\b"
    r"|[.!?] (?:follow|contact|reach|e-?mail) (?:him|her|them) (?:on|at|via|@)"
)
_SENTENCE = re2.compile(r".+?(?:[.!?…][\"”’')\]]*(?:\s+|$)|$)")
_MARKS = ' \t.!?…:;,*_–—-»›>▶►👉"”)]'


def find_service(line: str) -> str | None:
    """Give the reason, when most of a line's sentences are the page's own; half are not enough.

    A question asks nobody by itself ("Are you there? Write to us"): it goes with the other sentences.
    """
    if len(line) > _LONGEST:
        return None
    if _OPENINGS.match(line):
        return "notice"
    if _CREDITS.match(line):
        return "byline"
    if _DELIVERED.search(line) and not _REPORTED.search(line):
        return "newsletter"
    if _REACHED.search(line) and not _REPORTED.search(line):
        return "author"
    reasons = [_match(words) for sentence in _SENTENCE.findall(line) if (words := _strip(sentence))]
    known = [reason for reason in reasons if reason is not None]
    return known[0] if 2 * len(known) > len(reasons) else None


def _strip(sentence: str) -> str:
    """Give the words, and none for a question, a greeting, a number or one word ("Error!")."""
    words = _UNLESS.sub("", sentence.strip(_MARKS).lstrip("(["))
    asks = sentence.rstrip().endswith("?")
    return "" if asks or len(words.split()) < 2 or _GREETING.match(words) else words


def _match(words: str) -> str | None:
    if len(words.split()) > _MOST_WORDS or _QUOTED.search(words):
        return None
    if _SIGNED.match(words):
        return "byline"
    if _REPORTED.search(words):
        return None
    if _ADDRESSED.match(words) and _ADDRESS.search(words):
        return "contact"
    if not _ANY.search(words):
        return None
    reason = next((why for why, patterns in _RULES if all(one.search(words) for one in patterns)), None)
    return "newsletter" if reason == SERVICE and _LETTER.search(words) else reason
