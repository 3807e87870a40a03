"""The parts of a document that decide its layout, as small trees with plain names.

    Package  ->  LayoutParts(body, settings, headers and footers, embedded fonts)

Only local names are kept: `w:p` is `p`. Nothing is fetched; a part with a DTD was refused before (`resume/xml.py`).
"""

from contextlib import suppress
from posixpath import join, normpath
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.resume.package import PART_LIMIT, Package
from resume_customizer.resume.pages.cascade import Settings
from resume_customizer.resume.pages.font_tables import unscrambled
from resume_customizer.resume.xml import read_elements, read_text

_THEME_FONTS = {"majorFont": "major", "minorFont": "minor"}


class LayoutParts:
    """One document, opened for its layout."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.doubts: list[str] = []
        folder, _, name = package.story.name.rpartition("/")
        self._folder = folder
        self._targets = self._relationships(join(folder, "_rels", f"{name}.rels"))
        self.body = self._tree(package.story.name).find("body")
        theme = self._theme(self._related("theme"))
        self.settings = Settings(self._related("styles"), self._related("numbering"), theme)
        self.options = self._related("settings")

    def by_id(self, relationship: str) -> Element | None:
        """A header or footer by its relationship."""
        name = self._targets.get(relationship, "")
        return self._tree(name) if name in self._package.archive.by_name else None

    def embedded_fonts(self) -> list[tuple[str, str, bytes]]:
        """Fonts in the document: family, cut (`embedRegular` …), and the font's bytes."""
        name = self._package.related.get("fontTable", "")
        table = self._related("fontTable")
        at, _, file = name.rpartition("/")
        targets = self._relationships(join(at, "_rels", f"{file}.rels"), at)
        found = []
        for font in table.iterfind("font"):
            for each in font:
                target = targets.get(each.get("id", "")) if each.tag.startswith("embed") else None
                member = self._package.archive.by_name.get(target or "")
                if member is not None and member.size <= PART_LIMIT:
                    content = unscrambled(self._package.archive.read(member), each.get("fontKey", ""))
                    found.append((font.get("name", ""), each.tag, content))
        return found

    def _related(self, kind: str) -> Element:
        name = self._package.related.get(kind, "")
        return self._tree(name) if name in self._package.archive.by_name else Element(kind)

    def _tree(self, name: str) -> Element:
        """A part as a tree; an empty one, and a doubt, for a part that can't be read."""
        member = self._package.archive.by_name[name]
        parser = XMLParser(target=_PlainNames())  # noqa: S314 - a DTD is refused by read_text
        if member.size <= PART_LIMIT:
            with suppress(ParseError, ResumeCustomizerError):
                parser.feed(read_text(self._package.archive.read(member), name).utf8)
                return parser.close()
        self.doubts.append(f"the part {name}, which can't be read")
        return Element("empty")

    def _relationships(self, name: str, folder: str | None = None) -> dict[str, str]:
        member = self._package.archive.by_name.get(name)
        if member is None or member.size > PART_LIMIT:
            return {}
        base = self._folder if folder is None else folder
        return {
            each["Id"]: normpath(each["Target"][1:] if each["Target"].startswith("/") else join(base, each["Target"]))
            for tag, each in read_elements(self._package.archive.read(member), name)
            if tag == "Relationship" and "Id" in each and "Target" in each and each.get("TargetMode") != "External"
        }

    def _theme(self, theme: Element) -> dict[str, str]:
        """The fonts that a theme's names stand for: `minorHAnsi` → Calibri."""
        found: dict[str, str] = {}
        for element, name in _THEME_FONTS.items():
            latin = theme.find(f".//{element}/latin")
            if latin is not None and latin.get("typeface"):
                for ending in ("HAnsi", "Ascii", "Bidi", "EastAsia"):
                    found[f"{name}{ending}"] = latin.get("typeface", "")
        return found


class _PlainNames(TreeBuilder):
    """Builds a tree with local names."""

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Open an element."""
        return super().start(_local(tag), {_local(name): value for name, value in attrs.items()})

    def end(self, tag: str, /) -> Element:
        """Close an element."""
        return super().end(_local(tag))


def _local(name: str) -> str:
    return name.rpartition("}")[2]
