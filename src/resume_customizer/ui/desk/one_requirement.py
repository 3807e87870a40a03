"""One requirement: its fields, its timeline, who is on it, who fits, its files, its interviews, what was made and sent.

Visit + id  ->  tabs
"""

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.staffing.interviews import local_time
from resume_customizer.core.staffing.requirements import FIELDS, FOLLOWING, Status
from resume_customizer.services.staffing.views_of_requirements import requirement_to_json
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import plain, two_lines
from resume_customizer.ui.components.parts import show_parts
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.desk.alike import show_alike
from resume_customizer.ui.desk.editing import forget_editing, show_editing
from resume_customizer.ui.desk.files import show_files
from resume_customizer.ui.desk.interview import show_planning
from resume_customizer.ui.desk.people import show_people
from resume_customizer.ui.moments import shown_with_zone
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked, several

REMOVED = "requirement-removed"
"""The title of what was removed: said by the next run."""
_TABS = (
    marked("Timeline"),
    marked("Fields"),
    marked("On it"),
    marked("Who fits"),
    marked("Made and sent"),
    marked("Interviews"),
    marked("Files"),
)


def show_one(visit: Visit, requirement_id: str) -> bool:
    """Show it; says whether the person has removed it. Raises NotFound."""
    found = visit.desk.requirements.show(visit.actor, requirement_id)
    st.subheader(plain(found.title), anchor=False)
    client = found.end_client or found.client or found.vendor_company
    rate = requirement_to_json(found, is_short=True)["rate"]
    st.caption(" · ".join(plain(each) for each in (client, found.location, rate, found.tax_term) if each))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _status(visit, found)
        is_unwanted = _asks_to_remove(visit, found)
    if is_unwanted and _is_removed(visit, found):
        return True
    if visit.may(Action.CHANGE_RECORDS):
        show_alike(visit.desk.requirements.find_duplicates(visit.actor, found.id)[:3])
    parts = (
        lambda: _timeline(visit, found),
        lambda: _fields(visit, found),
        lambda: show_people(visit, found.id),
        lambda: _fits(visit, found),
        lambda: _links(visit, found),
        lambda: _talks(visit, found),
        lambda: show_files(visit, "requirement", found.id),
    )
    show_parts("requirement-part", dict(zip(map(_, _TABS), parts, strict=True)))
    return False


def _status(visit: Visit, found: Requirement) -> None:
    following = [each for each in Status if each in FOLLOWING[Status(found.status)]]
    if not visit.may(Action.CHANGE_RECORDS):
        st.markdown(_(found.status))
        return
    choices = [Status(found.status), *following]
    chosen = st.selectbox(
        _("Status"),
        choices,
        format_func=lambda each: _(each.value),
        key=f"status-{found.id}-{found.version}",
        width=260,
    )
    if chosen != found.status:
        with telling():
            visit.desk.requirements.move(visit.actor, found.id, chosen, found.version)
            st.rerun()


def _asks_to_remove(visit: Visit, found: Requirement) -> bool:
    """True once, after a question that says what goes with it."""
    question = _(
        "Remove {title}? Its posting, comments, timeline and who was on it go with it. This can't be taken back; "
        "to keep them, set it to Cancelled instead.",
        title=plain(found.title),
    )
    key = f"requirement-remove-{found.id}"
    return visit.may(Action.DELETE_RECORDS) and confirm(
        _("Remove"), question, _("Remove"), key, icon=":material/delete:"
    )


def _is_removed(visit: Visit, found: Requirement) -> bool:
    """Whether it could be; the service refuses what something hangs on, and says what to do."""
    with telling():
        visit.desk.requirements.remove(visit.actor, found.id)
        st.session_state[REMOVED] = found.title
        return True
    return False


def _timeline(visit: Visit, found: Requirement) -> None:
    if visit.may(Action.CHANGE_RECORDS):
        with st.form(f"comment-{found.id}", clear_on_submit=True):
            said = st.text_area(_("Say something"), height=80)
            if st.form_submit_button(_("Add")) and said.strip():
                with telling():
                    visit.desk.timelines.comment(visit.actor, found.id, said)
                    st.rerun()
    names = {each.user_id: each.name for each in visit.desk.workspaces.list_members(visit.actor)}
    for each in visit.desk.timelines.list_timeline(visit.actor, found.id).records:
        who = names.get(each.author_id or "", "")
        two_lines(
            each.text, f"{shown_with_zone(each.created_at)}  {who}", "" if each.kind == "comment" else _(each.kind)
        )


def _fields(visit: Visit, found: Requirement) -> None:
    values = {name: getattr(found, name) for name in FIELDS}
    key, may = f"edit-{found.id}", visit.may(Action.CHANGE_RECORDS)
    changed = show_editing(key, FIELDS, (values, found.version), may=may)
    if changed:
        with telling():
            visit.desk.requirements.edit(visit.actor, found.id, changed, found.version)
            forget_editing(key)
            st.rerun()


def _fits(visit: Visit, found: Requirement) -> None:
    if not st.button(_("Look who fits"), icon=":material/person_search:"):
        st.caption(_("Ranks the consultants by their newest resumes, with the lines that say so."))
        return
    with telling():
        for fit in visit.desk.fitting.find_consultants(visit.actor, found.id):
            score = _("no resume") if fit.score is None else f"{fit.score} / 100"
            with st.expander(f"{plain(fit.consultant)}: {score}"):
                for part in fit.match.get("parts", ()):
                    st.markdown(f"- {plain(part['clause'])}")
                for gap in fit.match.get("gaps", ()):
                    st.markdown(f"- :orange[{plain(gap)}]")


def _talks(visit: Visit, found: Requirement) -> None:
    for each in visit.desk.interviews.list_interviews(visit.actor, requirement_id=found.id).records:
        who = visit.desk.consultants.show(visit.actor, each.consultant_id).name
        two_lines(f"{who}, {_('round')} {each.round}: {local_time(each)}", each.feedback, _(each.result or each.status))
    if visit.may(Action.CHANGE_RECORDS) and show_planning(visit, found.id):
        st.rerun()


def _links(visit: Visit, found: Requirement) -> None:
    links = visit.desk.timelines.list_links(visit.actor, found.id).linked
    if not any(links.values()):
        st.caption(_("Nothing was made or sent for it yet."))
    for each in links["customizations"]:
        two_lines(each.name, several("{count} point", "{count} points", each.placed), _("Customization"))
    for each in links["submissions"]:
        at = each.sent_at or each.created_at
        two_lines(f"{each.role}: {_(each.status)}", f"{at:%Y-%m-%d}  {each.file_name}  {each.sent_to}", _("Submission"))
    for each in links["interviews"]:
        when = shown_with_zone(each.starts_at)
        result = _(each.result) if each.result else ""
        two_lines(f"{_('Round')} {each.round}: {_(each.status)}", f"{when}  {result}", _("Interview"))
    for each in links["mails"]:
        two_lines(each.subject, f"{each.created_at:%Y-%m-%d}", _("E-mail"))
