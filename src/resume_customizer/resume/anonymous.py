"""A copy of a resume for a client: without contact data, chosen names and what tells who wrote it.

    bytes + names  ->  anonymize()  ->  another DOCX, in which nothing of it is found any more

This is no customization: paragraphs are changed and metadata is removed, so "only additions" does not hold for the
copy, and it says so. The copy is searched, text and every part, before it is handed out.

Promises (tests in tests/resume/test_anonymous.py):

* No e-mail address, phone number, profile link or chosen name is left, in text, links, comments or metadata, however
  Word has split it into runs.
* Everything else of the text stays as it was.
* A copy in which something is still found is not handed out.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree  # ty: ignore[missing-module-member] - it comes without types

from resume_customizer.core.errors import InvalidInput, PromiseBroken
from resume_customizer.resume.package import NO_PERMISSIONS, Permissions, open_package

REMOVED: Final = "[removed]"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MAIL: Final = r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
_PHONE: Final = r"(?<![\w.])\+?(?:\d{1,3}[ .-])?\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]?\d{4}(?!\w)"
_PROFILE: Final = r"(?:https?://)?(?:www\.)?(?:linkedin\.com|github\.com|gitlab\.com)/[\w/%.-]{1,100}"
_CONTACT = re.compile(f"{_MAIL}|{_PHONE}|{_PROFILE}", re.IGNORECASE)
_EMPTIED: Final = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
_AUTHORED: Final = ("author", "initials")
_SHORTEST_NAME: Final = 2


@dataclass(frozen=True, slots=True)
class ClientCopy:
    """The copy, and what was taken out."""

    content: bytes
    removed: int
    """Places in the text."""
    statement: str


def anonymize(content: bytes, names: tuple[str, ...], permissions: Permissions = NO_PERMISSIONS) -> ClientCopy:
    """The copy; raises the errors of opening, InvalidInput for names that are none, PromiseBroken."""
    chosen = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    if any(len(name) < _SHORTEST_NAME for name in chosen):
        raise InvalidInput("bad-name", "A name to be removed has two characters at least.")
    archive = open_package(content, permissions).archive
    found = _pattern(chosen)
    removed, parts = 0, dict[str, bytes]()
    for name, member in archive.by_name.items():
        data = archive.read(member)
        if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml":
            data, count = _changed(name, data, found)
            removed += count
        if not name.startswith("docProps/thumbnail"):
            parts[name] = data
    copy = _packed(parts)
    _check_nothing_is_left(parts, found)
    statement = (
        f"{removed} places were taken out, and author, revision marks and comments removed. This copy differs from "
        "the resume in more than additions: no certificate holds for it. Pictures are as they were."
    )
    return ClientCopy(copy, removed, statement)


def _pattern(names: tuple[str, ...]) -> "re.Pattern[str]":
    spelled = (r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    return re.compile("|".join([_CONTACT.pattern, *(rf"(?<!\w){each}(?!\w)" for each in spelled)]), re.IGNORECASE)


def _changed(name: str, data: bytes, found: "re.Pattern[str]") -> tuple[bytes, int]:
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    count = 0
    if name in _EMPTIED:
        _empty(root)
    elif name.endswith(".rels"):
        for each in root:
            if each.get("TargetMode") == "External" and found.search(_plain_link(each.get("Target", ""))):
                each.set("Target", "https://removed.invalid/")
                count += 1
            elif "thumbnail" in each.get("Type", ""):
                root.remove(each)
    elif name.startswith("word/"):
        count = _clean_text(root, found, is_comments="comments" in name)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), count


def _empty(root: Any) -> None:  # noqa: ANN401 - lxml
    for each in root.iter():
        if len(each) == 0 and isinstance(each.tag, str) and etree.QName(each).localname not in _DATES:
            each.text = "" if each.text else each.text
        if each.get("name"):
            each.set("name", f"removed{each.getroottree().getpath(each).count('/')}")


_DATES: Final = frozenset({"created", "modified", "Pages", "Words", "Characters", "Lines", "Paragraphs"})


def _clean_text(root: Any, found: "re.Pattern[str]", *, is_comments: bool) -> int:  # noqa: ANN401
    count = 0
    for each in root.iter(etree.Element):
        for attribute in list(each.attrib):
            local = etree.QName(attribute).localname
            if local.startswith("rsid"):
                del each.attrib[attribute]
            elif local in _AUTHORED and attribute.startswith((_W, _STRICT)):
                each.set(attribute, "")
            elif found.search(_plain_link(str(each.get(attribute)))):
                each.set(attribute, REMOVED)
    for space in (_W, _STRICT):
        for paragraph in root.iter(f"{space}p"):
            texts = list(paragraph.iter(f"{space}t", f"{space}delText", f"{space}instrText"))
            if is_comments:
                for each in texts:
                    each.text = ""
            else:
                count += _take_out(texts, found)
    return count


def _take_out(texts: list[Any], found: "re.Pattern[str]") -> int:
    """Matches over the texts of one paragraph: the first piece gets the mark, the others lose their share."""
    pieces = [each.text or "" for each in texts]
    matches = list(found.finditer("".join(pieces)))
    for match in reversed(matches):
        at, is_first = 0, True
        for number, piece in enumerate(pieces):
            start, end = max(match.start() - at, 0), min(match.end() - at, len(piece))
            at += len(piece) if number < len(pieces) else 0
            if start < end:
                pieces[number] = piece[:start] + (REMOVED if is_first else "") + piece[end:]
                is_first = False
    for each, piece in zip(texts, pieces, strict=True):
        if each.text != piece:
            each.text = piece
    return len(matches)


def _plain_link(text: str) -> str:
    return text.replace("mailto:", " ").replace("tel:", " ").replace("%20", " ")


def _packed(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _check_nothing_is_left(parts: dict[str, bytes], found: "re.Pattern[str]") -> None:
    """Search text, attributes and metadata of every part of the copy."""
    for name, data in parts.items():
        if not name.endswith((".xml", ".rels")) or name == "[Content_Types].xml":
            continue
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        paragraphs = [each for space in (_W, _STRICT) for each in root.iter(f"{space}p")]
        texts = ["".join(each.itertext()) for each in paragraphs] or ["\n".join(root.itertext())]
        texts += [
            _plain_link(str(value))
            for each in root.iter(etree.Element)
            for key, value in each.attrib.items()
            if _is_said(key)
        ]
        if any(found.search(text) for text in texts):
            raise PromiseBroken(
                "not-anonymous", f"Something that should be gone was still found in {name}; no copy was made."
            )


def _is_said(attribute: str) -> bool:
    """Attributes that hold what people wrote; ids and measures can look like phone numbers."""
    return etree.QName(attribute).localname in {"author", "initials", "Target", "descr", "title", "name", "alias"}
