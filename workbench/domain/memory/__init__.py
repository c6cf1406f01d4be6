"""Which earlier claims say what is being written: how near two texts are, and in which facts they differ."""
