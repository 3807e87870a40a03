"""Makes stacks of structured data, whether it was written as JSON or YAML.

    nodes  ->  tell_nodes()  ->  Gathering

Understood: technologies with their points (`{"Java": ["Designed …"]}`), records (`[{"technology": "Java", "points":
[…]}]`), rows (`[["Java", "Designed …"]]`), any of these inside of other objects, and the project's own output.
"""

from dataclasses import dataclass, field

from resume_customizer.core.tech_stack_readers.gathering import Gathering
from resume_customizer.core.tech_stack_readers.names import heading_name
from resume_customizer.core.tech_stack_readers.rows import points_in
from resume_customizer.core.tech_stack_readers.words import POINT_NAMES, TECHNOLOGY_NAMES, WRAPPERS, role_of


@dataclass(slots=True)
class Leaf:
    """A single value, and the line that it begins on."""

    text: str
    line: int
    is_text: bool = True


@dataclass(slots=True)
class Branch:
    """A list (no keys) or an object."""

    line: int
    is_object: bool
    items: list[tuple[Leaf | None, "Node"]] = field(default_factory=list)


Node = Leaf | Branch
_Work = tuple[Node, Leaf | None]
"""A node and the technology that it belongs to."""


def tell_nodes(nodes: list[Node], gathered: Gathering) -> None:
    """Give everything in the nodes to the gathering, in order."""
    work: list[_Work] = [(node, None) for node in reversed(nodes)]
    current: Leaf | None = None
    while work:
        node, technology = work.pop()
        if isinstance(node, Branch):
            if not node.items and technology is not None:
                gathered.heading(technology.text, technology.line)
                current = technology
            work.extend(reversed(_parts(node, technology, gathered)))
            continue
        if not node.is_text:
            gathered.left_out(node.text, node.line, "a point is a text")
            continue
        if technology is not current and technology is not None:
            gathered.heading(heading_name(technology.text) or technology.text, technology.line)
            current = technology
        for point in points_in(node.text):
            gathered.point(point, node.line)


def _parts(branch: Branch, technology: Leaf | None, gathered: Gathering) -> list[_Work]:
    if branch.is_object:
        return _parts_of_object(branch, technology, gathered)
    values = [node for _, node in branch.items]
    if technology is None and values and all(isinstance(v, Branch) and not v.is_object for v in values):
        return [part for v in values if isinstance(v, Branch) for part in _parts_of_row(v)]
    return [(value, technology) for value in values]


def _parts_of_row(row: Branch) -> list[_Work]:
    """`["Java", "Designed …"]`; a row of column names gives nothing."""
    values = [node for _, node in row.items]
    first = values[0] if values else None
    if len(values) < 2 or not isinstance(first, Leaf):
        return [(value, None) for value in values]
    if (
        role_of(first.text) in TECHNOLOGY_NAMES
        and isinstance(values[1], Leaf)
        and role_of(values[1].text) in POINT_NAMES
    ):
        return []
    return [(value, first) for value in values[1:]]


def _parts_of_object(branch: Branch, technology: Leaf | None, gathered: Gathering) -> list[_Work]:
    named = [(key, role_of(key.text), node) for key, node in branch.items if key is not None]
    own = next((n for _, role, n in named if role in TECHNOLOGY_NAMES and isinstance(n, Leaf) and n.is_text), None)
    has_points = any(role in POINT_NAMES for _, role, _ in named)
    is_wrapper = _is_wrapper(named)
    is_record = has_points and (own is not None or technology is not None or is_wrapper or len(named) == 1)
    parts: list[_Work] = []
    for key, role, node in named:
        if is_record and node is own:
            continue
        if is_record and role in POINT_NAMES:
            parts.append((node, own or technology))
        elif is_wrapper and role in WRAPPERS and isinstance(node, Branch):
            parts.append((node, technology))
        elif is_record or is_wrapper:
            _leave_out(key, node, gathered)
        else:
            parts.append((node, key))
            if isinstance(node, Branch) and node.is_object and node.items:
                _tell_group(key, node, gathered)
    return parts


def _is_wrapper(named: list[tuple[Leaf, str, Node]]) -> bool:
    """`{"stacks": […], "version": "2"}`: the stacks are inside of one of the fields."""
    inner = [(role, node) for _, role, node in named if isinstance(node, Branch)]
    holds = any(role in WRAPPERS and any(isinstance(n, Branch) for _, n in node.items) for role, node in inner)
    return holds and all(role in WRAPPERS or role == "notices" for role, _ in inner)


def _tell_group(key: Leaf, node: Branch, gathered: Gathering) -> None:
    """`{"Backend": {"Java": […]}}`: the outer name is no technology."""
    if not any(inner is not None and role_of(inner.text) in POINT_NAMES for inner, _ in node.items):
        gathered.left_out(key.text, key.line, "a group of technologies")


def _leave_out(key: Leaf, node: Node, gathered: Gathering) -> None:
    """A field that says nothing about points; numbers (ids, line numbers) go without saying."""
    if isinstance(node, Leaf):
        if node.is_text and node.text:
            gathered.left_out(f"{key.text}: {node.text}", key.line, "not a technology and not a point")
        return
    lines = sorted(_lines_of(node))
    if lines:
        gathered.left_out(key.text, key.line, f"not a technology and not a point (up to line {lines[-1]})")


def _lines_of(node: Branch) -> set[int]:
    found: set[int] = set()
    work: list[Node] = [node]
    while work:
        one = work.pop()
        if isinstance(one, Branch):
            work.extend(inner for _, inner in one.items)
        else:
            found.add(one.line)
    return found
