"""The words that titles of sections are made of; all lower case.

exact titles, nouns that decide, words beside them  ->  section_titles.title_kind()
"""

from resume_customizer.resume.understanding.titles_of_others import TITLES_OF_OTHERS
from resume_customizer.resume.understanding.titles_of_work import TITLES_OF_WORK
from resume_customizer.resume.understanding.topics import Topic

KNOWN: dict[str, Topic] = {
    title: kind
    for known in (TITLES_OF_WORK, TITLES_OF_OTHERS)
    for kind, titles in known.items()
    for title in titles.split("|")
}
"""Titles that are known as a whole."""

_NOUNS: dict[Topic, str] = {
    "experience": "experience experiences employment employments engagements assignments "
    "appointments internship internships apprenticeships consulting",
    "projects": "projects project",
    "volunteer": "volunteer volunteering voluntary extracurricular extracurriculars leadership activities involvement",
    "education": "education academics coursework courses academic schooling degrees",
    "skills": "skills skill competencies competences competency expertise proficiencies proficiency technologies "
    "strengths abilities capabilities tools skillset",
    "summary": "summary profile objective objectives overview qualifications statement synopsis introduction",
    "certifications": "certifications certification certificates certificate licenses licences licensure trainings "
    "training credentials",
    "awards": "awards award honors honours achievements accomplishments recognition recognitions scholarships "
    "fellowships grants",
    "contact": "contact",
    "other": "references languages interests hobbies publications presentations conferences patents memberships "
    "membership affiliations workshops seminars associations research declaration",
}
DECISIVE: dict[str, Topic] = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
"""Words that say what a title is about."""

QUALIFYING = frozenset(
    "professional work job relevant additional other further selected key core main major technical tech academic "
    "educational career personal recent previous prior past current industry industrial related teaching clinical "
    "nursing it business general special specialized functional domain software computer digital soft hard "
    "programming engineering development management sales marketing legal medical military international history "
    "background details information highlights areas area fields record set full part time full-time part-time "
    "non-technical non soft summer campus community professionals and course class capstone earlier early "
    "career-related organizational organisational progression journey timeline it total pertinent significant notable "
    "detailed overview of the my in with for by to a an or & / , selected independent freelance client recent "
    "optional chronology chronological enrollment area field experiences positions roles administrative creative "
    "design healthcare health research laboratory lab field practical hands-on side student school university "
    "graduate undergraduate post-graduate postgraduate master's masters consulting consultancy contract contracting "
    "corporate executive board outside extra curricular extra-curricular special key primary expert online continuing "
    "writing public civilian federal government banking retail hospitality culinary financial finance accounting "
    "theatre theater performance coaching ministry pastoral construction manufacturing warehouse aviation pharmacy "
    "counseling tutoring childcare journalism editorial overseas foreign supervisory co-op practicum transferable "
    "interpersonal essential analytical leadership-related office bedside private sector nonprofit non-profit food "
    "restaurant conference poster invited".split()
)
"""Words that may stand beside them."""

HISTORY: dict[str, Topic] = {
    "employment": "experience",
    "work": "experience",
    "career": "experience",
    "job": "experience",
    "professional": "experience",
    "project": "projects",
    "academic": "education",
    "educational": "education",
}
"""What a history, a background or a record is one of."""
