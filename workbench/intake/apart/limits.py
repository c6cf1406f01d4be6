"""How much a parser may take of the machine for one file."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
WALL = 3  # a busy machine gives a process a third of a core, and then its time has been fair


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` of computing (by the clock three times as many), `memory` in bytes on top of what the process
    takes before it reads, `output` in bytes of the result on its way back."""

    seconds: int = 20
    memory: int = 512 * MEGABYTE
    output: int = 64 * MEGABYTE

    @property
    def clock(self) -> int:
        """Seconds by the clock."""
        return WALL * self.seconds


USUAL = Limits()
