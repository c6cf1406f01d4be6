"""A kept page made fit to be shown: its words in their structure. Made by `run_apart`, as every file from
outside is read: cleaning a page that is nested deep takes time without end."""

import nh3

from workbench.intake.encoding import decode_html

# What words stand in; nothing that loads, runs, leads or sends.
_NAMES = """
abbr address article aside b blockquote br caption cite code col colgroup dd del details dfn div dl dt em
figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p pre q s samp section
small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
"""
_TAGS = set(_NAMES.split())
_KEPT_ATTRIBUTES = {"*": {"dir", "lang"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}


def clean_page(data: bytes, charset: str) -> str:
    """The page without anything that loads, runs, leads or sends. Raises BadInput for what is no text."""
    source = decode_html(data, "The page", charset)
    return nh3.clean(source, tags=_TAGS, attributes=_KEPT_ATTRIBUTES, strip_comments=True)
