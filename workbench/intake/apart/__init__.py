"""`run_apart`: a parser of files from outside runs in a process of its own, within limits.

Whatever such a file makes of its parser (a crash, an endless loop, all the memory there is), the server goes
on and the person gets a sentence. `processes.py` keeps a clean process waiting that has the parsers loaded;
`template.py` is that process: it forks one child a call and never reads a file itself; `child.py` is what
the child does; `messages.py` is what they say to each other, JSON and no pickle.
"""

from workbench.intake.apart.limits import USUAL, Limits
from workbench.intake.apart.run import run_apart

__all__ = ["USUAL", "Limits", "run_apart"]
