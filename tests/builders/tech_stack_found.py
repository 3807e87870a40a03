"""What a tech-stack text gave, in the shape in which tests compare it.

text  ->  points_of(), notices_of()  ->  plain dicts and lists
"""

from resume_customizer.core.points import PointBank
from resume_customizer.core.tech_stack import parse_tech_stack

Found = dict[str, list[tuple[int, str]]]
"""Line and text of each point, by technology."""


def found_in(bank: PointBank) -> Found:
    return {stack.technology: [(p.line, p.text) for p in stack.points] for stack in bank.stacks}


def points_of(text: bytes | str, file_name: str = "") -> Found:
    return found_in(parse_tech_stack(text, file_name=file_name))


def texts_of(text: bytes | str, file_name: str = "") -> dict[str, list[str]]:
    """Without the lines, where they are not what is tested."""
    return {name: [t for _, t in points] for name, points in points_of(text, file_name).items()}


def notices_of(text: bytes | str, file_name: str = "") -> list[tuple[str, str]]:
    """Place and code of each notice."""
    return [(n.where, n.code) for n in parse_tech_stack(text, file_name=file_name).notices]
