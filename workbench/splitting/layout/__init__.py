"""Before the parser: what of a page is text, in which paragraphs, and whose words it is by its layout."""
