"""Sequences of follow-ups, and addresses that want no mail."""

from typing import Annotated

from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Address, In, Listed, Name, Out, Whole
from resume_customizer.api.mail import Id36
from resume_customizer.api.pages import Pages, cut
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.api.versions import Seen
from resume_customizer.core.permissions import Action
from resume_customizer.services.mail.following_up import Step

_SEE, _SEND, _CHANGE = Action.VIEW_RECORDS, Action.SEND_MAIL, Action.CHANGE_RECORDS


class SequenceToKeep(In):
    """Steps that follow a mail until somebody answers."""

    name: Name
    steps: list["StepToKeep"] = Field(min_length=1, max_length=10)


class StepToKeep(In):
    """One step: a text, so many business days after the step before."""

    template_id: Annotated[str, Field(max_length=60)]
    days: Annotated[Whole, Field(ge=1, le=90)]


class StepOut(Out):
    """One step."""

    template_id: str
    days: int


class Sequence(Out):
    """A sequence."""

    sequence_id: str
    name: str
    steps: list[StepOut]
    is_active: bool
    version: int
    number: int = Field(description="Of this version of the steps; what is on its way keeps its own.")
    running: int = Field(description="How many of it are on their way.")


class AddressOut(Out):
    """An address that is not written to."""

    address: str
    reason: str


class AddressToLeave(In):
    """An address that wants no mail."""

    address: Address


class Begin(In):
    """A sequence that is to follow a mail."""

    sequence_id: Id36
    mail_id: Id36


class Made(Out):
    """What was made."""

    id: str


def mail_setup_routes(entrance: Entrance) -> tuple[Routes, ...]:
    """The operations."""
    return _sequences(entrance), _no_mail(entrance)


def _sequences(entrance: Entrance) -> Routes:
    follow_ups, routes = entrance.desk.follow_ups, Routes("sequences", "/mail-sequences")

    @routes.get("", _SEE, "Sequences of follow-ups")
    def list_sequences(actor: Who, paging: Pages) -> Listed[Sequence]:
        return cut(Sequence, follow_ups.list_sequences(actor), paging, lambda each: each.sequence_id)

    @routes.post("", _CHANGE, "Keep a sequence", once=True)
    def save(actor: Who, wanted: SequenceToKeep) -> Made:
        steps = tuple(Step(each.template_id, each.days) for each in wanted.steps)
        return Made(id=follow_ups.save_sequence(actor, wanted.name, steps))

    @routes.put("/{sequence_id}", _CHANGE, "Change a sequence; what is on its way keeps its steps", errors=CHANGED)
    def change(actor: Who, sequence_id: str, seen: Seen, wanted: SequenceToKeep) -> None:
        steps = tuple(Step(each.template_id, each.days) for each in wanted.steps)
        follow_ups.change_sequence(actor, sequence_id, wanted.name, steps, seen or None)

    @routes.post("/begin", _SEND, "Let a sequence follow a mail", once=True)
    def begin(actor: Who, wanted: Begin) -> Made:
        return Made(id=follow_ups.begin(actor, wanted.mail_id, wanted.sequence_id))

    @routes.post("/{sequence_id}/off", _CHANGE, "Switch a sequence off, which ends it everywhere", errors=CHANGED)
    def switch_off(actor: Who, sequence_id: str) -> None:
        follow_ups.switch_sequence(actor, sequence_id, is_active=False)

    @routes.post("/{sequence_id}/on", _CHANGE, "Switch a sequence on again", errors=CHANGED)
    def switch_on(actor: Who, sequence_id: str) -> None:
        follow_ups.switch_sequence(actor, sequence_id, is_active=True)

    return routes


def _no_mail(entrance: Entrance) -> Routes:
    follow_ups, routes = entrance.desk.follow_ups, Routes("no-mail", "/no-mail")

    @routes.get("", _SEE, "Addresses that are not written to")
    def list_no_mail(actor: Who, paging: Pages) -> Listed[AddressOut]:
        found = [AddressOut(address=address, reason=reason) for address, reason in follow_ups.list_no_mail(actor)]
        return cut(AddressOut, found, paging, lambda each: each.address)

    @routes.post("", _SEND, "Never write to an address again")
    def add(actor: Who, wanted: AddressToLeave) -> None:
        follow_ups.add_no_mail(actor, wanted.address)

    @routes.delete("/{address}", _SEND, "Write to an address again")
    def remove(actor: Who, address: str) -> None:
        follow_ups.remove_no_mail(actor, address)

    return routes
