"""Twelve articles with the claims that people found in them; README.md has the format and the guideline."""
