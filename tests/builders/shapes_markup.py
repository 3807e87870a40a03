"""Resume shape 12, first half: what stands in and around bullets, and how lists come to be lists.

career  ->  one function per oddity  ->  SampleResume
"""

from dataclasses import replace

from builders.careers import DATA, DEVOPS, FRONTEND, JAVA, TESTER, Career, Job
from builders.docx import (
    DOTS,
    LAST_RENDERED_PAGE_BREAK,
    NUMBERS,
    PAGE_BREAK,
    PLAIN_DOTS,
    TAB,
    WORD,
    WORD_EDITED,
    Level,
    ListKind,
    Xml,
    blank,
    bold,
    bookmark,
    bookmark_end,
    bookmark_start,
    bullets,
    comment,
    comment_end,
    comment_start,
    deleted,
    field,
    image,
    inserted,
    line,
    link,
    numbering_style,
    section_break,
    style,
    symbol,
    text,
    together,
    typed_bullets,
)
from builders.sheet import (
    RIGHT,
    SampleResume,
    Sheet,
    add_closing,
    add_letterhead,
    add_opening,
    add_skills,
    environment_line,
    environment_of,
)
from builders.writing import Blocks, Piece


def levels() -> SampleResume:
    """A list of two levels; the last bullet of each experience is on the second one."""
    sheet = _opened("12-levels", DATA)
    for job in DATA.jobs:
        items = [line(words, list=DOTS, level=number % 2) for number, words in enumerate(job.bullets)]
        sheet.experience(job, _header(sheet, job), items)
    return _closed(sheet)


def bold_lead_ins() -> SampleResume:
    """Each bullet begins with bold words."""
    sheet = _opened("12-bold-leads", DEVOPS)
    for job in DEVOPS.jobs:
        items = [_led(words) for words in job.bullets]
        sheet.experience(job, _header(sheet, job), bullets(*items))
    return _closed(sheet)


def breaks_links_and_fields() -> SampleResume:
    """Bullets with a line break, a hyperlink, a field, a tab; the last one of each experience holds a link."""
    sheet = _opened("12-breaks-links-fields", FRONTEND)
    address = "https://work.example.com/demo"
    for job in FRONTEND.jobs:
        texts = (*job.bullets, f"Shown at {address} and in talks.")
        items: list[Piece] = [
            f"{texts[0]}\nThe work was done in two quarters.",
            together("Wrote ", field(f'HYPERLINK "{address}"', "notes for the team"), ".\tStill in use."),
            *texts[1:-1],
            together("Shown at ", link(address, address), " and in talks."),
        ]
        shown = (
            f"{texts[0]} The work was done in two quarters.",
            "Wrote notes for the team. Still in use.",
            *texts[1:],
        )
        sheet.experience(job, _header(sheet, job), bullets(*items), bullet_texts=shown)
    return _closed(sheet)


def tracked_changes() -> SampleResume:
    """A reviewer added and struck words and whole bullets: struck ones are not there, added ones are."""
    sheet = _opened("12-tracked-changes", TESTER)
    added = "Wrote load tests with JMeter for the yearly sale."
    for job in TESTER.jobs:
        first = together(deleted("Helped to "), inserted("Led the effort to "), "test all releases.")
        items = [
            bullets(first, *job.bullets),
            line(deleted("Struck out by the reviewer."), list=DOTS, mark="deleted"),
            line(inserted(added), list=DOTS, mark="inserted"),
        ]
        texts = ("Led the effort to test all releases.", *job.bullets, added)
        sheet.experience(job, _header(sheet, job), *items, bullet_texts=texts)
    return _closed(sheet)


def comments() -> SampleResume:
    """Comments on words, on a header, and on a range from the first bullet to the last."""
    sheet = _opened("12-comments", TESTER)
    for job in TESTER.jobs:
        note = f"Is this what {job.company} would say?"
        first, *middle, last = job.bullets
        items: list[Piece] = [
            together(comment_start(note), first),
            *middle,
            together(last, comment_end(note)),
        ]
        header = line(
            comment(f"Check the dates at {job.company}.", job.company), f" | {job.role} | {sheet.when(job)}", bold=True
        )
        sheet.experience(job, header, bullets(*items), location=None)
    return _closed(sheet)


def bookmarks() -> SampleResume:
    """Bookmarks around words, across bullets, and from the last bullet into the next header."""
    sheet = _opened("12-bookmarks", DEVOPS)
    before: list[Piece] = []
    for number, job in enumerate(DEVOPS.jobs):
        first, *middle, last = job.bullets
        items: list[Piece] = [
            together(bookmark_start(f"duties{number}"), first),
            *(bookmark(f"fact{number}_{i}", words) for i, words in enumerate(middle)),
            together(bookmark_start(f"gap{number}"), last, bookmark_end(f"duties{number}")),
        ]
        header = line(*before, f"{job.role}, {job.company}, {sheet.when(job)}", bold=True, before=120)
        sheet.experience(job, header, bullets(*items), location=None)
        before = [bookmark_end(f"gap{number}")]
    sheet.add(line(*before))
    return _closed(sheet)


def section_break_in_last_bullet() -> SampleResume:
    """A section ends in the last bullet of each experience: its `w:pPr` holds the `w:sectPr`."""
    sheet = _opened("12-section-break", DATA)
    for job in DATA.jobs:
        *others, last = job.bullets
        ending = line(last, list=DOTS, section=section_break("continuous"))
        sheet.experience(job, _header(sheet, job), bullets(*others), ending)
    return _closed(sheet)


def headers_and_footers() -> SampleResume:
    """Name and picture in the header, page number in the footer; bullets that were split over pages."""
    sheet = _opened("12-headers-footers", JAVA)
    for number, job in enumerate(JAVA.jobs):
        *others, last = job.bullets
        ending: Piece = together(LAST_RENDERED_PAGE_BREAK, last) if number else together(last, PAGE_BREAK)
        sheet.experience(job, _header(sheet, job), bullets(*others, ending))
    add_skills(sheet)
    add_closing(sheet)
    header = line(
        image(width=300, height=300), TAB, f"{JAVA.name} | {JAVA.phone} | ", link("mail", f"mailto:{JAVA.email}")
    )
    footer = line("Page ", field("PAGE", "1"), " of ", field("NUMPAGES", "2", simple=True), align="center")
    return sheet.done(habits=WORD, header=header, footer=footer, theme=True)


def numbering_by_style_chain() -> SampleResume:
    """Bullets whose list comes from the style that their style is based on."""
    sheet = _opened("12-style-chain", DEVOPS)
    for job in DEVOPS.jobs:
        sheet.experience(
            job,
            line(f"{job.role} – {job.company} – {sheet.when(job)}", style="Job Header"),
            bullets(*job.bullets, style="Achievement"),
            line(environment_of(job), style="Achievement", no_list=True, left=0, hanging=0),
            location=None,
            environment=environment_of(job),
        )
    own = (
        style("Job Header", "Heading 2", color="7F3F00"),
        style("Duty", "List Bullet", after=40),
        style("Achievement", "Duty", italic=False, size=10),
    )
    return _closed(sheet, styles=own)


def numbering_by_style_link() -> SampleResume:
    """The list points to a numbering style, which holds the levels (`w:numStyleLink`, `w:styleLink`)."""
    levels_of_style = ListKind(
        (Level("•", font="Calibri"), Level("–", font="Calibri", left=1440)), link_of_style="CVList"
    )
    linked = ListKind((Level("•"),), style_link="CVList")
    sheet = _opened("12-style-link", TESTER)
    for job in TESTER.jobs:
        sheet.experience(job, _header(sheet, job), bullets(*job.bullets, list=linked))
    return _closed(sheet, styles=[numbering_style("CV List", list=levels_of_style)])


def numbered_duties() -> SampleResume:
    """Duties are counted 1. 2. 3.; each experience starts anew by an override."""
    sheet = _opened("12-numbered", TESTER)
    for number, job in enumerate(TESTER.jobs):
        kind = NUMBERS if number == 0 else ListKind(NUMBERS.levels, f"job {number}", same_as=NUMBERS, restart=1)
        sheet.experience(job, _header(sheet, job), bullets(*job.bullets, list=kind))
    return _closed(sheet)


def overridden_levels() -> SampleResume:
    """All lists share one definition; a `w:lvlOverride` gives each job's list its own glyph."""
    sheet = _opened("12-level-override", FRONTEND)
    for number, job in enumerate(FRONTEND.jobs):
        own = Level("•–»"[number], font="Calibri", left=540, hanging=270)
        kind = ListKind((own,), f"job {number}", same_as=DOTS)
        sheet.experience(job, _header(sheet, job), bullets(*job.bullets, list=kind))
    return _closed(sheet)


def private_use_markers() -> SampleResume:
    """Typed bullets from the Symbol font: U+F0B7 and a tab."""
    sheet = _opened("12-typed-private-use", DATA)
    for job in DATA.jobs:
        items = [
            line(text("\uf0b7\t", font="Symbol"), words, left=360, hanging=360, tabs=[360]) for words in job.bullets
        ]
        sheet.experience(job, _header(sheet, job), items)
    return _closed(sheet)


def symbol_markers() -> SampleResume:
    """Typed bullets as symbol characters (`w:sym`) and a tab."""
    sheet = _opened("12-typed-symbols", TESTER)
    for job in TESTER.jobs:
        items = [line(symbol("F0A7", "Wingdings"), TAB, words, left=360, hanging=360) for words in job.bullets]
        sheet.experience(job, _header(sheet, job), items)
    return _closed(sheet)


def middle_dots() -> SampleResume:
    """Typed middle dots and spaces, with the closing line right below."""
    sheet = _opened("12-typed-middle-dots", DEVOPS)
    for job in DEVOPS.jobs:
        sheet.experience(
            job,
            _header(sheet, job),
            typed_bullets(*job.bullets, marker="· ", left=200, hanging=140),
            environment_line(job, "Technologies"),
            environment=environment_of(job, "Technologies"),
        )
    return _closed(sheet)


def en_dashes_in_many_runs() -> SampleResume:
    """Typed en dashes in a document that was edited for years: sentences cut into runs, empty lines between."""
    sheet = _opened("12-typed-en-dashes", JAVA)
    for job in JAVA.jobs:
        items: list[Blocks] = [[one, blank(after=0)] for one in typed_bullets(*job.bullets, marker="– ")]
        sheet.experience(job, _header(sheet, job), *items)
    return _closed(sheet, habits=WORD_EDITED)


def two_lists_in_an_experience() -> SampleResume:
    """Responsibilities and achievements: two labelled lists with glyphs of their own."""
    career = DATA.with_jobs(*(replace(job, bullets=(*job.bullets, "Named employee of the year.")) for job in DATA.jobs))
    sheet = _opened("12-two-lists", career)
    for job in career.jobs:
        sheet.experience(
            job,
            _header(sheet, job),
            line("Responsibilities:", bold=True),
            bullets(*job.bullets[:-2]),
            line("Achievements:", bold=True),
            bullets(*job.bullets[-2:], list=PLAIN_DOTS),
        )
    return _closed(sheet)


def _opened(name: str, career: Career) -> Sheet:
    sheet = Sheet(name, 12, career)
    add_opening(sheet) if career is not JAVA else add_letterhead(sheet)
    sheet.section("experience", "Professional Experience")
    return sheet


def _closed(sheet: Sheet, **form: object) -> SampleResume:
    add_closing(sheet)
    return sheet.done(**({"habits": WORD} | form))


def _header(sheet: Sheet, job: Job) -> list[Xml]:
    return [
        line(bold(job.company), f"\t{sheet.when(job)}", tabs=[RIGHT], before=120, after=0, keep_next=True),
        line(f"{job.role}, {job.location}", italic=True, keep_next=True),
    ]


def _led(words: str) -> Xml:
    first, _, rest = words.partition(" ")
    return together(bold(first), f" {rest}")


MARKUP_SHAPES = (
    levels,
    bold_lead_ins,
    breaks_links_and_fields,
    tracked_changes,
    comments,
    bookmarks,
    section_break_in_last_bullet,
    headers_and_footers,
    numbering_by_style_chain,
    numbering_by_style_link,
    numbered_duties,
    overridden_levels,
    private_use_markers,
    symbol_markers,
    middle_dots,
    en_dashes_in_many_runs,
    two_lists_in_an_experience,
)
