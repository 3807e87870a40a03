"""Resume shapes 8 and 9: what closes an experience, and how many there are.

career  ->  one function per shape  ->  SampleResume
"""

from dataclasses import replace

from builders.careers import DATA, DEVOPS, DOTNET, GRADUATE, JAVA, PROJECTS, TESTER, Job
from builders.docx import (
    DOTS,
    WORD,
    bold,
    bullets,
    line,
)
from builders.sheet import (
    RIGHT,
    SampleResume,
    Sheet,
    add_closing,
    add_letterhead,
    add_opening,
    add_skills,
    classic_header,
    environment_line,
    environment_of,
)


def environment_last() -> SampleResume:
    """`Environment: …` closes each experience, without a bullet, right after the list."""
    return _closed("08-environment", "Environment")


def technologies_last() -> SampleResume:
    """The same line under the name `Technologies`."""
    return _closed("08-technologies", "Technologies")


def tech_stack_in_the_list() -> SampleResume:
    """The closing line has the list's style, but its bullet is switched off (`numId` 0)."""
    sheet = Sheet("08-tech-stack-unlisted", 8, DATA)
    add_opening(sheet)
    sheet.section("experience", "Experience")
    for job in DATA.jobs:
        sheet.experience(
            job,
            classic_header(sheet, job),
            bullets(*job.bullets, style="List Bullet"),
            line(bold("Tech Stack: "), job.environment, style="List Bullet", no_list=True, left=360),
            environment=environment_of(job, "Tech Stack"),
        )
    add_closing(sheet)
    return sheet.done(habits=WORD)


def environment_as_a_bullet() -> SampleResume:
    """The closing line is an item of the list like the others."""
    sheet = Sheet("08-environment-bulleted", 8, TESTER)
    add_opening(sheet)
    sheet.section("experience", "Experience")
    for job in TESTER.jobs:
        sheet.experience(
            job,
            classic_header(sheet, job),
            bullets(*job.bullets),
            line(bold("Environment: "), job.environment, list=DOTS),
            environment=environment_of(job),
        )
    add_closing(sheet)
    return sheet.done(habits=WORD)


def same_title_everywhere() -> SampleResume:
    """Four employers, one title."""
    career = JAVA.with_jobs(*(replace(job, role="Java Developer") for job in JAVA.jobs))
    sheet = Sheet("09-same-title", 9, career)
    add_opening(sheet)
    sheet.section("experience", "Experience")
    for job in career.jobs:
        sheet.experience(job, classic_header(sheet, job), bullets(*job.bullets))
    add_closing(sheet)
    return sheet.done(habits=WORD)


def same_company_twice() -> SampleResume:
    """Six experiences; one company appears twice with the same title, later with a new one."""
    sheet = Sheet("09-six-same-company", 9, DOTNET)
    add_opening(sheet)
    sheet.section("experience", "Employment History")
    for job in DOTNET.jobs:
        sheet.experience(
            job,
            line(bold(job.role), f"\t{sheet.when(job)}", tabs=[RIGHT], before=120, after=0),
            line(f"{job.company}, {job.location}", italic=True),
            bullets(*job.bullets),
        )
    add_closing(sheet)
    return sheet.done(habits=WORD)


def client_projects_in_one_employment() -> SampleResume:
    """One employer; its client projects each have their own bullets."""
    employer = Job("Senior Consultant", "Quillmark Consulting", "Pune, India", "2018-05", "present", ())
    sheet = Sheet("09-client-projects", 9, JAVA)
    add_opening(sheet)
    sheet.section("experience", "Professional Experience")
    sheet.experience(
        employer,
        line(bold(f"{employer.company}, {employer.location}"), f"\t{sheet.when(employer)}", tabs=[RIGHT], after=0),
        line(employer.role, italic=True),
    )
    for number, job in enumerate(JAVA.jobs[:3], 1):
        sheet.experience(
            replace(job, kind="project"),
            line(
                bold(f"Project {number}: {job.industry} Platform"),
                f"\t{sheet.when(job)}",
                tabs=[RIGHT],
                before=120,
                after=0,
            ),
            line(f"Client: {job.company}", after=0),
            line(f"Role: {job.role}"),
            bullets(*job.bullets),
            environment_line(job),
            location=None,
            environment=environment_of(job),
        )
    add_closing(sheet)
    return sheet.done(habits=WORD)


def jobs_and_projects() -> SampleResume:
    """A section of employments, and one of projects without company or dates."""
    career = GRADUATE.with_jobs(*DATA.jobs[:1])
    sheet = Sheet("09-jobs-and-projects", 9, career)
    add_letterhead(sheet)
    add_skills(sheet, "Skills")
    sheet.section("experience", "Work Experience")
    sheet.experience(career.jobs[0], classic_header(sheet, career.jobs[0]), bullets(*career.jobs[0].bullets))
    sheet.section("projects", "Projects")
    for job in PROJECTS:
        sheet.experience(
            job,
            line(job.role, bold=True, before=80),
            bullets(*job.bullets),
            start=None,
            end=None,
        )
    add_closing(sheet)
    return sheet.done(habits=WORD)


def one_experience() -> SampleResume:
    """A single employment."""
    sheet = Sheet("09-one-experience", 9, DATA)
    add_opening(sheet)
    sheet.section("experience", "Experience")
    sheet.experience(DATA.jobs[0], classic_header(sheet, DATA.jobs[0]), bullets(*DATA.jobs[0].bullets))
    add_closing(sheet)
    return sheet.done()


def _closed(name: str, label: str) -> SampleResume:
    sheet = Sheet(name, 8, DEVOPS)
    add_opening(sheet)
    sheet.section("experience", "Experience")
    for job in DEVOPS.jobs:
        sheet.experience(
            job,
            classic_header(sheet, job),
            bullets(*job.bullets),
            environment_line(job, label),
            environment=environment_of(job, label),
        )
    add_closing(sheet)
    return sheet.done(habits=WORD)


CLOSING_SHAPES = (
    environment_last,
    technologies_last,
    tech_stack_in_the_list,
    environment_as_a_bullet,
    same_title_everywhere,
    same_company_twice,
    client_projects_in_one_employment,
    jobs_and_projects,
    one_experience,
)
