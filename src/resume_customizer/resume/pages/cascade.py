"""What holds for a paragraph and its text, from styles, lists and their own properties.

    styles + numbering + theme  ->  Settings  ->  .paragraph()  ->  ParagraphSetting, TextSetting

Laid over each other as ECMA-376 part 1, 17.7.2 has it: the document's defaults, the table's style, the chain of the
paragraph's style, its list level, its own properties; for text also its character style.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from resume_customizer.resume.pages.formatting import OFF, Changes, read_paragraph, read_text, value_of
from resume_customizer.resume.pages.settings import Mark, ParagraphSetting, TextSetting

_LONGEST_CHAIN = 32
_WITHOUT_STYLES: Changes = {"family": "Calibri", "size": 11.0}
"""What is taken for a document without styles."""


class Settings:
    """The styles of one document."""

    def __init__(self, styles: Element, numbering: Element, theme: Mapping[str, str]) -> None:
        self._theme = theme
        self._styles = {each.get("styleId", ""): each for each in styles.iterfind("style")}
        self._usual = {
            each.get("type", ""): each.get("styleId", "")
            for each in styles.iterfind("style")
            if each.get("default", "0") not in OFF
        }
        self._abstract = {each.get("abstractNumId", ""): each for each in numbering.iterfind("abstractNum")}
        self._numbers = {each.get("numId", ""): each for each in numbering.iterfind("num")}
        self._chains: dict[str, tuple[Changes, Changes]] = {}
        defaults = styles.find("docDefaults")
        defaults = defaults if defaults is not None else Element("docDefaults")
        self._paragraph = read_paragraph(defaults.find("pPrDefault/pPr"))
        self._text = read_text(defaults.find("rPrDefault/rPr"), theme) if len(styles) else _WITHOUT_STYLES

    def paragraph(self, properties: Element | None, table: str = "") -> tuple[ParagraphSetting, TextSetting]:
        """A paragraph with these properties, and the text in it that states nothing of its own."""
        own = read_paragraph(properties)
        style = own.get("style") or self._usual.get("paragraph", "")
        of_style, text = self.chain(style if style in self._styles else self._usual.get("paragraph", ""))
        of_table, table_text = self.chain(table) if table else ({}, {})
        number = own.get("number", of_style.get("number", ""))
        level = self._level(number, own.get("level", of_style.get("level", 0)))
        in_list = read_paragraph(level.find("pPr")) if level is not None else {}
        if "number" not in own:  # what the style itself states comes before its list's level (17.9.23)
            in_list = {name: value for name, value in in_list.items() if name not in of_style or name == "tabs"}
        merged = self._paragraph | of_table | of_style | in_list | own
        merged["style"] = style
        if "tabs" in in_list and "tabs" in of_style:
            merged["tabs"] = tuple(sorted({*in_list["tabs"], *of_style["tabs"], *own.get("tabs", ())}))
        return ParagraphSetting(**merged), TextSetting(**(self._text | table_text | text))

    def run(self, properties: Element | None, base: TextSetting) -> TextSetting:
        """Some text in a paragraph."""
        if properties is None:
            return base
        style = properties.find("rStyle")
        changes = self.chain(style.get("val", ""))[1] if style is not None else {}
        changes = changes | read_text(properties, self._theme)
        return base._replace(**changes) if changes else base

    def mark(self, setting: ParagraphSetting, base: TextSetting, count: int) -> Mark | None:
        """What a list shows in front of a paragraph, as its nth item."""
        level = self._level(setting.number, setting.level)
        if level is None or value_of(level, "numFmt") == "none":
            return None
        text = value_of(level, "lvlText")
        if value_of(level, "numFmt") != "bullet":
            text = "".join(str(count) if piece.isdigit() else piece for piece in text.replace("%", ""))
        return Mark(text, self.run(level.find("rPr"), base), value_of(level, "suff") or "tab")

    def chain(self, style: str) -> tuple[Changes, Changes]:
        """What a style and those that it is based on say of paragraphs and of text."""
        found = self._chains.get(style)
        if found is None:
            names: list[str] = []
            each = style
            while each in self._styles and each not in names and len(names) < _LONGEST_CHAIN:
                names.append(each)
                each = value_of(self._styles[each], "basedOn")
            paragraph, text = Changes(), Changes()
            for name in reversed(names):
                paragraph |= read_paragraph(self._styles[name].find("pPr"))
                text |= read_text(self._styles[name].find("rPr"), self._theme)
            paragraph.pop("style", None)
            found = self._chains[style] = paragraph, text
        return found

    def of_style(self, style: str, path: str) -> Element | None:
        """The first element at a path in a style or in one that it is based on."""
        for _ in range(_LONGEST_CHAIN):
            if style not in self._styles:
                return None
            found = self._styles[style].find(path)
            if found is not None:
                return found
            style = value_of(self._styles[style], "basedOn")
        return None

    def usual_table(self) -> str:
        """The style of tables that name none."""
        return self._usual.get("table", "")

    def _level(self, number: str, level: int) -> Element | None:
        """A level of a list, with the number's own override."""
        for _ in range(_LONGEST_CHAIN):
            stated = self._numbers.get(number)
            if number in ("", "0") or stated is None:
                return None
            for override in stated.iterfind("lvlOverride"):
                own = override.find("lvl")
                if override.get("ilvl") == str(level) and own is not None:
                    return own
            abstract = self._abstract.get(value_of(stated, "abstractNumId"))
            if abstract is None:
                return None
            link = value_of(abstract, "numStyleLink")
            if not link:
                return next((each for each in abstract.iterfind("lvl") if each.get("ilvl") == str(level)), None)
            element = self.of_style(link, "pPr/numPr/numId")
            number = element.get("val", "") if element is not None else ""
        return None
