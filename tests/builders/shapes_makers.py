"""Resume shape 12, second half: the same kind of resume as different programs write it, and odd packages.

career + Habits (Google Docs, LibreOffice, WPS, Pages, Strict, UTF-16, …)  ->  SampleResume
"""

from dataclasses import replace
from functools import partial
from typing import Any

from builders.careers import DATA, DEVOPS, FRONTEND, TESTER, Career
from builders.docx import (
    DOTS,
    GOOGLE_DOCS,
    LIBREOFFICE,
    PAGES,
    PLAIN,
    PLAIN_DOTS,
    ROUND,
    SQUARES,
    WORD,
    WORD_EDITED,
    WPS,
    Habits,
    ListKind,
    Zipping,
    bold,
    bookmark,
    bullets,
    heading,
    line,
    section_break,
)
from builders.sheet import (
    SampleResume,
    Sheet,
    add_closing,
    add_letterhead,
    add_skills,
    add_summary,
    environment_line,
    environment_of,
)

GERMAN_WORD = replace(
    WORD,
    style_ids=(
        ("Normal", "Standard"),
        ("Heading 1", "berschrift1"),
        ("Heading 2", "berschrift2"),
        ("Heading 3", "berschrift3"),
        ("List Bullet", "Aufzhlungszeichen"),
        ("List Paragraph", "Listenabsatz"),
        ("Title", "Titel"),
    ),
)
"""Word in German: ids in German, stored names in English."""
LOCALIZED = replace(
    LIBREOFFICE,
    style_names=(
        ("Heading 1", "Überschrift 1"),
        ("Heading 2", "Überschrift 2"),
        ("List Bullet", "Aufzählungszeichen"),
        ("Normal", "Standard"),
    ),
    style_ids=(("Heading 1", "berschrift1"), ("Heading 2", "berschrift2"), ("List Bullet", "Aufzhlungszeichen")),
)
"""A program that stores even the names in German."""

MAKERS: dict[str, tuple[Career, Habits, ListKind, dict[str, Any]]] = {
    "google-docs": (FRONTEND, GOOGLE_DOCS, ROUND, {"theme": True}),
    "libreoffice": (DATA, LIBREOFFICE, PLAIN_DOTS, {}),
    "wps": (TESTER, WPS, SQUARES, {}),
    "pages": (FRONTEND, PAGES, PLAIN_DOTS, {"font": "Helvetica"}),
    "word-edited": (DEVOPS, WORD_EDITED, DOTS, {"theme": True}),
    "word-german-ids": (DATA, GERMAN_WORD, DOTS, {}),
    "localized-names": (TESTER, LOCALIZED, DOTS, {}),
    "strict": (DEVOPS, WORD, DOTS, {"strict": True}),
    "utf-16": (DATA, PLAIN, DOTS, {"encoding": "UTF-16"}),
    "utf-8-bom": (TESTER, WORD, DOTS, {"encoding": "UTF-8-BOM"}),
    "other-prefix": (FRONTEND, PLAIN, DOTS, {"prefix": "ns0"}),
    "default-namespace": (DATA, WORD, DOTS, {"prefix": ""}),
    "strict-default-namespace": (TESTER, PLAIN, DOTS, {"prefix": "", "strict": True}),
    "document2": (DEVOPS, WORD, DOTS, {"story_part": "word/document2.xml"}),
    "strict-other-prefix": (TESTER, PLAIN, DOTS, {"prefix": "doc", "strict": True}),
    "data-descriptors": (TESTER, PLAIN, DOTS, {"zipping": Zipping(data_descriptors=True)}),
    "stored": (DATA, WORD, DOTS, {"zipping": Zipping(stored=("*",))}),
    "zip-comment": (FRONTEND, WORD, DOTS, {"zipping": Zipping(comment=b"exported for print", odd_order=True)}),
    "folder-entries": (DEVOPS, WORD, DOTS, {"zipping": Zipping(folders=True), "theme": True}),
    "template": (
        TESTER,
        WORD,
        DOTS,
        {"story_type": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"},
    ),
}
IN_THE_STYLE = {"localized-names", "word-german-ids"}


def made_by(name: str) -> SampleResume:
    """A usual resume as this program, or in a package written like this."""
    career, habits, kind, form = MAKERS[name]
    sheet = Sheet(f"12-{name}", 12, career)
    add_letterhead(sheet, centered=False)
    add_summary(sheet, "Summary", None)
    sheet.section("experience", "Work Experience")
    for number, job in enumerate(career.jobs):
        words = f"{job.role} | {job.company} | {job.location}"
        title = bookmark(f"_heading{number}", bold(words)) if habits is GOOGLE_DOCS else words
        items = bullets(*job.bullets, style="List Bullet") if name in IN_THE_STYLE else bullets(*job.bullets, list=kind)
        sheet.experience(
            job,
            heading(title, 2),
            line(sheet.when(job), italic=True),
            items,
            environment_line(job, "Technologies"),
            environment=environment_of(job, "Technologies"),
        )
    add_skills(sheet, "Skills", "grid" if len(career.jobs) % 2 else "lines")
    add_closing(sheet)
    return sheet.done(habits=habits, section=section_break("nextPage"), **form)


MAKER_SHAPES = tuple(partial(made_by, name) for name in MAKERS)
