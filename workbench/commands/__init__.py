"""The commands, one module each (`x_command.py`, with `command` in it), and what they share."""
