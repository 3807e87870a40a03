"""Resume shape 7: tables, nested tables, text boxes and content controls.

career  ->  one function per layout  ->  SampleResume
"""

from builders.careers import DATA, DEVOPS, FRONTEND, JAVA, TESTER, Job
from builders.docx import (
    DOTS,
    PAGE_BREAK,
    WORD,
    WORD_2007,
    Blocks,
    bold,
    bullets,
    cell,
    content_control,
    heading,
    inline_control,
    line,
    link,
    repeating_section,
    row,
    table,
    text,
    text_box,
)
from builders.sheet import (
    SampleResume,
    Sheet,
    add_closing,
    add_letterhead,
    add_opening,
    add_skills,
    add_summary,
    environment_line,
    environment_of,
    shaded,
)

SIDE, MAIN = 3200, 6880


def two_columns() -> SampleResume:
    """One table of two cells: contact, skills and education at the left, summary and experience at the right."""
    sheet = Sheet("07-two-columns", 7, FRONTEND)
    left, right = _side(sheet), _summary(sheet)
    right.append(sheet.note_section("experience", "Experience"))
    for job in FRONTEND.jobs:
        right.append(_entry(sheet, job))
        sheet.note_experience(job)
    sheet.add(table(row(cell(*left, shade="EAF0F8"), cell(*right)), widths=(SIDE, MAIN)))
    return sheet.done(habits=WORD)


def dates_beside_bullets() -> SampleResume:
    """A table row for each experience: dates and place in one cell, title and bullets in the other."""
    sheet = Sheet("07-dates-beside", 7, DATA)
    add_letterhead(sheet, centered=False)
    add_summary(sheet, "Profile", None)
    sheet.section("experience", "Experience")
    rows = []
    for job in DATA.jobs:
        when = cell(line(sheet.when(job), bold=True), line(job.location, italic=True))
        what = cell(line(bold(job.role), ", ", job.company), bullets(*job.bullets, left=360, hanging=270))
        rows.append(row(when, what))
        sheet.note_experience(job)
    sheet.add(table(*rows, widths=(2200, 7880)))
    add_skills(sheet, "Skills", "grid")
    add_closing(sheet)
    return sheet.done(habits=WORD)


def header_row_over_bullets() -> SampleResume:
    """Three cells (company, title, dates) over one wide cell with the bullets, with lines around all."""
    sheet = Sheet("07-header-row", 7, TESTER, shaded)
    add_letterhead(sheet)
    add_summary(sheet, "Summary")
    sheet.section("experience", "Professional Experience")
    rows = []
    for job in TESTER.jobs:
        rows.append(
            row(
                cell(line(job.company, bold=True), shade="F2F2F2"),
                cell(line(job.role, bold=True), shade="F2F2F2"),
                cell(line(sheet.when(job), bold=True, align="right"), shade="F2F2F2"),
            )
        )
        rows.append(row(cell(bullets(*job.bullets), environment_line(job), span=3)))
        sheet.note_experience(job, location=None, environment=environment_of(job))
    sheet.add(table(*rows, widths=(3360, 3760, 2960), borders=True))
    add_closing(sheet)
    return sheet.done(habits=WORD_2007)


def nested_tables() -> SampleResume:
    """A table for the page, and in its right cell a table for each experience."""
    sheet = Sheet("07-nested-tables", 7, DEVOPS)
    left, right = _side(sheet), _summary(sheet)
    right.append(sheet.note_section("experience", "Experience"))
    for job in DEVOPS.jobs:
        inner = table(
            row(cell(line(job.role, bold=True)), cell(line(sheet.when(job), align="right"))),
            row(cell(line(f"{job.company}, {job.location}", italic=True), bullets(*job.bullets), span=2)),
            widths=(4100, 2500),
        )
        right.extend([inner, line(after=0)])
        sheet.note_experience(job)
    sheet.add(table(row(cell(*left), cell(*right)), widths=(SIDE, MAIN)))
    return sheet.done(habits=WORD)


def side_text_box() -> SampleResume:
    """Contact and skills float in a text box (DrawingML and its VML copy); the experience is in the body."""
    sheet = Sheet("07-text-box-side", 7, FRONTEND)
    side = text_box(_side(sheet), width=2900, height=9000, x=1080, y=1080)
    sheet.add(line(side, text(FRONTEND.name, bold=True, size=18)))
    sheet.section("summary", "Profile", [line(words) for words in FRONTEND.summary])
    sheet.section("experience", "Experience")
    for job in FRONTEND.jobs:
        sheet.experience(job, _entry(sheet, job))
    return sheet.done(habits=WORD)


def experience_in_text_boxes() -> SampleResume:
    """Each experience stands in a text box of its own."""
    return _boxed("07-text-box-jobs", vml_only=False)


def experience_in_old_text_boxes() -> SampleResume:
    """The same in VML alone, as Word 2003 to 2007 wrote it."""
    return _boxed("07-text-box-vml", vml_only=True)


def content_controls() -> SampleResume:
    """A template with content controls: around words, around paragraphs, one still showing its placeholder."""
    sheet = Sheet("07-content-controls", 7, DATA)
    add_letterhead(sheet)
    sheet.add(line(inline_control("[Your objective]", title="Objective", placeholder=True)))
    sheet.section("experience", "Experience")
    for number, job in enumerate(DATA.jobs):
        header = line(
            inline_control(text(job.role, bold=True), title=f"Title {number}"),
            ", ",
            inline_control(job.company, title=f"Company {number}"),
            ", ",
            inline_control(job.location, title=f"Place {number}"),
            " | ",
            inline_control(sheet.when(job), title=f"Dates {number}"),
            before=120,
        )
        sheet.experience(
            job, header, content_control(bullets(*job.bullets, style="List Bullet"), title=f"Duties {number}")
        )
    add_skills(sheet, "Skills")
    add_closing(sheet)
    return sheet.done(habits=WORD)


def repeating_controls() -> SampleResume:
    """Experiences in a repeating section of content controls."""
    sheet = Sheet("07-repeating-section", 7, TESTER)
    add_opening(sheet)
    sheet.section("experience", "Experience")
    for job in TESTER.jobs:
        sheet.note_experience(job)
    sheet.add(repeating_section(*(_entry(sheet, job) for job in TESTER.jobs)))
    add_closing(sheet)
    return sheet.done(habits=WORD)


def cells_in_controls() -> SampleResume:
    """A layout table whose cells stand in content controls."""
    sheet = Sheet("07-cell-controls", 7, JAVA)
    add_letterhead(sheet)
    add_summary(sheet)
    sheet.section("experience", "Experience")
    rows = []
    for job in JAVA.jobs:
        what = (line(f"{job.role}, {job.company}", bold=True), bullets(*job.bullets, left=360, hanging=270))
        rows.append(row(cell(line(sheet.when(job)), control=True), cell(*what, control=True)))
        sheet.note_experience(job, location=None)
    sheet.add(table(*rows, widths=(2200, 7880)))
    add_skills(sheet)
    add_closing(sheet)
    return sheet.done(habits=WORD)


def _boxed(name: str, *, vml_only: bool) -> SampleResume:
    sheet = Sheet(name, 7, DEVOPS)
    add_letterhead(sheet)
    add_summary(sheet)
    sheet.section("experience", "Experience")
    boxes = []
    for number, job in enumerate(DEVOPS.jobs):
        place = {"x": 1080, "y": 4000 + 2150 * number, "width": 10000, "height": 2100}
        boxes.append(text_box(_entry(sheet, job), vml_only=vml_only, **place))
        sheet.note_experience(job)
    sheet.add(line(*boxes), line(PAGE_BREAK))
    add_skills(sheet)
    add_closing(sheet)
    return sheet.done(habits=WORD)


def _side(sheet: Sheet) -> list[Blocks]:
    """What stands in a narrow column: contact, skills, education."""
    person = sheet.career
    return [
        sheet.note_section("contact", "Contact"),
        line(person.city),
        line(person.phone),
        line(link(person.email, f"mailto:{person.email}")),
        sheet.note_section("skills", "Skills"),
        [line(text(f"{name}: ", bold=True), words) for name, words in person.skills],
        sheet.note_section("education", "Education"),
        [line(school.replace("\t", ", ")) for school in person.education],
    ]


def _summary(sheet: Sheet) -> list[Blocks]:
    person = sheet.career
    words = [line(sentence) for sentence in person.summary]
    title = [line(person.name, bold=True, size=18, after=0), line(person.title)]
    return [title, sheet.note_section("summary", "Profile"), words]


def _entry(sheet: Sheet, job: Job) -> Blocks:
    return [
        heading(f"{job.role} | {sheet.when(job)}", 2),
        line(f"{job.company}, {job.location}", italic=True),
        bullets(*job.bullets, list=DOTS, left=360, hanging=270),
    ]


LAYOUT_SHAPES = (
    two_columns,
    dates_beside_bullets,
    header_row_over_bullets,
    nested_tables,
    side_text_box,
    experience_in_text_boxes,
    experience_in_old_text_boxes,
    content_controls,
    repeating_controls,
    cells_in_controls,
)
