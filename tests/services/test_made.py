"""One resume of many: the promises of resume_customizer.services.documents.made."""

import json
from dataclasses import replace

from builders.stored import A_POSTING, RESUME_POINTS, small_resume
from resume_customizer.services.documents import one_call
from resume_customizer.services.documents.made import make
from resume_customizer.services.documents.one_call import Request

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
