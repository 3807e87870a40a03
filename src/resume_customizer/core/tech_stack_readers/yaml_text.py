"""Reads the YAML that people write for points: mappings, lists and texts, with the line of each.

    lines  ->  frames by indentation  ->  nodes (Leaf, Branch); None when the text is not that kind of YAML

Read are plain, quoted, folded (`>`) and literal (`|`) texts, wrapped plain texts, `[a, b]`, comments. Anchors, tags
and other machinery are not: such a text is left to the reader of loose text. The line of a value is why no library
is used.
"""

import json
import re
from dataclasses import dataclass, field

from resume_customizer.core.tech_stack_readers.nodes import Branch, Leaf, Node
from resume_customizer.core.tech_stack_readers.words import POINT_NAMES, TECHNOLOGY_NAMES, role_of
from resume_customizer.core.text import clean

NumberedLines = list[tuple[int, str]]
_KEY = re.compile(r"""("(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'|[^\s"'\[\]{}>|*&!%#`@,•-][^:]*+):(?:\s+|$)""")
_KEY_ONLY = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s"'•-][^:]*):$""")
_QUOTED_ITEM = re.compile(r"""\s*- +["'].*["']$""")
_RECORD = re.compile(r"- +[\"']?([\w ]+)[\"']?: *(\S?)")
_COMMENT = re.compile(r"\s#")
_FLOW_ITEM = re.compile(r""""(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'|[^\s,"'](?:[^,]*[^\s,])?""")
_QUOTED_END = {'"': re.compile(r'(?:[^"\\]|\\.)*+"'), "'": re.compile(r"(?:[^']|'')*+'")}
_DEEPEST = 50
_BLOCK = re.compile(r"[|>][-+0-9]*$")


@dataclass(slots=True)
class _Frame:
    """An open list or mapping and the column where it stands."""

    indent: int
    branch: Branch
    key: Leaf | None = None
    """A key that waits for its value."""


def looks_like_yaml(lines: NumberedLines) -> bool:
    """Whether a text is surely YAML, not only a heading with a colon over dashes (which reads the same anyhow)."""
    texts = [text.rstrip() for _, text in lines if text.strip() and not text.lstrip().startswith("#")]
    if not texts or not (texts[0] == "---" or _KEY_ONLY.match(texts[0]) or texts[0].startswith("- ")):
        return False
    record = _RECORD.match(texts[0])
    is_record = record is not None and _begins_record(role_of(record[1]), has_value=bool(record[2]))
    if not is_record and not any(text == "---" or _QUOTED_ITEM.match(text) or text[0] in "\"'" for text in texts):
        return False
    return all(text[0] == " " or text.startswith(("- ", "---")) or _KEY.match(text) for text in texts)


def _begins_record(role: str, *, has_value: bool) -> bool:
    return role in TECHNOLOGY_NAMES or (role in POINT_NAMES and has_value)


def read_yaml(lines: NumberedLines) -> tuple[list[Node], NumberedLines] | None:
    """The nodes at the top and the comments; None when this is not the YAML that is read here."""
    reader = _YamlReader(lines)
    try:
        return reader.read(), reader.comments
    except _NotThisYaml:
        return None


class _NotThisYaml(Exception):
    """The text is not what this reader can read."""


@dataclass(slots=True)
class _YamlReader:
    lines: NumberedLines
    at: int = 0
    frames: list[_Frame] = field(default_factory=list)
    last: Leaf | None = None
    """The plain text that a deeper line would go on."""
    comments: NumberedLines = field(default_factory=list)

    def read(self) -> list[Node]:
        top = Branch(1, is_object=False)
        self.frames.append(_Frame(-1, top))
        while self.at < len(self.lines):
            line, raw = self.lines[self.at]
            self.at += 1
            content = raw.strip()
            if content.startswith("#"):
                self.comments.append((line, content))
            elif content and content not in ("---", "..."):
                self._take(line, _indent(raw), content)
        while len(self.frames) > 1:
            self._drop_key()
            self.frames.pop()
        return [node for _, node in top.items]

    def _take(self, line: int, indent: int, content: str) -> None:
        """One line with content."""
        if self.last is not None and indent > self.frames[-1].indent and not content.startswith("- "):
            self.last.text += " " + self._bare(line, content)
            return
        self.last = None
        is_item = False
        while content == "-" or content.startswith("- "):
            is_item = True
            self._open(line, indent, is_object=False)
            rest = content[1:].lstrip()
            indent += len(content) - len(rest)
            content = rest
        key = _KEY.match(content)
        if key and (not is_item or _is_key_of_item(content, key.end())):
            self._open(line, indent, is_object=True)
            self.frames[-1].key = Leaf(_unquoted(key[1].strip()), line)
            content = content[key.end() :]
        elif not is_item and not (self.frames[-1].key is not None and indent > self.frames[-1].indent):
            raise _NotThisYaml
        if content:
            self._attach(self._value(line, content))

    def _open(self, line: int, indent: int, *, is_object: bool) -> None:
        """Make the list or mapping at this column the one that takes values."""
        while len(self.frames) > 1:
            top = self.frames[-1]
            fits = top.branch.is_object == is_object or top.key is not None
            if top.indent < indent or (top.indent == indent and fits):
                break
            self._drop_key()
            self.frames.pop()
        top = self.frames[-1]
        if top.indent == indent and top.branch.is_object == is_object:
            self._drop_key()
            return
        branch = Branch(line, is_object)
        self._attach(branch)
        self.frames.append(_Frame(indent, branch))
        if len(self.frames) > _DEEPEST:
            raise _NotThisYaml

    def _drop_key(self) -> None:
        """A key without a value has no points."""
        top = self.frames[-1]
        if top.key is not None:
            self._attach(Branch(top.key.line, is_object=False))

    def _attach(self, node: Node) -> None:
        top = self.frames[-1]
        if top.branch.is_object and top.key is None:
            raise _NotThisYaml
        top.branch.items.append((top.key, node))
        top.key = None

    def _value(self, line: int, content: str) -> Node:
        if content[0] in "\"'":
            return self._quoted(line, content)
        if _BLOCK.match(content):
            return self._block(line, folded=content[0] == ">")
        if content[0] == "[" and content.endswith("]"):
            items = [_unquoted(item) for item in _FLOW_ITEM.findall(content[1:-1])]
            return Branch(line, is_object=False, items=[(None, Leaf(item, line)) for item in items])
        if content[0] in "{&*!%@`•|>":
            raise _NotThisYaml
        self.last = Leaf(self._bare(line, content), line)
        return self.last

    def _bare(self, line: int, content: str) -> str:
        """Plain text without the comment behind it."""
        found = _COMMENT.search(content)
        if not found:
            return content
        self.comments.append((line, content[found.start() :].strip()))
        return content[: found.start()].rstrip()

    def _quoted(self, line: int, content: str) -> Leaf:
        """A text in quotes, which may go on over lines."""
        parts = [content]
        while not (found := _QUOTED_END[content[0]].match(parts[-1], int(len(parts) == 1))):
            if self.at >= len(self.lines):
                raise _NotThisYaml
            parts.append(self.lines[self.at][1].strip())
            self.at += 1
        rest = parts[-1][found.end() :].strip()
        if rest and not rest.startswith("#"):
            raise _NotThisYaml
        if rest:
            self.comments.append((line, rest))
        parts[-1] = parts[-1][: found.end()]
        return Leaf(_unquoted(" ".join(parts)), line)

    def _block(self, line: int, *, folded: bool) -> Branch:
        """The lines of `|`, each a text of its own, or the paragraphs of `>`."""
        branch = Branch(line, is_object=False)
        ended = True
        while self.at < len(self.lines):
            number, raw = self.lines[self.at]
            content = raw.strip()
            if content and _indent(raw) <= self.frames[-1].indent:
                break
            self.at += 1
            last = branch.items[-1][1] if branch.items else None
            if content and folded and not ended and isinstance(last, Leaf):
                last.text += f" {content}"
            elif content:
                branch.items.append((None, Leaf(content, number)))
            ended = not content
        return branch


def _is_key_of_item(content: str, end: int) -> bool:
    """In a list, `Led X: did Y` is a text; `technology: Java` and a lone `Java:` are keys."""
    name = role_of(content[:end])
    return end == len(content) or name in POINT_NAMES or name in TECHNOLOGY_NAMES


def _indent(raw: str) -> int:
    raw = raw.expandtabs(2)
    return len(raw) - len(raw.lstrip())


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] == '"':
        try:
            return clean(json.loads(text, strict=False))
        except ValueError:
            return text[1:-1].replace('\\"', '"')
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return text
