"""Reads: functions that answer a page's or an export's question and change nothing."""
