"""No regular expression of ours can be made slow: each one is tried on hostile text made from its own words.

    every module  ->  its compiled patterns  ->  the way they are called  ×  hostile texts  ->  CPU time

A pattern that backtracks badly shows it on long runs of what it itself looks for. Texts grow, so that a very bad
pattern is found on a short one.
"""

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from re import _parser as sre_parser  # ty: ignore[missing-module-member]
from time import process_time
from typing import Any

import pytest

import resume_customizer
from builders import a_docx, bullets, heading, line, sample_bank
from builders.yardstick import at_most
from resume_customizer.services.documents.customizing import customize
from resume_customizer.services.documents.instructions import Instructions

LIMIT = 0.1
"""Seconds of CPU; three times that for the longest text, since a busy machine makes everything slower."""
SIZES = (16, 24, 300, 1_000, 3_000, 10_000, 100_000)
MARKUP = ("<a/>", '<a b="c"/>', "<a b='c' d='>'>", "</a>", "<!-- - -->", "<![CDATA[]]]]>", "text", "= ' &gt;")
ATTRIBUTES = (' b="c"', "\t\nb = 'c'", ' w:b=""', " b='= \"'")
WELL_FORMED = {"resume.markup._TAG": MARKUP, "resume.properties._ATTRIBUTE": ATTRIBUTES}
"""Patterns that only ever see what the XML parser has accepted: whole markup, and what stands in one tag."""
USUAL = (
    " ",
    "\t",
    "\n",
    "a",
    "A",
    "1",
    "-",
    "–",
    ".",
    ",",
    "|",
    "•",
    "<",
    "&",
    '"',
    "\u00a0",
    "a ",
    "1 ",
    "- ",
    "a, ",
    "<w:p>",
)
WAYS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def _modules() -> list[Any]:
    names = [found.name for found in pkgutil.walk_packages(resume_customizer.__path__, "resume_customizer.")]
    return [importlib.import_module(name) for name in names if not name.endswith("__main__")]


def _patterns() -> dict[str, "re.Pattern[Any]"]:
    """Every pattern that a module holds: compiled, inside of tuples and dicts too, or as text for `re.search`."""
    found: dict[tuple[object, int], tuple[str, re.Pattern[Any]]] = {}
    for module in _modules():
        short = module.__name__.removeprefix("resume_customizer.")
        for name, value in vars(module).items():
            for place, each in _inside(value, name):
                found.setdefault((each.pattern, each.flags), (f"{short}.{place}", each))
        for call in _calls_of_re(Path(module.__file__)):
            if isinstance(call.args[0], ast.Name) and isinstance(
                text := vars(module).get(call.args[0].id), str | bytes
            ):
                each = re.compile(text)
                found.setdefault((each.pattern, each.flags), (f"{short}.{call.args[0].id}", each))
    return dict(found.values())


def _calls_of_re(path: Path) -> Iterator[ast.Call]:
    """Every `re.search(…)` and the like in a file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr not in WAYS:
            continue
        if isinstance(node.func.value, ast.Name) and node.func.value.id == "re":
            yield node


def _inside(value: object, place: str) -> "Iterator[tuple[str, re.Pattern[Any]]]":
    if isinstance(value, re.Pattern):
        yield place, value
    elif isinstance(value, tuple | list):
        for number, each in enumerate(value):
            yield from _inside(each, f"{place}[{number}]")
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _inside(each, f"{place}[{key!r}]")


PATTERNS = _patterns()


def _called_ways() -> dict[str, set[str]]:
    """How each name is used anywhere in the source: `_WORD.search(…)` or `re.search(_WORD, …)` is a "search"."""
    ways: dict[str, set[str]] = {}
    for path in Path(resume_customizer.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in WAYS:
                holder = node.value.value if isinstance(node.value, ast.Subscript) else node.value
                if isinstance(holder, ast.Name):
                    ways.setdefault(holder.id, set()).add(node.attr)
        for call in _calls_of_re(path):
            if isinstance(call.args[0], ast.Name) and isinstance(call.func, ast.Attribute):
                ways.setdefault(call.args[0].id, set()).add(call.func.attr)
    return ways


CALLED = _called_ways()


def _units(pattern: "re.Pattern[Any]") -> list[str]:
    """What this pattern looks for: its literals, and a character of each of its classes."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    runs: set[str] = set()
    _gather(
        sre_parser.parse(text, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags),
        runs,
    )
    ordered = sorted(runs, key=lambda run: (len(run), run))
    return [*USUAL, *ordered[:12], *(run + " " for run in ordered[-6:])]


def _gather(parsed: Any, runs: set[str]) -> None:  # noqa: ANN401 - it is the parser's own tree
    """Literal runs of a parsed pattern, without recursion."""
    waiting = [parsed]
    while waiting:
        run = ""
        for operation, argument in waiting.pop():
            name = str(operation)
            if name == "LITERAL":
                run += chr(argument)
                continue
            if run:
                runs.add(run)
            run = ""
            if name == "IN":
                runs.update(chr(value) for kind, value in argument if str(kind) == "LITERAL")
            waiting.extend(_below(argument))
        if run:
            runs.add(run)


def _below(argument: object) -> Iterator[Any]:
    """The parsed patterns that stand directly inside of an operation's argument."""
    if isinstance(argument, sre_parser.SubPattern):
        yield argument
    elif isinstance(argument, tuple | list):
        for each in argument:
            yield from _below(each)


def _ways(name: str, pattern: "re.Pattern[Any]") -> list[Callable[[Any], object]]:
    called = CALLED.get(name.partition("[")[0].rpartition(".")[2], {"search"})
    ways: dict[str, Callable[[Any], object]] = {
        "match": pattern.match,
        "fullmatch": pattern.fullmatch,
    }
    anywhere = [pattern.search] if called - set(ways) else []
    return [*(way for known, way in ways.items() if known in called), *anywhere]


def _slowest(name: str, pattern: "re.Pattern[Any]") -> tuple[float, str]:
    """Its longest time, and the text that took it."""
    worst = (0.0, "")
    for unit in WELL_FORMED.get(name) or _units(pattern):
        for size in SIZES:
            text: Any = (unit * (size // len(unit) + 1))[:size] + "\x00"
            if isinstance(pattern.pattern, bytes):
                text = text.encode("utf-8", "replace")
            slack = 3 if size == SIZES[-1] else 1
            taken = max(_seconds(way, text) for way in _ways(name, pattern)) / slack
            worst = max(worst, (taken, f"{unit!r} × {size // len(unit)}"))
            if taken > LIMIT:
                return worst
    return worst


def _seconds(way: Callable[[Any], object], text: object) -> float:
    """CPU time; a slow first try is tried again, since other work on the machine slows it too."""
    best = float("inf")
    for _ in range(3):
        start = process_time()
        way(text)
        best = min(best, process_time() - start)
        if best <= LIMIT or best > 4 * LIMIT:
            break
    return best


def test_there_are_patterns_to_try() -> None:
    assert len(PATTERNS) > 20


@pytest.mark.parametrize("pattern", [r"\s+$", r"(a+)+b", r"\d+x", r"(?:a|a)*b", r"[\w.]+@[\w.]+\.\w+!"])
def test_a_bad_pattern_is_found(pattern: str) -> None:
    taken, _ = _slowest("bad", re.compile(pattern))

    assert taken > LIMIT


@pytest.mark.parametrize("name", PATTERNS)
def test_the_pattern_stays_fast_on_hostile_text(name: str) -> None:
    taken, text = _slowest(name, PATTERNS[name])

    assert taken <= LIMIT, f"{PATTERNS[name].pattern!r} took {taken:.2f} s on {text}"


def test_no_pattern_hides_inside_of_a_call() -> None:
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in Path(resume_customizer.__path__[0]).rglob("*.py")
        for call in _calls_of_re(path)
        if not isinstance(call.args[0], ast.Name)
    ]

    assert hidden == [], "give it a name at the top of the module: then it is tried here"


@pytest.mark.parametrize("unit", USUAL)
def test_a_resume_full_of_hostile_text_is_customized_in_time(unit: str) -> None:
    hostile = (unit * 100_000)[:100_000].replace("<w:p>", "&lt;")
    content = a_docx(
        line("Petra Vandersloot"),
        heading("Experience"),
        line("Acme", " | Java Developer | Jan 2021 – Present"),
        bullets("Built services in Java.", hostile),
        line(hostile),
        line("Acme ", hostile, " | Java Developer | Jan 2019 – Dec 2020"),
        bullets("Tuned slow queries."),
        line("Environment: ", hostile),
    )

    with at_most(500):
        customize(content, Instructions(bank=sample_bank()))
