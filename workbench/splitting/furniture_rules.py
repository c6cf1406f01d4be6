"""What single lines of page furniture look like: a reason, then patterns for a whole stripped line.

Patterns ignore case and skip marks at both ends ("» Share «"); the shape patterns are taken as they are.
"""
# ruff: noqa: RUF001, E501 - menus are made of look-alike arrows; a pattern is easiest to read on one line

from __future__ import annotations

_MENU = (
    r"(?:home|news|world|politics|business|sports?|opinion|videos?|live|latest|menu|search|sign in|log ?in|register"
    r"|subscribe|contact(?: us)?|about(?: us)?|europe|asia|africa|middle east|americas|culture|technology|science"
    r"|health|weather)"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun"
    r"|jul|aug|sept?|oct|nov|dec)\.?"
)
_INVENTED = r"(?:invented|fictional|fictitious)"
_NETWORK = r"(?:facebook|twitter|x|telegram|whatsapp|linkedin|reddit|e-?mail|share|print|copy link)"

LINES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "advertisement",
        (
            r"advertisements?|advertising|ad|promoted|paid content|sponsored(?: content| by .{1,60})?",
            r"continue reading below|story continues below.*|article continues (?:below|after).*",
        ),
    ),
    (
        "notice",
        (
            rf"this (?:is|article is|text is|story is|report is) (?:an? )?(?:entirely |wholly )?{_INVENTED}.*",
            rf"(?:an? )?{_INVENTED} (?:article|story|report|text)\b.*",
            rf"(?:everything|all (?:events|names|places)).{{0,80}}\b{_INVENTED}\b.*",
            r"disclaimer\b.*|editor[’']?s[’']? note\b.*|correction:.*",
        ),
    ),
    (
        "navigation",
        (
            rf"{_MENU}(?:\s*[|/»›>•·,—-]+\s*[\w ]{{1,40}})*",
            r"skip to (?:main )?content|back to top|table of contents|jump to .{1,40}|close|toggle navigation",
            r"(?:previous|next)(?: article| post)?",
        ),
    ),
    (
        "newsletter",
        (
            r".{0,60}\b(?:newsletter|sign up (?:for|to)|subscribe (?:to|now|for)|delivered to your inbox)\b.{0,160}",
            r".{0,60}\b(?:support our (?:work|journalism)|become a member|donate (?:now|today|here))\b.{0,160}",
        ),
    ),
    (
        "share links",
        (
            r"share(?: this)?(?: (?:article|story|post|page))?(?: (?:on|via|with)\b.*|\s*:.*)?",
            r"follow us.*|tweet(?: this)?|copy link|e-?mail this|print(?: this)?(?: page| article)?",
            rf"(?:{_NETWORK}\W*)+",
        ),
    ),
    (
        "related links",
        (
            r"(?:read|see|watch|listen)(?: more| also| next| on)?:.*|read more",
            r"related(?: articles| stories| coverage)?|more|recommended|most read|popular|trending|more from .{1,40}",
            r"you may also like|more on this story",
        ),
    ),
    (
        "cookie notice",
        (
            r".{0,80}\b(?:use|uses|accept|reject|all|manage) cookies\b.{0,200}",
            r".{0,80}\b(?:cookie (?:policy|settings|notice)|privacy (?:policy|settings)|consent preferences)\b.{0,200}",
        ),
    ),
    ("copyright", (r"copyright\b.*|all rights reserved.*",)),
    ("comments", (r"\d+ comments?|leave a (?:comment|reply)|comments(?: are closed)?|join the (?:conversation|discussion)",)),
    (
        "byline",
        (
            r"(?:first )?(?:published|updated|posted|last (?:updated|modified))(?: on| at)?\b[^.!?]{0,60}",
            r"\d+ min(?:ute)?s?[ -]read|(?:reporting|edited|written) by .{1,120}",
        ),
    ),
    (
        "date line",
        (
            rf"(?:[a-z]+day,?\s+)?(?:\d{{1,2}}\s+)?{_MONTH}(?:\s+\d{{1,2}},?)?\s+\d{{4}}(?:\W+\d{{1,2}}[:.]\d{{2}}.{{0,12}})?",
        ),
    ),
    (
        "caption",
        (
            r"(?:file )?(?:photo|image|picture|video|illustration|map|graphic)(?: credit)?\s*[:/©|].*",
            r"[^.!?]{0,120}\((?:photo|image|picture)\s*:.*|(?:photo|image|picture) by .{1,80}",
        ),
    ),
)  # fmt: skip

SHAPES: tuple[tuple[str, str], ...] = (
    ("navigation", r"^[•·»›>|/\s]+$"),
    ("navigation", r"^(?:\S+\s+){0,6}[»›>]\s*$|^\W*\w+[»›]\s*$"),
    ("navigation", r"^(?:[\w’' ]{1,40}\s[»›>|]\s)+[\w’' ;:,.-]{1,120}$"),
    ("byline", r"^(?:By|BY)\s+(?:the\s+)?\p{Lu}[^.!?]{1,80}$"),
    ("copyright", r"^(?:©|\([cC]\)).*$"),
)
