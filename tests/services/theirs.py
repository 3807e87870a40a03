"""A workspace with something of everything, and what a stranger would try to get at it, by name of parameter.

fill(desk, owner)  ->  {"resume_id": …, "banks.import_points.text": …}

A name with a service and a method in front counts for that method only. Each service has a function here; a service
whose parameters are not known makes tests/services/test_isolation.py fail.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final, TypeAlias

from builders.desk import Desk
from builders.stored import RESUME_POINTS, newest_version, small_resume
from loopback.receiver import receiver
from resume_customizer.core.actor import Actor
from resume_customizer.core.permissions import Action, Role, Scope
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.work import KeptChange
from resume_customizer.core.tiers import Tier
from resume_customizer.resume.package import NO_PERMISSIONS
from resume_customizer.services.background.batches import Target, Wanted
from resume_customizer.services.background.job_kinds import JobKind
from resume_customizer.services.library.customizations import Order
from resume_customizer.services.library.drafts import Unfinished
from resume_customizer.services.library.workspace_technologies import OwnEntry
from resume_customizer.services.once import Answer, Asked
from resume_customizer.services.people.accounts import AboutMe
from resume_customizer.services.webhooks import WebhookWish
from services.theirs_at_the_desk import fill_requirements, fill_staffing
from services.theirs_in_mail import fill_mail

Values: TypeAlias = dict[str, Any]

NAME, MEMBER, INVITED = "Canaria", "canbob@desk.example", "cancarl@desk.example"
PERSON: Final = "Canary Vandersloot"


def fill(desk: Desk, owner: Actor) -> Values:
    """Put something of everything into the owner's workspace."""
    values: Values = {}
    for part in _PARTS:
        values |= part(desk, owner, values)
    return values


def _people(desk: Desk, owner: Actor, _: Values) -> Values:
    desk.workspaces.rename(owner, NAME)
    bob = desk.member(owner, "canbob", Role.EDITOR)
    desk.workspaces.invite(owner, INVITED, Role.EDITOR)
    _key, key = desk.api_keys.create(owner, "canary key", frozenset({Scope.READ}))
    (waiting,) = desk.workspaces.list_invitations(owner)
    return {
        "workspace_id": owner.workspace_id,
        "user_id": bob.user_id,
        "session_id": owner.session_id,
        "key_id": key.key_id,
        "invitation_id": waiting.invitation_id,
        "address": MEMBER,
        "token": desk.token_of(INVITED),
        "invitation": desk.token_of(INVITED),
        "kept_head": desk.audit.verify(owner).sealed_head,
        "session_token": "a" * 43,
        "access_token": "a.b.c",
        "refresh_token": "a" * 43,
        "text": "rcp_" + "a" * 47,
        "name": "Eve",
        "password": "what a stranger would type",
        "old": "wrong",
        "new": "another long password",
        "code": "000000",
        "role": Role.ADMIN,
        "tier": Tier.ENTERPRISE,
        "scopes": frozenset(Scope),
        "lifetime": timedelta(days=1),
        "keep": timedelta(days=90),
        "about": AboutMe("Eve"),
        "before": None,
        "count": 100,
        "but_here": False,
        "is_operator": True,
        "is_needed": False,
    }


def _requests(desk: Desk, owner: Actor, _: Values) -> Values:
    asked = Asked("canary-key", "POST /api/v1/things", "digest")
    desk.once.answer(owner, asked, lambda: Answer(201, f"made for {NAME}"))
    return {"once.answer.asked": asked, "once.answer.work": lambda: Answer(201, "made for Eve")}


def _documents(desk: Desk, owner: Actor, _: Values) -> Values:
    resume = desk.resumes.upload(owner, f"{PERSON}.docx", small_resume(PERSON))
    version = newest_version(desk, owner, resume)
    bank = desk.banks.create(owner, "canary bank")
    desk.banks.import_points(owner, bank.id, RESUME_POINTS)
    point = desk.banks.list_points(owner, bank.id).records[0]
    order = Order(version.id, bank_ids=(bank.id,), key="canary key of work")
    made = desk.customizations.make(owner, order)
    draft = desk.drafts.save(owner, Unfinished("canary draft", version.id))
    return {
        "resume_id": resume.id,
        "version_id": version.id,
        "customization_id": made.id,
        "draft_id": draft.id,
        "bank_id": bank.id,
        "point_id": point.id,
        "point_ids": [point.id],
        "customizations.plan.order": order,
        "customizations.make.order": order,
        "work": Unfinished("Eve's", version.id),
        "file_name": "eve.docx",
        "content": small_resume("Eve"),
        "permissions": NO_PERMISSIONS,
        "consultant_id": "",
        "requirement_id": "",
        "batch_id": "",
        "technology": "Kafka",
        "approval": None,
        "author": "Eve",
        "tags": ["eve"],
        "corrections": [],
        "order": "-changed_at",
        "after": "",
        "limit": 50,
        "seen": 0,
        "technologies.save.entry": OwnEntry("Eve's Ledger"),
        "technology_id": desk.technologies.save(owner, OwnEntry("Canary Ledger", ("CanLed",))).id,
        "banks.import_points.text": "Go\n• Built the gateway in Go.\n",
        "resumes.search_resumes.text": "canary",
        "banks.search_points.text": "kafka",
        "customizations.search_customizations.text": "canary",
    }


def _background_work(desk: Desk, owner: Actor, _: Values) -> Values:
    desk.job_kinds["some work"] = JobKind(lambda _: {}, Action.CUSTOMIZE)
    job = desk.jobs.start(owner, "some work", {"secret": "canary input"}, "canary request")
    return {"job_id": job.job_id, "kind": "some work", "given": {}, "correlation": "", "status": ""}


def _kept_beside(desk: Desk, owner: Actor, _: Values) -> Values:
    kept = KeptChange(of_kind="resumes", of_id=new_id(), reason="overtaken", row={"name": PERSON}, accepted_at=desk.now)
    with desk.ground.inside(owner) as tx:
        tx.add(kept)
    return {"change_id": kept.id, "done": "restored", "operating.note_upkeep.rows": 1, "files": 1}


def _batches(desk: Desk, owner: Actor, values: Values) -> Values:
    target = Target(label="canary target", points=RESUME_POINTS)
    order = Wanted(name="canary batch", resume_ids=[values["resume_id"]], targets=[target])
    batch_id = desk.batches.prepare(owner, order).batch_id
    return {
        "batch_id": batch_id,
        "batches.prepare.wanted": order,
        "jobs.list_jobs.batch_id": "",
        "numbers": None,
        "pattern": "",
    }


def _webhooks(desk: Desk, owner: Actor, values: Values) -> Values:
    with receiver() as there:
        _secret, hook = desk.webhooks.add(owner, WebhookWish("canary webhook", there.url))
        message = desk.webhooks.try_out(owner, hook.webhook_id)
    wish = WebhookWish("Eve's", "https://eve.example/")
    return {
        "webhook_id": hook.webhook_id,
        "delivery_id": message.id,
        "webhooks.add.wish": wish,
        "webhooks.change.wish": wish,
    }


_PARTS: Final[tuple[Callable[[Desk, Actor, Values], Values], ...]] = (
    _people,
    _requests,
    _documents,
    _background_work,
    _batches,
    fill_requirements,
    fill_staffing,
    _kept_beside,
    fill_mail,
    _webhooks,
)
