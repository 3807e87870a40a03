"""Take what is due, for a while: others see it again when the lease is over.

    queue + now  ->  take_due()  ->  Due records that are this worker's until the lease ends

Promises (tests in tests/services/test_sending.py):

* Nothing is taken by two at once, and nothing that was taken is lost when the one who took it dies.
* Whoever finds nothing due stops nobody from writing.
"""

from dataclasses import replace
from datetime import timedelta

from resume_customizer.core.records.record import INSTALLATION, new_id
from resume_customizer.core.records.work import Due
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import InWorkspace, Transaction


def take_due(ground: Ground, queue: str, limit: int, lease: timedelta) -> tuple[Due, ...]:
    """What waits longest, at most so many. Raises Unavailable."""
    now, me, home = ground.clock(), new_id(), InWorkspace(INSTALLATION)
    with ground.store.reading(home) as reading:
        if not reading.list(Due, order="due_at", until=now, limit=1, queue=queue).records:
            return ()

    def take(tx: Transaction) -> tuple[Due, ...]:
        return tx.update_all(
            replace(each, due_at=now + lease, leased_by=me, leased_until=now + lease, attempts=each.attempts + 1)
            for each in tx.claim(Due, order="due_at", until=now, limit=limit, queue=queue)
        )

    return ground.store.run(home, take)
