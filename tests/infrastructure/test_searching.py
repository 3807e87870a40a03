"""How PostgreSQL finds words; that all stores find the same is in tests/contracts/test_store.py."""

import pytest
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Engine

from contracts import stores
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.store import InWorkspace
from services_of_tests import Services

HOME = InWorkspace(new_id())


@pytest.mark.parametrize(
    ("text", "looked_up", "asked_of_what_is_found", "how_many"),
    [
        ("person 77", "'77':*", "'person':*", 11),
        ("seven person lucky", "'seven':* & 'lucky':*", "'person':*", 1),
        ("person number", "'person':* & 'number':*", "", 801),
        ("lucky", "'lucky':*", "", 1),
    ],
)
def test_a_common_word_is_asked_of_what_a_rare_one_finds(
    services: Services, engine: Engine, text: str, looked_up: str, asked_of_what_is_found: str, how_many: int
) -> None:
    with SqlStore(engine).transaction(HOME) as tx:
        tx.add_all(Resume(name=f"Person number {number}") for number in range(100, 900))
        tx.add(Resume(name="Person number 77, lucky seven"))
    owner = sa.create_engine(stores.as_owner(services.postgres, str(engine.url.database)))
    with owner.begin() as connection:
        connection.execute(sa.text("ANALYZE resumes"))
    owner.dispose()
    asked: list[dict[str, str]] = []
    event.listen(engine, "before_cursor_execute", lambda *call: asked.append(call[3]))

    with SqlStore(engine).reading(HOME) as tx:
        found = [each.name for each in tx.search(Resume, text, limit=1000).records]

    assert (found[0], len(found)) == ("Person number 77, lucky seven", how_many)
    words = [value for value in asked[-1].values() if str(value).endswith(":*")]
    shown = [value.replace("w" + HOME.workspace_id.replace("-", ""), "") for value in words]
    assert shown == [each for each in (looked_up, asked_of_what_is_found) if each]
