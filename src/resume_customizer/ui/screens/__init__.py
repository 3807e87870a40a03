"""The screens: one file for each, named in the one list below.

A screen is a function that takes the `Visit` and shows itself. To add one:

1. write `screens/NAME.py` with `def show(visit: Visit) -> None`; begin with `page_header(…)`, show lists with
   `components.table`, an empty list with `empty_state(…)`, and call services inside `with telling():`, which shows
   errors in the app's own words;
2. add a line to SCREENS: path, title, icon (of Material Symbols), section, module, and the action that it needs;
3. say texts through `_("…")` and add their translations to `ui/locale/de.po`;
4. add it to the tests in tests/ui/test_screens.py, which run every screen of SCREENS empty and filled.

A screen is run on every click, so it reads a page of rows and no more; slow work is a job, work on documents goes
through `visit.documents`. What must outlive a refresh is stored, not put into `st.session_state`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from resume_customizer.core.permissions import Action
from resume_customizer.ui.texts import marked

if TYPE_CHECKING:
    from resume_customizer.ui.session import Visit

SECTIONS: Final = {
    "work": marked("Work"),
    "desk": marked("Desk"),
    "workspace": marked("Workspace"),
    "you": marked("You"),
}


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen, as navigation shows it."""

    path: str
    title: str
    icon: str
    section: str
    needs: Action | None = None
    """Who may not do this does not see the screen; the services refuse anyway."""
    for_guests: bool = False
    is_quick: bool = False
    """It reads records and does nothing that takes long, so that its readings may be one transaction."""

    def show(self) -> "Callable[[Visit], None]":
        """Its function; the module is called as the path is."""
        module = import_module(f"{__name__}.{self.path.replace('-', '_')}")
        shown: Callable[[Visit], None] = module.show
        return shown


SCREENS: Final = (
    Screen("home", marked("Home"), "home", "work", Action.CHANGE_OWN_ACCOUNT, is_quick=True),
    Screen("customize", marked("Customize"), "tune", "work", Action.CUSTOMIZE, for_guests=True),
    Screen("resumes", marked("Resumes"), "description", "work", Action.VIEW_RECORDS),
    Screen("points", marked("Point bank"), "format_list_bulleted", "work", Action.VIEW_RECORDS, is_quick=True),
    Screen("bulk", marked("Bulk"), "grid_view", "work", Action.VIEW_RECORDS),
    Screen("jobs", marked("Jobs"), "pending_actions", "work", Action.VIEW_RECORDS, is_quick=True),
    Screen("technologies", marked("Technologies"), "category", "work", Action.VIEW_RECORDS, is_quick=True),
    Screen("requirements", marked("Requirements"), "work", "desk", Action.VIEW_RECORDS, is_quick=True),
    Screen("consultants", marked("Consultants"), "badge", "desk", Action.VIEW_RECORDS, is_quick=True),
    Screen("submissions", marked("Submissions"), "send", "desk", Action.VIEW_RECORDS, is_quick=True),
    Screen("interviews", marked("Interviews"), "event", "desk", Action.VIEW_RECORDS, is_quick=True),
    Screen("figures", marked("Figures"), "monitoring", "desk", Action.VIEW_RECORDS, is_quick=True),
    Screen("mail", marked("Mail"), "mail", "desk", Action.VIEW_RECORDS),
    Screen("mail-setup", marked("Mail set-up"), "outgoing_mail", "desk", Action.VIEW_RECORDS),
    Screen("team", marked("Team"), "group", "workspace", Action.VIEW_MEMBERS, is_quick=True),
    Screen("webhooks", marked("Webhooks"), "webhook", "workspace", Action.CHANGE_WORKSPACE),
    Screen("audit", marked("Audit trail"), "history", "workspace", Action.VIEW_AUDIT, is_quick=True),
    Screen("profile", marked("Profile & security"), "shield_person", "you", Action.CHANGE_OWN_ACCOUNT),
    Screen("admin", marked("Administration"), "settings", "you", Action.MANAGE_USERS),
    Screen("system", marked("System"), "monitor_heart", "you", Action.VIEW_INSTALLATION),
    Screen("help", marked("Help"), "help", "you", None, for_guests=True),
)


def screens_for(visit: "Visit") -> tuple[Screen, ...]:
    """What this visitor sees, in order; the first is where they arrive."""
    if visit.is_guest:
        return tuple(each for each in SCREENS if each.for_guests)
    return tuple(each for each in SCREENS if each.needs is None or visit.may(each.needs))
