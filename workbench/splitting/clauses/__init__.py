"""Taking a sentence apart into what can be true or false by itself."""
