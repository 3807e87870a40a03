"""API keys: how programs come in, with less than their owner may do.

    create()  ->  the key, shown once  ->  actor_of(key)  ->  Actor with the key's scopes, on each call

Promises (tests in tests/services/test_api_keys.py):

* A key works in its workspace only, for its scopes only, until it expires, and no longer than its owner is a member.
* Where a second factor is needed, a key whose owner has none opens nothing until there is one.
* Only the key's hash is kept.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from resume_customizer.core.accounts import read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotSignedIn, QuotaExceeded
from resume_customizer.core.permissions import Action, Scope
from resume_customizer.core.records.accounts import ApiKey, User
from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.core.secret_text import Secret
from resume_customizer.core.tokens import API_KEY_BYTES, SHOWN_OF_KEY, TokenUse, hash_token, is_api_key, new_api_key
from resume_customizer.services.ground import Ground
from resume_customizer.services.people.membership import PlaceIn, find_place, whose
from resume_customizer.services.remembered import Remembered
from resume_customizer.services.store import InWorkspace, Transaction

_LONGEST: Final = timedelta(days=366)
_USUAL: Final = timedelta(days=90)
_MOST: Final = 25
_NOTED_EVERY: Final = timedelta(minutes=5)
_MOST_HOMES: Final = 10_000


@dataclass(frozen=True, slots=True)
class ShownKey:
    """A key as its owner sees it in a list."""

    key_id: str
    name: str
    begins: str
    scopes: tuple[Scope, ...]
    created_at: datetime
    expires_at: datetime | None
    used_at: datetime | None


class ApiKeys:
    """Keys of the actor, in the actor's workspace."""

    def __init__(self, ground: Ground, is_factor_needed: bool = False) -> None:
        """`is_factor_needed`: the installation lets nobody in without a second factor."""
        self._ground, self._is_factor_needed = ground, is_factor_needed
        self._homes = Remembered[str](_MOST_HOMES)
        """In which workspaces keys were made, by their hashes: that never changes, and tells where to look at once."""

    def create(
        self, actor: Actor, name: str, scopes: frozenset[Scope], lifetime: timedelta = _USUAL
    ) -> tuple[Secret, ShownKey]:
        """A new key, shown once, and its line in the list. Raises InvalidInput, QuotaExceeded."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        if not actor.workspace_id:
            raise InvalidInput("no-workspace", "A key belongs to a workspace: name one.")
        if not scopes:
            raise InvalidInput("no-scope", f"A key needs a scope: {', '.join(Scope)}.")
        if not timedelta(0) < lifetime <= _LONGEST:
            raise InvalidInput("bad-lifetime", f"A key lives for 1 to {_LONGEST.days} days.")
        now, named = self._ground.clock(), read_name(name, "key's name")
        text = new_api_key(self._ground.random(API_KEY_BYTES))
        key = ApiKey(
            user_id=actor.user_id,
            in_workspace=actor.workspace_id,
            name=named,
            token_hash=hash_token(text, TokenUse.API_KEY),
            hint=text[:SHOWN_OF_KEY],
            scopes=tuple(sorted(scopes)),
            expires_at=now + lifetime,
        )
        with self._ground.inside(actor) as tx:
            if len(self._standing(tx, actor)) >= _MOST:
                raise QuotaExceeded("too-many-keys", f"You have {_MOST} keys here already; revoke one first.")
            key = tx.add(key)
            self._ground.record(tx, actor, "key.created", ("key", key.id), {"scopes": [*sorted(scopes)]})
        return Secret(text), _shown(key)

    def list_keys(self, actor: Actor) -> tuple[ShownKey, ...]:
        """The actor's keys in this workspace that were not revoked, the newest first."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        with self._ground.outside() as tx:
            return tuple(_shown(key) for key in self._standing(tx, actor))

    def revoke(self, actor: Actor, key_id: str) -> None:
        """A key counts no more. Raises NotFound for one that is not the actor's."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        with self._ground.inside(actor) as tx:
            key = next((each for each in self._standing(tx, actor) if each.id == key_id), None)
            if key is None:
                raise NotFound("no-key", "There is no such key.")
            tx.update(replace(key, ended_at=self._ground.clock()))
            self._ground.record(tx, actor, "key.revoked", ("key", key.id))

    def actor_of(self, actor: Actor, text: str) -> Actor:
        """Who comes with a key. Raises NotSignedIn."""
        now = self._ground.clock()
        refused = NotSignedIn("not-signed-in", "This API key is not valid, or no longer.")
        if not is_api_key(text):
            raise refused
        digest = hash_token(text, TokenUse.API_KEY)
        home = self._homes.get(digest)
        key, user, place = self._seen(digest, now, home or INSTALLATION, refused)
        if home != key.in_workspace:  # not known, or wrong: what counts is what the key says
            self._homes.keep(digest, key.in_workspace)
            key, user, place = self._seen(digest, now, key.in_workspace, refused)
        if key.used_at is None or now - key.used_at >= _NOTED_EVERY:
            with suppress(Conflict), self._ground.outside() as tx:  # else another request has noted it just now
                tx.update(replace(key, used_at=now))
        if place is None:
            raise refused
        scopes = frozenset(map(Scope, key.scopes))
        is_needed = self._is_factor_needed or place.needs_second_factor
        return Actor(
            user.id,
            actor.source,
            key.in_workspace,
            place.role,
            user.is_operator,
            scopes,
            key.id,
            place.only_assigned,
            lacks_second_factor=is_needed and not user.second_factor,
        )

    def _seen(self, digest: str, now: datetime, home: str, refused: NotSignedIn) -> tuple[ApiKey, User, PlaceIn | None]:
        """The key, its owner, and what they are as it is seen from a workspace; all of one moment."""
        with self._ground.store.reading(InWorkspace(home)) as seen:
            key, user, *members = seen.follow(ApiKey, whose(home), token_hash=digest)
            if not isinstance(key, ApiKey) or key.ended_at is not None or (key.expires_at and now >= key.expires_at):
                raise refused
            if not isinstance(user, User) or user.disabled_at is not None:
                raise refused
            return key, user, find_place(seen, members, home)

    def _standing(self, tx: Transaction, actor: Actor) -> list[ApiKey]:
        keys = tx.every(ApiKey, order="-id", user_id=actor.user_id)
        return [key for key in keys if key.ended_at is None and key.in_workspace == actor.workspace_id]


def _shown(key: ApiKey) -> ShownKey:
    return ShownKey(
        key.id, key.name, key.hint, tuple(map(Scope, key.scopes)), key.created_at, key.expires_at, key.used_at
    )
