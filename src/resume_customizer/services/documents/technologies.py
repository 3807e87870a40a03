"""What is known of technologies, for people who look something up and for programs that tag texts.

words  ->  search()  ->  Technology, …;  a line {"id", "text"}  ->  tag_line()  ->  values for JSON
"""

from typing import Any

from resume_customizer.core.errors import NotFound
from resume_customizer.core.naming.mentions import find_mentions
from resume_customizer.core.naming.technologies import (
    Technology,
    find_technology,
    is_practice,
    list_technologies,
    relatives_of,
)
from resume_customizer.services.documents.json_lines import parse_line

_ALIKE = 75
"""Percent of likeness from which a misspelt name is offered."""


def search(words: str, limit: int = 20) -> tuple[Technology, ...]:
    """Technologies whose name, spelling or category has these words, the best first; else those that sound alike."""
    from rapidfuzz import fuzz, process

    wanted = " ".join(words.lower().split())
    ranked = [(rank, each) for each in list_technologies() if (rank := _rank(each, wanted)) is not None]
    if ranked:
        return tuple(each for _, each in sorted(ranked, key=lambda row: (row[0], row[1].name.lower()))[:limit])
    spellings = {text.lower(): each for each in list_technologies() for text in each.spellings}
    near = process.extract(wanted, spellings.keys(), scorer=fuzz.ratio, limit=limit, score_cutoff=_ALIKE)
    return tuple({spellings[text].name: spellings[text] for text, _, _ in near}.values())


def show(name: str) -> Technology:
    """The technology with this name or spelling; raises NotFound with what sounds alike."""
    known = find_technology(name)
    if known is None:
        near = ", ".join(each.name for each in search(name, 3))
        raise NotFound(
            "no-such-technology", f"“{name}” is no technology that is known.{f' Near: {near}.' if near else ''}"
        )
    return known


def technology_to_json(technology: Technology) -> dict[str, Any]:
    """All that is known of one."""
    return {
        "name": technology.name,
        "kind": technology.kind,
        "category": technology.category,
        "spellings": list(technology.spellings),
        "parents": list(technology.parents),
        "relatives": list(relatives_of(technology.name)),
        "year": technology.year,
        "source": technology.source or None,
        "end": technology.end,
        "end_source": technology.end_source or None,
    }


def tag_line(line: bytes, number: int, *, practices: bool = False) -> dict[str, Any]:
    """The technologies that the text of one line names, with their spans in Unicode code points."""
    identifier, text = parse_line(line, number)
    return {
        "id": identifier,
        "technologies": [
            {"name": each.technology, "start": each.start, "end": each.end, "text": text[each.start : each.end]}
            for each in find_mentions(text)
            if practices or not is_practice(each.technology)
        ],
    }


def _rank(technology: Technology, wanted: str) -> int | None:
    """0 for the very name, then for a spelling, a beginning, a part of one, the category; None for nothing."""
    spellings = [text.lower() for text in technology.spellings]
    tests = (
        spellings[0] == wanted,
        wanted in spellings,
        spellings[0].startswith(wanted),
        any(wanted in text for text in spellings),
        wanted in technology.category.lower(),
    )
    return next((rank for rank, passed in enumerate(tests) if passed), None)
