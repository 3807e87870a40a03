"""Resumes that are PDFs: the promises of resume_customizer.resume.pdf_resume."""

from builders import a_docx, bullets, heading, line
from builders.pdf import a_pdf
from resume_customizer.resume.pdf_resume import read_pdf_resume
from resume_customizer.resume.reader import read_resume

_LONG = (
    "Moved the ledger of four hundred customers from an old mainframe to PostgreSQL, without a single hour",
    "in which it could not be read, and wrote down how",
)
_PDF = a_pdf(
    [
        "Petra Vandersloot",
        "petra@vandersloot.example | +1 555 0100",
        "",
        "PROFESSIONAL EXPERIENCE",
        "Harrow Freight | Senior Engineer | Jan 2021 – Present",
        "• Built claim services in Java.",
        f"• {_LONG[0]}",
        _LONG[1],
        "Environment: Java, Oracle, Kafka",
        "Northgate Mills | Engineer | Mar 2017 – Dec 2020",
        "• Wrote loaders in Python.",
        "• Kept the build green.",
        "",
        "EDUCATION",
        "B.S. in Computer Science, Westmere State University, 2016",
    ]
)


def _word() -> bytes:
    return a_docx(
        line("Petra Vandersloot", bold=True, size=18),
        line("petra@vandersloot.example | +1 555 0100"),
        heading("PROFESSIONAL EXPERIENCE"),
        line("Harrow Freight | Senior Engineer | Jan 2021 – Present"),
        bullets("Built claim services in Java.", " ".join(_LONG)),
        line("Environment: Java, Oracle, Kafka"),
        line("Northgate Mills | Engineer | Mar 2017 – Dec 2020"),
        bullets("Wrote loaders in Python.", "Kept the build green."),
        heading("EDUCATION"),
        line("B.S. in Computer Science, Westmere State University, 2016"),
    )


def test_it_is_understood_like_the_same_resume_in_word() -> None:
    of_pdf, of_word = read_pdf_resume(_PDF), read_resume(_word())

    def facts(document) -> list[tuple[object, ...]]:  # noqa: ANN001
        return [
            (each.role, each.company, each.start, each.end, each.environment, [bullet.text for bullet in each.bullets])
            for each in document.experiences
        ]

    assert facts(of_pdf) == facts(of_word)
    assert len(of_pdf.experiences) == 2
    assert [section.kind for section in of_pdf.sections] == [section.kind for section in of_word.sections]


def test_nothing_can_be_added_and_the_way_out_is_told() -> None:
    document = read_pdf_resume(_PDF)

    assert all(each.anchor is None and ".docx" in each.no_anchor_reason for each in document.experiences)
    assert "not customized" in document.notices[0].message
