"""Requirements for tests: fields as a person fills them in, and postings as vendors send them.

every_field() | a_requirement(title=…)  ->  values for Requirements.create();  a_vendor_mail()  ->  text
"""

from typing import Any

DUTIES = """Design and build payment services in Java and Spring Boot, and keep them running for millions of customers.
Work with product owners to turn requirements into small releases, and review the code of your colleagues.
Move batch jobs to Apache Kafka, with tests that run on every commit.
Tune PostgreSQL queries, and plan capacity together with the platform team."""

POSTING = f"""Senior Java Developer
Charlotte, NC (hybrid)
12+ months contract, $62-65/hr on C2C

{DUTIES}

Requirements:
- 8+ years of experience with Java and Spring Boot
- Apache Kafka, PostgreSQL
Nice to have:
- Kubernetes
"""


def a_vendor_mail(vendor: str = "Bright Staffing Inc", person: str = "Priya Raman", body: str = DUTIES) -> str:
    """The same opening as POSTING, as a vendor passes it on."""
    first, last = person.lower().split()
    return f"""From: {person} <{first}.{last}@vendor.example>
Subject: Urgent need: Sr. Java Developer

Hello,
hope you are well. Please share resumes for the role below.

Job Title: Sr. Java Developer
End Client: Harbor National Bank
Location: Charlotte, NC
Rate: $60/hr on C2C

{body}

Required: Java, Spring Boot, Apache Kafka

Thanks & Regards,
{person}
{vendor}
(704) 555-0142
"""


def every_field() -> dict[str, Any]:
    """A value for every field that a person fills in, none of them the usual one."""
    return {
        "title": "Senior Java Developer – “Payments”",
        "client": "Quillon Consulting",
        "end_client": "Harbor National Bank",
        "implementation_partner": "Étoile Systems",
        "prime_vendor": "Northgate Talent",
        "vendor_company": "Bright Staffing Inc",
        "vendor_person": "Priya Raman",
        "vendor_phone": "+1 (704) 555-0142 x12",
        "vendor_email": "priya@vendor.example",
        "rate_cents": 6550,
        "rate_currency": "EUR",
        "rate_per": "day",
        "tax_term": "C2C",
        "location": "Charlotte, NC",
        "work_mode": "hybrid",
        "duration": "12+ months",
        "posting": POSTING.strip(),
        "posting_link": "https://jobs.example/r/123?a=b",
        "source": "vendor's e-mail",
        "technologies": ["Java", "C++", "日本語"],
        "primary_technology": "Java",
        "must_have": ["Java", "Spring Boot"],
        "nice_to_have": ["Kubernetes"],
        "years": 8,
        "priority": 3,
        "deadline": "2026-12-01T15:00:00+01:00",
        "next_step": "Ask about the rate",
        "next_step_due": "2026-11-27",
    }


def other_fields() -> dict[str, Any]:
    """Another value for every field."""
    return {
        "title": "Data Engineer",
        "client": "Orchard Retail",
        "end_client": "Orchard Foods",
        "implementation_partner": "Sable Partners",
        "prime_vendor": "Westway",
        "vendor_company": "Talent & Sons",
        "vendor_person": "Owen Hart",
        "vendor_phone": "555-0199",
        "vendor_email": "owen@vendor.example",
        "rate_cents": 12_000_000,
        "rate_currency": "GBP",
        "rate_per": "year",
        "tax_term": "full-time",
        "location": "Leeds",
        "work_mode": "remote",
        "duration": "permanent",
        "posting": "Data Engineer\nRequired: Python, Apache Spark",
        "posting_link": "http://jobs.example/r/9",
        "source": "job board",
        "technologies": ["Python"],
        "primary_technology": "Python",
        "must_have": ["Apache Spark"],
        "nice_to_have": [],
        "years": None,
        "priority": 0,
        "deadline": None,
        "next_step": "",
        "next_step_due": "2027-01-05T08:00:00Z",
    }


def a_requirement(**fields: object) -> dict[str, Any]:
    """A requirement of which only this matters."""
    return {"title": "Java Developer", **fields}
