"""Every field of consultants and interviews survives create, read, update and read again, on every store."""

from dataclasses import fields

from builders.desk import Desk
from builders.requirements import a_requirement
from resume_customizer.core.records.desk import Consultant, Interview
from resume_customizer.core.staffing.consultants import CONSULTANT_FIELDS, CONTACT, read_consultant
from resume_customizer.core.staffing.interviews import INTERVIEW_FIELDS, read_interview

KEPT = {"id", "created_at", "changed_at", "version", "workspace_id"}
CONSULTANTS = (
    {
        "name": "Zoë “Zo” Quill", "email": "zoe@people.example", "phone": "+44 20 5550 0101",
        "address": "1 Lane\nLeeds",
        "location": "Leeds", "time_zone": "Europe/London", "work_authorization": "citizen", "skills": ["Java", "C++"],
        "availability": "in two weeks", "expected_rate_cents": 7550, "expected_rate_currency": "GBP",
        "project_history": "Harrow\nQuillon", "status": "available", "notes": "prefers\nmornings", "cohort": "Spring",
        "target_roles": ["Analyst"], "progress": "applying",
    },
    {
        "name": "Owen Hart", "email": "", "phone": "555 0199", "address": "2 Road", "location": "York",
        "time_zone": "UTC",
        "work_authorization": "", "skills": [], "availability": "now", "expected_rate_cents": None,
        "expected_rate_currency": "USD", "project_history": "", "status": "placed", "notes": "", "cohort": "",
        "target_roles": ["Tester", "日本語"], "progress": "placed",
    },
)  # fmt: skip
INTERVIEWS = (
    {
        "round": 2, "starts_at": "2026-12-01T15:00", "minutes": 45, "time_zone": "America/New_York", "mode": "video",
        "link": "https://meet.example/x", "interviewers": "Ada, Bo", "status": "planned", "result": "",
        "feedback": "good\non Kafka", "notes": "bring a plan", "remind_minutes": 0,
    },
    {
        "round": 3, "starts_at": "2026-12-02T09:00", "minutes": 60, "time_zone": "Asia/Kolkata", "mode": "on-site",
        "link": "", "interviewers": "", "status": "done", "result": "passed", "feedback": "", "notes": "",
        "remind_minutes": 120,
    },
)  # fmt: skip


def test_every_field_survives_create_read_update_read(desk: Desk) -> None:
    ann = desk.workspace("ann")
    for values in CONSULTANTS:
        assert set(values) == set(CONSULTANT_FIELDS)
    assert set(CONSULTANT_FIELDS) - set(CONTACT) == {each.name for each in fields(Consultant)} - KEPT - {
        "contact",
        "adviser_id",
    }

    person = desk.consultants.create(ann, CONSULTANTS[0])
    for values in (CONSULTANTS[0], CONSULTANTS[1]):
        desk.consultants.edit(ann, person.id, values)
        found = desk.consultants.show(ann, person.id)
        expected, contact = read_consultant(values)
        assert {name: getattr(found, name) for name in expected} == expected
        assert desk.consultants.show_contact(ann, person.id) == {
            name: value for name, value in contact.items() if value
        }

    opening = desk.requirements.create(ann, a_requirement())
    assert set(INTERVIEW_FIELDS) == {each.name for each in fields(Interview)} - KEPT - {
        "requirement_id",
        "consultant_id",
        "submission_id",
        "changed_by",
    }
    talk = desk.interviews.plan_interview(ann, opening.id, person.id, INTERVIEWS[0])
    for values in (INTERVIEWS[0], INTERVIEWS[1]):
        assert set(values) == set(INTERVIEW_FIELDS)
        desk.interviews.edit(ann, talk.id, values)
        found_talk = desk.interviews.show(ann, talk.id)
        read = read_interview(values)
        assert {name: getattr(found_talk, name) for name in read} == read
