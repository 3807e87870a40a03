"""Reads JSON with the line of every value, also the kind that people mend by hand.

    text  ->  tokens  ->  nodes (Leaf, Branch)

Trailing and missing commas, comments, single and typographic quotes and line breaks in strings are read, with a
notice; anything else is refused with its line. Nothing recurses; nesting is limited.
"""

import json
import re
from collections.abc import Iterator
from typing import NoReturn

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.notices import Notice
from resume_customizer.core.tech_stack_readers.gathering import shown
from resume_customizer.core.tech_stack_readers.nodes import Branch, Leaf, Node
from resume_customizer.core.text import clean

_DEEPEST = 50
_TOKEN = re.compile(
    r"""
      (?P<blank>\s+|//[^\n]*|/\*.*?\*/)
    | (?P<string>"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*')
    | (?P<sign>[][{}:,])
    | (?P<word>[^][{}:,\s"']+)
    """,
    re.VERBOSE | re.DOTALL,
)
_TYPOGRAPHIC = str.maketrans("“”„‟", '""""')


class JsonReader:
    """One text's JSON values, read one after the other."""

    def __init__(self, text: str, start: int = 0, line: int = 1) -> None:
        if '"' not in text and "“" in text:
            text = text.translate(_TYPOGRAPHIC)
        self._text = text
        self.line = line
        """The line that is being read."""
        self._stack: list[Branch] = []
        self._key: Leaf | None = None
        self._wants_colon = False
        self._wants_comma = False
        self._mended: list[tuple[int, str]] = []
        self._begin = start
        self._end = start

    def read(self, *, only_first: bool = False) -> list[Node]:
        """All values at the top, or only the first; raises InvalidInput with the line that does not fit."""
        found: list[Node] = []
        for kind, token in self._tokens():
            node = self._take_sign(token) if kind == "sign" else self._take_value(self._leaf(kind, token))
            if node is not None:
                found.append(node)
                if only_first:
                    break
        if self._stack:
            opened = "{" if self._stack[-1].is_object else "["
            self._refuse(f"the text ends inside of “{opened}” of line {self._stack[-1].line}; expected its end")
        return found

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What had to be mended: one notice, at the first place."""
        if not self._mended:
            return ()
        line, what = self._mended[0]
        more = f" ({len(self._mended)} such places)" if len(self._mended) > 1 else ""
        return (Notice("json-mended", f"{what}{more}; read all the same", f"line {line}"),)

    def _tokens(self) -> Iterator[tuple[str, str]]:
        while self._end < len(self._text):
            found = _TOKEN.match(self._text, self._end)
            self._begin = self._end
            if not found:
                self._refuse("expected a closing quote")
            self._end = found.end()
            if found.lastgroup != "blank":
                yield found.lastgroup or "", found[0]
            elif found[0].startswith("/"):
                self._mended.append((self.line, f"a comment was left out: {shown(found[0])}"))
            self.line += found[0].count("\n")

    def _leaf(self, kind: str, token: str) -> Leaf:
        if kind == "word":
            if token in ("true", "false", "null") or token.lstrip("+-")[:1].isdigit():
                return Leaf(token, self.line, is_text=False)
            self._refuse("expected a text in quotes")
        if token[0] == "'":
            self._mended.append((self.line, "single quotes are not JSON"))
            token = '"' + token[1:-1].replace("\\'", "'").replace('"', '\\"') + '"'
        try:
            return Leaf(clean(json.loads(token, strict=False)), self.line)
        except ValueError:
            self._mended.append((self.line, "a backslash that means nothing in JSON"))
            return Leaf(token[1:-1], self.line)

    def _take_value(self, node: Node) -> Node | None:
        """Put a value where it belongs; gives it back when it stands at the top."""
        if self._wants_colon:
            self._refuse("expected “:” and the points after a technology")
        if self._wants_comma:
            self._mended.append((node.line, "a comma is missing before this"))
        if not self._stack:
            return node if isinstance(node, Leaf) else None
        branch = self._stack[-1]
        if branch.is_object and self._key is None:
            if not isinstance(node, Leaf):
                self._refuse("expected a technology in quotes")
            self._key, self._wants_colon, self._wants_comma = node, True, False
            return None
        branch.items.append((self._key, node))
        self._key, self._wants_comma = None, True
        return None

    def _take_sign(self, sign: str) -> Node | None:
        if sign in "{[":
            branch = Branch(self.line, sign == "{")
            self._take_value(branch)
            self._stack.append(branch)
            if len(self._stack) > _DEEPEST:
                self._refuse(f"more than {_DEEPEST} levels of brackets")
            self._key, self._wants_comma = None, False
        elif sign in "}]":
            return self._close(sign)
        elif sign == ":":
            if not self._wants_colon:
                self._refuse("expected no “:” here")
            self._wants_colon = False
        else:
            if self._stack and (self._wants_colon or not self._wants_comma):
                self._refuse("expected no comma here")
            self._wants_comma = False
        return None

    def _close(self, sign: str) -> Node | None:
        if not self._stack or self._stack[-1].is_object != (sign == "}") or self._key is not None:
            self._refuse(f"expected no “{sign}” here")
        branch = self._stack.pop()
        if branch.items and not self._wants_comma:
            self._mended.append((self.line, "a comma before the end"))
        self._wants_comma = bool(self._stack)
        return None if self._stack else branch

    def _refuse(self, expected: str) -> NoReturn:
        start = self._text.rfind("\n", 0, self._begin) + 1
        stop = self._text.find("\n", start)
        text = self._text[start : stop if stop >= 0 else len(self._text)]
        raise InvalidInput("points-json", f"{shown(text)}: {expected}", f"line {self.line}")
