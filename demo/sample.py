"""The sample of the demo: an invented person's resume, points, and a posting. One page, so that a picture shows it all.

a_resume()  ->  bytes of a DOCX, made by the builders of the tests
"""

from builders import a_docx, bold, bullets, heading, line
from builders.docx import WORD, Xml, link

POINTS = """\
Kafka
• Moved order events from nightly files to Kafka topics, so that shops see stock within two seconds.
• Wrote a replay tool that rebuilds any consumer's state from the topic, used in three incidents.

Kubernetes:
- Cut the cost of the staging clusters by 38 % with scheduled scaling.
- Wrote the Helm charts that 14 teams now deploy with.

## Python
1. Built a reconciliation job in Python that finds payment differences before the books close.
2. Replaced hand-written parsers with typed models, which halved support tickets about bad feeds.
"""

POSTING = """\
Senior Backend Engineer (contract, remote)

You will build event-driven services for a retail platform.
Must have: Kafka, Python, PostgreSQL. Nice to have: Kubernetes, Terraform.
"""

_RIGHT = ("right", 10080)


def a_resume() -> bytes:
    """A resume of one page with three employments; the newest ends with an Environment line."""
    return a_docx(
        line("Mara Lindqvist", style="Title"),
        line(
            "Tallinn, Estonia | +372 5550 0142 | ", link("mara@example.com", "mailto:mara@example.com"), align="center"
        ),
        heading("Summary"),
        line("Backend engineer with nine years of building payment and order systems that people rely on."),
        heading("Technical Skills"),
        line(bold("Languages: "), "Python, Java, SQL"),
        line(bold("Platform: "), "Kubernetes, Kafka, PostgreSQL, Terraform"),
        heading("Professional Experience"),
        _job("Senior Backend Engineer", "Northwind Orchards", "Mar 2022 – Present"),
        bullets(
            "Led the move of the order service from one database to four, without a minute of downtime.",
            "Wrote the on-call handbook that new engineers start with.",
        ),
        line(bold("Environment: "), "Python, Kafka, PostgreSQL, Kubernetes"),
        _job("Backend Engineer", "Harbor & Pine Logistics", "Jun 2019 – Feb 2022"),
        bullets(
            "Built the pricing API behind 40,000 quotes a day.",
            "Set up deployment pipelines for nine services.",
        ),
        _job("Software Developer", "Bluebell Health", "Aug 2016 – May 2019"),
        bullets(
            "Developed the appointment module of a clinic system in Java.",
            "Tested and documented its interface for partner clinics.",
        ),
        heading("Education"),
        line("BSc Computer Science, Lake Vetta University, 2016"),
        habits=WORD,
        font="Arial",
        size=10,
        title="Resume of Mara Lindqvist",
    )


def _job(role: str, company: str, dates: str) -> Xml:
    return line(bold(role), f", {company}", "\t", dates, tabs=[_RIGHT], before=100)
