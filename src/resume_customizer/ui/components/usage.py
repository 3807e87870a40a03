"""What a workspace uses of what its tier allows.

show_usage(visit)  ->  a bar for each limit, with its numbers
"""

import streamlit as st

from resume_customizer.core.tiers import COUNTED, Limit, Usage, Window
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

NAMES = {
    Limit.CUSTOMIZATIONS: marked("Customizations this month"),
    Limit.STORAGE: marked("Storage"),
    Limit.RESUMES: marked("Resumes"),
    Limit.MEMBERS: marked("Members"),
    Limit.API_CALLS: marked("API calls this minute"),
    Limit.EMAILS: marked("E-mails today"),
}


def show_usage(visit: Visit, only: tuple[Limit, ...] = ()) -> None:
    """Those that are counted, or only some."""
    tier, usage = visit.desk.usage.show(visit.actor)
    st.subheader(_("What is used"), anchor=False)
    st.caption(_("Tier: {tier}", tier=plain(tier.value)))
    shown = [
        each for each in usage if COUNTED[each.limit].window is not Window.ONCE and (not only or each.limit in only)
    ]
    for at in range(0, len(shown), 2):
        for column, each in zip(st.columns(2), shown[at : at + 2], strict=False):
            column.progress(min(1.0, each.used / max(1, each.allowed)), text=_line(each))


def _line(usage: Usage) -> str:
    used, allowed = (_amount(usage.limit, number) for number in (usage.used, usage.allowed))
    return _("{name}: {used} of {allowed}", name=_(NAMES[usage.limit]), used=used, allowed=allowed)


def _amount(limit: Limit, number: int) -> str:
    return f"{number / 1_000_000:,.1f} MB" if limit is Limit.STORAGE else f"{number:,}"
