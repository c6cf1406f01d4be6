"""What single lines of page furniture look like: a reason, then patterns for a whole stripped line.

LABELS are for lines that are no sentence; whole sentences of the page are in `service_sentences`.
Patterns ignore case and skip marks at both ends ("» Share «"); the shape patterns are taken as they are.
A line of several labels ("Print | Share | Home") is cut at its separators first: see `furniture`.
"""
# ruff: noqa: RUF001, E501 - menus are made of look-alike arrows; a pattern is easiest to read on one line

from __future__ import annotations

import re2

_MENU = (
    r"(?:home|news|world|politics|business|sports?|opinion|videos?|live|latest|menu|search|sign in|log ?in|register"
    r"|subscribe|contact(?: us)?|about(?: us)?|europe|asia|africa|middle east|americas|culture|technology|science"
    r"|health|weather|press room|newsroom|podcasts?|archive|corrections|careers|jobs|imprint|accessibility|privacy"
    r"|terms(?: of use)?|data protection|site ?map|help|faq)"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun"
    r"|jul|aug|sept?|oct|nov|dec)\.?"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: ?\(?(?:gmt|utc|bst|c?es?t|local time)(?:[+-]\d+)?\)?)?"
_DATE = rf"(?:{_DAY},?\s+)?(?:\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|{_MONTH}\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
_NETWORK = (
    r"(?:facebook|twitter|x|telegram|whatsapp|linkedin|reddit|e-?mail|mail|messenger|share|print|copy link)"
)
_LETTER = r"(?:newsletters?|inbox|e-?mail(?: address)?|(?:morning|evening|daily|weekly) (?:briefing|digest))"
_SUPPORT = r"support (?:our|independent|quality|free) (?:work|journalism|reporting|newsroom|press)"
_PICTURE = r"(?:photo(?:graph)?|image|picture|video|illustration|map|graphic|photo ?credit|credit)"
_CREDIT = r"(?:handout|reuters|afp|ap|epa|getty(?: images)?|pool|archive|file photo|press service)"

LABELS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "advertisement",
        (
            r"advertisements?|advertising|ad|ad feedback|report this ad|advertisement\W+scroll to continue|after newsletter promotion|anzeige|promoted|paid content|sponsored(?: content| by .*)?",
            r"continue reading below|(?:story|article|report) continues (?:below|after)(?: (?:this|the))?(?: (?:photo|picture|image|video|map|graphic|gallery|break|ad|advert|advertisement|promotion))?",
            r"remove ads|why (?:am i seeing|this ad).*|skip (?:ad|advert|advertisement)",
        ),
    ),
    (
        "notice",
        (
            r"disclaimer\b.*|editor[’']?s[’']? note|corrections?",
            r"please (?:turn on|enable) javascript.*|.*\bjavascript\b.*\b(?:feature|enable|required|disabled)\b.*",
        ),
    ),
    (
        "navigation",
        (
            rf"{_MENU}(?:\s*[|/»›>•·,—-]+\s*[\w ]+)*",
            r"skip to (?:main )?content|back to top|table of contents|jump to .*|close|toggle navigation",
            r"(?:previous|next)(?: article| post| page)?|load (?:older|newer|more)(?: \w+)?|show (?:more|less|key events).*",
            r"you are here\s*:.*|breadcrumbs?|(?:read|view) (?:full|the full|in full) (?:article|story)",
            r"(?:key events|latest updates|in this (?:article|story)|contents|live reporting|section|topics?|tags?)\s*:?",
            r"our standards\s*:.*|code of (?:practice|conduct)|(?:for )?(?:media|press) (?:enquiries|inquiries|contacts?)\s*(?::.*|)",
            r"(?:only )?(?:accept|reject|necessary|settings|more information|accept all|only necessary)",
            r"(?:sign|log) in to .*|load (?:more )?comments",
        ),
    ),
    (
        "newsletter",
        (
            r"newsletters?|subscriptions?|sign up (?:for|to|now|here|today)\b.*|subscribe\b.*",
            rf"(?:get|receive|join|try|want|our|stay|enter|never miss)\b.*\b{_LETTER}\b.*",
            rf".*[.!?:|,–—] ?(?:sign up|subscribe)\b.*|{_LETTER}\b.*[.!?:] ?(?:get|enter)\b.*",
            rf"(?:.*[.!?:] )?(?:{_SUPPORT}|become a member|donate (?:now|today|here))\b.*",
        ),
    ),
    (
        "share links",
        (
            r"share(?: this)?(?: (?:article|story|post|page|statement))?(?: (?:on|via|with)\b.*|\s*:.*)?",
            r"follow us.*|tweet(?: this)?|copy link|(?:link )?copied|e-?mail this|print(?: this)?(?: page| article)?",
            rf"(?:{_NETWORK}\W*)+",
            r"(?:download )?\(?pdf\b.*|download(?: \(.*\))?|save(?: for later)?|listen(?: to this \w+)?(?: \(.*\))?|bookmark|gift this article",
        ),
    ),
    (
        "related links",
        (
            r"(?:read|see|watch|listen)(?: more| also| next| on)?:.*|read more|(?:read|see|watch) (?:more|also|next)\b[ :–—-]+.*",
            r"key developments (?:on|of|as of) [^.!?*]*: ?\*.*",
            r"(?:related|recommended|further)(?: (?:articles|stories|coverage|statements|links|content|topics|reading|news|posts))?\s*:?",
            r"more|most (?:read|shared|popular|viewed|commented)|popular|trending(?: now)?|editor[’']?s[’']? picks?|top stories|don[’']?t miss",
            r"you (?:may|might) also like|what to read next|latest (?:news|stories|posts)",
        ),
    ),
    (
        "cookie notice",
        (
            r".*\b(?:uses?|accept|reject|all|manage|necessary) cookies\b.*",
            r".*\b(?:cookie (?:policy|settings|notice)|privacy (?:policy|settings)|consent preferences)\b.*",
        ),
    ),
    ("copyright", (r"copyright\b.*|all rights reserved.*",)),
    ("comments", (r"\d+ comments?|leave a (?:comment|reply)|comments(?: are closed)?|join the (?:conversation|discussion)",)),
    (
        "byline",
        (
            r"(?:first )?(?:published|updated|posted|issued|modified|created|last (?:updated|modified))(?: on| at)?:?\b(?:[^.!?]|\d[.]\d)*",
            r"\d+ min(?:ute)?s?[ -]read|(?:reporting|edited|editing|written|moderated|hosted|presented) by .*",
            r"(?:interview|text|words|report|story|moderation|author|presenter)(?: by)?\s*:(?: [\w.’'-]+){2,6}",
            r"(?:by|from) (?:the|our|an?) .*\b(?:staff|desk|team|bureau|newsroom|correspondents?|reporters?|editors?)\b.*",
            r"(?:texts?|words|story|maps|graphics|photos|interview|pictures) by [^.!?]*(?:[.!|] (?:first )?(?:published|updated|posted)\b.*)?",
            r"\(?(?:reporting|additional reporting|editing|writing) (?:by|from) .*",
        ),
    ),
    ("date line", (rf"{_DATE}(?:\W+(?:at )?{_CLOCK}.*)?", rf"{_CLOCK}\W+{_DATE}", rf"{_MONTH} \d{{1,2}},? {_CLOCK}\W*\w*")),
    ("reference number", (r"(?:statement|press release|communiqu[eé]|document|bulletin|release|note)(?: no\.?| number)?:? ?[\d/.-]{2,20}",)),
    (
        "caption",
        (
            rf"(?:file )?{_PICTURE}(?: credit)?\s*[/©|].*",
            rf"(?:file )?{_PICTURE}(?: credit)?\s*:(?:\s*\S+){{1,9}}",
            r"(?:(?:item|photo|image|picture|slide) )?\d{1,3} (?:of|/) \d{1,3} ?[|–—:-] ?.*",
            rf"image (?:source|caption),.*|{_PICTURE} \d+\s*:.*",
            rf".*\S/{_CREDIT}|.*\((?:handout|file photo|file picture)\)",
        ),
    ),
)  # fmt: skip

SHAPES: tuple[tuple[str, str], ...] = (
    ("address", r"^(?:https?://|www\.)\S+$"),
    ("navigation", r"^[•·»›>|/\s]+$"),
    ("navigation", r"^(?:\S+\s+){0,6}[»›>]\s*$|^\W*\w+[»›]\s*$"),
    ("navigation", r"^(?:[\w’' ]+\s[»›>|]\s)+[\w’' ;:,.-]*[\w’')]$"),
    ("byline", r"^(?:By|BY)\s+(?:the\s+)?\p{Lu}[^.!?]+$"),
    (
        "caption",
        rf"^.*[.!?)\]”\"]\s*\(?(?i:(?:file )?{_PICTURE}s?(?: courtesy)?)\s*:\s*[^.!?]+\.?\)?$",
    ),
    # A credit, and not "Video by the brigade shows two tanks".
    (
        "caption",
        rf"^(?i:(?:file )?{_PICTURE}s? by)(?: (?:the|of|for|and|via|our|press|service|office|agency|team|staff|\p{{Lu}}[\p{{L}}.’'/-]*))+\.?$",
    ),
    (
        "caption",
        r"^[^.!?]*\p{L}\.? (?i:(?:image|picture|photo|video) )?(?i:credit|photo|image|picture)s?: \p{Lu}[^.!?]{0,60}$",
    ),
    ("caption", r"^.*\p{L}.* © \p{Lu}[^.!?]*$"),
    ("caption", rf"^\[(?i:(?:file )?{_PICTURE})\s?:.*\]$"),
    ("caption", r"^\p{Lu}[^.!?]* \[(?:File: )?\p{Lu}[^\[\]]*\]$"),
    ("caption", r"^[^.!?]+[.!?][”\"]? \(\p{Lu}[^().:]*: (?:courtesy |\p{Lu})[^().:]+\)$"),
    # "The silo after the fire, 14 March 2031. (Osk Fire Service/Telegram)"
    (
        "caption",
        rf"^\p{{Lu}}[^!?]+[.!?][”\"]? ?\(\p{{Lu}}[^()!?:]*(?:/| via |\b(?i:{_CREDIT}|{_PICTURE}|press|images|agency|service|media|news)\b)[^()!?]{{0,60}}\)$",
    ),
    ("caption", r"^(?:Item \d{1,3} of \d{1,3} |\[\d{1,3}/\d{1,3}\] ?)\p{L}.*$"),
    # "A van stands outside the gate on Tuesday. Orlen Press Pool"
    (
        "caption",
        rf"^[^.!?]+[.!?][”\"]? (?:\p{{Lu}}\S* )*(?i:{_CREDIT}|press|pool|images|agency|photos?|media|news|tv)(?: (?:\p{{Lu}}|/)\S*)*$",
    ),
    ("section heading", r"^[-–—] .+ [-–—]$"),
    ("stage direction", r"^\[[^\[\]]+\]\.?$"),
    (
        "media player",
        r"^(?:\p{L}+\W+)?\d{1,2}:\d{2}(?::\d{2})? ?(?i:min(?:ute)?s?|sec(?:ond)?s?)\b[^.!?]{0,60}.{0,30}$",
    ),
    ("copyright", r"^(?:©|\([cC]\)).*$"),
)

# Headings over lists of links; the links themselves may look like any headline.
LINK_HEADINGS = re2.compile(
    r"(?i)^\W*(?:(?:related|recommended|further|more|latest|popular)(?: (?:articles|stories|coverage|statements|links|content"
    r"|topics|reading|news|posts|analysis|updates|reports|releases|publications|research))?|more (?:on|from|in|about) [^.!?]+|most (?:read|shared"
    r"|popular|viewed|commented|watched|heard)\b[^.!?]*|key events|on this page|jump to|trending(?: now)?|also (?:in|on) [^.!?]+|in this (?:article|story)|contents|see also"
    r"|read (?:more|also|next)|what to read next|top stories|you (?:may|might) also like|don[’']?t miss|editor[’']?s[’']? picks?)"
    r"\s*:?$"
)
# Headings over what an institute or a desk says of itself and of how it worked.
ABOUT_HEADINGS = re2.compile(
    r"(?i)^\W*(?:about (?:the|this|our|us)\b(?: (?:authors?|writers?|contributors?|interviewe[er]s?|program(?:me)?|project|series|cent(?:re|er)"
    r"|institute|organi[sz]ation|data(?:base)?|report|article|analysis|survey|poll|newspaper|podcast|research|initiative|partners?|photographs?"
    r"|company|network|fund|agency|newsletter|minister|ambassador|general|professor|experts?|guests?|speakers?))?|how (?:to cite(?: this \w+)?|we (?:reported|did|verified|checked|worked|counted|made) [^.!?]*"
    r"|this (?:story|article|report) was [^.!?]*)|method(?:s|ology)?(?: note)?|notes? on (?:method(?:s|ology)?|(?:the )?(?:sources|data))"
    r"|(?:suggested |recommended )?citation|cite (?:this|as)(?: \w+)?|acknowledge?ments?|(?:the |our )?contributors|why (?:you can )?trust us|licen[cs]e|rules (?:of|for) (?:the |our )?(?:discussion|debate|comments?|conversation|commenting)"
    r"|(?:comment(?:ing|s)?|community|house|discussion) (?:rules|guidelines|standards|policy)|netiquette|before you comment|join the (?:conversation|discussion|debate))\W*$"
)
LABEL_BREAK = re2.compile(r"\s*[|¦·•»›]\s*|\s+[/>]\s+|\t+|[ \x{a0}]{2,}")
LABEL_MARKS = (
    "|",
    "¦",
    "·",
    "•",
    "»",
    "›",
    " / ",
    " > ",
    "\t",
    "  ",
    "\xa0",
)  # one of these is in every break
