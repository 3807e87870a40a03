"""Whether other programs read the same and more: the promises of resume_customizer.core.reading_back."""

from resume_customizer.core.reading_back import Added, hold_readings

BEFORE = "Harrow Freight\n• Built booking services.\n• Led a team of three.\nQuillon Bank\n• Kept the ledger running."
POINTS = [
    Added("Ran Kafka for all bookings.", "Led a team of three."),
    Added("Cut lag to seconds.", "Led a team of three."),
    Added("Wrote Terraform modules.", "Kept the ledger running."),
]
AFTER = (
    "Harrow Freight\n* Built booking services.\n* Led a team of three.\n* Ran Kafka for all bookings.\n"
    "* Cut lag to seconds.\nQuillon Bank\n* Kept the ledger running.\n* Wrote Terraform modules."
)


def test_all_read_before_and_each_point_behind_its_bullet_holds() -> None:
    found = hold_readings("a reader", BEFORE, AFTER, POINTS, is_paged=False)

    assert found.holds
    assert found.words == 16


def test_a_word_that_is_read_no_more_is_named() -> None:
    found = hold_readings("a reader", BEFORE, AFTER.replace("Quillon Bank", "Quillon"), POINTS, is_paged=False)

    assert found.lost == ("bank",)
    assert not found.holds


def test_a_point_that_is_not_read_is_named() -> None:
    found = hold_readings("a reader", BEFORE, AFTER.replace("Cut lag to seconds.", "Cut lag"), POINTS, is_paged=False)

    assert found.missing == ("Cut lag to seconds.",)


def test_a_point_under_another_experience_is_named() -> None:
    moved = AFTER.replace("* Wrote Terraform modules.", "").replace(
        "Harrow Freight\n", "Harrow Freight\n* Wrote Terraform modules.\n"
    )

    found = hold_readings("a reader", BEFORE, moved, POINTS, is_paged=False)

    assert found.displaced == ("Wrote Terraform modules.",)
    assert found.missing == found.lost == ()


def test_pages_may_come_between_and_change_their_numbers() -> None:
    paged = AFTER.replace("Kafka for", "Kafka\nPage 1 of 2\nPetra Vandersloot\nfor")
    before = f"{BEFORE}\nPage 1 of 1\nPetra Vandersloot"
    after = f"{paged}\nPage 2 of 2\nPetra Vandersloot"

    assert hold_readings("pages", before, after, POINTS, is_paged=True).holds
    assert hold_readings("text", before, after, POINTS, is_paged=False).missing == ("Ran Kafka for all bookings.",)


def test_ligatures_and_case_make_no_difference() -> None:
    before, after = "Harrow \ufb01rm", "HARROW FIRM\nOf\ufb01ce moved."

    assert hold_readings("a reader", before, after, [Added("Office moved.", "firm")], is_paged=False).holds
