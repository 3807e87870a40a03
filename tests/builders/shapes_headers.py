"""Resume shapes 1 to 6: how the header of an experience is written.

career  ->  one function per shape  ->  SampleResume
"""

from builders.careers import DATA, DEVOPS, DOTNET, JAVA, TESTER
from builders.docx import (
    DOTS,
    PLAIN_DOTS,
    SQUARES,
    WORD,
    WORD_EDITED,
    blank,
    bold,
    bullets,
    heading,
    italic,
    line,
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
    add_summary,
    classic_header,
    environment_line,
    environment_of,
    shaded,
    typed_capitals,
    underlined,
)

NBSP = "\u00a0"


def pipe_and_soft_break() -> SampleResume:
    """`Company | dates⏎Title` in one paragraph, a blank one, bold `Responsibilities:`, typed `- …` lines."""
    sheet = Sheet("01-pipe-soft-break", 1, JAVA, underlined)
    add_letterhead(sheet)
    add_summary(sheet, "Professional Summary:")
    add_skills(sheet, "Technical Skills:", "grid")
    sheet.section("experience", "Professional Experience:")
    for job in JAVA.jobs:
        sheet.experience(
            job,
            line(f"{job.company} | {sheet.when(job)}\n{job.role}", bold=True, before=120),
            blank(),
            line("Responsibilities:", bold=True),
            typed_bullets(*job.bullets, marker="- "),
            location=None,
        )
    add_closing(sheet)
    return sheet.done(habits=WORD, font="Times New Roman", size=11)


def pipe_and_typed_dots() -> SampleResume:
    """The same with a location, `•` and a tab under a hanging indent."""
    sheet = Sheet("01-pipe-typed-dots", 1, TESTER, shaded)
    add_letterhead(sheet)
    add_skills(sheet)
    sheet.section("experience", "Work History")
    for job in TESTER.jobs:
        sheet.experience(
            job,
            line(bold(f"{job.company} | {job.location} | {sheet.when(job)}"), "\n", italic(job.role), before=120),
            blank(),
            line("Responsibilities:", bold=True),
            typed_bullets(*job.bullets, marker="•\t", left=360, hanging=360),
        )
    add_closing(sheet)
    return sheet.done(habits=WORD_EDITED)


def client_dash() -> SampleResume:
    """`Client - X – dates⏎Title`: every header begins with "Client -"; two kinds of dash."""
    sheet = Sheet("02-client-dash", 2, JAVA, underlined)
    add_letterhead(sheet)
    add_summary(sheet, "PROFESSIONAL SUMMARY:")
    add_skills(sheet, "TECHNICAL SKILLS:", "grid")
    sheet.section("experience", "PROFESSIONAL EXPERIENCE:")
    for job in JAVA.jobs:
        sheet.experience(
            job,
            line(f"Client - {job.company} – {sheet.when(job)}\n{job.role}", bold=True, before=160),
            line("Responsibilities:", bold=True),
            bullets(*job.bullets),
            environment_line(job),
            location=None,
            environment=environment_of(job),
        )
    add_closing(sheet)
    return sheet.done(habits=WORD, font="Times New Roman", size=11)


def client_lines() -> SampleResume:
    """`Client: X, City<tab>dates` and `Role: …` on lines of their own, as vendors write them."""
    sheet = Sheet("02-client-lines", 2, DEVOPS, typed_capitals)
    add_letterhead(sheet, centered=False)
    add_summary(sheet, "SUMMARY")
    sheet.section("experience", "WORK EXPERIENCE")
    for job in DEVOPS.jobs:
        sheet.experience(
            job,
            line(
                f"Client: {job.company}, {job.location}\t{sheet.when(job)}",
                bold=True,
                tabs=[RIGHT],
                before=120,
                after=0,
            ),
            line(f"Role: {job.role}", bold=True),
            bullets(*job.bullets, list=SQUARES),
            environment_line(job),
            environment=environment_of(job),
        )
    add_skills(sheet, "SKILLS")
    add_closing(sheet, education="EDUCATION", proofs="CERTIFICATIONS")
    return sheet.done(habits=WORD)


def heading_with_dates_in_the_middle() -> SampleResume:
    """Heading 2 `X – dates Title`; an empty paragraph breaks the list in two."""
    sheet = Sheet("03-heading-broken-list", 3, JAVA)
    add_opening(sheet)
    sheet.section("experience", "Professional Experience")
    for job in JAVA.jobs:
        middle = len(job.bullets) // 2
        sheet.experience(
            job,
            heading(f"{job.company} – {sheet.when(job)} {job.role}", 2),
            bullets(*job.bullets[:middle], style="List Paragraph", list=DOTS),
            blank(),
            bullets(*job.bullets[middle:], style="List Paragraph", list=DOTS),
            location=None,
        )
    add_closing(sheet)
    return sheet.done(habits=WORD)


def title_over_company_with_tabs() -> SampleResume:
    """Bold `Title⏎Company (City, ST)<tabs>dates`, `PROJECT DESCRIPTION:`, `Responsibilities:`, bullets."""
    sheet = Sheet("04-title-company-tabs", 4, JAVA, underlined)
    add_letterhead(sheet)
    add_summary(sheet, "SUMMARY OF EXPERIENCE")
    add_skills(sheet, "TECHNICAL SKILLS", "grid")
    sheet.section("experience", "PROFESSIONAL EXPERIENCE")
    for job in JAVA.jobs:
        sheet.experience(
            job,
            line(f"{job.role}\n{job.company} ({job.location})\t\t\t{sheet.when(job)}", bold=True, before=160),
            line(bold("PROJECT DESCRIPTION: "), job.about, align="both"),
            line("Responsibilities:", bold=True),
            bullets(*job.bullets, list=PLAIN_DOTS),
            environment_line(job, "ENVIRONMENT"),
            environment=environment_of(job, "ENVIRONMENT"),
        )
    add_closing(sheet, education="EDUCATION", proofs="CERTIFICATIONS")
    return sheet.done(habits=WORD_EDITED, font="Times New Roman", size=10.5)


def pipes_with_hard_spaces() -> SampleResume:
    """`Title | Company | dates` with no-break spaces around the pipes, bullets directly after."""
    sheet = Sheet("05-pipes-nbsp", 5, DEVOPS)
    add_opening(sheet)
    sheet.section("experience", "Experience")
    pipe = f"{NBSP}|{NBSP}"
    for job in DEVOPS.jobs:
        dates = sheet.when(job).replace("–", "-")
        sheet.experience(
            job,
            line(f"{job.role}{pipe}{job.company}{pipe}{dates}", bold=True, before=120),
            bullets(*job.bullets, style="List Bullet"),
            location=None,
        )
    add_closing(sheet)
    return sheet.done(habits=WORD)


def five_parts_and_an_intro_heading() -> SampleResume:
    """`Title | Company | Industry | City, ST | dates` as Heading 2, an intro paragraph in the same style, bullets."""
    sheet = Sheet("06-five-parts-intro", 6, DATA)
    add_opening(sheet)
    sheet.section("experience", "Professional Experience")
    for job in DATA.jobs:
        parts = (job.role, job.company, job.industry, job.location, sheet.when(job))
        sheet.experience(
            job,
            heading(" | ".join(parts), 2),
            heading(job.about, 2, bold=False),
            bullets(*job.bullets),
        )
    add_closing(sheet)
    return sheet.done(habits=WORD)


def classic() -> SampleResume:
    """Company and dates on one line, the title in italics below: what most American resumes look like."""
    sheet = Sheet("04-classic", 4, DOTNET, typed_capitals)
    add_letterhead(sheet)
    add_summary(sheet, "SUMMARY", None)
    sheet.section("experience", "EXPERIENCE")
    for job in DOTNET.jobs:
        sheet.experience(job, classic_header(sheet, job), bullets(*job.bullets))
    add_skills(sheet, "SKILLS")
    add_closing(sheet, education="EDUCATION", proofs="CERTIFICATIONS")
    return sheet.done(font="Times New Roman", size=11)


def key_value_lines() -> SampleResume:
    """`Client:`, `Role:`, `Duration:`, `Location:` each on a line of its own."""
    sheet = Sheet("04-key-value", 4, TESTER, underlined)
    add_letterhead(sheet)
    add_summary(sheet, "Career Summary:")
    sheet.section("experience", "Work Experience:")
    for job in TESTER.jobs:
        pairs = {"Client": job.company, "Role": job.role, "Duration": sheet.when(job), "Location": job.location}
        sheet.experience(
            job,
            [line(bold(f"{key}\t: "), value, tabs=[1440], after=0) for key, value in pairs.items()],
            line(bold("Description: "), job.about, before=60),
            line("Roles & Responsibilities:", bold=True),
            bullets(*job.bullets),
        )
    add_closing(sheet)
    return sheet.done(habits=WORD)


def plain_paragraphs() -> SampleResume:
    """Achievements as paragraphs without any bullet."""
    sheet = Sheet("05-plain-paragraphs", 5, DATA)
    add_letterhead(sheet)
    add_summary(sheet, "Profile", None)
    sheet.section("experience", "Experience")
    for job in DATA.jobs:
        sheet.experience(job, classic_header(sheet, job), [line(text, after=80) for text in job.bullets])
    add_skills(sheet, "Skills")
    add_closing(sheet)
    return sheet.done(habits=WORD)


HEADER_SHAPES = (
    pipe_and_soft_break,
    pipe_and_typed_dots,
    client_dash,
    client_lines,
    heading_with_dates_in_the_middle,
    title_over_company_with_tabs,
    classic,
    key_value_lines,
    pipes_with_hard_spaces,
    plain_paragraphs,
    five_parts_and_an_intro_heading,
)
