"""What a page says of itself looks like this, whatever the case of its letters; see `service_sentences`.

SENTENCES: a reason, then patterns that must all be found in one sentence without its last mark.
OPENINGS: a reason, then how a line begins whose other sentences go with it, after any marks.
"""
# ruff: noqa: E501 - a pattern is easiest to read on one line

from __future__ import annotations

SERVICE = "reader's service"
# What only a page is: "this report" may be a ministry's.
PAGE = r"(?:article|story|piece|interview|column|commentary|essay|op-?ed|page|blog|podcast|website|web ?site|browser|e-?mail|newsletter|content|feature)"
# What "the" page says of itself too: "the above …", "the … you are reading".
_THIS_PAGE = rf"^(?:this {PAGE}|the {PAGE} (?:above|you are reading)|the above {PAGE})\b"
_MADE = (
    r"\b(?:(?:re)?published|appeared|appears|reprinted|produced|supported|funded|translated|adapted|edited|condensed|abridged|updated"
    r"|corrected|amended|revised|moderated|generated|excerpted|syndicated|sponsored|made possible|brought to you|protected|loading"
    r"|available|confidential|intended|part of (?:an?|our|the|this)|copyright|no longer supported)\b"
)
# Things that belong to a page where "you" or "your" stands beside them.
_THINGS = (
    r"\b(?:newsletters?|inbox|cookies?|subscribed|subscribers?|subscriptions?|unsubscribe|browser|log(?:ged)?[ -]in|sign(?:ed|ing)?[ -]up|recaptcha|privacy"
    r" (?:policy|notice|preferences|settings)|terms of (?:use|service)|community (?:guidelines|standards)|mailing list|mailbox|creative commons|my bookmarks"
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

# Words of names, whose capitals count though a pattern's others do not.
_NAMES = r"(?: (?:(?-i:\p{Lu})\S*|and|in|of|the|for|desk[.;,]?))+"
_CRAFT = (
    r"(?:additional |further |first |with )?(?:reporting|research|editing|writing|photography|photographs?|photos?|pictures?|illustrations?|graphics|maps?|design"
    r"|production|translation|text|words|story|interview|written|edited|produced|translated|compiled|photographed|reported|reviewed|fact-checked|copy-?edited|published|moderated|hosted|presented|conducted)"
)
_TIMES = (
    r"\d[\d:.,/]*|[ap]\.?m|h|min(?:ute)?s?|hours?|days?|ago|less|than|an?|the|at|on|about|o[’']clock|local|time|gmt|utc|bst|c?es?t|today|yesterday|noon|midnight"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)

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
    (SERVICE, r"^(?:here|this) is (?:where|how) (?:we|things) stand\b|^these are the (?:most important|main|top|key|latest|biggest) (?:events|news|stories|developments|headlines|points|topics)\b|^that was (?:the|our|your|today[’']s) (?:digest|briefing|podcast|news|programme|summary|episode)\b|^here(?:[’']s| is| are) (?:(?:some|a few) (?:of )?(?:the )?(?:latest|best|key|main|more|images|pictures|photos|reactions)\b|an? (?:\w+ )?(?:summary|recap|round-?up|overview|rundown|look|reminder)|the latest|what (?:you need to know|to know|we know)|how things stand|your|our|the (?:key|main|top) (?:events|points|stories|developments|news))\b"),
    (SERVICE, r"^this post is public\b|\bfeel free to share (?:it|this)\b"),
    (SERVICE, r"^the (?:following|below)\b.*\bis attributable to\b"),
    (SERVICE, r"^(?:in|on) (?:this|today[’']s|this week[’']s) (?:episode|podcast)\b"),
    (SERVICE, r"\b(?:we|our)\b", _OUR_THINGS),
    (SERVICE, r"^(?:already an? (?:subscriber|member|patron)|(?:sign|log) (?:me )?(?:up|in)(?: here| now| today)?$|sign up here|subscribe(?: here| now| today)?$|learn more$)"),
    (SERVICE, r"^(?:read|see|watch|click)(?: it| the rest| the original| more| all| on)* (?:here|below|above)$"),
    (SERVICE, r"^(?:she|he|they|our team|the (?:reporter|author|writer|desk)) can be (?:reached|contacted|followed)\b", r"[@\d]|signal|twitter|e-?mail"),
    (SERVICE, r"^(?:you can )?(?:reach|follow|contact|e-?mail) (?:him|her|them|us|me|the (?:author|reporter|writer)|our (?:reporters?|journalists?|editors?|newsroom|desk|team|tip ?line))\b"),
    (SERVICE, r"^(?:help us \w+: )?we(?: want|[’']d like| would like) to hear from\b|^fill (?:out|in) (?:our|the|this|your)\b|^please let us know\b|^we pay for\b.*\b(?:stories|tips|videos|pictures)\b"),
    (SERVICE, r"^(?:your (?:\S+ ){0,2}(?:support|donation|gift|contribution|subscription|trust)s? (?:\w+ )?(?:helps?|makes?|keeps?|allows?|matters?|funds?|lets?)\b|consider (?:an? (?:\w+ )?(?:subscription|donation|gift|membership)|subscribing|donating|supporting us|becoming a (?:member|subscriber)))"),
    (SERVICE, r"\b(?:depends?|relies|rely) (?:up)?on (?:its|our|your) (?:readers|subscribers|supporters|listeners|donations|support)\b|^subscribe (?:from|for|to|now|today|here)\b"),
    ("notice", r"^by (?:continuing|using|clicking|signing up|subscribing|submitting|registering|entering|accepting|visiting|browsing|ticking|providing)\b.*\byou (?:agree|accept|consent)\b|^we(?:[’']ve| have) updated our (?:terms|privacy|polic|cookie|community)"),
    ("notice", r"^to (?:display|view|watch|see|load|access|enable|play|unlock) (?:this|the) (?:content|video|post|page|embed|media|audio|map|tweet)\b|^(?:the|this) (?:content|page|article|video|post) (?:you (?:requested|are looking for|tried)\b|(?:is|was) (?:not available|no longer available|unavailable)\b|(?:cannot|can[’']t|could not) be (?:displayed|loaded|played|shown|found))"),
    ("notice", r"^this (?:audio|video|text|translation|transcript|summary|narration|voice) (?:is|was|has been) (?:auto|machine|computer|AI|generated)\b"),
    (
        SERVICE,
        r"^if you (?:have|know|are|were|notice|find|spot|want|would like|liked?|enjoyed?|value)\b",
        r"\b(?:we want|we would like|we[’']d like|contact (?:us|our)|get in touch|e-?mail|write to|tell us|call us|let us know|support us|ctrl|consider (?:joining|supporting|a)|join us|donat|subscribe)",
    ),
    (SERVICE, r"^(?:(?:got|have|do you have) a (?:tip|story)|have your say|be the first to (?:comment|know))\b"),
    (SERVICE, r"^(?:thank you|thanks) (?:very much )?for (?:having )?(?:follow|read|join|watch|listen|visit|your (?:comments|support|messages))"),
    (SERVICE, r"^(?:this|our|the) (?:live ?)?(?:direct|live|blog|page|thread|ticker|stream|feed|(?:live )?coverage)\b.*\b(?:is|are|has|have) (?:now )?(?:closed|ended|over|finished|paused|moved|come to an end)\b|^(?:this|our|the) live (?:page|blog|coverage|ticker) (?:moves|continues|goes on)\b"),
    (SERVICE, r"^we (?:are|will be|have)(?: now)? (?:clos(?:ing|ed)|paus(?:ing|ed)|wrapp(?:ing|ed) up|end(?:ing|ed)) (?:this|our|the) (?:live|blog|direct|coverage|page|rolling)\b|^that(?:[’']s| is) (?:all|it) (?:from (?:us|me)|for (?:now|today|tonight))\b"),
    (SERVICE, r"\b(?:icon|button|tab|menu|link|arrow) (?:in|at|on) the (?:top|bottom|upper|lower|left|right)\b"),
    (SERVICE, r"^you (?:received|are receiving|are reading) this\b"),
    (SERVICE, r"^anyone .* (?:can|should|may|is asked to) (?:call|contact|ring|write to|e-?mail)\b"),
    ("notice", _THIS_PAGE, _MADE),
    ("notice", r"^(?:this|the above) (?:post|text|report|transcript|translation)\b", r"\b(?:revised to|republished|syndicated|condensed|generated (?:by|with)|for clarity)\b"),
    ("notice", r"^(?:re)?(?:published|printed|produced) (?:here )?(?:with|by|under|courtesy)\b", r"\b(?:permission|courtesy|licen[cs]e)\b"),
    (
        "notice",
        r"^(?:the |all |any )?(?:views?|opinions?|statements?)\b.*\b(?:expressed|presented|contained|reflected|stated|reflect|in this|by our)\b",
        r"\b(?:(?:do|does) not (?:necessarily )?(?:reflect|represent|state)|reflect their own|(?:are|remain|is) (?:solely |entirely |purely |only )?(?:those of|his own|her own|their own|my own|the (?:author|writer|contributor)))",
    ),
    ("notice", r"\bdo(?:es)? not (?:necessarily (?:adopt|endorse|share|agree)|adopt (?:the )?statements)\b"),
    ("notice", r"\b(?:takes|holds|adopts|has) no (?:institutional|corporate|collective|editorial|official) (?:positions?|views?|stance)\b"),
    ("notice", r"\b(?:publications?|articles?|papers?|commentar(?:y|ies)|posts?|essays?|columns?)\b.*\b(?:represents?|reflects?|express(?:es)?|gives?)\b.*\b(?:views?|opinions?) of (?:the|their|its|his|her) (?:authors?|writers?)$"),
    ("notice", r"\b(?:may|must|can)(?: not|not) be (?:copied|reproduced|republished|redistributed|rewritten|rebroadcast)\b|^no part of (?:this|the|our)\b.*\bmay be\b|\breproduction (?:in whole or (?:in )?part|without)\b|^free to (?:reproduce|republish|reprint)\b"),
    ("notice", r"^(?:registered|licensed|certified) as (?:an? )?(?:\w+ )?(?:media|news)\b|^.{1,60}\b(?:ltd|gmbh|inc|llc|plc)\b.*\b(?:registered|company) (?:in|no|number)\b|\b(?:hyper)?link to .{1,60} is (?:required|mandatory|obligatory)\b|^(?:any |the )?(?:use|reproduction|reprinting|copying) of (?:the |our |any |these )?(?:materials?|content|texts|articles)\b"),
    ("notice", r"\bunder (?:the |an? )?creative (?:commons|licen[cs]e)\b|\bnot responsible for the content of (?:external|other)\b"),
    ("notice", r"^(?:all |the )?(?:comments|conversation|discussion) (?:below )?(?:is|are|have|has|will)\b", r"\b(?:moderated|closed|open|reviewed)$"),
    ("notice", r"^(?:please )?(?:turn on|enable) javascript\b|^your browser does not support\b|^(?:loading|buffering)$|^this content is loading|\bspace to play or pause\b"),
    ("notice", r"^(?:all )?(?:market data|quotes|prices) (?:is |are )?delayed\b", r"\d+ minutes\b"),
    ("notice", r"\bdata cut-?off\b|^this (?:map|table|chart|graphic|list|timeline|page|tracker) (?:is|will be) updated\b|^all (?:the )?(?:materials?|content|texts) (?:on|of|published on) (?:this|the|our) (?:web ?)?(?:site|page)\b"),
    # What analysts say of their own reports at the head of each.
    ("notice", r"^(?:note: )?we do not (?:report in detail|receive any classified)\b|^we will (?:cover|continue to (?:\w+ and )?report)\b.*\b(?:assessment|report|update|edition|effects|activities)\b"),
    ("byline", r"^(?:our |the )?(?:theme )?music (?:is|was) (?:by|composed|written)\b|^special thanks (?:also )?(?:to|go to)\b|\b(?:is|was) (?:hosted|produced|edited|mixed|presented) by (?:me|us|our|\S+ and our)\b"),
    ("notice", r"^(?:automat(?:ic|ed)|machine|rush|unedited|uncorrected|edited|corrected|computer-generated) (?:transcript|translation)|^times in minutes and seconds\b|^the (?:transcript|recording|broadcast|tape|stream|transmission) (?:begins|starts|stops|ends|resumes|breaks)(?: (?:at|here|again)\b|$)|^(?:the following|this|below) (?:is|are) (?:an? |the )?(?:[\w-]+ ){0,4}(?:transcript|translation)s?\b|^(?:check|checked) against delivery"),
    ("notice", r"\b(?:paid for|funded|financed|supported|made possible|kept free)(?: \w+)? by (?:its (?:readers|listeners|viewers|subscribers)|(?:our|your) (?:readers|listeners|viewers|members|supporters|subscribers|donations|support))\b"),
    ("notice", r"\b(?:is|are) (?:a member of|regulated by) (?:the |an? )?(?:\S+ )?(?:press (?:council|standards|complaints)|broadcasting (?:charter|code|council|standards))\b"),
    ("notice", r"\bsolely responsible for (?:all|its|the|this) content\b|\bretains? (?:full |complete |sole )?editorial (?:control|independence)\b|\breceives? (?:\w+ )?(?:support|funding|grants?) (?:for its|for our|towards? its) (?:\S+ ){0,3}(?:coverage|journalism|reporting)\b"),
    ("notice", r"^(?:this|our) (?:coverage|reporting|series|journalism|initiative)\b.*\b(?:made possible|(?:supported|funded|sponsored) by|part of (?:a|an|our))\b|^the (?:author|writer|reporter)s?\b.*\b(?:reported|wrote|researched) this\b"),
    ("notice", r"^(?:the|this|our) (?:interview|conversation) (?:took place|(?:was|has been) (?:conducted|held|recorded|translated|edited|shortened|condensed|authori[sz]ed|approved|led|done))\b"),
    ("notice", r"^(?:the|this) (?:transcript|translation) (?:is|was|has been) (?:produced|made|created|provided|edited|prepared|corrected|checked|shortened)\b|^this (?:press release|statement|text|document|bulletin) is (?:also )?available\b"),
    ("notice", r"^we acknowledge\b.*\b(?:first (?:peoples|nations)|traditional (?:owners|custodians))\b"),
    ("comments", r"^(?:all |your )?comments (?:are|will be|must be)\b.*\b(?:moderated|closed|open|reviewed|deleted|removed|approved)\b"),
    ("notice", r"^(?:this is an? )?(?:experimental|beta|automated|AI)(?:[ -]\w+)* (?:feature|summary|translation|narration)\b|\ban? e-?mail has been sent\b|\bprocessing your request\b"),
    ("notice", r"\b(?:images?|pictures?|photos?|photographs?|footage|b-?roll|videos?) (?:(?:can|may) be (?:downloaded|found (?:on|at) (?:the|our)\b.*\b(?:web ?site|page|site)|obtained|ordered))\b"),
    ("advertisement", r"\b(?:story|article) continues (?:below|after)\b|\b(?:your|this) ad(?:vert(?:isement)?)? (?:will|could|can|may|is)\b|^paid for by\b"),
    (SERVICE, r"^we (?:value|respect|care about) your privacy\b|\b(?:change|withdraw|revoke|manage) your (?:choices?|consent|preferences|settings)\b|^(?:this|external|embedded) content (?:is (?:provided|hosted|loaded|not)|comes from|may|can(?:not)?)\b|\bexternal content\b"),
    (SERVICE, r"\b(?:newsletter|our (?:\w+ )?(?:briefing|digest|letter|e-?mail)) (?:goes out|lands|arrives|is sent|comes out|appears|explains|rounds up|brings|tells|delivers)\b|\bour (?:editors|journalists|reporters) (?:pick|choose|select|recommend)\b"),
    (SERVICE, r"^(?:we are|we[’']re|find us|follow us|join us) (?:also )?on (?:telegram|whatsapp|facebook|x|twitter|viber|instagram|youtube|bluesky|mastodon)\b"),
    (SERVICE, r"^(?:i[’']m|i am|this is) (?-i:[A-Z])\S+ .*\b(?:with you|bringing you|taking over|your (?:host|guide)|live (?:blog|coverage))\b|^my colleagues? (?-i:[A-Z])\S+ .*\b(?:taking over|with you|picking up)\b|\b(?:i|we)(?:[’']m|[’']re|[’']ll| am| are| will)(?: be)?(?: now)? handing over (?:the blog )?to\b"),
    (SERVICE, r"^we(?:[’']ll| will) (?:bring you|keep you (?:posted|updated|informed)|have more (?:on this|details|soon|for you|as)|update (?:this|you)|post (?:more|updates))\b"),
    (SERVICE, r"^more (?:(?:details?|information|updates?|news|on this),? )?(?:as (?:they|it|we) (?:come|get|have)|to (?:follow|come)|soon$|shortly$)|^(?:this is )?an? ?(?:breaking|developing) (?:news )?story\b|^(?:this|the) story is (?:developing|breaking|being updated)\b|^details (?:to )?(?:follow|soon)\b"),
    (SERVICE, r"^if you(?:[’']re| are) (?:just |only |now )(?:joining|tuning in)(?: us)?, here\b|^you can (?:read|find|follow|watch|listen to) .*\b(?:here|below|above|blog|link)$|^new (?:entries|posts|updates|comments) (?:will )?(?:appear|load)\b"),
    (SERVICE, r"^our (?:full )?(?:explainer|guide|timeline|report|story|analysis|map|live ?blog|interview)\b.*\bhere$"),
    (SERVICE, r"^(?:we )?need your (?:help|support) to (?:keep|continue|stay|go on)\b|\bour readers\b.*\b(?:paid|pay|fund|donat\w+) (?:for )?\b|\breaders (?:who )?pay for (?:it|this)\b|^(?:independent|quality|free|good|serious) (?:journalism|reporting) (?:costs (?:money|time)|needs (?:you|your|readers))\b|\b(?:tickets|places|seats) for our\b"),
    (SERVICE, r"^this (?:article|text|story|content|interview|report|page) is (?:free\b|(?:only )?(?:for|available to|reserved for) (?:\w+ )?(?:subscribers|members|readers)\b)"),
    ("comments", r"^commenting (?:on|is|has)\b|^join the (?:discussion|conversation|debate)\b|\breaders have commented\b"),
    ("notice", r"^we (?:regret|apologi[sz]e for) (?:the|this|any|our) (?:error|mistake|inconvenience|confusion)s?\b|^paragraphs? \d[\d, and-]* (?:now|was|were|has|have) (?:says?|reads?|(?:been )?(?:removed|added|changed|corrected|updated))\b"),
    ("notice", r"^(?:due to|because of|owing to) an? (?:\w+ )?(?:error|mistake|typo)\b", r"\b(?:version|headline|misstated|we)\b"),
    ("notice", r"\b(?:some|the|all|certain) names (?:of [^,;]+ )?(?:in this \w+ )?(?:have|has) been (?:changed|altered)\b|^(?:the )?names of (?:our )?(?:sources|interviewees)\b.*\bwithheld\b|\bnot (?:his|her|their) real names?$"),
    ("notice", r"^\(?(?:adds|recasts|refiles|corrects|updates|clarifies|removes) ", r"\b(?:paragraphs?|paras?|headline|quotes?|background|details?|byline|throughout|comments?|dateline|lead)\b"),
    ("notice", r"^(?:this|the above) (?:commentary|article|essay|analysis|column|paper) does not (?:necessarily )?(?:represent|reflect)\b"),
    ("notice", r"^with (?:agency |additional |further |some )?(?:material|reporting|information|contributions?|input|files?)(?: from| by|$)|^(?:this|the) (?:report|text|article) (?:contains|includes|uses) (?:material|information|reporting) (?:from|by|supplied)\b|^(?:(?:this|the) )?(?:material|publication|text) (?:was |is |has been )?(?:prepared|translated|published) (?:by|with|for|as part)\b"),
    ("contact", r"^(?:the|our) (?:press|media) (?:office|desk|cent(?:re|er)) (?:is|can be) (?:open|available|reached|staffed)\b|^(?:journalists|reporters|editors|media representatives|members of the press)\b.*\b(?:(?:may|can) (?:call|contact|reach|ring)|wishing to (?:attend|register)|who wish to)\b|^tips (?:can|may) be (?:sent|submitted|shared)\b|\bavailable (?:up)?on request$"),
    ("date line", r"^(?:(?:first|last|originally) )?(?:published|updated|posted|modified|changed|recorded|filmed|issued|delivered|time of publication|as of|status)\b", rf"^\D*?\b(?:published|updated|posted|modified|changed|recorded|filmed|issued|delivered|publication|as of|status)\b(?: in \S+)?(?:\W+(?:{_TIMES}))+$"),
    ("date line", r"^today is ", rf"^today is(?:\W+(?:{_TIMES}))+$"),
    ("date line", r"^(?:reading|listening|viewing|running) time\b|^(?:length|duration)\s*: ?(?:about )?\d"),
    (SERVICE, r"\bthis (?:weekly|daily|free|morning|evening) newsletter\b"),
    (SERVICE, r"^(?:click (?:any|to|here|on|the)|(?:see|click|read) here)\b"),
    ("copyright", r"^copyright (?:[\d©(]|by |the )|^all rights reserved\b|^©"),
    ("byline", r"^(?:additional )?(?:research|reporting|photography|graphics|data analysis) (?:was |were )?contributed by\b|^(?:this|the) (?:story|article|piece|interview|essay|report) was (?:fact-checked|copy-?edited|reported|produced|translated|edited) by\b"),
    ("byline", rf"^\W?(?:{_CRAFT})(?: (?:was|were))? (?:by|from) ", rf"^\W?(?:{_CRAFT})(?: (?:was|were))? (?:by|from)(?:{_NAMES}(?: (?:{_CRAFT}) (?:by|from))?)+$"),
    ("byline", r"^an? (?:report|analysis|commentary|essay|feature|story|interview|dispatch) (?:by|from) |^reports? (?-i:[A-Z])", rf"^an? \w+ (?:by|from){_NAMES}$|^reports?{_NAMES}(?: from\b.*)?$"),
    ("byline", r"^(?:by|from) (?:our|the) (?:\S+ ){0,2}(?:correspondents?|reporters?|editors?|writers?)\b"),
    ("byline", r"\bcontributed (?:reporting|research|to this (?:report|article|story|post|analysis|piece))\b"),
    (
        "byline",
        r"^\W?(?:(?:additional |first )?(?:reporting|research|editing|writing|photography|photographs|illustrations?|graphics|design|development|production|translation)|written|edited|produced|translated|compiled|photographed|reported)\b",
        rf"\bby (?:the |our |an? )?(?:\S+ ){{0,3}}{_STAFF}$",
    ),
)  # fmt: skip

_TEXTS = r"(?:article|story|interview|piece|page|post|blog|version|headline|item)"
_VERSION = r"(?:an?|the|our) (?:earlier|previous|first|original|prior) (?:version|headline|edition)"
OPENINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "notice",
        (
            r"disclaimer\s*:|(?:corrections?|corrected|clarifications?)\b(?: \([^)]*\)|, [^:]{1,30})?\s*:",
            rf"(?:updated?|editor[’']?s[’']? note)\s*:?.*\b(?:this|an? earlier|an? previous|the original|our) (?:version of (?:this|the) )?(?:{PAGE}|report|post|text|transcript|version|headline|item)\b",
            r"this (?:is|article is|text is|story is|report is) (?:an? )?(?:entirely |wholly )?(?:invented|fictional|fictitious)\b",
            r"(?:an? )?(?:invented|fictional|fictitious) (?:article|story|report|text)\b",
            r"(?:everything|all (?:events|names|places))\b.*\b(?:invented|fictional|fictitious)\b",
            rf"(?:this (?:{_TEXTS}|report|text|transcript)) (?:has been|was|is|will be) (?:\w+ )?(?:\w+ )?(?:updated|corrected|amended|republished|edited|shortened|changed|revised)\b",
            rf"the (?:{_TEXTS}|text|report) (?:has been|was) (?:updated|corrected) (?:at|on|to|with)\b",
            r"this (?:article|story|report|interview|piece|text) (?:was (?:supplied|provided|delivered) by|(?:first )?appeared in)\b",
            rf"{_VERSION} (?:of (?:this (?:{PAGE}|report|post|text|transcript)|the (?:article|story|page|post|headline)) |)(?:\w+ )?(?:said|stated|misstated|gave|named|called|showed|misspelt|misspelled|misidentified|omitted|implied|suggested|contained)\b",
            r"(?:due to|because of) an? (?:editing|typing|translation) (?:error|mistake)\b",
            r"notes? (?:to|for) (?:the )?editors?\b",
            rf"this (?:{_TEXTS}|report|text) is (?:the (?:first|second|third|fourth|fifth|last) )?(?:part|instalment|episode|chapter) of (?:our|an?|the|this) ",
        ),
    ),
    (
        "byline",
        (
            r"(?:additional )?(?:reporting|editing|writing) (?:by|from) .*\)\W*$",
            r"(?:in the studio|on the (?:tele)?phone|on the line|participants|taking part|(?:our )?guests?|present|in attendance)\s*:",
            rf"(?:(?:{_CRAFT}|fact-checking|proofreading|data|camera|sound|sources?):{_NAMES} ?){{2,}}\W*$",
        ),
    ),
    (
        "related links",
        (
            r"listen to this (?:story|article|report)\b",
            r"(?:read|see|watch|listen)(?: (?:also|more|next|live|on))?\s*:\s|(?:also read|must[ -]read|recommended|related|more|on the subject|podcast|explainer|timeline|in pictures|don[’']t miss)\s*:\s",
        ),
    ),
    ("cookie notice", (r"(?:we|this (?:web)?site|our (?:web)?site)(?: and .{1,60})? uses? cookies\b",)),
    ("contact", (r"(?:(?:for )?(?:media|press|news) (?:enquiries|inquiries|contacts?|queries|requests|office|desk)|contacts? for (?:the )?(?:media|press|journalists))\s*:",)),
    (
        "caption",
        (
            r"(?:file |archive )?(?:photo(?:graph)?|image|picture|illustration|caption|graphic|chart|infographic)(?: caption)?(?: \d+)?\s*[:.]\s",
            r"(?:in the|our|this) (?:picture|photo|image)\s*:|pictured(?: here)?\s*:|fig(?:ure|\.) \d+\s*[:.]\s",
            r"[^.!?]*\b(?:map|chart|graphic|image|photograph|picture|video)s? shows?\b[^.!?]*\. (?:source|data|credit|graphic|map)s?\s*:",
            r"[^!?]{1,250}\((?:photos?|pictures?|images?|video|archive|credit)(?: by|:) [^()]{1,80}\)\.?$",
            r"\d{1,2}/\d{1,2} (?:an?|the|two|three|some) ",
        ),
    ),
    ("about the page", (r"(?:our )?method(?:s|ology)?\s*:\s",)),
)  # fmt: skip
