"""Profile & security: what I say of myself, password, second factor, where I am signed in, API keys, my data.

Visit  ->  one tab for each  ->  the services of accounts
"""

import json
from datetime import timedelta
from functools import partial
from typing import Final

import streamlit as st

from resume_customizer.core.permissions import Scope
from resume_customizer.services.people.accounts import AboutMe
from resume_customizer.services.people.devices import Device
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header, two_lines
from resume_customizer.ui.components.parts import show_parts
from resume_customizer.ui.components.pickers import pick_zone
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.components.second_factor import CODES, show_new_codes, show_set_up
from resume_customizer.ui.moments import shown_with_zone
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, several

_BROWSERS: Final = {"Edg/": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
"""By what each says of itself; those that also say the name of another come first."""
_SYSTEMS: Final = {
    "Windows": "Windows",
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Mac OS": "macOS",
    "Linux": "Linux",
}


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Profile & security"))
    names = [_("Profile"), _("Password"), _("Second factor"), _("Signed in"), _("API keys"), _("My data")]
    parts = (_profile, _password, _second_factor, _devices, _keys, _data)
    show_parts("profile-part", {name: partial(part, visit) for name, part in zip(names, parts, strict=True)})


def _profile(visit: Visit) -> None:
    me = visit.desk.accounts.about_me(visit.actor)
    with st.form("profile"):
        name = st.text_input(_("Name"), value=me.name, max_chars=120)
        bio = st.text_area(_("About me"), value=me.bio, max_chars=2000)
        skills = st.text_input(_("Skills, separated by commas"), value=", ".join(me.skills))
        zone = pick_zone(_("Time zone"), me.time_zone, "profile-zone")
        saved = st.form_submit_button(_("Save"), type="primary")
    if saved:
        words = tuple(word.strip() for word in skills.split(",") if word.strip())
        visit.desk.accounts.change_about_me(visit.actor, AboutMe(name, bio, words, zone))
        st.toast(_("Saved."), icon=":material/check:")


def _password(visit: Visit) -> None:
    ends_at = visit.desk.accounts.password_ends_at(visit.actor)
    if ends_at is not None:
        until = shown_with_zone(ends_at)
        st.warning(_("An operator chose this password for you. It counts until {until}: choose your own.", until=until))
    with st.form("password", clear_on_submit=True):
        old = st.text_input(_("Password so far"), type="password", autocomplete="current-password")
        new = st.text_input(_("New password"), type="password", autocomplete="new-password")
        again = st.text_input(_("New password once more"), type="password", autocomplete="new-password")
        changed = st.form_submit_button(_("Change the password"), type="primary")
    if changed and new != again:
        st.error(_("The two new passwords are not the same. Nothing was changed."))
    elif changed:
        visit.desk.accounts.change_password(visit.actor, old, new)
        st.success(_("The password is changed. You are signed out everywhere else."))


def _second_factor(visit: Visit) -> None:
    show_new_codes()
    if visit.desk.second_factor.is_on(visit.actor):
        _switch_off(visit)
        return
    st.markdown(_("With a second factor, signing in takes your password and a code that an app on your phone shows."))
    st.caption(_("You are signed out everywhere else when it is on."))
    show_set_up(visit)


def _switch_off(visit: Visit) -> None:
    st.markdown(_("The second factor is on."))
    with st.form("second-factor-on", clear_on_submit=True):
        password = st.text_input(_("Password"), type="password", autocomplete="current-password")
        with st.container(horizontal=True):
            fresh = st.form_submit_button(_("New recovery codes"))
            off = st.form_submit_button(_("Switch it off"))
    if fresh:
        st.session_state[CODES] = visit.desk.second_factor.new_recovery_codes(visit.actor, password)
        st.rerun()
    if off:
        visit.desk.second_factor.stop(visit.actor, password)
        st.rerun()


def _devices(visit: Visit) -> None:
    devices = visit.desk.devices.list_devices(visit.actor)
    password = ""
    if len(devices) > 1:
        password = st.text_input(
            _("Password, to sign out elsewhere"),
            type="password",
            key="devices-password",
            autocomplete="current-password",
        )
    for device in devices:
        with st.container(border=True):
            _device(visit, device, password)
    if len(devices) > 1 and st.button(_("Sign out everywhere else"), icon=":material/logout:"):
        with telling():
            ended = visit.desk.devices.sign_out_everywhere(visit.actor, password, but_here=True)
            st.toast(several("{count} session has ended.", "{count} sessions have ended.", ended))
            st.rerun()


def program_name(program: str) -> str:
    """The browser and the system that a program says it is; of other programs what they say."""
    browser = next((name for mark, name in _BROWSERS.items() if mark in program), "")
    system = next((name for mark, name in _SYSTEMS.items() if mark in program), "")
    return _("{browser} on {system}", browser=browser, system=system) if browser and system else program[:80]


def _device(visit: Visit, device: Device, password: str) -> None:
    what, end = st.columns([8, 3], vertical_alignment="center")
    used = _("used {when}", when=shown_with_zone(device.used_at))
    with what:
        two_lines(
            program_name(device.program) or _("Unknown program"),
            f"{device.source} · {used}",
            _("this one") if device.is_this_one else "",
        )
    if not device.is_this_one and end.button(_("End"), key=f"end-{device.session_id}", width="stretch"):
        with telling():
            visit.desk.devices.end_session(visit.actor, device.session_id, password)
            st.rerun()


def _keys(visit: Visit) -> None:
    st.markdown(_("With an API key a program works in your place, within the key's scopes. The key is shown once."))
    if not visit.actor.workspace_id:
        st.info(_("Keys belong to a workspace: make one first."))
        return
    with st.form("new-key", clear_on_submit=True):
        name = st.text_input(_("What the key is for"), max_chars=120)
        scopes = st.multiselect(_("Scopes"), list(Scope), default=[Scope.READ], format_func=lambda each: each.value)
        days = st.number_input(_("Days until it ends"), 1, 365, 90)
        made = st.form_submit_button(_("Make a key"), type="primary")
    if made:
        shown, _key = visit.desk.api_keys.create(visit.actor, name, frozenset(scopes), timedelta(days=int(days)))
        st.success(_("Copy it now:"))
        st.code(shown.reveal(), language=None)
    for key in visit.desk.api_keys.list_keys(visit.actor):
        with st.container(border=True):
            what, end = st.columns([8, 3], vertical_alignment="center")
            with what:
                two_lines(key.name, ", ".join(sorted(key.scopes)))
            if end.button(_("End"), key=f"key-{key.key_id}", width="stretch"):
                visit.desk.api_keys.revoke(visit.actor, key.key_id)
                st.rerun()


def _data(visit: Visit) -> None:
    st.markdown(_("All that is stored about you as a user, as a file."))
    st.download_button(
        _("Download my data"),
        data=lambda: json.dumps(visit.desk.privacy.export_account(visit.actor), ensure_ascii=False, indent=1),
        file_name="my-data.json",
        mime="application/json",
        icon=":material/download:",
        on_click="ignore",
    )
    st.divider()
    st.markdown(_("Erasing your account can't be taken back. What you made in workspaces of others stays theirs."))
    password = st.text_input(_("Password"), type="password", key="erase-password", autocomplete="current-password")
    if confirm(_("Erase my account"), _("Erase your account for good?"), _("Erase"), "erase", icon=":material/delete:"):
        visit.desk.privacy.erase_account(visit.actor, password)
        st.rerun()
