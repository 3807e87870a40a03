"""The machine that an installation runs on, as figures: what is used, and what is left.

infrastructure/machine.py  ->  MachineFigures  ->  services/running/system.py
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessFigures:
    """One process of the installation."""

    process_id: int
    role: str
    """What it does: `web`, `worker`, `celery` or `documents`."""
    began_at: datetime
    cpu_percent: float
    """Of one core, since it was looked at before, or since it began."""
    memory: int
    """In bytes."""
    threads: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineFigures:
    """One machine, as the process that looked saw it."""

    host: str
    cores: int
    load: float
    """How many wanted a core, on average of the last minute."""
    cpu_percent: float
    """Of all cores, since it was looked at before."""
    memory: int
    memory_free: int
    """What can be had without swapping."""
    disk: int
    disk_free: int
    """Where the data is, and may be used by this process."""
    processes: tuple[ProcessFigures, ...] = ()

    @property
    def disk_free_share(self) -> float:
        """From 0 to 1."""
        return self.disk_free / self.disk if self.disk else 0.0
