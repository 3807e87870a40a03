"""Writes docs/technologies.md: what the catalogue of technologies holds, and how to read and extend it.

catalogue/*.json + tools/technologies_page.txt  ->  page()  ->  docs/technologies.md
"""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "src" / "resume_customizer" / "core" / "naming" / "catalogue"
PAGE = ROOT / "docs" / "technologies.md"
TEXT = ROOT / "tools" / "technologies_page.txt"
SHOWN_WORDS = 3

Entry = dict[str, Any]


def page() -> str:
    """The whole page."""
    categories = [json.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.json"))]
    entries = [entry for category in categories for entry in category["technologies"]]
    rows = [
        f"| {each['category']} | {_figures(each['technologies'])} | {_best_known(each['technologies'])} |"
        for each in categories
    ]
    head = "| Category | Technologies | With year | With parents or relatives | For instance |\n|---|---|---|---|---|"
    table = "\n".join([head, *rows, f"| **All** | {_figures(entries)} | |"])
    names = "\n".join(
        f"- {each['category']}: {line}" for each in categories if (line := _ambiguous(each["technologies"]))
    )
    return TEXT.read_text("utf-8").replace("{table}", table).replace("{ambiguous}", names)


def _figures(entries: list[Entry]) -> str:
    years = sum("year" in entry for entry in entries)
    kin = sum("parents" in entry or "relatives" in entry for entry in entries)
    return f"{len(entries):,} | {years / len(entries):.0%} | {kin / len(entries):.0%}"


def _best_known(entries: list[Entry]) -> str:
    """Those with the most ways to be written."""
    most = sorted(entries, key=lambda entry: -len(entry.get("aliases", ())))[:3]
    return ", ".join(f"{each['name']} ({each['year']})" if "year" in each else each["name"] for each in most)


def _ambiguous(entries: list[Entry]) -> str:
    return "; ".join(
        f"{spelling} ({', '.join(words[:SHOWN_WORDS])})"
        for entry in entries
        for spelling, words in entry.get("context", {}).items()
    )


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
