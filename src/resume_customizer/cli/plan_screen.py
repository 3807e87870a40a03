"""A plan on the screen, and as JSON that a person edits.

Planned  ->  show_plan(), pages_in_words(), as_json_file()  ->  lines of the terminal, a file
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resume_customizer.cli.reading import dates_of, title_of
from resume_customizer.cli.screen import count, say, show_notices
from resume_customizer.core.planning.plan import NO_EXPERIENCE
from resume_customizer.infrastructure.files import read_file

if TYPE_CHECKING:
    from resume_customizer.services.documents.instructions import Instructions, Planned
    from resume_customizer.services.documents.page_budget import PageForecast


def as_json_file(values: Any) -> bytes:  # noqa: ANN401 - JSON can be anything
    """JSON as a person likes to edit it."""
    return json.dumps(values, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def forecast(planned: "Planned", instructions: "Instructions", resume: Path) -> "PageForecast | None":
    """How many pages there are, and how many there will be; None for a document too long to be counted."""
    from resume_customizer.services.documents.page_budget import forecast_pages

    return forecast_pages(read_file(resume), planned, instructions.pages, instructions.permissions)


def pages_to_json(pages: "PageForecast | None") -> dict[str, Any] | None:
    """The forecast as JSON values."""
    if pages is None:
        return None
    return {
        "before": pages.before,
        "after": pages.after,
        "sure": pages.is_sure,
        "by": pages.by,
        "doubts": list(pages.doubts),
    }


def pages_in_words(pages: "PageForecast | None") -> str:
    """Like “2 pages now, 3 with these points”."""
    if pages is None:
        return "The document is too long for its pages to be counted."
    now, then = count(pages.before, "page"), "as many" if pages.after == pages.before else str(pages.after)
    about = "" if pages.is_sure else "about "
    why = ""
    if not pages.is_sure:
        why = f" ({', '.join(pages.doubts)})" if pages.doubts else " (the text ends near the edge of a page)"
    return f"{about.capitalize()}{now} now, {about}{then} with these points{why}."


def show_plan(planned: "Planned", *, with_reasons: bool) -> None:
    """Which points go under which experience, what is left out and why, and what was noticed."""
    placements = planned.plan.placements
    receiving = sorted({each.experience for each in placements})
    where = f" under {count(len(receiving), 'experience')}" if receiving != [NO_EXPERIENCE] else ""
    say(
        f"{count(len(placements), 'point')}{where if placements else ''}, {len(planned.plan.unplaced)} left out.",
        "bold",
    )
    for position in receiving:
        show_experience(planned, position)
        for each in placements:
            if each.experience == position:
                say(f"+ {each.point}", "green", indent=4, hanging=2)
                if with_reasons:
                    say(f"{each.technology or 'no technology'}: {each.reason}", "dim", indent=6)
    show_unplaced(planned)
    show_notices(planned.notices)


def show_experience(planned: "Planned", position: int) -> None:
    """The heading of an experience's points."""
    say()
    if position == NO_EXPERIENCE:
        say("Outside of all experiences", "bold")
        return
    experience = planned.document.experiences[position]
    dates = dates_of(experience)
    say(f"[{position}] {title_of(experience)}{f', {dates}' if dates else ''}", "bold", hanging=4)


def show_unplaced(planned: "Planned") -> None:
    """What is left out, and why."""
    if planned.plan.unplaced:
        say()
        say("Left out:", "yellow")
    for each in planned.plan.unplaced:
        say(f"- {each.point}", indent=4, hanging=2)
        say(each.reason, "dim", indent=6)
