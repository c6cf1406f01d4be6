"""Who says, holds, wishes or perceives what, and with which words: every act of it in a paragraph.

The acts come before the claims: a claim is made only of those that put something forward as so (see
reporting.py).
"""
