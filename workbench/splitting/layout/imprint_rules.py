"""What an outlet says of its work, its money and its material: in the form of `service_rules`."""
# ruff: noqa: E501 - a pattern is easiest to read on one line

from __future__ import annotations

_TEXT = r"(?:article|story|analysis|interview|piece|essay|post|page|blog|transcript|text|conversation)"
_OWN = r"(?:live (?:blog|coverage|page|feed|updates?)|coverage|blog|ticker)"

SENTENCES: tuple[tuple[str, ...], ...] = (
    # Live pages that open, pause and close.
    ("about the page", rf"^(?:we are|we’re|we're|i am|i’m|i'm) (?:now )?(?:closing|pausing|ending|wrapping up|leaving|handing over)\b|^(?:that|this) (?:concludes|brings us to the end of|wraps up|ends) our {_OWN}\b"),
    ("about the page", rf"^our {_OWN} (?:will )?(?:continues?|resumes?|pauses?|ends?|starts?|begins?)\b|^this {_OWN} (?:is|has) (?:now )?(?:closed|ended|over|paused)\b"),
    ("about the page", r"^i(?: will|[’']ll) be (?:with you|here|back|taking over|bringing you)\b|^we(?:[’']ll| will) (?:bring you|have) more (?:details|on this)\b"),
    ("about the page", r"^let(?:[’']s| us) (?:recap|look back|sum up|take stock|take a look)\b|^we have more on (?:this|that|the)\b"),
    ("about the page", r"^(?:the |our )?next (?:part|instalment|episode|issue|edition|article) (?:of (?:our|this|the) (?:series|magazine|newspaper|podcast) )?(?:appears|follows|comes|will appear|is out|runs)\b|^in it,? we (?:speak|talk|look|ask)\b"),
    ("notice", r"^updated (?:at )?\d.*\b(?:to add|with|to include|to correct|to reflect)\b|^an? (?:earlier|previous) (?:entry|post|update|line)\b"),
    ("comments", r"^(?:the |our )?(?:poll|vote|survey) (?:closes|closed|ends|ended|is open|runs)\b"),
    # How a text came about.
    ("about the page", rf"^(?:the|this|our) {_TEXT} (?:took place|was (?:held|conducted|recorded|led|made))\b|\b(?:approved|authori[sz]ed|read|cleared) (?:the|his|her|their|its|all) (?:quotations|quotes|answers|text)\b.*\bbefore (?:publication|printing)\b"),
    ("byline", r"^translated (?:from|into|by) (?-i:[A-Z])|^questions (?:by|from) (?:our|the) "),
    ("about the page", rf"^(?:the )?data (?:for|in|behind) this {_TEXT}\b|^this {_TEXT} (?:is|forms) part of (?:our|the|an?)\b|^this (?:{_TEXT}|report) was (?:produced|written|made|generated) (?:automatically|by (?:a machine|software))\b"),
    ("author", r"^the writer is an? (?:former|senior)?\b|^(?:the|these|all) (?:views|opinions)(?: expressed)?(?: here)? are (?:personal|(?:his|her|their|the author[’']s) own)\b"),
    ("notice", r"^cite (?:this )?as\b|\btakes? no (?:institutional|official|editorial) positions?\b|^(?:its|our|the) (?:research|work|reporting) is (?:funded|financed|paid for|supported) by\b"),
    ("byline", r"^our (?:reporter|correspondent|photographer|team)s? (?:was|were|travelled|went) .*\bat the invitation of\b"),
    # Rights and material of others.
    ("copyright", r"\b(?:is|are) responsible for (?:this|the) (?:content|text)\b|^(?-i:[A-Z]\S+) has not (?:edited|checked|altered) (?:it|this)\b|^(?:reprint(?:ing|s)?|reproduction|publication|copying|redistribution)\b.*\b(?:is|are|without)\b.*\b(?:permitted|forbidden|allowed|prohibited|permission|consent)\b|^all rights to this\b"),
    ("copyright", r"^(?-i:[A-Z]\S+) (?:received|took|bought) this (?:report|text|article|picture) from\b|^with material (?:from|by)\b"),
    # Money and membership.
    ("newsletter", r"^(?-i:[A-Z])\S* needs your (?:help|support)\b|\breaders? (?:pays?|paid) for our (?:work|reporting)\b|^membership costs\b|^(?:calls|a call) costs?\b"),
    ("newsletter", r"^you will (?:receive|get) (?:an? )?(?:confirmation|e-?mail|message|link)\b|^(?:help us keep|keep) (?:it|us|this|our)\b.*\b(?:free|open|independent)\b|^join (?:the )?(?:\d[\d,.]* )?(?:\w+ )?(?:members|readers|supporters|subscribers)\b"),
    ("notice", r"\b(?:issn|isbn|vat (?:no|number)|registered (?:office|no|number|in|at|charity))\b|^(?:printed|published) (?:in|by|since|daily|weekly|every) [^,]{1,80}$"),
    ("media player", r"^reading time\b|^listen to this\b"),
    ("caption", r"^(?:picture|photo(?:graph)?|image|map|chart|graphic|video)s? shows?\b|\((?:archive|file|stock|handout|library)(?: (?:picture|photo|image|footage))?\)$|^sources?: .*\b(?:own calculations?|authors?[’']? calculations?)\b"),
)  # fmt: skip
