"""Requests with a key: done once, however often they are sent (the Idempotency-Key of HTTP, a click of the web app).

    key + digest of what was sent  ->  claimed  ->  the work, its effect and its answer in one transaction  ->  answer
    the same key again             ->  the same answer, and no second effect

Promises (tests in tests/services/test_once.py):

* The same request twice, also at the same moment, has one effect; the second one gets the first one's answer, or is
  told that the first one is under way.
* The same key for something else is refused. Another person's key is another key.
* What failed was not done, and can be sent again with its key.
* Whoever dies in the middle leaves either both the effect and its answer, or neither.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, ResumeCustomizerError, Unavailable
from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.core.records.work import DoneRequest
from resume_customizer.core.secret_text import Place, Secret
from resume_customizer.services.ground import Ground
from resume_customizer.services.last_transaction import holding
from resume_customizer.services.store import InWorkspace, Transaction

KEPT_FOR: Final = timedelta(hours=24)
LEASE: Final = timedelta(minutes=2)
"""After so long a request without an answer counts as dead: no request may work for longer."""
LONGEST_KEY: Final = 255
_DROPPED_AT_ONCE: Final = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What a door answered."""

    status: int
    text: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    is_repeated: bool = False
    """Whether it was given before."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done once."""

    key: str
    operation: str
    """E.g. `POST /api/v1/workspaces`: the same key for another operation is another request."""
    digest: str
    """SHA-256 of what was sent."""


class Once:
    """Answers that are kept for a day."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def answer(self, actor: Actor, asked: Asked, work: Callable[[], Answer]) -> Answer:
        """What `work` answers, or what it answered before.

        Raises InvalidInput for a key that can't be one or was used for something else, Conflict `in-flight`.
        """
        if not 1 <= len(asked.key) <= LONGEST_KEY or not all("!" <= each <= "~" for each in asked.key):
            raise InvalidInput("bad-key", f"An Idempotency-Key has 1 to {LONGEST_KEY} visible ASCII characters.")
        claimed = self._claim(actor, asked)
        if isinstance(claimed, Answer):
            return claimed
        with holding() as held:
            try:
                answer = work()
                with held.last(self._ground.store, InWorkspace(INSTALLATION)) as tx:
                    tx.update(self._answered(claimed, answer))
            except BaseException as fault:
                if not isinstance(fault, Unavailable) or fault.code != "outcome-unknown":
                    held.let_go()
                    self._release(claimed)
                raise
        return answer

    def _claim(self, actor: Actor, asked: Asked) -> DoneRequest | Answer:
        key, now = _key_of(actor, asked), self._ground.clock()
        under_way = Conflict("in-flight", "A request with this key is under way. Ask again in a moment.")
        try:
            with self._ground.outside() as tx:
                self._drop_old(tx)
                found = tx.find(DoneRequest, key=key)
                if found is None:
                    return tx.add(DoneRequest(key=key, body_digest=asked.digest, expires_at=now + LEASE))
                if found.expires_at <= now:
                    anew = replace(found, body_digest=asked.digest, status=0, answer={}, expires_at=now + LEASE)
                    return tx.update(anew)
        except Conflict:
            raise under_way from None
        if found.body_digest != asked.digest:
            message = "This Idempotency-Key was used for something else. Use a new key for each thing to be done."
            raise InvalidInput("key-used", message)
        if not found.status:
            raise under_way
        return self._again(found)

    def _again(self, found: DoneRequest) -> Answer:
        try:
            text = self._ground.seals.open(str(found.answer["sealed"]), _place(found.id)).reveal()
        except ResumeCustomizerError:
            message = "This was done, and its answer can't be shown again: keys for secrets were changed since."
            raise Conflict("answer-gone", message) from None
        parts = json.loads(text)
        return Answer(found.status, parts["text"], parts["headers"], is_repeated=True)

    def _answered(self, claimed: DoneRequest, answer: Answer) -> DoneRequest:
        """An answer can hold a secret that is shown once, so it is kept sealed."""
        text = json.dumps({"text": answer.text, "headers": dict(answer.headers)})
        sealed = self._ground.seals.seal(Secret(text), _place(claimed.id))
        until = self._ground.clock() + KEPT_FOR
        return replace(claimed, status=answer.status, answer={"sealed": sealed}, expires_at=until)

    def _release(self, claimed: DoneRequest) -> None:
        with suppress(Conflict, NotFound, Unavailable), self._ground.outside() as tx:  # else its lease ends by itself
            tx.delete(claimed)

    def _drop_old(self, tx: Transaction) -> None:
        """So that what is kept for a day does not need a sweep of its own; those of the last hour may be asked for."""
        until = self._ground.clock() - LEASE
        for old in tx.claim(DoneRequest, order="expires_at", until=until, limit=_DROPPED_AT_ONCE):
            tx.delete(old)


def _key_of(actor: Actor, asked: Asked) -> str:
    who = actor.user_id or f"nobody at {actor.source.address}"
    parts = json.dumps([who, actor.workspace_id, asked.operation, asked.key])
    return hashlib.sha256(parts.encode()).hexdigest()


def _place(request_id: str) -> Place:
    return Place("done_requests", "answer", request_id)
