"""One resume of many: the promises of resume_customizer.services.made."""

import json
from dataclasses import replace

from builders.stored import A_POSTING, RESUME_POINTS, small_resume
from resume_customizer.core.corrections import header_of
from resume_customizer.resume.package import Permissions
from resume_customizer.services import one_call
from resume_customizer.services.customizing import make_plan
from resume_customizer.services.made import make, plan_again
from resume_customizer.services.one_call import Request

ANN, BOB = small_resume("Ann Quill"), small_resume("Bob Strand")
TO_KAFKA = Request(ANN, points=RESUME_POINTS.encode(), posting=A_POSTING.encode())
TO_GO = Request(ANN, points="Go\n• Built the gateway in Go.".encode())


def test_what_is_made_of_many_is_what_one_at_a_time_gives() -> None:
    for request in (TO_KAFKA, TO_GO, replace(TO_KAFKA, resume=BOB), TO_KAFKA):
        made, alone = make(request), one_call.customize(request)

        assert made.content == alone.content
        assert json.loads(made.certificate) == alone.certificate
        assert (made.plan, made.placed, made.unplaced) == (alone.plan, alone.report["placed"], 0)
        assert (made.coverage_before, made.coverage_after) == one_call.shares(alone.coverage)


def test_a_resume_is_read_once_for_all_its_targets_and_another_one_is_not_taken_for_it() -> None:
    for_kafka, _ = plan_again(TO_KAFKA)
    for_go, _ = plan_again(TO_GO)
    assert for_go.document is for_kafka.document

    header = header_of(for_go.document.experiences[0])
    for other in (
        replace(TO_GO, resume=BOB),
        replace(TO_GO, permissions=Permissions(macros=True)),
        replace(TO_GO, corrections=[{"kind": "rename", "header": header, "company": "Harbor Bank"}]),
    ):
        plan_again(TO_GO)
        planned, instructions = plan_again(other)
        fresh = make_plan(other.resume, instructions)
        assert (planned.document, planned.plan) == (fresh.document, fresh.plan)
        assert planned.document is not for_go.document
