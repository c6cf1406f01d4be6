"""Which elements of a web page are furniture and which are no text at all: tables, and how they are read."""

from dataclasses import dataclass
from typing import Any

import re2

from workbench.intake.page_survey import Survey

# Never shown as words: code, data, fallbacks, players, drawings.
_NOT_WORDS = (
    "audio canvas datalist embed head iframe link map meta noscript object script style svg template "
    "title video"
)
DROPPED = frozenset(_NOT_WORDS.split())


@dataclass(frozen=True, slots=True)
class Rule:
    """Why an element is furniture. It is not when it stands in or holds an element that shows that the
    article itself is meant (a `header` within an `article` is its headline), or, for names that lie, when it
    holds more than half of the page's letters (a `form` may wrap a whole page)."""

    reason: str
    unless_in: frozenset[str] = frozenset()
    unless_holds: frozenset[str] = frozenset({"article", "main"})
    unless_large: bool = False


_ARTICLE = frozenset({"article", "main"})
_HEADLINE = frozenset({"article", "main", "h1"})
_TAGS: dict[str, Rule] = {
    "nav": Rule("Navigation"),
    "header": Rule("Page header", unless_in=_ARTICLE),
    "footer": Rule("Page footer"),
    "aside": Rule("Aside"),
    "form": Rule("Form", unless_holds=_HEADLINE, unless_large=True),
    "button": Rule("Button"),
    "select": Rule("Form"),
    "dialog": Rule("Dialog"),
    "figcaption": Rule("Caption"),
}
_ROLES: dict[str, Rule] = {
    "navigation": Rule("Navigation"),
    "banner": Rule("Page header", unless_in=_ARTICLE),
    "contentinfo": Rule("Page footer"),
    "complementary": Rule("Aside"),
    "search": Rule("Search"),
    "dialog": Rule("Dialog"),
    "alertdialog": Rule("Dialog"),
    "menu": Rule("Navigation"),
}
_NAMES: dict[str, str] = {
    "Cookie notice": "cookie cookies consent gdpr ccpa",
    "Advertisement": "ad ads advert advertisement advertising sponsored promo",
    "Newsletter box": "newsletter subscribe subscription signup paywall",
    "Share buttons": "share sharing addtoany sharedaddy",
    "Related links": "related recommended recirculation outbrain taboola",
    "Breadcrumbs": "breadcrumb breadcrumbs",
    "Comments": "comments disqus",
    "Navigation": "navbar navigation menu pagination skiplink",
    "Side column": "sidebar",
}
_NAMED_RULES = {
    word: Rule(reason, unless_holds=_HEADLINE, unless_large=True)
    for reason, words in _NAMES.items()
    for word in words.split()
}
# A class counts only when all its words are known: "ad-slot" is an advertisement, "has-no-ads" is not.
_NEUTRAL = (
    "area article articles banner bar block bottom box buttons container content desktop footer header "
    "holder icons inline inner item items left link links list main message mobile modal module news notice "
    "outer overlay page panel popup post posts primary privacy region right secondary section site slot "
    "social stories story tools top unit widget wrap wrapper"
)
_COMPANIONS = frozenset(_NEUTRAL.split())
_NAMED_TAGS = frozenset({"center", "div", "figure", "ol", "p", "section", "span", "table", "ul"})
_WORD = re2.compile(r"[A-Z]?[a-z]+|[A-Z]+")


def is_dropped(element: Any) -> bool:
    """Whether the element and all in it is no text for a reader: not words, or hidden on the page."""
    if element.tag in DROPPED:
        return True
    if element.tag in ("html", "body"):
        return False  # hidden until a script has run, and scripts don't run here
    hidden = element.get("hidden")
    style = (element.get("style") or "").lower().replace(" ", "")
    return (
        (hidden is not None and hidden.lower() != "until-found")
        or "display:none" in style
        or "visibility:hidden" in style
    )


def find_reason(element: Any, open_tags: list[str], survey: Survey) -> str | None:
    """Why the element is page furniture, in words for a person; None when it is not.

    `open_tags` are the tags of the elements around it, outermost first; `survey` is of its whole page.
    """
    rule = _find_rule(element)
    if rule is None or not rule.unless_in.isdisjoint(open_tags):
        return None
    holds_article = not rule.unless_holds.isdisjoint(survey.holds(element))
    return None if holds_article or (rule.unless_large and survey.is_large(element)) else rule.reason


def _find_rule(element: Any) -> Rule | None:
    role = (element.get("role") or "").strip().lower()
    rule = _TAGS.get(element.tag) or _ROLES.get(role)
    if rule is not None or element.tag not in _NAMED_TAGS:
        return rule
    for name in f"{element.get('class') or ''} {element.get('id') or ''}".split():
        words = [word.lower() for word in _WORD.findall(name)]
        telling = [word for word in words if word in _NAMED_RULES]
        if telling and all(word in _NAMED_RULES or word in _COMPANIONS for word in words):
            return _NAMED_RULES[telling[0]]
    return None
