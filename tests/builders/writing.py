"""What a piece of WordprocessingML is to the builders, and the ids that it may ask for while it is written.

Xml (a function)  ->  Xml.write(Writing)  ->  markup with the right relationship, list and bookmark numbers
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from builders.habits import PLAIN, Habits
from builders.lists import ListKind

T = TypeVar("T")
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
AUTHOR = "Ines Calder"
MADE_BY = f'w:author="{AUTHOR}" w:date="2024-05-06T07:08:00Z"'


@dataclass(frozen=True, slots=True)
class Relationship:
    """A line of a `.rels` part."""

    id: str
    kind: str
    """The full URI of the relationship type."""
    target: str
    external: bool = False


@dataclass(slots=True)
class Ids:
    """What all parts of one package share: one numbering, one row of comments, one count of ids."""

    lists: list[ListKind] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    images: dict[str, bytes] = field(default_factory=dict)
    paragraphs: int = 0
    revisions: int = 900

    def of(self, name: str) -> int:
        """The number of a bookmark or drawing: the same name, the same number."""
        return _position(self.names, name) + 1

    def number_of(self, kind: ListKind) -> int:
        """`w:numId` of a list, which is added to the numbering part when it is new."""
        if kind.same_as is not None:
            self.number_of(kind.same_as)
        return _position(self.lists, kind) + 1

    def comment(self, note: str) -> int:
        """The number of the comment that says this."""
        return _position(self.comments, note)


@dataclass(slots=True)
class Writing:
    """What writing one story part needs: the maker's habits, the shared ids, its own relationships."""

    habits: Habits = PLAIN
    ids: Ids = field(default_factory=Ids)
    relationships: list[Relationship] = field(default_factory=list)
    folder: str = "word/"
    """Where the part stands: targets of relationships are relative to it."""

    def relate_part(self, kind: str, name: str) -> str:
        """The `r:id` of another part of the package, by its full name."""
        inside = name.startswith(self.folder)
        return self.relate(kind, name.removeprefix(self.folder) if inside else f"/{name}")

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """The `r:id` of a target; `kind` is the last word of a usual relationship type, or a full URI."""
        full = kind if ":" in kind else RELATIONSHIPS + kind
        for known in self.relationships:
            if (known.kind, known.target) == (full, target):
                return known.id
        added = Relationship(f"rId{len(self.relationships) + 1}", full, target, external)
        self.relationships.append(added)
        return added.id

    def revision(self) -> str:
        """Attributes of a new tracked change."""
        self.ids.revisions += 1
        return f'w:id="{self.ids.revisions}" {MADE_BY}'

    def paragraph_attributes(self) -> str:
        """Attributes of the next paragraph."""
        self.ids.paragraphs += 1
        return self.habits.paragraph_attributes(self.ids.paragraphs)


@dataclass(frozen=True, slots=True)
class Xml:
    """A piece of WordprocessingML, written when the package knows its ids."""

    write: Callable[[Writing], str]


Piece: TypeAlias = str | Xml
"""Part of a paragraph: words, or anything made by the functions of `runs`."""
Blocks: TypeAlias = Xml | Sequence["Blocks"]
"""Paragraphs, tables, content controls; lists of them count as their items."""


def raw(xml: str) -> Xml:
    """Markup as it is, for what has no function here."""
    return Xml(lambda _: xml)


def write_blocks(blocks: Blocks, writing: Writing) -> str:
    """Blocks one after the other."""
    if isinstance(blocks, Xml):
        return blocks.write(writing)
    return "".join(write_blocks(block, writing) for block in blocks)


def in_order(found: dict[str, str], order: Sequence[str]) -> str:
    """Properties in the order that the schema asks for."""
    return "".join(found[name] for name in sorted(found, key=order.index))


def attributes(pairs: Iterable[tuple[str, object]]) -> str:
    """` w:name="value"` for each pair whose value is not None."""
    return "".join(f' w:{name}="{value}"' for name, value in pairs if value is not None)


def _position(known: list[T], wanted: T) -> int:
    if wanted not in known:
        known.append(wanted)
    return known.index(wanted)
