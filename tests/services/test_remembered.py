"""What is kept in memory to save work: the last few, young enough, and no more."""

from collections.abc import Callable

from resume_customizer.services.remembered import Remembered


def test_what_is_asked_for_again_is_not_made_again() -> None:
    kept, made = Remembered[str](2), list[str]()

    def make(word: str) -> Callable[[], str]:
        return lambda: made.append(word) or word

    for word in ("a", "b", "a", "c", "a", "b"):
        assert kept.made(("home", word, 1), make(word)) == word
    assert made == ["a", "b", "c", "b"]  # “b” made room for “c”: “a” had been asked for since


def test_what_is_too_old_is_not_used_and_what_was_lost_is_made_again() -> None:
    now = [0.0]
    kept = Remembered[int](9, seconds=60, clock=lambda: now[0])
    kept.keep("tier", 1)
    assert kept.get("tier") == 1
    now[0] = 60.0
    assert kept.get("tier") is None
    kept.keep("tier", 2)
    kept.forget()
    assert kept.made("tier", lambda: 3) == 3


def test_memory_is_bounded_whatever_is_asked_for() -> None:
    kept = Remembered[int](50)
    for number in range(1_000):
        kept.made(number, lambda: 1)
    assert sum(kept.get(number) is not None for number in range(1_000)) == 50
