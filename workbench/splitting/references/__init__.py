"""What “it”, “the ministry” and a bare surname stand for; nothing where two readings fit."""
