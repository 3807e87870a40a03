"""What the web app works with: one for a process, made before the first screen runs.

serving.py, or a test  ->  install(Installation)  ->  installation()  ->  screens
"""

from dataclasses import dataclass, field

from resume_customizer.infrastructure.call_counts import CallCounts
from resume_customizer.services.desk import Desk
from resume_customizer.services.ports import DocumentWork
from resume_customizer.settings import Settings
from resume_customizer.ui.visitors import Visitors


@dataclass(frozen=True, slots=True)
class Installation:
    """The services and what they stand on."""

    settings: Settings
    desk: Desk
    documents: DocumentWork
    visitors: Visitors
    counts: CallCounts = field(default_factory=CallCounts)
    """Of calls; the same as the API's."""


_installed: list[Installation] = []


def install(made: Installation) -> None:
    """From now on the screens work with this one."""
    _installed[:] = [made]


def installation() -> Installation:
    """The one of this process."""
    return _installed[0]
