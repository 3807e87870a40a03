"""The audit trail: the promises of resume_customizer.core.audit."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.audit import (
    START,
    BrokenLink,
    Entry,
    Event,
    Head,
    append,
    canonical_json,
    find_broken_link,
    open_seal,
    seal,
)

DESK = "desk"
KEY = b"k" * 32
TEXT = st.text(max_size=8)
DETAILS = st.dictionaries(
    TEXT,
    st.recursive(
        st.none() | st.booleans() | st.integers() | TEXT,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
        max_leaves=4,
    ),
    max_size=3,
)
EVENTS = st.builds(
    Event,
    at=st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - drawn in UTC
    actor_id=TEXT,
    action=st.sampled_from(["resume.added", "mail.sent"]),
    record_id=TEXT,
    details=DETAILS,
)


def chain_of(events: list[Event], workspace: str = DESK) -> list[Entry]:
    entries: list[Entry] = []
    for event in events:
        entries.append(append(workspace, entries[-1].head if entries else START, event))
    return entries


CHAINS = st.lists(EVENTS, min_size=2, max_size=6).map(chain_of)


@given(CHAINS)
def test_a_chain_as_it_was_written_is_whole(chain: list[Entry]) -> None:
    assert find_broken_link(DESK, chain) is None
    assert find_broken_link(DESK, chain, until=chain[-1].head) is None
    assert find_broken_link(DESK, chain, until=chain[0].head) is None
    assert find_broken_link(DESK, []) is None


@given(CHAINS, st.data())
def test_changing_any_part_of_any_entry_is_found_there(chain: list[Entry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(chain) - 1))
    name = data.draw(st.sampled_from([field.name for field in fields(Event)]))
    event = chain[at].event
    if name == "at":
        changed = replace(event, at=event.at + timedelta(microseconds=1))
    elif name == "details":
        changed = replace(event, details={**event.details, "more": 1})
    else:
        changed = replace(event, **{name: getattr(event, name) + "x"})

    broken = find_broken_link(DESK, [*chain[:at], replace(chain[at], event=changed), *chain[at + 1 :]])

    assert broken == BrokenLink(at + 1, "This entry was changed.")


@given(CHAINS, st.data())
def test_an_entry_that_was_changed_and_hashed_anew_is_found_at_the_next(
    chain: list[Entry], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(chain) - 2))
    forged = append(
        DESK, chain[at - 1].head if at else START, replace(chain[at].event, actor_id=chain[at].event.actor_id + "x")
    )

    broken = find_broken_link(DESK, [*chain[:at], forged, *chain[at + 1 :]])

    assert broken == BrokenLink(at + 2, "This entry does not follow the one before it.")


@given(CHAINS, st.data())
def test_removing_any_entry_is_found_there(chain: list[Entry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(chain) - 1))

    broken = find_broken_link(DESK, [*chain[:at], *chain[at + 1 :]], until=chain[-1].head)

    assert broken
    assert broken.number == at + 1


@given(CHAINS, st.data())
def test_swapping_any_two_entries_is_found_at_the_first(chain: list[Entry], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(chain) - 2))
    second = data.draw(st.integers(first + 1, len(chain) - 1))
    swapped = [*chain]
    swapped[first], swapped[second] = chain[second], chain[first]

    broken = find_broken_link(DESK, swapped)

    assert broken
    assert broken.number == first + 1


@given(CHAINS, EVENTS, st.data())
def test_inserting_an_entry_is_found_at_it_or_behind_it(chain: list[Entry], event: Event, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(chain) - 1))
    inserted = append(DESK, chain[at - 1].head if at else START, replace(event, actor_id="mallory"))

    broken = find_broken_link(DESK, [*chain[:at], inserted, *chain[at:]])

    assert broken
    assert broken.number == at + 2


@given(CHAINS, st.data())
def test_an_end_that_was_cut_is_found_with_a_head_that_was_kept(chain: list[Entry], data: st.DataObject) -> None:
    left = data.draw(st.integers(0, len(chain) - 1))

    broken = find_broken_link(DESK, chain[:left], until=chain[-1].head)

    assert broken == BrokenLink(left + 1, f"The end is missing: the chain went on to entry {len(chain)}.")
    assert find_broken_link(DESK, chain[:left]) is None  # why the head has to be kept


@given(CHAINS, st.data())
def test_a_chain_that_was_written_anew_is_found_with_a_head_that_was_kept(
    chain: list[Entry], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(chain) - 1))
    events = [entry.event for entry in chain]
    events[at] = replace(events[at], actor_id=events[at].actor_id + "x")

    broken = find_broken_link(DESK, chain_of(events), until=chain[-1].head)

    assert broken
    assert broken.number == len(chain)


@given(CHAINS, st.data())
def test_a_chain_whose_beginning_was_dropped_is_whole_behind_the_head_that_was_kept(
    chain: list[Entry], data: st.DataObject
) -> None:
    dropped = data.draw(st.integers(1, len(chain) - 1))

    before = chain[dropped - 1].head
    assert find_broken_link(DESK, chain[dropped:], after=before, until=chain[-1].head) is None
    assert find_broken_link(DESK, chain[dropped:], after=before, until=before) is None
    assert find_broken_link(DESK, chain[dropped:], after=before, until=Head(dropped, "another")) is not None
    assert find_broken_link(DESK, chain[dropped:]) is not None


@given(CHAINS)
def test_an_entry_of_one_workspace_is_no_entry_of_another(chain: list[Entry]) -> None:
    moved = [replace(entry, workspace_id="other") for entry in chain]

    assert find_broken_link("other", chain) == BrokenLink(1, "This entry belongs to another workspace.")
    assert find_broken_link("other", moved) == BrokenLink(1, "This entry was changed.")


@given(DETAILS)
def test_equal_details_have_one_canonical_form(details: dict[str, object]) -> None:
    text = canonical_json(details)

    assert canonical_json(json.loads(text)) == text
    assert canonical_json(dict(reversed(details.items()))) == text


@pytest.mark.parametrize("value", [0.5, float("nan"), b"bytes", {1: "a"}, {"a": [object()]}, (1, 2)])
def test_details_without_one_canonical_form_are_refused(value: object) -> None:
    with pytest.raises(ValueError, match="can't hold"):
        canonical_json(value)


def test_details_that_are_nested_without_end_are_refused() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]

    with pytest.raises(ValueError, match="too deeply"):
        canonical_json(deep)


def test_the_same_moment_in_another_time_zone_is_the_same_entry() -> None:
    moment = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    event = Event(moment, "ann", "resume.added")
    elsewhere = replace(event, at=moment.astimezone())

    assert append(DESK, START, event).hash == append(DESK, START, elsewhere).hash


def test_the_hash_of_an_entry_never_changes_between_releases() -> None:
    event = Event(
        datetime(2026, 11, 23, 8, 0, tzinfo=UTC),
        "ann",
        "resume.added",
        "resume",
        "r1",
        "web 192.0.2.7",
        {"é": [1, None]},
    )

    assert append(DESK, Head(4, "ab"), event).hash == "8bf0a183417f8e2fdb30561f9ad7145be83a3090137e543bdb774c280d64de33"


@given(CHAINS, st.integers(0, 200), st.integers(1, 255))
def test_a_sealed_head_can_not_be_made_without_the_key(chain: list[Entry], at: int, difference: int) -> None:
    sealed = seal(DESK, chain[-1].head, KEY)
    changed = bytearray(sealed, "ascii")
    changed[at % len(changed)] ^= difference

    assert open_seal(DESK, sealed, KEY) == chain[-1].head
    assert open_seal(DESK, sealed, b"x" * 32) is None
    assert open_seal("other", sealed, KEY) is None
    assert open_seal(DESK, changed.decode("latin-1"), KEY) is None


@pytest.mark.parametrize("text", ["", ":", "::", "1:ab", "-1:ab:cd", "１:ab:cd", "9" * 5000 + ":a:b", "1:a:\ud800"])
def test_what_is_no_sealed_head_is_none(text: str) -> None:
    assert open_seal(DESK, text, KEY) is None
