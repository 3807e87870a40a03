"""What a workspace uses: the promises of resume_customizer.services.usage."""

from contextlib import suppress
from dataclasses import replace

import pytest

from builders.desk import Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import NotFound, NotPermitted, QuotaExceeded
from resume_customizer.core.permissions import Role
from resume_customizer.core.tiers import Limit, Tier
from resume_customizer.services.usage import use


def fail() -> None:
    """Work that goes wrong in the middle of a transaction."""
    raise LookupError


def used(desk: Desk, actor: Actor) -> dict[Limit, int]:
    return {usage.limit: usage.used for usage in desk.usage.show(actor)[1]}


def test_what_is_over_the_limit_is_refused_and_not_counted(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with desk.ground.within(ann.workspace_id) as tx:
        use(tx, desk.ground, ann.workspace_id, Limit.RESUMES, 24)

    with (
        pytest.raises(QuotaExceeded, match="allows 25 resumes: 24 used, 2 more wanted"),
        desk.ground.within(ann.workspace_id) as tx,
    ):
        use(tx, desk.ground, ann.workspace_id, Limit.RESUMES, 2)
    assert used(desk, ann)[Limit.RESUMES] == 24


def test_what_fails_later_is_not_counted(desk: Desk) -> None:
    ann = desk.workspace("ann")

    with suppress(LookupError), desk.ground.within(ann.workspace_id) as tx:
        use(tx, desk.ground, ann.workspace_id, Limit.CUSTOMIZATIONS)
        fail()

    assert used(desk, ann)[Limit.CUSTOMIZATIONS] == 0


def test_what_is_deleted_is_given_back(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with desk.ground.within(ann.workspace_id) as tx:
        use(tx, desk.ground, ann.workspace_id, Limit.STORAGE, 1_000)
        use(tx, desk.ground, ann.workspace_id, Limit.STORAGE, -400)
        use(tx, desk.ground, ann.workspace_id, Limit.RESUMES, -3)

    assert used(desk, ann)[Limit.STORAGE] == 600
    assert used(desk, ann)[Limit.RESUMES] == 0


@pytest.mark.parametrize(
    ("limit", "span"),
    [(Limit.CUSTOMIZATIONS, {"days": 8}), (Limit.EMAILS, {"hours": 15}), (Limit.API_CALLS, {"seconds": 60})],
)
def test_a_month_a_day_and_a_minute_begin_at_zero(desk: Desk, limit: Limit, span: dict[str, float]) -> None:
    ann = desk.workspace("ann")
    with desk.ground.within(ann.workspace_id) as tx:
        use(tx, desk.ground, ann.workspace_id, limit, 40)
    assert used(desk, ann)[limit] == 40

    desk.later(**span)
    with desk.ground.within(ann.workspace_id) as tx:
        use(tx, desk.ground, ann.workspace_id, limit, 50)
    assert desk.ground.clock().day in {23, 24, 1}
    with desk.ground.within(ann.workspace_id) as tx, pytest.raises(QuotaExceeded):
        use(tx, desk.ground, ann.workspace_id, limit, 60)


def test_a_batch_is_held_to_its_own_size(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with desk.ground.within(ann.workspace_id) as tx:
        use(tx, desk.ground, ann.workspace_id, Limit.BATCH, 10)
        use(tx, desk.ground, ann.workspace_id, Limit.BATCH, 10)
        with pytest.raises(QuotaExceeded, match="split the batch"):
            use(tx, desk.ground, ann.workspace_id, Limit.BATCH, 11)


def test_workspaces_are_counted_apart(desk: Desk) -> None:
    ann, eve = desk.workspace("ann"), desk.workspace("eve")
    with desk.ground.within(ann.workspace_id) as tx:
        use(tx, desk.ground, ann.workspace_id, Limit.RESUMES, 25)

    assert used(desk, eve)[Limit.RESUMES] == 0
    assert used(desk, ann)[Limit.MEMBERS] == 1


def test_only_the_operator_changes_a_tier(desk: Desk) -> None:
    ann = desk.workspace("ann")
    operator = replace(desk.person("olga"), is_operator=True)
    with pytest.raises(NotPermitted):
        desk.usage.set_tier(ann, ann.workspace_id, Tier.ENTERPRISE)

    desk.usage.set_tier(operator, ann.workspace_id, Tier.PREMIUM)

    tier, usages = desk.usage.show(ann)
    assert tier is Tier.PREMIUM
    assert {usage.limit: usage.allowed for usage in usages}[Limit.RESUMES] == 2_500
    with pytest.raises(NotFound):
        desk.usage.set_tier(operator, "019a0000-0000-7000-8000-000000000000", Tier.PREMIUM)
    with pytest.raises(NotPermitted):
        desk.usage.show(operator)


def test_a_smaller_tier_takes_nothing_away_and_lets_nothing_more_in(desk: Desk) -> None:
    ann = desk.workspace("ann")
    operator = replace(desk.person("olga"), is_operator=True)
    desk.usage.set_tier(operator, ann.workspace_id, Tier.PREMIUM)
    with desk.ground.within(ann.workspace_id) as tx:
        use(tx, desk.ground, ann.workspace_id, Limit.RESUMES, 30)
    desk.usage.set_tier(operator, ann.workspace_id, Tier.FREE)

    assert used(desk, ann)[Limit.RESUMES] == 30
    with desk.ground.within(ann.workspace_id) as tx:
        with pytest.raises(QuotaExceeded):
            use(tx, desk.ground, ann.workspace_id, Limit.RESUMES)
        assert use(tx, desk.ground, ann.workspace_id, Limit.RESUMES, -5).used == 25
    assert desk.member(ann, "bob", Role.VIEWER)
