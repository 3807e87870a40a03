"""What a workspace uses of what its tier allows.

show_usage(visit)  ->  a bar for each limit, with its numbers
"""

from html import escape

import streamlit as st

from resume_customizer.core.tiers import COUNTED, Limit, Tier, Usage, Window
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
TIERS = {
    Tier.FREE: marked("Free"),
    Tier.PREMIUM: marked("Premium"),
    Tier.ENTERPRISE: marked("Enterprise"),
}


def show_usage(visit: Visit, only: tuple[Limit, ...] = ()) -> None:
    """Those that are counted, or only some."""
    tier, usage = visit.desk.usage.show(visit.actor)
    st.subheader(_("What is used"), anchor=False)
    shown = [
        each for each in usage if COUNTED[each.limit].window is not Window.ONCE and (not only or each.limit in only)
    ]
    told = _("Tier: {tier}", tier=_(TIERS[tier]))
    st.html(f'<p>{escape(told)}</p><div class="rcp-usage">{"".join(map(_bar, shown))}</div>')


def _bar(usage: Usage) -> str:
    """One limit; all of them are one element of the page."""
    used, allowed = (_amount(usage.limit, number) for number in (usage.used, usage.allowed))
    line = escape(_("{name}: {used} of {allowed}", name=_(NAMES[usage.limit]), used=used, allowed=allowed))
    share = f"{min(1.0, usage.used / max(1, usage.allowed)):.3f}"
    return f'<div>{line}<br><meter max="1" high="0.9" value="{share}" aria-label="{line}"></meter></div>'


def _amount(limit: Limit, number: int) -> str:
    return f"{number / 1_000_000:,.1f} MB" if limit is Limit.STORAGE else f"{number:,}"
