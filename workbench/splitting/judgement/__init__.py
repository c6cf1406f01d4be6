"""What is judged of a claim: how it is put forward, its kind, whether it is worth checking."""
