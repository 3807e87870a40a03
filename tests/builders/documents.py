"""Resume documents as plain data, for tests that need no file.

a_resume(["Built APIs."], [])  ->  ResumeDocument with two experiences
"""

from collections.abc import Sequence
from hashlib import sha256

from resume_customizer.core.document import Anchor, Bullet, Experience, ResumeDocument, Section


def a_resume(*bullets: Sequence[str], environments: Sequence[str | None] = ()) -> ResumeDocument:
    """A resume with one experience for each list of bullets, newest first; `environments` are their closing lines."""
    experiences, paragraph = [], 1
    for number, texts in enumerate(bullets):
        environment = environments[number] if number < len(environments) else None
        experiences.append(an_experience(*texts, number=number, paragraph=paragraph + 1, environment=environment))
        paragraph += 2 + len(texts) + (environment is not None)
    lines = [line for each in experiences for line in (*each.header, *(b.text for b in each.bullets))]
    return ResumeDocument(
        sha256=sha256("\n".join(lines).encode()).hexdigest(),
        story_part="word/document.xml",
        sections=(Section("experience", "Experience", 0),),
        experiences=tuple(experiences),
        lines=("Experience", *lines),
        notices=(),
        parts=(),
        free_paragraph_id=1,
    )


def an_experience(
    *bullets: str, number: int = 0, paragraph: int = 1, environment: str | None = None, kind: str = "employment"
) -> Experience:
    """One experience with these bullets; a higher `number` is an older one."""
    role, company = "Software Engineer", f"Company {number + 1}"
    start, end = f"{2022 - 2 * number}-01", "present" if number == 0 else f"{2023 - 2 * number}-12"
    header = f"{role} | {company} | {start} – {end}"
    found = tuple(Bullet(paragraph + i, text) for i, text in enumerate(bullets))
    last = found[-1] if found else Bullet(paragraph - 1, header)
    return Experience(
        kind=kind,  # ty: ignore[invalid-argument-type]
        role=role,
        company=company,
        location=None,
        start=start,
        end=end,
        header=(header,),
        bullets=found,
        environment=environment,
        confidence=1.0,
        anchor=Anchor(last.paragraph, last.text, ()),
        text="\n".join((header, *bullets, environment or "")),
    )
