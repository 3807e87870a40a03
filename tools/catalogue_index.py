"""Writes src/resume_customizer/core/naming/catalogue_index.json: where the words and relations of the catalogue stand.

catalogue/*.json  ->  index_text()  ->  catalogue_index.json
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from resume_customizer.core.naming.catalogue_index import FOLDER, INDEX
from resume_customizer.core.naming.joined_names import parts_of
from resume_customizer.core.naming.technologies import separated


def index_text(folder: Path = FOLDER) -> str:
    """The whole file: one word or name to a line, so that a change of the catalogue is a small change here."""
    files, firsts = [], []
    entries: list[dict[str, Any]] = []
    for file in sorted(folder.glob("*.json")):
        files.append(file.name)
        firsts.append(len(entries))
        entries += json.loads(file.read_bytes())["technologies"]
    words: dict[str, list[int]] = {}
    apart: dict[str, list[str]] = {}
    namers: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        spellings = (entry["name"], *entry.get("aliases", ()))
        for word in dict.fromkeys(separated(spelling.lower()).split()[0] for spelling in spellings):
            words.setdefault(word, []).append(number)
        for first, second in filter(None, map(parts_of, spellings)):
            apart.setdefault(first.lower(), []).append(second.lower())
        for name in (*entry.get("parents", ()), *entry.get("relatives", ())):
            namers.setdefault(name, []).append(number)
    head = {"files": files, "firsts": firsts, "count": len(entries)}
    rows = [f'"{key}": {json.dumps(value)}' for key, value in head.items()]
    listed = (("words", words), ("apart", apart), ("namers", namers))
    rows += [f'"{key}": {{\n{_rows(value)}\n}}' for key, value in listed]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _rows(values: Mapping[str, Sequence[object]]) -> str:
    return ",\n".join(
        f'{json.dumps(key, ensure_ascii=False)}: "{" ".join(dict.fromkeys(map(str, values[key])))}"'
        for key in sorted(values)
    )


if __name__ == "__main__":
    INDEX.write_text(index_text(), "utf-8")
