"""What sections are called: the promises of resume_customizer.resume.understanding.section_titles."""

import pytest

from resume_customizer.resume.understanding.section_titles import clean_title, title_kind

KINDS = {
    "PROFESSIONAL EXPERIENCE:": "experience",
    "Relevant Work History": "experience",
    "Career History & Accomplishments": "experience",
    "E X P E R I E N C E": "experience",
    "W O R K  E X P E R I E N C E": "experience",
    "C A R E E R  O B J E C T I V E": "summary",
    "C O R E C O M P E T E N C I E S": "skills",
    "1. Experience": "experience",
    "SAP EXPERIENCE": "experience",
    "Non-SAP Experience": "experience",
    "Professional Journey": "experience",
    "Prior Assignments": "experience",
    "EARLIER CAREER": "experience",
    "Summer Jobs": "experience",
    "Nebenjobs": "experience",
    "Berufserfahrung": "experience",
    "Expériences professionnelles": "experience",
    "Experiencia laboral": "experience",
    "Experiência profissional": "experience",
    "Esperienze lavorative": "experience",
    "Werkervaring": "experience",
    "Doświadczenie zawodowe": "experience",
    "Опыт работы": "experience",
    "工作经历": "experience",
    "職務経歴": "experience",
    "Selected Projects": "projects",
    "Projects (optional)": "projects",
    "Volunteer Experience": "volunteer",
    "Aus- und Weiterbildung": "education",
    "Education & Training": "education",
    "📞 Contact": "contact",
    "TECHNICAL / NON-TECHNICAL SKILLS:": "skills",
    "Trainings & Zertifizierungen": "certifications",
    "Awards & Recognitions": "awards",
    "Professional References (Optional)": "other",
    "Profil professionnel": "summary",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_a_title_is_known_in_many_languages_and_settings(text: str, kind: str) -> None:
    assert title_kind(clean_title(text)) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Software Engineer",
        "Project Manager",
        "Globex Inc.",
        "Computer Engineering",
        "Jane Roe",
        "Experience 1",
        "User Experience",
        "Sales",
    ],
)
def test_roles_names_and_numbered_things_are_no_titles(text: str) -> None:
    assert title_kind(clean_title(text)) is None
