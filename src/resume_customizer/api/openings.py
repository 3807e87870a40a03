"""What a requirement looks like when it is answered: all of its fields, in lists without the long ones.

Requirement  ->  requirement_to_json()  ->  Opening | WholeOpening  ->  JSON
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from resume_customizer.api.fields import ID_EXAMPLE, Listed, Out
from resume_customizer.api.shapes import As
from resume_customizer.api.shapes_of_postings import AnalysisShape
from resume_customizer.core.records.desk import Requirement
from resume_customizer.services.staffing.views_of_requirements import requirement_to_json


class Likeness(Out):
    """Another requirement that seems to be the same opening."""

    requirement_id: str
    title: str
    reasons: list[str]
    share: int = Field(description="Percent of the postings that is the same.")


class Opening(Out):
    """A requirement, without its posting and what was understood of it."""

    id: str = Field(examples=[ID_EXAMPLE])
    title: str = Field(examples=["Senior Java Developer"])
    status: str = Field(examples=["New"])
    client: str
    end_client: str = Field(examples=["Harbor National Bank"])
    implementation_partner: str
    prime_vendor: str
    vendor_company: str
    vendor_person: str
    vendor_phone: str
    vendor_email: str
    rate: str = Field(description="The next three in words.", examples=["95.50 USD per hour"])
    rate_cents: int | None = Field(examples=[9550])
    rate_currency: str = Field(examples=["USD"])
    rate_per: str = Field(examples=["hour"])
    tax_term: str
    location: str
    work_mode: str = Field(description="remote, hybrid or on-site; empty: unknown.")
    duration: str
    posting_link: str
    source: str
    technologies: list[str] = Field(examples=[["Java", "Apache Kafka"]])
    primary_technology: str = Field(examples=["Java"])
    must_have: list[str]
    nice_to_have: list[str]
    years: int | None
    priority: int
    deadline: datetime | None
    next_step: str
    next_step_due: datetime | None
    due_at: datetime | None = Field(description="The earlier of deadline and next step.")
    created_by: str | None
    changed_by: str | None
    created_at: datetime
    changed_at: datetime
    version: int


class WholeOpening(Opening):
    """A requirement with all of its fields."""

    posting: str = Field(examples=["Must have: Java, Kafka."])
    analysis: Annotated[dict[str, Any], As(AnalysisShape)] = Field(
        description="What the posting asks for, as `/postings/analyze` gives it."
    )


class One(Out):
    """A requirement, and the version for `If-Match`."""

    requirement: WholeOpening
    version: int


class Column(Out):
    """The requirements of one status."""

    status: str = Field(examples=["New"])
    count: int = Field(description="All of this status, not only those that are shown.")
    items: list[Opening]


class Board(Out):
    """Every status, in its order."""

    columns: list[Column]


def one(found: Requirement) -> One:
    """A whole requirement."""
    return One(requirement=WholeOpening.of(requirement_to_json(found)), version=found.version)


def openings(found: Iterable[Requirement]) -> list[Opening]:
    """Requirements of a list."""
    return [Opening.of(requirement_to_json(each, is_short=True)) for each in found]


def page_of(found: Iterable[Requirement], after: str = "") -> Listed[Opening]:
    """A page of them; `after` is where the next one begins."""
    return Listed(items=openings(found), next=after)
