"""What people see when something went wrong that no screen expected.

an exception of a script  ->  on_script_error()  ->  a panel with what to do and an id; the rest goes to the log
"""

import logging
from secrets import token_hex
from typing import Final

from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.ui.components.faults import show_fault, show_unexpected

_LOG: Final = logging.getLogger(__name__)


def on_script_error(fault: Exception) -> bool:
    """Show it in the app's own words; True, so that Streamlit shows nothing of its own."""
    if isinstance(fault, ResumeCustomizerError):
        show_fault(fault)
        return True
    fault_id = token_hex(4)
    _LOG.error("unexpected %s in a screen, shown as %s", type(fault).__name__, fault_id, exc_info=fault)
    show_unexpected(fault_id)
    return True
