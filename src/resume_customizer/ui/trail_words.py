"""What stands in the audit trail, as people read it; its exports have it as it is.

"resume.version-added", {"number": 2}  ->  what_was_done(), details_of()  ->  "Resume: version added", "number: 2"

Promises (tests in tests/ui/test_trail_words.py):

* Everything that services write down has its words, in every language.
"""

import re
from collections.abc import Mapping
from typing import Final

from resume_customizer.ui.components.usage import TIERS
from resume_customizer.ui.screens.team import ROLES
from resume_customizer.ui.texts import _, marked

THINGS: Final = {
    "account": marked("Account"),
    "attachment": marked("File"),
    "audit": marked("Audit trail"),
    "bank": marked("Point bank"),
    "batch": marked("Batch"),
    "client-copy": marked("Copy for a client"),
    "consultant": marked("Consultant"),
    "customization": marked("Customization"),
    "desk": marked("What we agree on"),
    "follow-up": marked("Follow-up"),
    "installation": marked("Installation"),
    "interview": marked("Interview"),
    "job": marked("Job"),
    "kept-change": marked("Change kept beside"),
    "key": marked("API key"),
    "letter": marked("Letter"),
    "letters": marked("Letters"),
    "mail": marked("Mail"),
    "mail-account": marked("Mail account"),
    "mail-template": marked("Mail text"),
    "mailing": marked("Mailing"),
    "member": marked("Member"),
    "no-mail": marked("Address that wants no mail"),
    "password": marked("Password"),
    "point": marked("Point"),
    "profile": marked("Profile"),
    "requirement": marked("Requirement"),
    "resume": marked("Resume"),
    "second-factor": marked("Second factor"),
    "secrets": marked("Secrets"),
    "sequence": marked("Sequence of follow-ups"),
    "session": marked("Session"),
    "sessions": marked("Sessions"),
    "submission": marked("Submission"),
    "technology": marked("Technology"),
    "user": marked("Account"),
    "view": marked("Saved view"),
    "webhook": marked("Webhook"),
    "workspace": marked("Workspace"),
}
DONE: Final = {
    "added": marked("added"),
    "adviser-set": marked("adviser chosen"),
    "assigned": marked("somebody put on it"),
    "backed-up": marked("backed up"),
    "began": marked("begun"),
    "cancelled": marked("cancelled"),
    "changed": marked("changed"),
    "changed-many": marked("several changed"),
    "cohort-exported": marked("list of a cohort exported"),
    "comment-changed": marked("comment changed"),
    "comment-removed": marked("comment removed"),
    "commented": marked("commented on"),
    "confirmation-asked": marked("asked to confirm the address"),
    "confirmed": marked("address confirmed"),
    "corrected": marked("reading corrected"),
    "created": marked("created"),
    "downloaded": marked("downloaded"),
    "dropped-old": marked("old entries dropped"),
    "edited": marked("edited"),
    "ended": marked("ended"),
    "ended-all": marked("ended for everybody"),
    "erased": marked("erased"),
    "exported": marked("exported"),
    "first": marked("the first one made"),
    "forecast": marked("looked at before it is made"),
    "hours-set": marked("business hours set"),
    "imported": marked("imported"),
    "invitation-taken-back": marked("invitation taken back"),
    "invited": marked("invited"),
    "joined": marked("joined"),
    "left": marked("has left"),
    "locked": marked("locked out"),
    "made": marked("made"),
    "moved": marked("status changed"),
    "new-codes": marked("new recovery codes"),
    "off": marked("switched off"),
    "on": marked("switched on"),
    "operator-off": marked("no operator any more"),
    "operator-on": marked("made an operator"),
    "password-link-made": marked("link for a new password made"),
    "paused": marked("paused"),
    "planned": marked("planned"),
    "points-imported": marked("points imported"),
    "policy-changed": marked("changed"),
    "prepared": marked("prepared"),
    "queued": marked("put into the outbox"),
    "read": marked("was read"),
    "recovery-code-used": marked("recovery code used"),
    "refused": marked("refused"),
    "registered": marked("registered"),
    "removed": marked("removed"),
    "renamed": marked("renamed"),
    "resealed": marked("sealed anew"),
    "reset": marked("set anew"),
    "reset-asked": marked("asked to set it anew"),
    "resumed": marked("goes on"),
    "retried": marked("tried again"),
    "revoked": marked("revoked"),
    "role-changed": marked("role changed"),
    "run": marked("begun to be made"),
    "saved": marked("saved"),
    "scheduled": marked("put off"),
    "second-factor-dropped": marked("second factor taken away"),
    "second-factor-left-open": marked("second factor left to each member"),
    "second-factor-needed": marked("second factor needed"),
    "secret-renewed": marked("secret renewed"),
    "sent": marked("sent off"),
    "sent-again": marked("sent again"),
    "settled": marked("settled"),
    "signed-out": marked("signed out"),
    "signed-off": marked("a line confirmed"),
    "started": marked("started"),
    "switched-off": marked("switched off"),
    "switched-on": marked("switched on"),
    "tagged": marked("tags changed"),
    "tested": marked("tested"),
    "tier-changed": marked("tier changed"),
    "token-reused": marked("ended, as its token was used twice"),
    "transferred": marked("handed over"),
    "tried": marked("tried out"),
    "unassigned": marked("somebody taken off it"),
    "unlocked": marked("let in again"),
    "uploaded": marked("uploaded"),
    "version-added": marked("version added"),
    "written": marked("written"),
}
DETAILS: Final = {
    "after": marked("afterwards"),
    "already": marked("were there already"),
    "arrived": marked("arrived"),
    "at": marked("at"),
    "because": marked("because"),
    "before": marked("before"),
    "cells": marked("resumes"),
    "confirmed": marked("confirmed"),
    "consultant": marked("consultant"),
    "corrections": marked("corrections"),
    "count": marked("how many"),
    "customizations": marked("customizations"),
    "events": marked("events"),
    "fields": marked("fields"),
    "file": marked("file"),
    "files": marked("files"),
    "from": marked("from"),
    "host": marked("server"),
    "ids": marked("records"),
    "is_active": marked("switched on"),
    "kind": marked("kind"),
    "mail": marked("mail"),
    "message": marked("message"),
    "messages": marked("messages"),
    "name": marked("name"),
    "new": marked("new"),
    "number": marked("number"),
    "people": marked("people"),
    "placed": marked("points placed"),
    "points": marked("points"),
    "reason": marked("reason"),
    "removed": marked("removed"),
    "resealed": marked("sealed anew"),
    "resume": marked("resume"),
    "role": marked("role"),
    "rows": marked("rows"),
    "scopes": marked("what it may do"),
    "session": marked("session"),
    "status": marked("status"),
    "step": marked("step"),
    "stopped": marked("stopped"),
    "text": marked("text"),
    "title": marked("title"),
    "to": marked("to"),
    "unplaced": marked("points left out"),
    "user": marked("member"),
    "zone": marked("time zone"),
}
_OF_OURS: Final = frozenset({"from", "kind", "role", "to"})
"""Details whose values are words of ours: states, roles, tiers."""
_NAMED: Final = {each.value: named for each, named in (*ROLES.items(), *TIERS.items())}
_ID: Final = re.compile(r"[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def what_was_done(action: str) -> str:
    """An action of the trail."""
    thing, _dot, done = action.partition(".")
    if thing not in THINGS or done not in DONE:
        return _plainly(action).capitalize()
    return f"{_(THINGS[thing])}: {_(DONE[done])}"


def details_of(details: Mapping[str, object]) -> str:
    """What is known besides; of an id or a checksum the beginning, of a word of ours the word."""
    return ", ".join(f"{_detail(name)}: {_value(name, value)}" for name, value in details.items())


def _detail(name: str) -> str:
    plain = name.removesuffix("_id")
    return _(DETAILS[plain]) if plain in DETAILS else _plainly(plain)


def _value(name: str, value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    if _ID.fullmatch(text):
        return f"{text[:8]}…"
    return _(_NAMED.get(text, text)) if name in _OF_OURS and text else text


def _plainly(name: str) -> str:
    return name.replace(".", " ").replace("_", " ").replace("-", " ")
