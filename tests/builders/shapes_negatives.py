"""Resume shape 10 and the end of 9: what looks like an experience and is none.

career with numbered skills, schools with bullets, no jobs, …  ->  SampleResume
"""

from builders.careers import DATA, DEVOPS, DOTNET, GRADUATE, INTERNSHIPS, JAVA, PROJECTS, TESTER, Job
from builders.docx import DOTS, NUMBERS, WORD, Xml, bold, bullets, cell, heading, line, row, table, typed_bullets
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
    underlined,
)


def numbered_skills() -> SampleResume:
    """Skills as a numbered list with bold lead-ins, an emoji contact line, "10+ years", proofs with years."""
    sheet = Sheet("10-numbered-skills", 10, JAVA, underlined)
    add_letterhead(sheet, emoji=True)
    add_summary(sheet, "Professional Summary")
    add_skills(sheet, "Technical Skills", "numbered")
    add_closing(sheet, bulleted=True)
    sheet.section("experience", "Professional Experience")
    for job in JAVA.jobs:
        sheet.experience(
            job,
            classic_header(sheet, job),
            bullets(*job.bullets),
            environment_line(job),
            environment=environment_of(job),
        )
    return sheet.done(habits=WORD)


def schools_with_bullets() -> SampleResume:
    """Schools look like jobs: place, span of years, bullets below."""
    sheet = Sheet("10-schools-with-bullets", 10, DATA)
    add_letterhead(sheet)
    sheet.section(
        "education",
        "Education",
        line(bold("Alder Valley University"), ", Albuquerque, NM\tAug 2013 – May 2015", tabs=[RIGHT], after=0),
        line("Master of Science in Statistics", italic=True),
        bullets("Thesis on missing values in hospital data.", "Teaching assistant for two terms.", "GPA 3.9"),
        line(bold("Mesa Verde College"), ", Durango, CO\tAug 2009 – May 2013", tabs=[RIGHT], after=0),
        line("Bachelor of Arts in Mathematics", italic=True),
        bullets("Dean’s list in six terms.", "Captain of the chess club."),
    )
    sheet.section("experience", "Experience")
    for job in DATA.jobs:
        sheet.experience(job, classic_header(sheet, job), bullets(*job.bullets))
    add_skills(sheet)
    return sheet.done(habits=WORD)


def awards_and_references() -> SampleResume:
    """Awards with years, publications, references with companies: all after the experience."""
    sheet = Sheet("10-awards-references", 10, TESTER, shaded)
    add_opening(sheet)
    sheet.section("experience", "Work Experience")
    for job in TESTER.jobs:
        sheet.experience(job, classic_header(sheet, job), bullets(*job.bullets))
    sheet.section(
        "awards", "Awards", bullets("Quality Prize, Brightwater Mutual, 2023", "Best Talk, Hudson Test Days, 2019")
    )
    sheet.section(
        "other", "Publications", bullets("“Tests that tell you something”, Quay Review 12 (2021), pp. 40 – 52")
    )
    sheet.section("other", "Languages", line("English (native), Russian (good), Spanish (2018 – 2020 evening classes)"))
    sheet.section(
        "other",
        "References",
        line("Ada Winterbourne, Director of Quality, Brightwater Mutual | 201-555-0100"),
        line("Felix Okonjo, Test Manager, Tessaly Bank, 2019 – 2022 | 212-555-0101"),
    )
    return sheet.done(habits=WORD)


def skills_with_years() -> SampleResume:
    """A bordered table of skills with years of use, and certifications as bullets with spans of validity."""
    sheet = Sheet("10-skills-with-years", 10, DEVOPS)
    add_letterhead(sheet, emoji=True)
    add_summary(sheet)
    used = (
        ("Kubernetes", "2018 – Present"),
        ("Terraform", "2019 – Present"),
        ("Chef", "2016 – 2019"),
        ("Perl", "2014 – 2016"),
    )
    rows = [row(cell(line(name, bold=True)), cell(line(years))) for name, years in used]
    sheet.section("skills", "Technical Skills", table(*rows, widths=(3000, 3000), borders=True))
    sheet.section("experience", "Experience")
    for job in DEVOPS.jobs:
        sheet.experience(job, classic_header(sheet, job), bullets(*job.bullets))
    proofs = bullets(
        "Certified Kubernetes Administrator, Jan 2020 – Jan 2023", "Terraform Associate, Mar 2021 – Mar 2023"
    )
    sheet.section("certifications", "Licenses & Certifications", proofs)
    return sheet.done(habits=WORD)


def summary_with_many_bullets() -> SampleResume:
    """A long bulleted summary and skills before the first job, as staffing desks like them."""
    sheet = Sheet("10-long-summary", 10, DOTNET, underlined)
    add_letterhead(sheet)
    lines = [f"{words}" for job in DOTNET.jobs[:3] for words in job.bullets]
    sheet.section(
        "summary", "PROFESSIONAL SUMMARY:", bullets("12+ years of experience in software development.", *lines)
    )
    add_skills(sheet, "TECHNICAL SKILLS:", "grid")
    sheet.section("experience", "PROFESSIONAL EXPERIENCE:")
    for job in DOTNET.jobs[3:]:
        sheet.experience(
            job,
            classic_header(sheet, job),
            bullets(*job.bullets),
            environment_line(job),
            environment=environment_of(job),
        )
    add_closing(sheet, education="EDUCATION:", proofs="CERTIFICATIONS:")
    return sheet.done(habits=WORD, font="Times New Roman")


def volunteering() -> SampleResume:
    """Internships, and work that was not paid."""
    sheet = Sheet("09-volunteer", 9, GRADUATE)
    add_letterhead(sheet)
    sheet.section("experience", "Internships")
    for job in INTERNSHIPS:
        sheet.experience(job, classic_header(sheet, job), bullets(*job.bullets))
    helping = Job(
        "Web Master",
        "Prairie Food Bank",
        "Madison, WI",
        "2021-09",
        "present",
        ("Keeps the site and the sign-up forms running.", "Taught four helpers to edit pages."),
        kind="volunteer",
    )
    sheet.section("other", "Volunteer Experience")
    sheet.experience(helping, classic_header(sheet, helping), bullets(*helping.bullets))
    add_closing(sheet)
    return sheet.done(habits=WORD)


def no_experience() -> SampleResume:
    """Summary, skills and education with bullets, and nothing else: no place for a point."""
    sheet = Sheet("09-no-experience", 9, GRADUATE)
    add_letterhead(sheet, emoji=True)
    add_summary(sheet)
    add_skills(sheet, "Skills", "numbered")
    add_closing(sheet, bulleted=True)
    sheet.section("other", "Interests", line("Chess, rowing, old radios"))
    return sheet.done(habits=WORD)


def only_education() -> SampleResume:
    """A heading "Education" and schools with spans of years; typed bullets below them."""
    sheet = Sheet("09-only-education", 9, GRADUATE)
    add_letterhead(sheet)
    sheet.section("education", "Education")
    for school in GRADUATE.education:
        sheet.add(heading(school, 2, tabs=[RIGHT]), typed_bullets("Took part in two contests.", "Mean grade A-."))
    sheet.section("certifications", "Certifications", bullets(*GRADUATE.certifications))
    return sheet.done()


def only_numbered_skills() -> SampleResume:
    """Nothing but numbered skills with bold lead-ins: every list is a trap."""
    sheet = Sheet("10-only-numbered-skills", 10, DEVOPS)
    add_letterhead(sheet)
    add_summary(sheet, "Profile")
    leads = {"Automated": "builds for 12 teams", "Designed": "networks in AWS and Azure", "Led": "on-call rotas"}
    items: list[Xml] = [line(bold(f"{lead} "), rest, list=NUMBERS) for lead, rest in leads.items()]
    sheet.section("skills", "Core Competencies", items)
    add_skills(sheet, "Technical Skills", "numbered")
    sheet.section("certifications", "Certifications", [line(proof, list=DOTS) for proof in DEVOPS.certifications])
    return sheet.done(habits=WORD)


def only_projects() -> SampleResume:
    """A graduate with projects and no employment."""
    sheet = Sheet("09-only-projects", 9, GRADUATE)
    add_letterhead(sheet)
    add_skills(sheet, "Skills", "commas")
    sheet.section("projects", "Academic Projects")
    for job in PROJECTS:
        sheet.experience(
            job,
            line(bold(job.role), f"\t{sheet.when(job)}", tabs=[RIGHT], before=80),
            bullets(*job.bullets),
            environment_line(job, "Technologies"),
            environment=environment_of(job, "Technologies"),
        )
    add_closing(sheet)
    return sheet.done(habits=WORD)


NEGATIVE_SHAPES = (
    numbered_skills,
    schools_with_bullets,
    awards_and_references,
    skills_with_years,
    summary_with_many_bullets,
    volunteering,
    no_experience,
    only_education,
    only_numbered_skills,
    only_projects,
)
