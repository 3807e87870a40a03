"""What every store must do, whatever it is built on: the promises of services/store.py.

To add a store, add it to stores.STORES; do not add a test that runs on one store only.
"""

import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from contracts import stores
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, PromiseBroken
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.accounts import Session, User
from resume_customizer.core.records.desk import Consultant, Requirement, SentLine, Submission
from resume_customizer.core.records.record import INSTALLATION, NOT_YET, new_id
from resume_customizer.core.records.resumes import Batch, BatchItem, Resume, ResumeVersion
from resume_customizer.core.records.work import AuditEntry, Due
from resume_customizer.core.records.workspaces import Membership, Usage, Workspace
from resume_customizer.services.store import InWorkspace, Link, Store

HOME, ELSEWHERE = InWorkspace(new_id()), InWorkspace(new_id())
NOBODY = InWorkspace()


@pytest.fixture(
    params=[
        pytest.param(make, marks=pytest.mark.services if make is stores.postgresql else ()) for make in stores.STORES
    ],
    ids=lambda make: make.__name__,
)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """One store, empty; a transaction that is still open at the end of a test fails it."""
    with request.param(tmp_path, lambda: request.getfixturevalue("services")) as found:
        yield found
        health = found.health()
        found.close()
    assert health.is_reachable, health.message
    assert health.in_use == 0


def _add(store: Store, *names: str, scope: InWorkspace = HOME) -> tuple[Resume, ...]:
    with store.transaction(scope) as tx:
        return tx.add_all(Resume(name=name) for name in names)


def test_what_a_block_adds_is_there_for_the_next_as_it_was_given(store: Store) -> None:
    given = Requirement(
        title="Ingénieur Java – “Senior”",
        rate_cents=9_500,
        work_mode="remote",
        technologies=("Java", "C++", "日本語"),
        analysis={"must": [{"name": "Java", "years": 5}], "nothing": None, "share": 0.5},
        deadline=datetime(2026, 11, 23, 9, 30, 0, 123456, tzinfo=UTC),
        next_step_due=datetime(2026, 3, 1, 1, tzinfo=UTC).astimezone(),
    )
    with store.transaction(HOME) as tx:
        added = tx.add(given)
    with store.reading(HOME) as tx:
        found = tx.get(Requirement, given.id)

    assert found == added
    assert found == replace(
        given,
        workspace_id=HOME.workspace_id,
        version=1,
        created_at=added.created_at,
        changed_at=added.changed_at,
    )
    assert NOT_YET < found.created_at == found.changed_at


def test_a_block_that_fails_leaves_nothing(store: Store) -> None:
    (kept,) = _add(store, "kept")

    def fail() -> None:
        with store.transaction(HOME) as tx:
            tx.add(Resume(name="never"))
            tx.update(replace(kept, name="changed"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    with store.reading(HOME) as tx:
        assert tx.list(Resume).records == (kept,)


def test_a_refused_row_leaves_nothing_even_when_the_refusal_is_swallowed(store: Store) -> None:
    def swallow() -> None:
        with store.transaction(HOME) as tx:
            tx.add(Usage(counter="a"))
            with suppress(Conflict):
                tx.add(Usage(counter="a"))

    with pytest.raises(Conflict, match="one like this"):
        swallow()
    with store.reading(HOME) as tx:
        assert tx.count(Usage) == 0


def test_an_update_counts_the_version_and_keeps_the_rest(store: Store) -> None:
    (resume,) = _add(store, "first")
    with store.transaction(HOME) as tx:
        changed = tx.update(replace(resume, name="second", tags=("a", "b")))
    with store.reading(HOME) as tx:
        assert tx.get(Resume, resume.id) == changed

    assert (changed.version, changed.created_at) == (2, resume.created_at)
    assert changed.changed_at >= resume.changed_at


def test_two_who_change_the_same_record_the_second_is_told(store: Store) -> None:
    (resume,) = _add(store, "as it was")
    with store.transaction(HOME) as tx:
        first = tx.update(replace(resume, name="first"))
    with pytest.raises(Conflict, match="meanwhile") as caught, store.transaction(HOME) as tx:
        tx.update(replace(resume, name="second"))
    assert caught.value.code == "changed-meanwhile"
    with pytest.raises(Conflict, match="meanwhile"), store.transaction(HOME) as tx:
        tx.delete(resume)

    with store.reading(HOME) as tx:
        assert tx.get(Resume, resume.id) == first


def test_many_changes_are_kept_as_one_and_none_of_them_when_somebody_was_quicker(store: Store) -> None:
    resumes = _add(store, "a", "b", "c")
    with store.transaction(HOME) as tx:
        changed = tx.update_all(replace(each, name=each.name.upper()) for each in resumes)
        assert tx.update_all(()) == ()
    assert [(each.name, each.version) for each in changed] == [("A", 2), ("B", 2), ("C", 2)]

    def swallow() -> None:
        with store.transaction(HOME) as tx, suppress(Conflict):
            tx.update_all([replace(changed[0], name="late"), replace(resumes[1], name="late")])

    with pytest.raises(Conflict, match="meanwhile"):
        swallow()
    with store.reading(HOME) as tx:
        assert tuple(tx.every(Resume)) == changed


def test_records_are_found_by_many_keys_at_once_within_the_workspace(store: Store) -> None:
    resumes = _add(store, *map(str, range(5)))
    (elsewhere,) = _add(store, "theirs", scope=ELSEWHERE)
    with store.transaction(HOME) as tx:
        tx.add_all(Usage(counter=name, used=1) for name in "abc")
        found = tx.find_all(Usage, "counter", ("a", "c", "a"))
        assert sorted(each.counter for each in found) == ["a", "c"]
        found_resumes = tx.find_all(Resume, "id", [each.id for each in resumes])
        assert sorted(found_resumes, key=lambda each: each.name) == list(resumes)
        assert tx.find_all(Resume, "id", ()) == ()
        with pytest.raises(ValueError, match="no key"):
            tx.find_all(Resume, "name", ["1"])
    with store.reading(ELSEWHERE) as tx:
        assert tx.find_all(Resume, "id", [resumes[0].id, elsewhere.id]) == (elsewhere,)


def test_a_record_is_followed_to_others_within_the_workspace(store: Store) -> None:
    with store.transaction(HOME) as tx:
        ann = tx.add(User(email="anna@example.org", email_key="anna"))
        session = tx.add(Session(user_id=ann.id, token_hash="hash", used_at=ann.created_at))
        member = tx.add(Membership(user_id=ann.id, role=Role.EDITOR))
    links = (Link(User, "id", "user_id"), Link(Membership, "user_id", "user_id"))

    with store.reading(HOME) as seen:
        assert seen.follow(Session, links, id=session.id) == (session, ann, member)
        assert seen.follow(Session, links, token_hash="hash") == (session, ann, member)
        assert seen.follow(Session, links, token_hash="other") == (None, None, None)
    for elsewhere in (ELSEWHERE, InWorkspace()):
        with store.reading(elsewhere) as seen:
            assert seen.follow(Session, links, id=session.id) == (session, ann, None)
    with store.reading(InWorkspace(HOME.workspace_id, ann.id)) as seen, pytest.raises(ValueError, match="own scope"):
        seen.follow(Session, links, id=session.id)


def test_records_are_counted_by_what_a_column_holds(store: Store) -> None:
    resumes = _add(store, "a")
    with store.transaction(HOME) as tx:
        batch = tx.add(Batch(name="Monday"))
        version = tx.add(ResumeVersion(resume_id=resumes[0].id, number=1, file_name="a.docx", digest="", size=1))
        tx.add_all(
            BatchItem(
                batch_id=batch.id,
                number=number,
                resume_id=resumes[0].id,
                resume_version_id=version.id,
                resume_name="a",
                file_name="a.docx",
                target=0,
                label="b",
                status=status,
            )
            for number, status in enumerate(("new", "done", "done"), 1)
        )
    with store.reading(HOME) as tx:
        assert dict(tx.count_by(BatchItem, "status", batch_id=batch.id)) == {"new": 1, "done": 2}
        with pytest.raises(ValueError, match="no index"):
            tx.count_by(BatchItem, "label", batch_id=batch.id)
    with store.reading(ELSEWHERE) as tx:
        assert dict(tx.count_by(BatchItem, "status", batch_id=batch.id)) == {}


def test_what_is_deleted_is_gone(store: Store) -> None:
    (resume,) = _add(store, "gone")
    with store.transaction(HOME) as tx:
        tx.delete(resume)
    for action in ("get", "update", "delete"):
        with pytest.raises(NotFound), store.transaction(HOME) as tx:
            tx.get(Resume, resume.id) if action == "get" else getattr(tx, action)(resume)


def test_another_workspace_sees_nothing_and_changes_nothing(store: Store) -> None:
    (resume,) = _add(store, "Java secret")
    for scope in (ELSEWHERE, NOBODY, InWorkspace(INSTALLATION)):
        with store.reading(scope) as tx:
            assert tx.list(Resume).records == tx.search(Resume, "secret").records == ()
            assert tx.count(Resume) == 0
            assert list(tx.every(Resume, order="name")) == []
            with pytest.raises(NotFound) as foreign:
                tx.get(Resume, resume.id)
            with pytest.raises(NotFound) as unknown:
                tx.get(Resume, new_id())
        assert str(foreign.value) == str(unknown.value)
        for change in ("update", "delete"):
            with pytest.raises((NotFound, PromiseBroken)), store.transaction(scope) as tx:
                getattr(tx, change)(resume)
            with pytest.raises((NotFound, PromiseBroken)), store.transaction(scope) as tx:
                getattr(tx, change)(replace(resume, workspace_id=""))

    with store.reading(HOME) as tx:
        assert tx.get(Resume, resume.id) == resume


def test_nothing_is_written_to_another_workspace(store: Store) -> None:
    for scope in (HOME, NOBODY):
        with pytest.raises(PromiseBroken), store.transaction(scope) as tx:
            tx.add(Resume(name="stray", workspace_id=ELSEWHERE.workspace_id))
    with store.reading(ELSEWHERE) as tx:
        assert tx.count(Resume) == 0


def test_a_reference_can_not_leave_its_workspace(store: Store) -> None:
    (resume,) = _add(store, "target")
    version = ResumeVersion(resume_id=resume.id, number=1, file_name="a.docx", digest="0" * 64, size=1)
    with pytest.raises(Conflict), store.transaction(ELSEWHERE) as tx:
        tx.add(version)
    with store.transaction(HOME) as tx:
        tx.add(version)
    with pytest.raises(Conflict) as caught, store.transaction(HOME) as tx:
        tx.delete(resume)
    assert caught.value.code == "in-use"


def test_a_user_sees_the_own_memberships_from_outside_and_no_others(store: Store) -> None:
    anna, ben = User(email="anna@example.org", email_key="anna"), User(email="ben@example.org", email_key="ben")
    with store.transaction(NOBODY) as tx:
        tx.add_all((anna, ben))
        tx.add(Workspace(name="home", id=HOME.workspace_id))
    with store.transaction(HOME) as tx:
        (hers, _) = tx.add_all(Membership(user_id=each.id, role=Role.EDITOR) for each in (anna, ben))

    with store.reading(InWorkspace("", anna.id)) as tx:
        assert tx.list(Membership, user_id=anna.id).records == tx.list(Membership).records == (hers,)
    with pytest.raises((NotFound, PromiseBroken, Conflict)), store.transaction(InWorkspace("", anna.id)) as tx:
        tx.update(replace(hers, role=Role.OWNER, workspace_id=""))
    with store.reading(HOME) as tx:
        assert tx.get(Membership, hers.id).role is Role.EDITOR


def test_an_adviser_finds_nothing_of_people_who_are_assigned_to_others(store: Store) -> None:
    adviser, other = new_id(), new_id()
    with store.transaction(HOME) as tx:
        mine, theirs = tx.add_all(Consultant(name="Student", adviser_id=each) for each in (adviser, other))
        resumes = tx.add_all(Resume(name="cv", consultant_id=each) for each in (mine.id, theirs.id, None))
        tx.add_all(
            ResumeVersion(resume_id=each.id, number=1, file_name="a.docx", digest="0" * 64, size=1) for each in resumes
        )

    with store.reading(InWorkspace(HOME.workspace_id, adviser_id=adviser)) as tx:
        seen = {resumes[0].id, resumes[2].id}
        assert [each.id for each in tx.every(Consultant)] == [mine.id]
        assert {each.id for each in tx.every(Resume)} == {each.id for each in tx.search(Resume, "cv").records} == seen
        assert {each.resume_id for each in tx.list(ResumeVersion).records} == seen
        assert tx.count(Resume, consultant_id=theirs.id) == 0
        assert tx.find(ResumeVersion, resume_id=resumes[1].id, number=1) is None
        assert tx.list_among(Resume, {"consultant_id": [mine.id, theirs.id]}) == (resumes[0],)
        with pytest.raises(NotFound):
            tx.get(Resume, resumes[1].id)
    with store.reading(HOME) as tx:
        assert tx.count(ResumeVersion) == 3


def test_pages_neither_repeat_nor_leave_out(store: Store) -> None:
    _add(store, *(f"{chr(97 + n % 5)}" for n in range(23)))
    _add(store, "other", scope=ELSEWHERE)
    for order in ("id", "-id", "name", "-name", "-changed_at"):
        seen: list[Resume] = []
        after = ""
        with store.transaction(HOME) as tx:
            while True:
                page = tx.list(Resume, order=order, after=after, limit=5)
                seen += page.records
                after = page.next
                if not after:
                    break
                tx.add(Resume(name="zz" if order == "-name" else "A"))
            added = [each for each in tx.list(Resume, limit=1000).records if each.name in {"zz", "A"}]
            for each in added:
                tx.delete(each)
        old = [each for each in seen if each not in added]
        assert len(old) == len({each.id for each in old}) == 23
        column = order.removeprefix("-")
        keys = [(getattr(each, column), each.id) for each in seen]
        assert keys == sorted(keys, reverse=order.startswith("-"))


def test_a_page_begins_only_where_one_ended(store: Store) -> None:
    _add(store, "a", "b", "c")
    with store.reading(HOME) as tx:
        by_name = tx.list(Resume, order="name", limit=1).next
        for order, after in (
            ("name", "nonsense"),
            ("name", "é"),
            ("id", by_name),
            ("changed_at", by_name),
            ("name", new_id()),
            ("name", "W" * 4000),
            ("id", "1; DROP TABLE resumes"),
        ):
            with pytest.raises(InvalidInput):
                tx.list(Resume, order=order, after=after)
        assert len(tx.list(Resume, limit=0).records) == 1


def test_what_has_no_index_is_not_asked_for(store: Store) -> None:
    with store.reading(HOME) as tx:
        with pytest.raises(ValueError, match="no index"):
            tx.list(Resume, order="tags")
        with pytest.raises(ValueError, match="no index"):
            tx.list(Resume, order="name", owner_id=new_id())
        with pytest.raises(ValueError, match="no index"):
            tx.count(Resume, name="x")
        with pytest.raises(ValueError, match="no key"):
            tx.find(Resume, name="x")
        with pytest.raises(ValueError, match="not searched"):
            tx.search(Usage, "x")


def test_lists_by_column_within_bounds(store: Store) -> None:
    begin = datetime(2026, 11, 1, tzinfo=UTC)
    with store.transaction(NOBODY) as tx:
        for day in range(6):
            queue = "mail" if day % 2 else "job"
            tx.add(Due(queue=queue, in_workspace=new_id(), subject_id=new_id(), due_at=begin + timedelta(days=day)))
    with store.reading(NOBODY) as tx:
        due = tx.list(Due, queue="mail", order="due_at", since=begin, until=begin + timedelta(days=3)).records
        assert [each.due_at.day for each in due] == [2, 4]
        assert tx.count(Due, queue="job") == 3
        assert tx.find(Due, queue="mail", subject_id=due[0].subject_id) == due[0]
        assert tx.find(Due, queue="job", subject_id=due[0].subject_id) is None


def test_many_lists_at_once_give_the_first_of_each_and_each_record_once(store: Store) -> None:
    begin = datetime(2026, 11, 1, tzinfo=UTC)

    def line(head: str, tail: str, day: int, client: str = "orchard") -> SentLine:
        at = begin + timedelta(days=day)
        return SentLine(submission_id=sent.id, consultant_id=who.id, client_key=client, text=f"{head}{tail}{day}",
                        head=head, tail=tail, sent_at=at)  # fmt: skip

    with store.transaction(HOME) as tx:
        who, opening = tx.add(Consultant(name="Ann")), tx.add(Requirement(title="Tester"))
        sent = tx.add(
            Submission(requirement_id=opening.id, consultant_id=who.id, file_digest="0" * 64, file_name="a.docx")
        )
        tx.add_all(line("often", "x", day) for day in range(9))
        tx.add_all((line("rare", "y", 1), line("old", "y", -40), line("rare", "z", 2, "elsewhere"), line("no", "z", 3)))

    def texts(scope: InWorkspace, *choices: dict[str, str | list[str]], **more: Any) -> list[str]:  # noqa: ANN401
        with store.reading(scope) as tx:
            found = tx.list_among(SentLine, *choices, order="-sent_at", since=begin, most=2, **more)
        return [each.text for each in found]

    heads: dict[str, str | list[str]] = {"client_key": "orchard", "head": ["often", "rare", "old", "unknown"]}
    tails: dict[str, str | list[str]] = {"client_key": "orchard", "tail": ["y", "z"]}
    assert texts(HOME, heads) == ["oftenx8", "oftenx7", "rarey1"]
    assert texts(HOME, heads, tails) == ["oftenx8", "oftenx7", "noz3", "rarey1"]
    assert texts(HOME, {"client_key": "orchard", "head": "often"}, tails) == ["oftenx8", "oftenx7", "noz3", "rarey1"]
    assert texts(HOME, heads, having={"text": "oftenx7"}) == ["oftenx7"]
    assert texts(HOME, heads, without={"text": "oftenx8"}) == ["oftenx7", "oftenx6", "rarey1"]
    assert texts(HOME, {"client_key": "orchard", "head": []}) == texts(HOME) == texts(ELSEWHERE, heads, tails) == []
    with store.reading(HOME) as tx, pytest.raises(ValueError, match="no index"):
        tx.list_among(SentLine, {"client_key": "orchard", "text": ["a"]}, order="-sent_at")


def test_search_finds_beginnings_of_words_in_any_case_the_newest_first(store: Store) -> None:
    with store.transaction(HOME) as tx:
        java = tx.add(Requirement(title="Senior JAVA developer", client="Öresund AB", technologies=("Java", "Kafka")))
        script = tx.add(Requirement(title="JavaScript engineer", posting="Node.js, C++ and O'Reilly's % of \"work\""))
    with store.transaction(ELSEWHERE) as tx:
        tx.add(Requirement(title="Java elsewhere"))

    with store.reading(HOME) as tx:
        for text, expected in (
            ("java", (script, java)),
            ("Java DEV", (java,)),
            ("öresund", (java,)),
            ("kafka", (java,)),
            ("node", (script,)),
            ("node.js", (script,)),
            ("reilly", (script,)),
            ("C++", (script,)),
            ("developer engineer", ()),
            ("%", ()),
            ("\" OR workspace:* ' & ! :* (", ()),
            ("NOT java", ()),
            (HOME.workspace_id, ()),
            ("", ()),
        ):
            assert tx.search(Requirement, text).records == expected, text
        page = tx.search(Requirement, "java", limit=1)
        assert page.records == (script,)
        assert tx.search(Requirement, "java", limit=1, after=page.next).records == (java,)


def test_search_follows_changes(store: Store) -> None:
    (resume,) = _add(store, "before")
    with store.transaction(HOME) as tx:
        resume = tx.update(replace(resume, name="after", tags=("banking",)))
    with store.reading(HOME) as tx:
        assert tx.search(Resume, "before").records == ()
        assert tx.search(Resume, "after").records == tx.search(Resume, "bank").records == (resume,)
    with store.transaction(HOME) as tx:
        tx.delete(resume)
    with store.reading(HOME) as tx:
        assert tx.search(Resume, "after").records == ()


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\ud800", "𝒳" * 10, "'; DROP TABLE users; --", "\u202e%_\\"])
def test_a_hostile_text_is_kept_as_it_is_or_refused_in_words(store: Store, text: str) -> None:
    kept = Resume(name=text)
    refused = ""
    try:
        with store.transaction(HOME) as tx:
            tx.add(kept)
    except InvalidInput as fault:
        refused = fault.code
    with store.reading(HOME) as tx:
        found = [each.name for each in tx.list(Resume).records]
    assert (found, refused) == ([text], "") or (
        (found, refused) == ([], "bad-value") and any(char in text for char in "\x00\ud800")
    )
    with store.reading(HOME) as tx:
        tx.search(Resume, text)
        with pytest.raises(NotFound):
            tx.get(Resume, text)


@pytest.mark.parametrize("number", [2**63, -(2**70), 10**400])
def test_a_number_too_large_is_refused_in_words(store: Store, number: int) -> None:
    with pytest.raises(InvalidInput), store.transaction(HOME) as tx:
        tx.add(Usage(counter="x", used=number))


def test_the_installation_has_a_trail_of_its_own(store: Store) -> None:
    entry = AuditEntry(
        number=1, at=datetime.now(UTC), actor_id="", action="installation.started", previous="", hash="0" * 64
    )
    with store.transaction(InWorkspace(INSTALLATION)) as tx:
        tx.add(entry)
    with store.reading(HOME) as tx:
        assert tx.count(AuditEntry) == 0
    with store.reading(InWorkspace(INSTALLATION)) as tx:
        assert tx.find(AuditEntry, number=1) is not None


def test_threads_that_add_up_lose_nothing(store: Store) -> None:
    with store.transaction(HOME) as tx:
        usage = tx.add(Usage(counter="together"))
    failures: list[BaseException] = []

    def count() -> None:
        try:
            for _ in range(10):
                with store.transaction(HOME) as tx:
                    seen = tx.get(Usage, usage.id, lock=True)
                    tx.update(replace(seen, used=seen.used + 1))
        except BaseException as fault:  # noqa: BLE001 - told in the thread of the test
            failures.append(fault)

    threads = [threading.Thread(target=count) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert failures == []
    with store.reading(HOME) as tx:
        assert tx.get(Usage, usage.id).used == 80


def test_run_gives_what_the_work_gives(store: Store) -> None:
    made = store.run(HOME, lambda tx: tx.add(Resume(name="made")))
    with store.reading(HOME) as tx:
        assert tx.list(Resume).records == (made,)


def test_health_says_what_is_open(store: Store) -> None:
    with store.transaction(HOME) as tx:
        tx.count(Resume)
        assert store.health().in_use == 1
    health = store.health()

    assert health.in_use == 0
    assert health.revision == "0001"
    assert health.milliseconds < 5000
