"""Team: who is in the workspace, their roles, invitations, what is used.

Visit  ->  members and open invitations  ->  invite, change roles, remove, hand over
"""

from collections.abc import Callable

import streamlit as st

from resume_customizer.core.permissions import Action, Role, may_assign
from resume_customizer.services.people.workspaces import Member, WorkspaceLine
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header, plain, two_lines
from resume_customizer.ui.components.parts import show_parts
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.components.usage import show_usage
from resume_customizer.ui.desk.policy import show_policy
from resume_customizer.ui.installation import installation
from resume_customizer.ui.session import Visit, forget_workspaces
from resume_customizer.ui.texts import _, marked, several

ROLES = {
    Role.OWNER: marked("Owner"),
    Role.ADMIN: marked("Admin"),
    Role.EDITOR: marked("Editor"),
    Role.VIEWER: marked("Viewer"),
}
WHAT_THEY_MAY = {
    Role.ADMIN: marked("does everything but hand over or delete the workspace"),
    Role.EDITOR: marked("works with resumes, points and mail"),
    Role.VIEWER: marked("looks, and changes nothing"),
}


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Team"), _("Who works in this workspace, and what they may do."))
    parts: dict[str, Callable[[], None]] = {_("Members"): lambda: _members(visit)}
    if visit.may(Action.VIEW_RECORDS):
        parts[_("What we agree on")] = lambda: show_policy(visit)
    if visit.may(Action.CHANGE_WORKSPACE):
        parts[_("The workspace")] = lambda: _settings(visit)
    if visit.may(Action.VIEW_USAGE):
        parts[_("What is used")] = lambda: show_usage(visit)
    show_parts("team-part", parts)


def _members(visit: Visit) -> None:
    members = visit.desk.workspaces.list_members(visit.actor)
    st.subheader(several("{count} member", "{count} members", len(members)), anchor=False)
    for member in members:
        with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            _member(visit, member)
    if visit.may(Action.INVITE_MEMBERS):
        _invitations(visit)


def _member(visit: Visit, member: Member) -> None:
    is_me = member.user_id == visit.actor.user_id
    two_lines(member.name, member.address, _("you") if is_me else "")
    choices = [each for each in Role if may_assign(visit.actor.role, member.role, each)]
    if choices and not is_me:
        chosen = st.selectbox(
            _("Role of {name}", name=member.name),
            choices,
            index=choices.index(member.role) if member.role in choices else 0,
            format_func=lambda each: _(ROLES[each]),
            key=f"role-{member.user_id}",
            label_visibility="collapsed",
            width=170,
        )
        if chosen is not member.role:
            with telling():
                visit.desk.workspaces.change_role(visit.actor, member.user_id, chosen)
                st.rerun()
    else:
        st.markdown(_(ROLES[member.role]), width="content")
    _leaving(visit, member, is_me=is_me)


def _leaving(visit: Visit, member: Member, *, is_me: bool) -> None:
    name = plain(member.name)
    if is_me and member.role is not Role.OWNER:
        if confirm(_("Leave"), _("Leave this workspace? Somebody must invite you to come back."), _("Leave"), "leave"):
            with telling():
                visit.desk.workspaces.leave(visit.actor)
                _elsewhere()
    elif not is_me and may_assign(visit.actor.role, member.role, None):
        question = _("Take {name} out of this workspace? Their API keys for it end too.", name=name)
        if confirm(_("Remove"), question, _("Remove"), f"remove-{member.user_id}"):
            with telling():
                visit.desk.workspaces.remove(visit.actor, member.user_id)
                st.rerun()
    if not is_me and visit.may(Action.TRANSFER_OWNERSHIP):
        question = _("Make {name} the owner? You become an admin, and only they can give it back.", name=name)
        if confirm(_("Hand over"), question, _("Hand over"), f"transfer-{member.user_id}"):
            with telling():
                visit.desk.workspaces.transfer(visit.actor, member.user_id)
                st.rerun()


def _elsewhere() -> None:
    """The workspace is no longer ours to see."""
    forget_workspaces()
    st.session_state.pop("workspace", None)
    st.rerun()


def _invitations(visit: Visit) -> None:
    st.subheader(_("Invite somebody"), anchor=False)
    roles = [each for each in WHAT_THEY_MAY if may_assign(visit.actor.role, None, each)]
    with st.form("invite", clear_on_submit=True):
        address = st.text_input(_("E-mail address"), max_chars=320)
        role = st.selectbox(
            _("Role"),
            roles,
            index=len(roles) - 2,
            format_func=lambda each: f"{_(ROLES[each])}: {_(WHAT_THEY_MAY[each])}",
        )
        sent = st.form_submit_button(_("Send an invitation"), type="primary")
    if sent:
        with telling():
            visit.desk.workspaces.invite(visit.actor, address, role)
            st.toast(_("The invitation is on its way; its link counts for a week."), icon=":material/mail:")
    for waiting in visit.desk.workspaces.list_invitations(visit.actor):
        with st.container(border=True):
            who, take_back = st.columns([8, 3], vertical_alignment="center")
            until = _("until {day}", day=f"{waiting.expires_at:%Y-%m-%d}")
            with who:
                two_lines(waiting.address, f"{_(ROLES[waiting.role])}, {until}")
            if take_back.button(_("Take back"), key=f"back-{waiting.invitation_id}", width="stretch"):
                with telling():
                    visit.desk.workspaces.take_back(visit.actor, waiting.invitation_id)
                    st.rerun()


def _settings(visit: Visit) -> None:
    mine = visit.desk.workspaces.list_mine(visit.actor)
    here = next(each for each in mine if each.workspace_id == visit.actor.workspace_id)
    with st.form("rename"):
        name = st.text_input(_("Name"), value=here.name, max_chars=120)
        renamed = st.form_submit_button(_("Save"))
    if renamed:
        with telling():
            visit.desk.workspaces.rename(visit.actor, name)
            forget_workspaces()
            st.rerun()
    if visit.may(Action.CHANGE_SIGNING_IN):
        _signing_in(visit, here)


def _signing_in(visit: Visit, here: WorkspaceLine) -> None:
    """Whether members need a second factor."""
    st.subheader(_("How members sign in"), anchor=False)
    if installation().settings.second_factor_needed:
        st.markdown(_("Everybody in this installation needs a second factor."))
        return
    if here.needs_second_factor:
        st.markdown(_("Members need a second factor. Who has none gets no further than to setting one up."))
        answered = st.button(_("Leave it to each member"), icon=":material/lock_open:")
    else:
        st.markdown(_("Each member chooses whether to have a second factor."))
        question = _(
            "Members without a second factor get no further until they have set one up, and their API keys open "
            "nothing until then. Go on?"
        )
        button, yes = _("Ask everybody for a second factor"), _("Ask for it")
        answered = confirm(button, question, yes, "second-factor", icon=":material/lock:")
    if answered:
        with telling():
            visit.desk.workspaces.need_second_factor(visit.actor, is_needed=not here.needs_second_factor)
            forget_workspaces()
            st.rerun()
