"""Home: what needs me today, what I did last, what is used.

Visit  ->  the way to the main job  ->  the workspace's figures
"""

from resume_customizer.core.permissions import Action
from resume_customizer.core.tiers import Limit
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header, plain
from resume_customizer.ui.components.usage import show_usage
from resume_customizer.ui.screens.starting import name_a_workspace
from resume_customizer.ui.session import Visit, workspaces
from resume_customizer.ui.texts import _

_SHOWN = (Limit.CUSTOMIZATIONS, Limit.RESUMES, Limit.STORAGE, Limit.MEMBERS)


def show(visit: Visit) -> None:
    """The screen."""
    here = next((each for each in workspaces(visit) if each.workspace_id == visit.actor.workspace_id), None)
    page_header(_("Home"), plain(here.name) if here else "")
    if here is None:
        name_a_workspace(visit)
        return
    if visit.may(Action.VIEW_USAGE):
        with telling():
            show_usage(visit, _SHOWN)
