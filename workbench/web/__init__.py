"""One blueprint a noun: fetch or refuse, validate the form, one service call, answer."""
