"""Resume shape 11: one resume for each way of writing dates.

DATE_SHAPES x a career in a fitting language  ->  SampleResume
"""

from functools import partial

from builders import languages
from builders.careers import DATA, DEVOPS, FRONTEND, GRADUATE, INTERNSHIPS, TESTER, Job
from builders.dates import DATE_SHAPES, DateShape
from builders.docx import DOTS, WORD, Xml, bold, bullets, line
from builders.languages import Titles
from builders.sheet import RIGHT, SampleResume, Sheet, add_letterhead

ENGLISH_TITLES = Titles("Summary", "Skills", "Experience", "Education")
IN_LANGUAGE = {
    "french": (languages.FRENCH, languages.FRENCH_TITLES),
    "german": (languages.GERMAN, languages.GERMAN_TITLES),
    "dotted-numbers": (languages.GERMAN, languages.GERMAN_TITLES),
    "spanish": (languages.SPANISH, languages.SPANISH_TITLES),
    "dutch": (FRONTEND, ENGLISH_TITLES),
    "summer": (GRADUATE.with_jobs(*INTERNSHIPS), ENGLISH_TITLES),
}
USUAL = (DATA, DEVOPS, TESTER)


def dated(shape: DateShape) -> SampleResume:
    """A resume whose dates are all written in this way."""
    number = DATE_SHAPES.index(shape)
    career, titles = IN_LANGUAGE.get(shape.name, (USUAL[number % len(USUAL)], ENGLISH_TITLES))
    sheet = Sheet(f"11-dates-{shape.name}", 11, career, dates=shape)
    add_letterhead(sheet)
    sheet.section("summary", titles.summary, [line(words) for words in career.summary])
    sheet.section("experience", titles.experience)
    for job in career.jobs:
        sheet.experience(job, _HEADERS[number % len(_HEADERS)](sheet, job), bullets(*job.bullets, list=DOTS))
    sheet.section("skills", titles.skills, [line(bold(f"{name}: "), words) for name, words in career.skills])
    sheet.section("education", titles.education, [line(school, tabs=[RIGHT]) for school in career.education])
    return sheet.done(habits=WORD)


def _dates_at_the_right(sheet: Sheet, job: Job) -> list[Xml]:
    return [
        line(bold(job.role), f"\t{sheet.when(job)}", tabs=[RIGHT], before=120, after=0),
        line(f"{job.company}, {job.location}", italic=True),
    ]


def _dates_in_brackets(sheet: Sheet, job: Job) -> list[Xml]:
    return [
        line(bold(job.company), f" ({sheet.when(job)})", before=120, after=0),
        line(f"{job.role}, {job.location}", italic=True),
    ]


def _dates_below(sheet: Sheet, job: Job) -> list[Xml]:
    return [
        line(f"{job.role} | {job.company} | {job.location}", bold=True, before=120, after=0),
        line(sheet.when(job), color="595959"),
    ]


_HEADERS = (_dates_at_the_right, _dates_in_brackets, _dates_below)
DATE_RESUMES = tuple(partial(dated, shape) for shape in DATE_SHAPES)
