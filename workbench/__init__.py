"""A claim-tracking fact-check workbench."""
