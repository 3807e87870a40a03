"""Parts of letters: the promises of resume_customizer.core.posting.letters."""

from resume_customizer.core.posting.letters import find_unread

OWN = (
    "We look for a person who has written Erlang for telephone exchanges for five years at least, on any kind of "
    "machine that is still in use."
)


def _read(text: str) -> list[str]:
    lines = text.split("\n")
    unread = find_unread(text, lines)
    return [line for at, line in enumerate(lines) if at not in unread.lines and line]


def test_headers_quoted_lines_signatures_and_disclaimers_are_left_out() -> None:
    text = (
        f"From: Ana <ana@larkmoor.example>\nSubject: Erlang\nDate: Monday\n\nHi Jon,\n{OWN}\n\nKind regards,\nAna\n"
        "Oracle Partner\n\nOn Mon, Jon Okafor wrote:\n> Do you need COBOL?\n"
    )

    assert _read(text) == ["Hi Jon,", OWN]
    assert find_unread(text, text.split("\n")).subject == 1


def test_a_disclaimer_without_a_signature_is_left_out() -> None:
    text = f"{OWN}\n\nThis e-mail is confidential and intended for its reader.\nSAP was used to write it."

    assert _read(text) == [OWN]


def test_what_follows_a_signature_and_is_a_posting_again_is_read() -> None:
    text = f"{OWN}\n\nThanks,\nAna\nLarkmoor\n\nRequirements:\n- Elixir"

    assert _read(text)[-2:] == ["Requirements:", "- Elixir"]


def test_a_mail_that_only_passes_one_on_is_read_with_what_it_quotes() -> None:
    text = (
        "FYI, see below.\n\n-----Original Message-----\nFrom: Ana\nSent: Monday\nSubject: Role\n\n"
        "Requirements:\n- Elixir"
    )
    unread = find_unread(text, text.split("\n"))

    assert _read(text) == ["FYI, see below.", "Requirements:", "- Elixir"]
    assert [notice.code for notice in unread.notices] == ["quoted-posting"]


def test_a_posting_that_says_thanks_or_from_in_a_sentence_is_no_letter() -> None:
    text = (
        "Thanks to Java, we ship from Leeds.\nFrom: day one you write code.\nBest regards come from our users.\n- Kafka"
    )

    assert _read(text) == text.split("\n")
