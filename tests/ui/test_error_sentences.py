"""Errors in another language: the promises of resume_customizer.ui.error_sentences."""

import re
import ssl
from collections.abc import Iterator
from itertools import product
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.raised import VALUE, Raised, every_error
from resume_customizer.core.errors import InvalidInput, QuotaExceeded, ResumeCustomizerError
from resume_customizer.core.mail_lists import read_receivers
from resume_customizer.core.staffing.requirements import read_comment, read_fields
from resume_customizer.core.tiers import TIERS, Limit, Tier, check_limit
from resume_customizer.infrastructure import webhook_posts
from resume_customizer.infrastructure.fallback import replaying
from resume_customizer.infrastructure.network_targets import Targets
from resume_customizer.ui import texts
from resume_customizer.ui.error_sentences import ERRORS, error_place, error_sentence

NEVER_ON_A_SCREEN: Final = {
    "settings.py": "settings are read before anything starts",
    "core/actor.py not-in-scope": "only keys of the API have scopes",
    "core/certificate.py": "certificates are read by the command and the API",
    "core/drafts.py": "the command asks a language model",
    "core/planning/explaining.py": "the command explains points",
    "core/planning/plan_rows.py": "plans as files are for the command and the API",
    "core/tech_stack_readers/classic.py": "only the command asks for the classic shapes alone",
    "infrastructure/assistants.py": "assistants are answered by their own door",
    "infrastructure/backups.py": "backups are made and restored by the command",
    "infrastructure/blobs/naming.py bad-digest": "a fault of the program, not of a person",
    "infrastructure/blobs/naming.py bad-workspace": "a fault of the program, not of a person",
    "infrastructure/blobs/object_store.py bad-address": "read before anything starts",
    "infrastructure/blobs/object_store.py no-object-store": "read before anything starts",
    "infrastructure/celery.py bad-setting": "read before anything starts",
    "infrastructure/embeddings.py": "the command asks for a model of meaning",
    "infrastructure/encrypted_links.py": "read before anything starts",
    "infrastructure/files.py is-a-folder": "files are named by path to the command alone",
    "infrastructure/files.py no-such-file": "files are named by path to the command alone",
    "infrastructure/files.py not-readable": "files are named by path to the command alone",
    "infrastructure/files.py target-is-input": "files are named by path to the command alone",
    "infrastructure/files.py target-not-a-file": "files are named by path to the command alone",
    "infrastructure/folders.py": "folders are named to the command alone",
    "infrastructure/json_files/store.py newer-database": "looked at before anything starts",
    "infrastructure/language_model.py": "the command asks a language model",
    "infrastructure/logs.py": "logs are opened before anything starts",
    "infrastructure/mail_means.py bad-setting": "read before anything starts",
    "infrastructure/published_passwords.py bad-setting": "read before anything starts",
    "infrastructure/secrets.py bad-key-id": "keys are read before anything starts",
    "infrastructure/secrets.py bad-keys": "keys are read before anything starts",
    "infrastructure/secrets.py default-key": "keys are read before anything starts",
    "infrastructure/secrets.py no-keys": "keys are read before anything starts",
    "infrastructure/secrets.py open-key-file": "keys are read before anything starts",
    "infrastructure/secrets.py weak-key": "keys are read before anything starts",
    "infrastructure/server_certificate.py": "read before anything starts",
    "infrastructure/sql/engines.py": "read before anything starts",
    "infrastructure/sql/migrating.py": "looked at before anything starts",
    "infrastructure/sql/moving.py": "the command moves an installation",
    "infrastructure/sql/store.py unsafe-database": "looked at before anything starts",
    "infrastructure/stores.py": "read before anything starts",
    "infrastructure/text_readers.py": "the command reads with several programs",
    "infrastructure/tokens.py": "access tokens are of the API",
    "infrastructure/virus_scanner.py bad-setting": "read before anything starts",
    "resume/plain_text.py": "the command reads with several programs",
    "resume/verifier.py": "certificates are looked at by the command and the API",
    "services/people/api_keys.py not-signed-in": "keys are of the API",
    "services/documents/bulk.py": "the command customizes whole folders",
    "services/documents/json_lines.py": "the command reads postings line by line",
    "services/once.py": "keys against doing twice are of the API",
    "services/documents/one_call.py bad-certificate": "certificates are looked at by the command and the API",
    "services/documents/reapplying.py": "the command applies to new versions",
    "services/documents/suggesting.py": "the command asks a language model",
}
"""Modules, or errors of modules, and why nobody sees them in the web app."""
HELD_BELOW: Final = {
    "core/staffing/requirements.py bad-fields": "made of the problems of its fields",
    "core/tiers.py": "made of parts",
    "services/people/asking_again.py wrong-password": "said by who asks",
    "services/background/batches.py empty-batch": "made of the problems of its cells",
}
"""Errors that are put together; tests of their own hold them."""
OF_OURS: Final = ("7", "running")
"""A number or somebody's text, and a word that is translated itself."""


@pytest.fixture(autouse=True)
def in_german() -> Iterator[None]:
    texts.speak("de")
    yield
    texts.speak("en")


def is_told(message: str) -> bool:
    """With one value or another in each place."""
    first, *rest = message.split(VALUE)
    for values in product(OF_OURS, repeat=len(rest)):
        filled = first + "".join(value + literal for value, literal in zip(values, rest, strict=True))
        if error_sentence(filled) != filled:
            return True
    return False


def is_listed(error: Raised, places: dict[str, str]) -> bool:
    return error.module in places or f"{error.module} {error.code}" in places


def test_every_error_has_its_german_or_never_reaches_a_screen() -> None:
    errors = [each for each in every_error() if not is_listed(each, HELD_BELOW)]
    shown = [each for each in errors if not is_listed(each, NEVER_ON_A_SCREEN)]
    assert len(shown) > 500

    known = texts.catalogue("de")
    assert sorted(each for each in shown if each.message not in known and not is_told(each.message)) == []


def test_whoever_stands_on_a_list_is_there() -> None:
    keys = {key for each in every_error() for key in (each.module, f"{each.module} {each.code}")}

    assert set(NEVER_ON_A_SCREEN) - keys == set()
    assert set(HELD_BELOW) - keys == set()


def test_every_form_has_its_german_with_the_same_places() -> None:
    german = texts.catalogue("de")

    assert len(ERRORS) == len(set(ERRORS))
    assert {each for each in ERRORS if each not in german} == set()
    places = re.compile(r"\{\w+\}")
    assert [each for each in ERRORS if sorted(places.findall(each)) != sorted(places.findall(german[each]))] == []


@pytest.mark.parametrize("tier", Tier)
@pytest.mark.parametrize("limit", Limit)
def test_what_a_tier_refuses_is_told(tier: Tier, limit: Limit) -> None:
    most = TIERS[tier][limit]
    for used, wanted in ((most, 1), (0, most + 1), (1, most + 2_000_000)):
        with pytest.raises(QuotaExceeded) as refused:
            check_limit(tier, limit, used, wanted)
        assert error_sentence(refused.value.message).startswith(f"Die Stufe {tier.value.capitalize()} erlaubt ")


@pytest.mark.parametrize(
    "values",
    [
        {"title": 7},
        {"title": "x" * 300, "vendor_email": "nobody", "posting_link": "nowhere"},
        {"title": ""},
        {"title": "\x01", "status_of_mine": 1, "rate": "much"},
        {"work_mode": "moon", "tax_term": "none", "rate_currency": "dollars"},
        {"next_step_at": "soon"},
        {"next_step_at": "2026-12-01T15:00"},
        {"technologies": 7, "rate_cents": -1},
    ],
    ids=str,
)
def test_what_is_wrong_with_fields_is_told(values: dict[str, object]) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_fields(values)

    assert error_sentence(refused.value.message) != refused.value.message


def test_fields_are_called_as_on_the_screen() -> None:
    assert error_sentence("vendor_phone has 70 characters; the most is 60.") == (
        "Telefon des Vermittlers hat 70 Zeichen; höchstens 60 sind erlaubt."
    )
    assert error_place("time_zone") == "Zeitzone"


@pytest.mark.parametrize("comment", [7, "", "x" * 20_000, "\x01"], ids=["number", "empty", "long", "none"])
def test_what_is_wrong_with_a_comment_is_told(comment: object) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_comment(comment)

    assert error_sentence(refused.value.message) != refused.value.message


@pytest.mark.parametrize("text", ["Ada", "Ada\nBen", "\n".join("ABCDEFGHIJKLMN"), "address,name\na@b.example,x,y,z"])
def test_what_is_wrong_with_a_list_of_receivers_is_told(text: str) -> None:
    with pytest.raises(ResumeCustomizerError) as refused:
        read_receivers(text)

    assert error_sentence(refused.value.message).startswith("Es wurde niemandem geschrieben: Zeile 1: ") or (
        error_sentence(refused.value.message).startswith("Es wurde niemandem geschrieben: Zeile 2: ")
    )


def test_what_several_messages_lack_is_told_one_by_one() -> None:
    lacking = "ada@mail.example: There is no value for rate. ben@mail.example: There is no value for rate, today."

    assert error_sentence(f"Nothing was kept: 2 of 3 messages are not ready. {lacking}") == (
        "Es wurde nichts behalten: 2 von 3 Nachrichten sind nicht fertig. "
        "ada@mail.example: Es gibt keinen Wert für rate. ben@mail.example: Es gibt keinen Wert für rate, today."
    )


def test_what_a_batch_lacks_is_told_one_by_one() -> None:
    told = error_sentence(
        "No resume fits a target. The resume “Ada” fits the name of no target. Row 3: no resume “Ben”."
    )

    assert told == (
        "Kein Lebenslauf passt zu einem Ziel. Der Lebenslauf „Ada“ passt zum Namen keines Ziels. "
        "Zeile 3: kein Lebenslauf „Ben“."
    )


@pytest.mark.parametrize(
    "refused",
    [
        "The old password is not right. Nothing was changed.",
        "The password is not right. Nothing was changed.",
        "The password is not right. Nothing was erased.",
    ],
)
def test_a_password_that_is_not_right_is_told(refused: str) -> None:
    assert error_sentence(refused).startswith("Das ")


def test_words_of_ours_inside_an_error_are_told_too() -> None:
    assert error_sentence(
        "As viewer of this workspace you may not approve points; ask somebody with a higher role."
    ) == (
        "Als Betrachter dieses Arbeitsbereichs dürfen Sie das nicht: Punkte freigeben. "
        "Bitten Sie jemanden mit einer höheren Rolle."
    )
    assert error_sentence("No point could be placed: Every experience is excluded.; No point names it.") == (
        "Kein Punkt ließ sich setzen: Jede Station ist ausgeschlossen.; Kein Punkt nennt es."
    )


def test_why_a_message_to_a_webhook_was_not_taken_is_told() -> None:
    not_good = ssl.SSLCertVerificationError()
    not_good.verify_message = "self-signed certificate"
    ways = (not_good, ssl.SSLError(), TimeoutError(), ConnectionResetError())
    faults = [webhook_posts._sentence(each) for each in ways]
    refused = Targets()
    for host in ("127.0.0.1", "inside.local"):
        with pytest.raises(ResumeCustomizerError) as caught:
            refused.check_written(host)
        faults.append(caught.value.message)
    faults += ["The receiver answered with status 500.", "The webhook is switched off."]
    faults += ["hooks.example does not answer on port 443 (Connection refused). Check host, port and network."]

    for fault in faults:
        told = error_sentence(fault)
        assert told != fault
        since = " It has failed since 2026-11-23 09:00 UTC."
        assert error_sentence(fault + since) == f"{told} Seit 2026-11-23 09:00 UTC gelingt es nicht."


def test_why_a_change_was_kept_beside_is_told() -> None:
    reasons = [
        each for each in vars(replaying).values() if isinstance(each, str) and re.fullmatch("[A-Z].+[a-z]\\.", each)
    ]

    assert len(reasons) >= 5
    assert [each for each in reasons if error_sentence(each) == each] == []


def test_none_is_told_by_halves() -> None:
    for unknown in (
        "As viewer of this workspace you may not fly; ask somebody with a higher role.",
        "“Ada” is no e-mail address.; line 2: “Ben” likes “Kafka” is no e-mail address.",
        "ada@mail.example: There is no value for rate. ben@mail.example: this is new.",
        "title must be a text; this is new.",
        "Something new: the file is empty.",
        "",
        ".",
    ):
        assert error_sentence(unknown) == unknown


def test_where_it_is_is_told_and_files_are_called_as_they_are() -> None:
    assert error_place("My resume.docx, line 3") == "My resume.docx, Zeile 3"
    assert error_place("placements row 2") == "Zeile 2 des Plans"
    assert error_place("My resume.docx") == "My resume.docx"
    assert error_place("") == ""


@given(st.text(alphabet="ab“”();,. :{}\n", max_size=40))
def test_what_people_wrote_is_never_changed(text: str) -> None:
    assert text in error_sentence(f"There is no host “{text}”. Check its name.")
    assert text in error_sentence(f"This resume is not {text}'s: it belongs to another consultant. Nothing was sent.")


def test_english_stays_english() -> None:
    texts.speak("en")
    assert error_sentence("The file is empty.") == "The file is empty."
    assert error_place("time_zone") == "time_zone"
