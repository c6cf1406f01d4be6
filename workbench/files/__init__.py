"""The content-addressed store: opens by hash, never by a name from outside."""
