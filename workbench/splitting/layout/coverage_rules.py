"""What live pages, wires, official texts and transcripts say of themselves: in the form of `service_rules`."""
# ruff: noqa: E501 - a pattern is easiest to read on one line

from __future__ import annotations

_CLOCK = r"(?:\d{1,2}(?:[:.]\d{2})?|noon|midnight)"
_MEETING = r"(?:hearing|session|sitting|meeting|briefing|press conference|news conference|event|proceedings)"
_MEDIA = r"(?:video|picture|photo|image|clip|footage|audio|recording|map)"
_ISSUE = (
    r"(?:entry|update|statement|summary|bulletin|situation report|issue|edition|newsletter|communiqu[eé])"
)

SENTENCES: tuple[tuple[str, ...], ...] = (
    # Live pages.
    ("notice", r"^all times (?:in this \w+ )?(?:are|is) (?:given |shown |stated )?(?:in )?(?:the )?(?:local|gmt|utc|cet|eet|central|eastern)\b|\b(?:coverage|blog|page|transcript) is in (?:\w+ ){0,2}time\b"),
    ("notice", r"^(?:entries|posts|updates) (?:are|appear|run)\b.*\b(?:order|first|top)\b|\bnewest (?:entry|entries|post|update)s?\b|^(?:newest|latest|most recent) (?:(?:entries|posts|updates) )?(?:first|on top)$"),
    ("notice", r"^this (?:page|blog|feed|ticker|map|list|thread) (?:is (?:refreshed|updated|reloaded)|updates|refreshes|reloads)\b"),
    ("about the page", r"^you(?:[’']re| are) (?:reading|following|watching|listening to) (?:our|the)\b|^welcome(?: back)? to (?:our|the|this) (?:\S+ ){0,3}(?:coverage|blog|page|feed|programme|podcast|newsletter)\b"),
    ("about the page", r"^our (?:reporters?|correspondents?|editors?)\b.*\b(?:(?:is|are) (?:following|watching|covering|on the ground)|will (?:report|follow|cover|be))\b"),
    ("about the page", r"^our (?:live )?(?:coverage|blog) (?:continues|has ended|ends|resumes|goes on|is over)\b|^we(?:[’']ll| will) (?:resume (?:our|live|this) (?:live )?(?:coverage|blog|updates|reporting)|be back (?:at|tomorrow|in the morning|with))\b"),
    ("about the page", rf"^(?:the|our) next {_ISSUE}\b.*\b(?:will be (?:issued|published|released|posted|out)|follows|appears|comes|is (?:due|expected|scheduled|planned))(?: (?:at|on|in|by|tomorrow|later|tonight)\b.*)?$"),
    ("about the page", r"^what (?:you need to|we) know(?: (?:at|so far|this|now)\b.*)?$"),
    ("about the page", r"^(?:here|these) (?:are|is) (?:(?:some|more|a few|of|the|latest|first|new) )*(?:lines|headlines|key points|main points|updates)\b|^here are (?:(?:some|more|a few|of|the|latest|first|new) )*(?:pictures|images|photos|videos)\b"),
    ("notice", r"^this (?:entry|post|item|line|update|paragraph|caption|headline) (?:has been|was) (?:corrected|updated|changed|amended|removed|edited)\b|^we (?:have )?(?:removed|replaced|corrected|changed|deleted) (?:an?|the|our) (?:picture|photo|image|headline|caption|entry|post|video)\b"),
    # Wires.
    ("notice", r"^eds\s*:|^this (?:story|item|version) (?:can|will) (?:fit|be (?:updated|cut))\b|^embargoed (?:until|till)\b|^(?:strictly )?not for (?:publication|release|broadcast|quotation)\b"),
    ("notice", r"^(?:this (?:press release|release|statement|text|report) (?:was |is )?)?distributed (?:by|via|through) (?-i:[A-Z])[^,]*$"),
    # Official texts.
    ("notice", r"^(?:this is an? )?(?:unofficial|courtesy|working|certified) (?:transcript|translation)\b|\btranslation is (?:for information|unofficial|provided)\b|^the original (?:(?:of )?(?:the|this) )?(?:statement|text|document|article|interview|version|transcript) (?:is|was) (?:in|written in) (?-i:[A-Z])"),
    ("notice", r"^(?:in (?:the )?case of (?:any )?(?:differences?|discrepanc\w+|divergences?)|should the (?:texts|versions) differ)\b|^only the (?-i:[A-Z])\w+ (?:version|text|original) (?:is|shall be)\b"),
    ("contact", r"\bhot ?line\b.*\b(?:\d{3,}[ \d-]{3,})"),
    ("contact", r"^(?:further|more|additional|detailed) (?:information|details?|pictures|material) (?:can be found|may be (?:found|obtained)|(?:is|are) (?:available|on|at))\b|^more about .{1,60} (?:is|can be found) (?:at|on|here)\b"),
    ("contact", r"\b(?:is|are) (?:available )?(?:for download|online|on (?:the|our|its|their) (?:web ?site|home ?page|internet page|portal))\b"),
    # Transcripts and interviews.
    ("notice", r"^(?:the|this) (?:transcript|recording|translation)\b.*\b(?:made from|not (?:been )?(?:read|checked|reviewed|corrected)|may contain|contains? errors)\b"),
    ("notice", r"^(?:words|parts|passages|places) (?:that|which) (?:could not|cannot|can not|can[’']t) be (?:heard|understood|made out)\b.*\b(?:marked|left out|shown)\b|^(?:inaudible|unintelligible) (?:parts|words|passages)\b"),
    ("notice", r"^(?:the )?names of (?:the )?(?:callers|guests|listeners|interviewees|questioners)\b.*\b(?:left out|changed|withheld|removed)\b"),
    ("byline", r"^(?:our |the )?questions (?:\S+ ){0,4}in (?:bold|italics)\b|^(?:our|the) questions (?:were|are) (?:asked|put) by\b|^we (?:spoke|met|talked) (?:on|by|over|via) (?:the |a )?(?:tele)?(?:phone|video|zoom|link|call)\b"),
    ("date line", rf"^whereupon\b|^(?:the )?{_MEETING} (?:(?:was|were) (?:called to order|adjourned|suspended|resumed|opened|closed)|began|started|ended|closed|rose|resumed)(?: again)? at {_CLOCK}(?: ?[ap]\.?m)?(?: in (?:room|hall)\b.*| and was (?:chaired|presided) .*)?$"),
    # Series, reprints and who wrote it.
    ("about the page", r"^this is (?:part (?:one|two|three|four|five|\d)|the (?:first|second|third|fourth|fifth|last|final)(?: part)?) (?:of|in) (?:our|an?|the|two|three|four|five|six)\b.*\b(?:parts?|series|instalments?|articles?)\b|^part (?:one|two|three|four|five|\d) (?:appeared|was published|ran|will (?:appear|follow)|follows)\b"),
    ("about the page", r"^this (?:text|article|essay|analysis|piece|interview|story) (?:was|is|has been) (?:first |originally )?(?:published|printed|broadcast|aired)\b|^this is an? (?:\w+ )?(?:excerpt|extract|abridged|shortened)\b|^an? (?:longer|shorter|fuller|similar) version of (?:this|the) (?:text|article|essay|analysis|report|piece|interview|story)\b"),
    ("author", r"^the (?:author|writer|columnist) (?:is (?:an?|the|senior|former|head|director|professor)|advises|teaches|works|heads|leads)\b|\b(?:is|are) our (?:\S+ ){0,3}(?:correspondents?|reporters?|editors?|columnists?)\b"),
    ("notice", r"^(?:the|our|this) (?:institute|cent(?:re|er)|think tank|foundation|paper|newspaper|magazine|site|project) receives no (?:money|funds?|funding) from (?:any )?(?:governments?|states|companies|parties)$|\b(?:follows|adheres to|is bound by) the (?:press|editorial|journalists[’']) code\b"),
    # What the page does and asks of its reader.
    ("media player", rf"^(?:the|this) {_MEDIA} (?:above|below|at the top) (?:is|was|shows?|were|has)\b|^this (?:{_MEDIA}|post|content) (?:(?:cannot|can[’']t) be (?:played|shown|loaded|displayed)|is (?:not|no longer) available)\b|^(?:this|your) browser (?:cannot|can[’']t|does not|doesn[’']t)\b|^interactive\s*:"),
    ("notice", r"\b(?:post|tweet|message|comment) (?:was|has been) deleted by (?:its|the) (?:author|user)\b|^your (?:vote|rating|comment|message) (?:has been|was)\b"),
    ("newsletter", r"^turn on (?:your )?(?:notifications|alerts)\b|^(?:you can )?cancel (?:at )?any ?time\b|^you can cancel\b|^we (?:rely|depend) on (?:our )?(?:readers|listeners|members|subscribers)\b|^enter your (?:address|e-?mail)\b|^set .{1,40} as (?:your|a) preferred\b"),
    ("comments", r"^comments (?:are|have been) (?:switched|turned)\b|^(?:the )?comments (?:below|above)\b"),
    ("notice", r"^if this (?:text|article|story|programme|report|interview)\b.*\b(?:help|support)\b|^if you (?:or (?:some(?:one|body)|anyone) you know )?(?:need|are affected|have been affected)\b.*\b(?:call|contact|help|write)\b"),
    # What stands at the foot of a page about itself.
    ("notice", r"^this is the (?:official )?(?:web ?site|home ?page|web page) of\b|^all content may be (?:used|shared|copied|reproduced)\b|\bdo(?:es)? not take (?:\w+ )?positions\b.*\bviews\b"),
    ("date line", r"^(?:this|the) (?:analysis|assessment|article|text|map) reflects the (?:situation|state|information)\b|^(?:editing|copy) (?:was )?closed (?:at|on)\b|^information (?:is )?(?:as of|correct as of|current as of)\b"),
    ("byline", r"^the (?:interviewer|moderator|interpreter|translator) was (?-i:[A-Z])"),
    ("newsletter", r"^you (?:receive|are receiving|get|have received) this (?:statement|message|e-?mail|newsletter|release)\b"),
    ("about the page", r"^an? version of this (?:article|story|text|analysis|interview)\b"),
)  # fmt: skip
