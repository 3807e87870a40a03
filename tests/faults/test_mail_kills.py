"""Senders that are killed: no mail is doubled, none is lost, and what nobody knows is called so.

The long form, 10,000 mails and 100 kills, is run by `make faults`.
"""

from pathlib import Path

from faults.mail_under_fire import run


def test_whatever_is_killed_each_receiver_gets_one_mail_or_it_is_listed_as_unknown(tmp_path: Path) -> None:
    fired = run(tmp_path, messages=60, kills=3)

    assert sum(fired.statuses.values()) == 60
    assert fired.doubled == 0
    assert fired.wrong == ()
    assert fired.statuses["sent"] > 20  # what a killed sender had in hand is unknown: a portion for each kill
