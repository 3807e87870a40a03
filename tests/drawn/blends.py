"""Resumes blended by chance from many habits of callings, headers, dates, bullets, titles, pages; always the same.

blend_words, seed  ->  Blend(rows, look, wanted)  ->  drawn.typeset  ->  a document whose experiences are known
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, NamedTuple

from drawn.blend_words import (
    CALLINGS,
    IT,
    PEOPLE,
    PLACES,
    ROUGH,
    SKILLS,
    STRANGE,
    STRANGE_PLACES,
    SUMMARY,
    TONGUES,
    Calling,
)
from drawn.drawing import ANY
from drawn.typeset import ITEMS, MAKERS, TITLES, Look

MONTHS = "January February March April May June July August September October November December".split()
SHORT = [month[:3] for month in MONTHS]


class Wanted(NamedTuple):
    """One experience that a person finds; ANY for what nobody asks."""

    role: Any
    company: Any
    place: Any
    start: Any
    end: Any
    bullets: tuple[str, ...]
    environment: Any = None
    kind: Any = "employment"


class Blend(NamedTuple):
    """A resume as rows of text, how it is set, and what a person finds in it."""

    name: str
    rows: tuple[str, ...]
    look: Look
    wanted: tuple[Wanted, ...]
    sections: tuple[tuple[str, str], ...] = ()


class Job(NamedTuple):
    """One employment before it is laid out."""

    role: str
    company: str
    place: str
    start: tuple[int, int]
    end: tuple[int, int] | None
    deeds: tuple[str, ...]
    tools: str


# ---- dates -----------------------------------------------------------------------------------------------------

When = tuple[str, str, str]
"""What is written, and what it means: start, end."""


def _ranged(write: Callable[[int, int], str], join: str = " – ", now: str = "Present", *, years: bool = False) -> Any:  # noqa: ANN401
    def made(job: Job) -> When:
        start, end = job.start, job.end
        said = write(*start) + join + (write(*end) if end else now)
        return said, _iso(start, years), _iso(end, years) if end else "present"

    return made


def _iso(date: tuple[int, int], years: bool) -> str:
    return f"{date[0]}" if years else f"{date[0]}-{date[1]:02}"


def _season(job: Job) -> When:
    word = ("Spring", "Summer", "Fall")[job.start[1] % 3]
    return f"{word} {job.start[0]}", f"{job.start[0]}", f"{job.start[0]}"


def _since(job: Job) -> When:
    if job.end:
        return _ranged(lambda y, m: f"{m:02}/{y}")(job)
    return f"Since {job.start[1]:02}/{job.start[0]}", _iso(job.start, False), "present"


def _same_year(job: Job) -> When:
    year, month = job.start
    month = min(month, 9)
    last = month + 3
    return f"{MONTHS[month - 1]} – {MONTHS[last - 1]} {year}", f"{year}-{month:02}", f"{year}-{last:02}"


def _short_years(job: Job) -> When:
    if not job.end or job.end[0] == job.start[0]:
        return _ranged(lambda y, _: f"{y}", years=True)(job)
    return f"{job.start[0]}–{job.end[0] % 100:02}", f"{job.start[0]}", f"{job.end[0]}"


def _counted(job: Job) -> When:
    said, start, end = _ranged(lambda y, m: f"{SHORT[m - 1]} {y}", " - ")(job)
    return f"{said} · 2 yrs 3 mos", start, end


DATES: tuple[Callable[[Job], When], ...] = (
    _ranged(lambda y, m: f"{SHORT[m - 1]} {y}"),
    _ranged(lambda y, m: f"{MONTHS[m - 1]} {y}", " - "),
    _ranged(lambda y, m: f"{m:02}/{y}"),
    _ranged(lambda y, m: f"{m:02}/{y % 100:02}", " - ", "Current"),
    _ranged(lambda y, _: f"{y}", years=True),
    _ranged(lambda y, _: f"{y}", "-", "present", years=True),
    _ranged(lambda y, m: f"{y}-{m:02}", " – ", "now"),
    _ranged(lambda y, m: f"{SHORT[m - 1]} '{y % 100:02}"),
    _ranged(lambda y, m: f"{SHORT[m - 1]}’{y % 100:02}", " to ", "Till Date"),
    _ranged(lambda y, m: f"{MONTHS[m - 1]} {y}", " to ", "Present"),
    _ranged(lambda y, m: f"{MONTHS[m - 1]} {1 + m * 2}, {y}", " – "),
    _ranged(lambda y, m: f"{m:02}/{1 + m * 2:02}/{y}", " - ", "Present"),
    _ranged(lambda y, m: f"{m:02}.{y}"),
    _ranged(lambda y, m: f"{SHORT[m - 1].upper()} {y}", " – ", "PRESENT"),
    _ranged(lambda y, m: f"{SHORT[m - 1]}. {y}", "—", "Present"),
    _ranged(lambda y, m: f"{SHORT[m - 1]}, {y}", " to ", "Date"),
    _ranged(lambda y, m: f"{SHORT[m - 1]}-{y}", " to ", "Till Date"),
    _ranged(lambda y, m: f"{m}/{y}", " to ", "Current"),
    _ranged(lambda y, m: f"{SHORT[m - 1]} {y}", " → ", "Today"),
    _ranged(lambda y, m: f"{m:02}-{y}", " – ", "Ongoing"),
    _season,
    _since,
    _same_year,
    _short_years,
    _counted,
)

# ---- headers ---------------------------------------------------------------------------------------------------
# {r} role, {c} company, {p} place, {d} dates; ⟦…⟧ falls away without a place; {R}, {C} in capitals.

HEADERS = (
    "**{c}**⟦, {p}⟧⇥{d}\n_{r}_",
    "**{r}**⇥{d}\n{c}⟦, {p}⟧",
    "{r}\n{c}⟦ – {p}⟧\n{d}",
    "{d}\n**{r}**\n{c}⟦, {p}⟧",
    "**{r}** at {c} ({d})",
    "{c} ({d})\n_{r}_",
    "**{c}**⟦ | {p}⟧ | {d}\n{r}",
    "{r} | {c} |⟦ {p} |⟧ {d}",
    "**{r} – {c}**⟦, {p}⟧\n_{d}_",
    "{C}⟦ • {p}⟧\n{r} • {d}",
    "**{R}**\n{c}⟦ – {p}⟧ | {d}",
    "## {c}⟦, {p}⟧\n{r} ({d})",
    "## {r}\n### {c} | {d}",
    "{d}\n{c}⟦, {p}⟧\n{r}",
    "**{c}**\n⟦{p}\n⟧{r}\n{d}",
    "{r}, {c}⟦, {p}⟧, {d}",
    "{d}: {r}, {c}⟦, {p}⟧",
    "{d} – {r}, {c}⟦ ({p})⟧",
    "**{r}**⏎{c}⟦, {p}⟧⏎{d}",
    "**{c}**⟦ ({p})⟧⇥⇥⇥{d}⏎{r}",
    "{c}; {r}⟦; {p}⟧; {d}",
    "{r} / {c}⟦ / {p}⟧ / {d}",
    "{r}, _{c}_⟦, {p}⟧⇥{d}",
    "**{r}** {c}⇥{d}",
    "{r} _{c}_⇥{d}",
    "**{c}** _{r}_⇥{d}",
    "**{c}**⟦⇥{p}⟧\n_{r}_⇥{d}",
    "**{c}**⟦            {p}⟧                         {d}\n**{r}**",
    "{r} @ {c} | {d}⟦ | {p}⟧",
    "{r} - {c}⟦ - {p}⟧ - {d}",
    "{c} - {r}\n{d}⟦, {p}⟧",
    "{c}: {r} ({d})",
    "**{r}**\n**{c}**\n⟦{p}⇥⟧{d}",
    "**{r}** [{c}⟦, {p}⟧] [{d}]",
    "**{r}** ({d})\n{c}⟦, {p}⟧",
    "__{c}⟦, {p}⟧__\n{r}, {d}",
    "**Position:** {r}\n**Company:** {c}⟦\n**Location:** {p}⟧\n**Dates:** {d}",
    "Employer: {c}⟦, {p}⟧\nTitle: {r}\nPeriod: {d}",
    "Job Title: {r}⇥Dates: {d}\nOrganization: {c}",
    "{d}⇥{c}⟦, {p}⟧⇥{r}",
    "{d}\n{c}⟦, {p}⟧ — {r}",
    "**{c}**⟦, {p}⟧ — _{r}_\n{d}",
    "**{r}** | {d}\n{c}⟦ | {p}⟧",
    "**{r}**⟦⇥{p}⟧\n_{c}_⇥{d}",
    "⟦{p}⇥⟧{d}\n**{c}**\n_{r}_",
    "**{c}** | **{r}**\n⟦{p} | ⟧{d}",
    "**{r}**\n{d}\n{c}⟦, {p}⟧",
    "**{C}**⟦, {p}⟧\n**{R}**, {d}",
    "**{r},** {c}⟦, {p}⟧ {d}",
    "_{r}_\n**{c}**⟦ — {p}⟧ — {d}",
    "{d} | **{c}** | {r}⟦ | {p}⟧",
    "{r} · {c}⟦ · {p}⟧ · {d}",
    "**{r}**, **{c}** – ⟦_{p}_ ⟧({d})",
    "[{d}] {r}, {c}⟦ ({p})⟧",
    "**{c}** ({r})⟦, {p}⟧⇥{d}",
    "{c}⟦, {p}⟧, {d} as {r}",
    "^ **{c}**\n^ {r}⟦ | {p}⟧ | {d}",
    "**{c}**\n_{r}_⟦ ‖ {p}⟧ ‖ {d}",
    "• **{r}**, {c}⟦, {p}⟧, {d}",
    "{c} » {r} » {d}",
)
TABLES = (
    "║ {d} ║ **{r}** ¶ {c}⟦, {p}⟧ ¶ BULLETS",
    "║ {d}⟦ ¶ {p}⟧ ║ **{r}** ¶ _{c}_ ¶ BULLETS",
    "║ **{c}**⟦, {p}⟧ ║ {d}\n║ _{r}_ ║ \nBULLETS",
    "║ **{r}** ¶ {c}⟦ ¶ {p}⟧ ¶ {d} ║ BULLETS",
    "║ {d} ║ {c}⟦ – {p}⟧ ║ {r}\nBULLETS",
    "║ {d} ║ {c}, {r}\n║  ║ BULLETS",
    "║ **{r}** ║ {d}\n║ {c}⟦, {p}⟧ ║ \n║ BULLETS ║ ",
    "║ Company ║ {c}⟦, {p}⟧\n║ Role ║ {r}\n║ Period ║ {d}\nBULLETS",
)
AGENCY = (
    "**Client: {c}⟦, {p}⟧⇥{d}**\n**Role: {r}**",
    "**Client:** {c}\n**Role:** {r}\n**Duration:** {d}⟦\n**Location:** {p}⟧",
    "**{c}⟦, {p}⟧⇥{d}**\n**{r}**",
    "**Client – {c}⟦ | {p}⟧**\n{r} ({d})",
    "Client Name : {c}⇥{d}\nDesignation : {r}",
    "**Client: {c} ({d})**\nRole : {r}⟦\nLocation : {p}⟧",
    "║ Client ║ {c}⟦, {p}⟧\n║ Role ║ {r}\n║ Duration ║ {d}",
    "{c} – {r}⏎⟦{p}⏎⟧{d}",
    "**#1 Client: {c}⇥⇥{d}**\n**Position: {r}**⟦\n**{p}**⟧",
    "**{r} | {c}⟦ | {p}⟧ | {d}**",
)
PORTAL = "The portal lets members see claims and pay bills."
LABELS = ("**Responsibilities:**", "Roles & Responsibilities:", "**Description:**", "", "Key Contributions")
UPPER = ("**{c}**, {p}⇥{d}", "**{c}** – {p}", "## {c} | {p} | {d}", "{C}, {p}", "**{c}**\n{p}", "__{c}__ ({d})")
LOWER = ("_{r}_⇥{d}", "**{r}** ({d})", "{r}, {d}", "**{r}** | {d}", "{d} – {r}", "_{r}_\n{d}")
EXPERIENCE = (
    "Experience",
    "WORK EXPERIENCE",
    "Professional Experience:",
    "Employment History",
    "Where I've Worked",
    "Career History & Key Achievements",
    "CAREER PROGRESSION",
    "Relevant Experience",
    "Selected Engagements",
    "PROFESSIONAL BACKGROUND",
    "Work History",
    "Career Highlights and Experience",
    "Employment Record",
    "Industry Experience",
    "EXPERIENCE SUMMARY",
    "My Journey So Far",
    "Clinical and Professional Experience",
    "Experience & Accomplishments",
    "Positions Held",
    "WORK EXPERIENCE DETAILS",
)
ENVIRONMENTS = (
    "**Environment:** ",
    "Technologies: ",
    "**Tools & Technologies:** ",
    "**Tech Stack:** ",
    "Technical Environment: ",
    "**ENVIRONMENT:** ",
    "Technologies used – ",
    "_Skills used:_ ",
)
MARKERS = ("- ", "• ", "- ", "▪ ", "- ", "➢ ", "- ", "o ", "* ", "✓ ", "– ", "●⇥", "·⇥", "", "- ", "» ")


def _fill(template: str, job: Job, when: str) -> list[str]:
    """A header's rows."""
    for_place = template.split("⟦")
    made = for_place[0]
    for part in for_place[1:]:
        inside, _, rest = part.partition("⟧")
        made += (inside if job.place else "") + rest
    words = {"r": job.role, "c": job.company, "p": job.place, "d": when, "R": job.role.upper()}
    return made.format(**words, C=job.company.upper()).split("\n")


# ---- people ----------------------------------------------------------------------------------------------------


class Desk:
    """Chooses everything by one seed; the cycle number makes sure that every habit has its turn."""

    def __init__(self, plan: str, turn: int) -> None:
        self.chance = Random(f"{plan} {turn}")
        self.turn = turn

    def cycled(self, of: Sequence[Any], step: int = 1) -> Any:  # noqa: ANN401
        """Every one of them, in turn."""
        return of[self.turn * step % len(of)]

    def jobs(self, calling: Calling, count: int, deeds: tuple[int, int] = (1, 5), places: str = "") -> list[Job]:
        """Working lives, newest first."""
        chance = self.chance
        roles = chance.sample(calling.roles, min(count, len(calling.roles)))
        companies = chance.sample(calling.companies, min(count, len(calling.companies)))
        places = places or chance.choice(("all", "all", "all", "none", "some"))
        year, month = 2023, chance.randint(1, 9)
        made = []
        end: tuple[int, int] | None = None if chance.random() < 0.7 else (2023, 11)
        for at in range(len(roles)):
            start = (year - chance.randint(1, 3), chance.randint(1, 12))
            place = chance.choice(PLACES) if places == "all" or (places == "some" and chance.random() < 0.6) else ""
            said = chance.sample(calling.deeds, min(len(calling.deeds), chance.randint(*deeds)))
            tools = chance.choice(calling.tools or IT.tools)
            made.append(Job(roles[at], companies[at], place, start, end, tuple(said), tools))
            year, month = start
            end = (year, month - 1) if month > 1 else (year - 1, 12)
            year = end[0]
        return made

    def look(self) -> Look:
        """A maker, a font and a look of titles and lists."""
        return Look(
            self.chance.choice(MAKERS),
            self.cycled(tuple(TITLES), 7),
            self.chance.choice(tuple(ITEMS)),
            self.chance.choice(("Calibri", "Arial", "Times New Roman", "Garamond")),
            self.chance.choice((9.5, 10.5, 11, 12)),
            self.chance.random() < 0.3,
        )


def _name_rows(desk: Desk) -> list[str]:
    name = desk.chance.choice(PEOPLE)
    mail = name.split()[0].lower() + "@mail.example"
    return desk.chance.choice(
        (
            [f"^ **{name}**", f"^ Elmira, NY | (555) 010-0142 | {mail}"],
            [f"**{name.upper()}**", "14 Elm Street, Apt 3, Denver, CO 80203", f"Cell: 555-010-0142⏎{mail}"],
            [f"**{name}**, MBA, PMP⇥{mail}", "linkedin.example/in/me⇥+1 555 010 0142"],
            [name, f"📍 Denver • ✉ {mail} • ☎ 555.010.0142"],
            [f"Name: {name}", "Phone: 555 010 0142", f"E-mail: {mail}"],
        )
    )


def _others(desk: Desk) -> dict[str, tuple[str, list[str]]]:
    """Sections that hold no experience, each with its title and rows."""
    chance = desk.chance
    pick = chance.choice
    skills = chance.sample(SKILLS, 3)
    found = {
        "summary": (
            pick(("Summary", "PROFILE", "Professional Summary:", "About Me", "Objective")),
            pick(([pick(SUMMARY)], [f"- {each}" for each in SUMMARY[:2]])),
        ),
        "skills": (
            pick(("Skills", "TECHNICAL SKILLS:", "Core Competencies", "Areas of Expertise", "Key Skills")),
            pick(
                (
                    [f"- **{kind}:** {said}" for kind, said in skills],
                    [f"║ {kind} ║ {said}" for kind, said in skills],
                    [" • ".join(said for _, said in skills)],
                    [f"{kind}⇥{said}" for kind, said in skills],
                )
            ),
        ),
        "education": (
            pick(("Education", "EDUCATION:", "Academic Background", "Education & Training")),
            pick(
                (
                    ["**B.S. in Biology**, Elm State University, Boise, ID⇥2009 – 2013", "- Dean's list 2011, 2012"],
                    ["Tallis Community College, Marlow, OH", "Associate of Arts⇥Aug 2007 – May 2009"],
                    ["║ 2005 – 2009 ║ **Bachelor of Commerce** ¶ University of Pune"],
                    ["- Master of Science, Westbridge University, 2010", "- Bachelor of Arts, Elm College, 2008"],
                    ["2004 – 2008⇥Elm State University – BA, History", "2000 – 2004⇥Marlow High School"],
                )
            ),
        ),
    }
    more = {
        "certifications": (
            pick(("Certifications", "LICENSES & CERTIFICATIONS", "Certificates")),
            pick(
                (
                    ["- Certified Planner, Harrow Guild, March 2021", "- CPR, Tide Heart Association (2020 – 2022)"],
                    ["Cloud Practitioner⇥Jun 2020", "Scrum Basics⇥Jan 2019"],
                )
            ),
        ),
        "training": (
            pick(("Training", "Professional Development", "Courses")),
            ["Leadership Basics, Tallis Institute, Jan 2019 – Mar 2019", "Excel for Managers, Harrow Guild, 2017"],
        ),
        "references": (
            pick(("References", "REFERENCES")),
            pick(
                (
                    ["Available upon request."],
                    ["**Marge Holt**, Director, Crane Financial, 555-010-0199", "**Ted Vale**, Manager, HomeBarn"],
                )
            ),
        ),
        "awards": (
            pick(("Awards", "Honors & Awards")),
            ["- Employee of the Year, Fitch & Dunmore, 2018", "- President's Club, 2016 and 2017"],
        ),
        "languages": (pick(("Languages", "LANGUAGES")), ["English (native), Spanish (fluent)"]),
        "interests": (pick(("Interests", "Hobbies")), ["Choir, chess, long walks"]),
        "memberships": (
            pick(("Memberships", "Professional Affiliations")),
            ["Member, Guild of Planners, 2015 – Present", "Treasurer's Circle, Harrow Guild"],
        ),
        "publications": (
            pick(("Publications", "Selected Publications")),
            ["Penn H., Dash C. (2018). On tides. Journal of Tides, 12(3), 44–51.", "Dash C. Slow rivers. 2016."],
        ),
    }
    for name in chance.sample(tuple(more), chance.randint(1, 4)):
        found[name] = more[name]
    return found


KINDS = {
    "summary": "summary",
    "skills": "skills",
    "education": "education",
    "certifications": "certifications",
    "awards": "awards",
}


def _told(job: Job, when: When, deeds: Sequence[str], header: str, environment: str | None) -> Wanted:
    role = job.role.upper() if "{R}" in header else job.role
    company = job.company.upper() if "{C}" in header else job.company
    place = job.place if job.place and "{p}" in header else None
    return Wanted(role, company, place, when[1], when[2], tuple(deeds), environment)


def _plain(row: str) -> str:
    return row.replace("**", "").replace("__", "").strip()


def _entries(desk: Desk, jobs: list[Job], header: str, dates: Any) -> tuple[list[str], list[Wanted]]:  # noqa: ANN401
    """The rows of all employments, laid out by one habit."""
    chance = desk.chance
    marker = MARKERS[desk.turn % len(MARKERS)]
    habit = chance.choice(("", "", "", "label", "two lists", "intro", "leads", "levels", "blank"))
    closing = chance.choice(ENVIRONMENTS) if jobs[0].tools in IT.tools and chance.random() < 0.4 else ""
    rows: list[str] = []
    wanted = []
    for job in jobs:
        when = dates(job)
        if when[0].startswith(("Spring", "Summer", "Fall")) and job is not jobs[-1]:
            when = DATES[0](job)
        deeds = _deeds(job, marker, habit)
        lines = _lines(desk, deeds if habit != "leads" else list(job.deeds), marker, habit)
        environment = None
        if closing:
            lines.append(closing + job.tools)
            environment = _plain(closing.replace("_", "")) + " " + job.tools
        rows += _below(_fill(header, job, when[0]), lines, spaced=habit == "blank")
        wanted.append(_told(job, when, deeds, header, environment))
    return rows, wanted


def _deeds(job: Job, marker: str, habit: str) -> list[str]:
    """What the bullets say in the end."""
    stop = "." if marker == "" else ""
    if habit == "leads":
        return [f"{deed.split()[0]}: {deed}{stop}" for deed in job.deeds]
    return [deed + stop for deed in job.deeds]


def _lines(desk: Desk, deeds: list[str], marker: str, habit: str) -> list[str]:
    """Bullets with what the habit puts between them."""
    lines = [marker + deed for deed in deeds]
    if habit == "leads":
        stop = "." if marker == "" else ""
        lines = [f"{marker}**{deed.split()[0]}:** {deed}{stop}" for deed in deeds]
    elif habit == "levels" and marker == "- ":
        lines = [("-- " if at % 3 == 2 else "- ") + deed for at, deed in enumerate(deeds)]
    elif habit == "label":
        lines = [desk.chance.choice(("**Responsibilities:**", "_Key responsibilities include:_", "Duties:")), *lines]
    elif habit == "two lists" and len(lines) > 2:
        lines = ["**Responsibilities:**", *lines[:2], "**Key Achievements:**", *lines[2:]]
    elif habit == "intro" and marker:
        lines = ["A maker of useful things with 400 people in nine towns across the country.", *lines]
    return lines


def _below(filled: list[str], lines: list[str], *, spaced: bool) -> list[str]:
    """A header and its lines: below it, or where a table has room for them."""
    if not any("BULLETS" in each for each in filled):
        return [*filled, "", *lines, ""] if spaced else [*filled, *lines]
    if any("║" in each and "BULLETS" in each for each in filled):
        return [each.replace("BULLETS", " ¶ ".join(lines)) for each in filled]
    return [each for part in filled for each in (lines if part == "BULLETS" else [part])]


def _assemble(desk: Desk, title: str, rows: list[str], before: bool = True) -> tuple[list[str], list[tuple[str, str]]]:
    """The whole resume around its experience."""
    others = _others(desk)
    names = list(others)
    front = [n for n in names if n in ("summary", "skills")] if before else [n for n in names if n == "summary"]
    if desk.chance.random() < 0.25:
        front.append("education")
    back = [n for n in names if n not in front]
    made = _name_rows(desk)
    sections = []
    for name in front:
        made += [f"= {others[name][0]}", *others[name][1]]
        sections.append((KINDS.get(name, ""), others[name][0]))
    made += [f"= {title}", *rows]
    sections.append(("experience", title))
    for name in back:
        made += [f"= {others[name][0]}", *others[name][1]]
        sections.append((KINDS.get(name, ""), others[name][0]))
    return made, [each for each in sections if each[0]]


def _usual(turn: int) -> Blend:
    desk = Desk("usual", turn)
    calling = desk.cycled(CALLINGS)
    jobs = desk.jobs(calling, desk.chance.randint(2, 5))
    rows, wanted = _entries(desk, jobs, HEADERS[turn % len(HEADERS)], DATES[turn * 3 % len(DATES)])
    made, sections = _assemble(desk, EXPERIENCE[turn % len(EXPERIENCE)], rows, desk.chance.random() < 0.6)
    return Blend(f"usual-{turn}", tuple(made), desk.look(), tuple(wanted), tuple(sections))


def _tabled(turn: int) -> Blend:
    desk = Desk("tabled", turn)
    jobs = desk.jobs(desk.cycled(CALLINGS, 3), desk.chance.randint(2, 4))
    rows, wanted = _entries(desk, jobs, TABLES[turn % len(TABLES)], DATES[turn * 2 % len(DATES)])
    made, sections = _assemble(desk, EXPERIENCE[turn * 3 % len(EXPERIENCE)], rows)
    return Blend(f"tabled-{turn}", tuple(made), desk.look(), tuple(wanted), tuple(sections))


def _agency(turn: int) -> Blend:
    desk = Desk("agency", turn)
    jobs = desk.jobs(IT, desk.chance.randint(5, 8), (6, 12), "all")
    header = AGENCY[turn % len(AGENCY)]
    chance = desk.chance
    about = chance.choice(("", f"**Project Description:** {PORTAL}", "Project: Orion"))
    label = chance.choice(LABELS)
    closing = ENVIRONMENTS[turn % len(ENVIRONMENTS)]
    marker = MARKERS[turn * 5 % 13]
    rows, wanted = [], []
    for number, job in enumerate(jobs):
        when = (DATES[0], DATES[8], DATES[16], DATES[1])[turn % 4](job)
        head = [each.replace("#1", f"#{number + 1}") for each in _fill(header, job, when[0])]
        rows += [*head, *([about] if about else []), *([label] if label else [])]
        rows += [marker + deed for deed in job.deeds] + [closing + job.tools, ""]
        told = _told(job, when, job.deeds, header, _plain(closing.replace("_", "")) + " " + job.tools)
        wanted.append(told._replace(kind=ANY))
    made, sections = _assemble(desk, chance.choice(EXPERIENCE[:4]), rows)
    return Blend(f"agency-{turn}", tuple(made), desk.look(), tuple(wanted), tuple(sections))


def _ladder(turn: int) -> Blend:
    """One employer, several roles."""
    desk = Desk("ladder", turn)
    jobs = desk.jobs(desk.cycled(CALLINGS, 5), 4, (1, 3), "all")
    dates = DATES[turn * 7 % 20]
    first, last = jobs[0], jobs[2]
    whole = dates(first._replace(start=last.start))
    upper, lower = UPPER[turn % 6], LOWER[turn * 5 % 6]
    rows, wanted = _fill(upper, first, whole[0]), []
    for job in jobs[:3]:
        one = job._replace(company=first.company, place=first.place)
        when = dates(job)
        rows += [*_fill(lower, one, when[0]), *(f"- {deed}" for deed in job.deeds)]
        wanted.append(_told(one, when, job.deeds, upper + lower, None)._replace(place=ANY))
    other = jobs[3]
    when = dates(other)
    rows += [*_fill(upper, other, when[0]), *_fill(lower, other, when[0]), *(f"- {deed}" for deed in other.deeds)]
    wanted.append(_told(other, when, other.deeds, upper + lower, None)._replace(place=ANY))
    made, sections = _assemble(desk, EXPERIENCE[turn * 7 % len(EXPERIENCE)], rows)
    return Blend(f"ladder-{turn}", tuple(made), desk.look(), tuple(wanted), tuple(sections))


def _sidebar(turn: int) -> Blend:
    """Contact and skills in a column of their own: a table's cell or a text box."""
    desk = Desk("sidebar", turn)
    jobs = desk.jobs(desk.cycled(CALLINGS, 2), 3, (1, 4))
    header = HEADERS[(turn * 11 + 3) % len(HEADERS)]
    rows, wanted = _entries(desk, jobs, header, DATES[turn * 5 % 20])
    title = EXPERIENCE[turn * 3 % len(EXPERIENCE)]
    side = ["**Contact**", "555 010 0142", "Denver, CO", "**Skills**", "Excel", "Word", "- Patience", "**Education**"]
    side += ["Elm State University", "BA, 2009 – 2013", "**Languages**", "English"]
    name = f"**{desk.chance.choice(PEOPLE)}**"
    look = desk.look()._replace(title=desk.chance.choice(("bold", "style", "large", "caps")))
    main = [f"= {title}", *rows]
    if turn % 3 == 0:
        made = [name, "║ " + " ¶ ".join(side) + " ║ " + " ¶ ".join(main)]
    elif turn % 3 == 1:
        made = ["[[", *side, "]]", name, *main]
    else:
        made = ["║ " + " ¶ ".join([name, *main]) + " ║ " + " ¶ ".join(side)]
    return Blend(f"sidebar-{turn}", tuple(made), look, tuple(wanted), (("experience", title),))


def _tongue(turn: int) -> Blend:
    """Other languages."""
    desk = Desk("tongue", turn)
    tongue = TONGUES[turn % len(TONGUES)]
    chance = desk.chance
    count = 3
    numeric = turn % 3
    write = (
        lambda y, m: f"{m:02}/{y}",
        lambda y, m: f"{tongue.months[m - 1]} {y}",
        lambda y, m: f"{m:02}.{y}",
    )[numeric]
    header = (
        "║ {d} ║ **{r}** ¶ {c}, {p} ¶ BULLETS",
        "**{r}** – {c}, {p}\n{d}",
        "{d}⇥**{r}**\n⇥{c}, {p}",
        "**{c}**, {p}⇥{d}\n_{r}_",
        "{d} : {r}, {c}, {p}",
        "**{r}**\n{c} | {p} | {d}",
        "{d}\n{c} ({p})\n{r}",
        "**{r}**, {c}, {p} ({d})",
    )[turn // 2 % 8]
    rows, wanted = [], []
    end: tuple[int, int] | None = None
    year = 2023
    jobs = chance.sample(tongue.jobs, count)
    for role, company, place in jobs:
        start = (year - chance.randint(1, 4), chance.randint(2, 12))
        job = Job(role, company, place, start, end, tuple(chance.sample(tongue.deeds, 2)), "")
        when = _ranged(write, chance.choice((" – ", " - ")), chance.choice(tongue.now))(job)
        if end is None and turn % 4 == 3:
            when = (f"{tongue.since} {write(*start)}", when[1], "present")
        lines = ([tongue.tasks] if turn % 2 else []) + [f"- {deed}" for deed in job.deeds]
        filled = _fill(header, job, when[0])
        rows += [each.replace("BULLETS", " ¶ ".join(lines)) for each in filled]
        rows += [] if "BULLETS" in header else lines
        wanted.append(Wanted(role, company, place, when[1], when[2], job.deeds))
        end = (start[0], start[1] - 1)
        year = start[0]
    title = tongue.experience[turn // len(TONGUES) % len(tongue.experience)]
    made = [f"**{chance.choice(PEOPLE)}**", "+00 555 0100 | ich@mail.example", f"= {title}", *rows]
    made += [f"= {tongue.education}", f"2008 – 2012⇥{tongue.school}", f"= {tongue.skills}", "SAP, Excel, Word"]
    made += [f"= {tongue.languages}", "English C1"]
    sections = (("experience", title), ("education", tongue.education), ("skills", tongue.skills))
    return Blend(f"tongue-{turn}", tuple(made), desk.look(), tuple(wanted), sections)


def _mixed_kinds(turn: int) -> Blend:
    """Employments, then projects or volunteering in sections of their own, and a line that a page's turn repeats."""
    desk = Desk("kinds", turn)
    jobs = desk.jobs(desk.cycled(CALLINGS), 4, (1, 3))
    header = HEADERS[turn * 13 % len(HEADERS)]
    rows, wanted = _entries(desk, jobs[:3], header, DATES[turn * 4 % 19])
    if turn % 2:
        at = len(rows) // 2
        while at < len(rows) and not rows[at].startswith("- "):
            at += 1
        name = desk.chance.choice(PEOPLE)
        rows = [*rows[:at], f"{name} – Page 2 of 3", *rows[at:]] if at < len(rows) else rows
    title = ("Volunteer Experience", "Volunteering", "Community Service", "VOLUNTEER WORK")[turn // 2 % 4]
    good = jobs[3]._replace(role=("Food Pantry Volunteer", "Youth Soccer Coach")[turn % 2], company="Harvest Table")
    when = DATES[turn * 4 % 19](good)
    more = [f"= {title}", *_fill(header, good, when[0]), *(f"- {deed}" for deed in good.deeds)]
    wanted.append(_told(good, when, good.deeds, header, None)._replace(kind="volunteer"))
    made, sections = _assemble(desk, EXPERIENCE[turn % 4], [*rows, *more])
    return Blend(f"kinds-{turn}", tuple(made), desk.look(), tuple(wanted), tuple(sections))


ROUGH_DATES: tuple[Callable[[Job], When], ...] = (
    _ranged(lambda y, m: f"{SHORT[m - 1]}{y}", " to ", "Till Date"),
    _ranged(lambda y, m: f"{SHORT[m - 1]}’ {y}", " – ", "Till Now"),
    _ranged(lambda y, m: f"{y} {SHORT[m - 1]}", " - "),
    _ranged(lambda y, m: f"{SHORT[m - 1]} {y}", "–"),
    _ranged(lambda y, m: f"{MONTHS[m - 1].lower()} {y}", " - ", "present"),
    _ranged(lambda y, m: f"{SHORT[m - 1]}.{y}", " – "),
    _ranged(lambda y, m: f"{SHORT[m - 1]} {y}", " to ", "till date"),
    _ranged(lambda y, m: f"{m:02}/{y}", " to ", "PRESENT"),
    _ranged(lambda y, m: f"{m}/{y % 100:02}", "–"),
    _ranged(lambda y, m: f"{MONTHS[m - 1]}, {y}", " through ", "present"),
    _ranged(lambda y, m: f"{SHORT[m - 1]}-{y % 100:02}", " to "),
    _ranged(lambda y, _: f"{y}", " to ", "date", years=True),
    _ranged(lambda y, m: f"{SHORT[m - 1]}. {y}", "- ", "Current"),
    _ranged(lambda y, m: f"{y}/{m:02}", " – "),
    _ranged(lambda y, m: f"{SHORT[m - 1]} {y}", " ~ "),
    _ranged(lambda y, m: f"{SHORT[m - 1]} 1st, {y}", " – "),
)
ROUGH_HEADERS = (
    "{c}⟦, {p}⟧ || {d}\n{r}",
    "{c}⟦|{p}⟧|{d}\n{r}",
    "**{r}**⇥⇥⇥{d}\n{c}⟦⇥{p}⟧",
    "{d}\n{c}\n⟦{p}\n⟧{r}",
    "{r} ({c})⟦, {p}⟧ — {d}",
    "{c}⟦ – {p}⟧ – {r} – {d}",
    "**{c}**⟦: {p}⟧\n{d}\n{r}",
    "{r}: {c}⟦, {p}⟧. {d}.",
    "COMPANY NAME: {c}\nDESIGNATION: {r}\nPERIOD: {d}",
    "Organization⇥: {c}\nDesignation⇥: {r}\nDuration⇥: {d}",
    "**{c}**\n⟦({p})\n⟧{r} {d}",
    "**{r}**, {d}\n_{c}⟦, {p}⟧_",
    "**{c} | {r}**⇥{d}⟦\n{p}⟧",
    "{r} | {d} | {c}⟦ | {p}⟧",
    "{c}⇥{r}⇥{d}",
    "{r}\n{c}, {d}",
    "**{r} – {d}**\n{c}⟦ – {p}⟧",
    "{c} ({d}) – {r}",
    "({d}) {r} – {c}⟦, {p}⟧",
    "{d} **{c}**⟦, {p}⟧\n⇥{r}",
    "{d} **{r}**\n⇥{c}⟦, {p}⟧",
    "Working as {r} in {c} from {d}.",
    "**{r} with {c}** | {d}",
    "{C}\n{r}⟦ | {p}⟧ | {d}",
    "{r}, {d}\n{c}⟦, {p}⟧",
    "{c}, {r}, {d}",
    "{c}⟦, {p}⟧; {r}; {d}",
    "► {r} – {c} ({d})",
    "{r}⇥{c}⟦⇥{p}⟧⇥{d}",
    "{c}⟦, _{p}_⟧⇥{d}\n**{r}**",
    "**{c}**⟦, {p}⟧ | {r}\n{d}",
    "{r} / {c}\n⟦{p} / ⟧{d}",
    "{C}\n⟦{p}\n⟧{R}⇥{d}",
    "Client: {c}⟦ ({p})⟧ {d}\nTitle: {r}",
    "**{c}**⟦ [{p}]⟧ {d}\n_{r}_",
    "**{r}** • {c}\n⟦{p} • ⟧{d}",
    "{d}⟦ | {p}⟧\n**{r}**, {c}",
    "**{r}**\n{c} · ⟦{p} · ⟧{d}",
    "Role: {r} | Client: {c}⟦ | Location: {p}⟧ | Duration: {d}",
    "**{d}** {r}, **{c}**⟦, {p}⟧",
)
ROUGH_TITLES = (
    "PROFESSIONAL EXPERIENCE:",
    "Work History",
    "Professional Experience Details",
    "EMPLOYMENT",
    "RELEVANT WORK EXPERIENCE",
    "Experience:",
    "Summary of Experience",
    "Employment & Internships",
    "WORK EXPERIENCE / PROJECTS",
    "Professional Career",
)


def _rough(turn: int) -> Blend:
    """Typed in a hurry: marks without spaces, doubled pipes, labels in one line."""
    desk = Desk("rough", turn)
    jobs = desk.jobs(desk.cycled(ROUGH), desk.chance.randint(2, 5))
    rows, wanted = _entries(desk, jobs, ROUGH_HEADERS[turn % len(ROUGH_HEADERS)], ROUGH_DATES[turn * 3 % 16])
    made, sections = _assemble(desk, ROUGH_TITLES[turn * 3 % 10], rows, desk.chance.random() < 0.7)
    look = desk.look()
    look = look._replace(title="bold") if look.title == "plain" else look
    return Blend(f"rough-{turn}", tuple(made), look, tuple(wanted), tuple(sections))


def rough() -> list[Blend]:
    """Those that were written after the others had been studied."""
    return [_rough(turn) for turn in range(80)]


STRANGE_HEADERS = (
    "**{c}** (www.site.example)⟦, {p}⟧⇥{d}\n{r}",
    "**{r}** (Part-time)\n{c}⟦, {p}⟧\n{d}",
    "{r}⟦, {p}⟧\n{c}⇥{d}",
    "{c}⟦ ({p})⟧\n{d}\n{r}",
    "**{d}**\n**{r}** | {c}⟦ | {p}⟧",
    "{R}\n{c}⟦ / {p}⟧ / {d}",
    "{r} — {c}, {d}",
    "{c} // {r} // {d}",
    "**{c}**, _{r}_, {d}⟦, {p}⟧",
    "**{r}**: {d}\n{c}⟦, {p}⟧",
    "{r}   |   {c}   |   {d}",
    "{d}⇥⇥{r}\n⇥⇥{c}⟦, {p}⟧",
    "{c} | {d}\n{r}⟦ | {p}⟧",
    "1. {c}⟦, {p}⟧\n{r}\n{d}",
    "__{r}__⇥{d}\n__{c}__⟦, {p}⟧",
    "Name of Employer: {c}\nPost Held: {r}\nPeriod: {d}",
    "{c}⟦, {p}⟧ ({d}): {r}",
    "**{r}** – **{c}** – {d}⟦ – {p}⟧",
    "{d}, {r}, {c}⟦, {p}⟧",
    "{r} at {c}⟦, {p}⟧, {d}",
    "{r} ({d}), {c}⟦, {p}⟧",
    "⟦{p} – ⟧{c} – {r}⇥{d}",
    "{c}⇥{d}\n⟦{p}⇥⟧{r}",
    "Title: {r}⇥Company: {c}⇥Dates: {d}",
    "{c}⟦, {p}⟧\n{r}: {d}",
    "**{r}** _at_ **{c}**⇥{d}",
    "{C}⟦⇥{p}⟧\n{r}⇥{d}",
    "{c} [{d}]\n{r}",
    "**{r}**\n⟦{p}\n⟧{c}\n{d}",
    "║ {c}⟦ ¶ {p}⟧ ║ {r} ¶ {d}\nBULLETS",
    "║ {r} ║ {c}⟦ ║ {p}⟧ ║ {d}\nBULLETS",
    "║ {d} ¶ {c}⟦ ¶ {p}⟧ ║ **{r}** ¶ BULLETS",
    "║ **{r}, {c}** ║ {d}\n║ BULLETS ║ ",
    "**{c}**⇥{d}⏎_{r}_⟦⏎{p}⟧",
    "{d} • {c} • {r}⟦ • {p}⟧",
    "**{r}** {d}\n{c} – ⟦{p}⟧",
)
STRANGE_TITLES = (
    "Experience",
    "PROFESSIONAL CAREER SUMMARY",
    "Work & Leadership Experience",
    "Employment Summary",
    "EXPERIENCE HIGHLIGHTS",
    "Jobs",
    "Career Experience",
    "RECENT EMPLOYMENT",
    "Professional Work Experience",
)


def _strange(turn: int) -> Blend:
    """Words, places and orders of headers that neither of the others has."""
    desk = Desk("strange", turn)
    jobs = desk.jobs(desk.cycled(STRANGE), desk.chance.randint(2, 5))
    jobs = [job._replace(place=desk.chance.choice(STRANGE_PLACES) if job.place else "") for job in jobs]
    dates = (*DATES, *ROUGH_DATES)[turn * 5 % 41]
    rows, wanted = _entries(desk, jobs, STRANGE_HEADERS[turn % len(STRANGE_HEADERS)], dates)
    made, sections = _assemble(desk, STRANGE_TITLES[turn * 2 % 9], rows, desk.chance.random() < 0.7)
    return Blend(f"strange-{turn}", tuple(made), desk.look(), tuple(wanted), tuple(sections))


def strange() -> list[Blend]:
    """Those that were written last."""
    return [_strange(turn) for turn in range(72)]


PLANS: tuple[tuple[Callable[[int], Blend], int], ...] = (
    (_usual, 120),
    (_tabled, 16),
    (_agency, 20),
    (_ladder, 16),
    (_sidebar, 18),
    (_tongue, 28),
    (_mixed_kinds, 14),
)


def blends() -> list[Blend]:
    """All of them, always the same."""
    return [make(turn) for make, count in PLANS for turn in range(count)]
