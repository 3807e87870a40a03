"""Analyses of postings, made without reading any text.

an_analysis(must=["Kafka"], nice=["AWS"], mentioned=["Java"])  ->  Analysis; each technology has a line of its own
"""

from collections.abc import Sequence

from resume_customizer.core.analysis import Analysis, AskedTechnology, Evidence, Need


def an_analysis(
    must: Sequence[str] = (),
    nice: Sequence[str] = (),
    mentioned: Sequence[str] = (),
    either: Sequence[Sequence[str]] = (),
) -> Analysis:
    """What a posting asks for; `either` are must-haves of which any one is enough."""
    asked: list[AskedTechnology] = []
    lines: list[str] = []

    def ask(names: Sequence[str], need: Need, line: str, group: int | None = None) -> None:
        start = sum(len(each) + 1 for each in lines)
        lines.append(line)
        for name in names:
            place = Evidence(len(lines), line, start + line.index(name), start + line.index(name) + len(name))
            asked.append(AskedTechnology(name, need, group, None, (place,)))

    for name in must:
        ask([name], "must", f"You must know {name}.")
    for number, names in enumerate(either):
        ask(names, "must", f"You must know {' or '.join(names)}.", number)
    for name in nice:
        ask([name], "nice", f"{name} is a plus.")
    for name in mentioned:
        ask([name], "mentioned", f"The team works with {name}.")
    return Analysis("\n".join(lines), tuple(asked))
