"""API keys: how programs come in, with less than their owner may do."""

from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import In, Listed, Name, Number, Out
from resume_customizer.api.pages import Pages, cut
from resume_customizer.api.routes import Routes, Who
from resume_customizer.core.permissions import Action, Scope

_OWN = Action.CHANGE_OWN_ACCOUNT


class NewKey(In):
    """A key to make."""

    name: Name = Field(examples=["nightly import"])
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=len(Scope))] = Field(examples=[[Scope.READ]])
    days: Annotated[int, Number("days")] = Field(90, description="How long it lives.")


class Key(Out):
    """A key, as its owner sees it in a list."""

    key_id: str
    name: str = Field(examples=["nightly import"])
    begins: str = Field(examples=["rcp_3fQ8xy"], description="Its first characters, by which to know it again.")
    scopes: tuple[Scope, ...]
    created_at: datetime
    expires_at: datetime | None
    used_at: datetime | None


class MadeKey(Key):
    """A key that was made."""

    key: str = Field(description="Send it as `Authorization: Bearer`. It is shown this once.")


def key_routes(entrance: Entrance) -> Routes:
    """The operations."""
    keys, routes = entrance.desk.api_keys, Routes("API keys", "/api-keys")

    @routes.get("", _OWN, "One's keys in this workspace")
    def list_keys(actor: Who, paging: Pages) -> Listed[Key]:
        return cut(Key, keys.list_keys(actor), paging, lambda each: each.key_id)

    @routes.post("", _OWN, "Make a key", once=True)
    def create(actor: Who, new: NewKey) -> MadeKey:
        """For one workspace. A key can do no more than its owner, and nothing with accounts, roles and keys."""
        secret, shown = keys.create(actor, new.name, frozenset(new.scopes), timedelta(days=new.days))
        return MadeKey(**Key.of(shown).model_dump(), key=secret.reveal())

    @routes.delete("/{key_id}", _OWN, "Revoke a key")
    def revoke(actor: Who, key_id: str) -> None:
        """It counts no more, at once."""
        keys.revoke(actor, key_id)

    return routes
