"""English parsed into plain words, and mended where the small parser is known to err."""
