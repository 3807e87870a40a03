"""A list of passwords that were published: the promises of resume_customizer.infrastructure.published_passwords."""

import hashlib
from pathlib import Path

import pytest

from builders.desk import NOBODY
from resume_customizer.app_bootstrap import build_app, build_desk
from resume_customizer.core.errors import InvalidInput, Unavailable
from resume_customizer.infrastructure.published_passwords import published_passwords
from resume_customizer.settings import Settings

WORDS = [f"quiet lantern {number} — ünïcode" for number in range(300)]


def written(path: Path, passwords: list[str], end: str = "\r\n", *, lower: bool = False) -> Path:
    """A list as the downloader makes it, with counts of one to ten digits."""
    hashes = sorted(hashlib.sha1(each.encode(), usedforsecurity=False).hexdigest().upper() for each in passwords)
    lines = [f"{each}:{10 ** (number % 10)}" for number, each in enumerate(hashes)]
    text = end.join(lines).lower() if lower else end.join(lines)
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("count", [1, 2, 3, 7, 300])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_published_password_is_found_wherever_it_stands(count: int, end: str, tmp_path: Path) -> None:
    known = published_passwords(written(tmp_path / "list", WORDS[:count], end))

    assert [each for each in WORDS[:count] if each not in known] == []
    assert [each for each in (*(f"{each}x" for each in WORDS), *WORDS[count:], "") if each in known] == []


def test_small_letters_and_a_last_line_with_an_end_are_the_same(tmp_path: Path) -> None:
    path = written(tmp_path / "list", WORDS, lower=True)
    path.write_bytes(path.read_bytes() + b"\r\n")

    known = published_passwords(path)

    assert all(each in known for each in WORDS)
    assert "\ud800" not in known


@pytest.mark.parametrize("content", [b"", b"password\nqwerty\n", b"F" * 40 + b":1\n" + b"0" * 40 + b":1\n", b"A" * 39])
def test_what_is_no_such_list_stops_the_start(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(content)

    with pytest.raises(InvalidInput, match=r"RCP_PUBLISHED_PASSWORDS_FILE is no list"):
        published_passwords(path)
    with pytest.raises(InvalidInput, match=r"can't be read \(no such file or directory\)"):
        published_passwords(tmp_path / "nowhere")
    assert "x" not in published_passwords(None)


def test_a_list_that_has_gone_lets_no_new_password_through(tmp_path: Path) -> None:
    path = written(tmp_path / "list", WORDS)
    known = published_passwords(path)
    path.unlink()

    with pytest.raises(Unavailable, match="can't be read"):
        assert WORDS[0] in known


def test_none_of_the_list_becomes_a_password(tmp_path: Path) -> None:
    path = written(tmp_path / "list", WORDS)
    values: dict[str, object] = {"data_dir": tmp_path / "data", "published_passwords_file": path}
    with build_app(Settings(**values)) as app:  # ty: ignore[invalid-argument-type]
        desk = build_desk(app)
        with pytest.raises(InvalidInput, match="published after a break-in") as refused:
            desk.first_account.make(NOBODY, "ann@desk.example", "Ann", WORDS[7])
        assert WORDS[7] not in refused.value.message
        assert desk.first_account.make(NOBODY, "ann@desk.example", "Ann", f"{WORDS[7]}?")
