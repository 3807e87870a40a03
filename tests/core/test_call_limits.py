"""How often somebody may call."""

from resume_customizer.core.call_limits import OF_A_STRANGER, OF_AN_ADDRESS, OF_SIGNING_IN, Counter, Pace, limits_of
from resume_customizer.core.tiers import TIERS, Limit, Tier


def test_a_caller_has_the_limit_of_their_tier_and_a_stranger_that_of_the_address() -> None:
    for tier in Tier:
        assert limits_of(Pace.USUAL, "192.0.2.1", "ann", tier)[-1] == Counter(
            "caller", "ann", TIERS[tier][Limit.API_CALLS]
        )
    assert limits_of(Pace.USUAL, "192.0.2.1") == (
        Counter("address", "192.0.2.1", OF_AN_ADDRESS),
        Counter("stranger", "192.0.2.1", OF_A_STRANGER),
    )


def test_signing_in_is_bounded_apart_and_more_narrowly() -> None:
    assert limits_of(Pace.SIGNING_IN, "192.0.2.1") == (Counter("signing-in", "192.0.2.1", OF_SIGNING_IN),)
    assert OF_SIGNING_IN < OF_A_STRANGER < OF_AN_ADDRESS


def test_who_watches_over_the_process_is_not_counted() -> None:
    assert limits_of(Pace.UNCOUNTED, "192.0.2.1", "ann", Tier.FREE) == ()
