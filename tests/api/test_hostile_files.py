"""Every hostile file of the builders at every door that takes files: refused in a sentence, or taken; never worse.

ALL_HOSTILE  ×  customize · upload a resume · import points  ->  the expected problem, nothing kept, the next one served

Promises:

* What must be refused is refused with its code, what is only odd is taken; none is an error of the server.
* Nothing of a refused file is kept.
* After all of them the server customizes an honest resume as before.
"""

from typing import Any, Final

import pytest
from starlette.testclient import TestClient

from builders.api import OPERATOR, ApiOfTest
from builders.hostile import ALL_HOSTILE, HostileFile
from builders.hostile_pdfs import HOSTILE_PDFS
from builders.pdf import a_pdf
from doors.conftest import POINTS, resume_bytes
from resume_customizer.api.problems import MEDIA_TYPE
from resume_customizer.core.records.resumes import Resume
from resume_customizer.core.tiers import Tier

SENTENCE: Final = 15
"""Letters that say something, at the least."""
NO_PLACE: Final = "nothing-placed"
"""Why an odd file that can be read may get no point."""
UPLOADS: Final = {"another-kind", "request-entity-too-large"}
"""Why a file is not even looked into: something else by its first bytes, or larger than what may be sent."""


@pytest.fixture(scope="module")
def ann(api: ApiOfTest) -> dict[str, str]:
    headers = api.workspace("hostile.ann")
    api.desk.usage.set_tier(OPERATOR, api.workspaces["hostile.ann"], Tier.ENTERPRISE)
    return headers


def problem_of(answer: Any, name: str) -> tuple[int, str]:  # noqa: ANN401 - an answer of the client
    """Status and code of a refusal, which must be one that a person can read."""
    status, body, kind = answer.status_code, answer.json(), answer.headers["content-type"]
    assert kind.startswith(MEDIA_TYPE), (name, kind)
    assert 400 <= status < 500, (name, body)
    assert body["status"] == status, name
    assert len(body["detail"]) > SENTENCE, (name, body)
    assert "Traceback" not in str(body), name
    return status, str(body["code"])


def kept(api: ApiOfTest) -> int:
    with api.desk.ground.within(api.workspaces["hostile.ann"]) as tx:
        return tx.count(Resume)


@pytest.mark.parametrize("hostile", ALL_HOSTILE, ids=lambda each: each.name)
def test_a_hostile_file_is_answered_at_both_doors_for_files(
    api: ApiOfTest, ann: dict[str, str], hostile: HostileFile
) -> None:
    content, before = hostile.data, kept(api)
    file = ("resume.docx", content)

    customized = api.client.post("/api/v1/customize", files={"resume": file}, data={"points": POINTS})
    stored = api.client.post("/api/v1/resumes", files={"file": file}, headers=ann)

    if hostile.expected == "refused":
        assert problem_of(customized, hostile.name) == (422, hostile.code)
        status, code = problem_of(stored, hostile.name)
        assert (status in {413, 422}, code in {hostile.code, *UPLOADS}) == (True, True), code
        assert kept(api) == before
    else:
        if customized.status_code != 200:
            assert problem_of(customized, hostile.name)[1] == NO_PLACE
        assert stored.status_code == 201, stored.text
        again = api.client.get(f"/api/v1/resumes/{stored.json()['id']}/versions", headers=ann)
        version = again.json()["items"][0]["id"]
        assert api.client.get(f"/api/v1/resume-versions/{version}/file", headers=ann).content == content


@pytest.mark.parametrize("name", HOSTILE_PDFS)
def test_a_hostile_pdf_is_read_or_refused_in_a_sentence_and_the_next_one_is_read(client: TestClient, name: str) -> None:
    def matched(content: bytes) -> Any:  # noqa: ANN401 - an answer of the client
        files = {"resume": ("resume.pdf", content)}
        return client.post("/api/v1/match", files=files, data={"posting": "Must have: Java."})

    answer = matched(HOSTILE_PDFS[name]())
    if answer.status_code != 200:
        assert problem_of(answer, name)[0] == 422
    assert matched(a_pdf(["Experience", "Acme, Engineer, 2019 - 2024", "- Built claim services in Java."])).is_success


@pytest.mark.parametrize("name", HOSTILE_PDFS)
def test_a_pdf_is_no_resume_that_points_can_be_put_into(client: TestClient, name: str) -> None:
    answer = client.post(
        "/api/v1/customize", files={"resume": ("resume.docx", HOSTILE_PDFS[name]())}, data={"points": POINTS}
    )

    assert problem_of(answer, name) == (422, "pdf")


@pytest.mark.parametrize(
    "hostile", [each for each in ALL_HOSTILE if each.expected == "refused"][::6], ids=lambda each: each.name
)
def test_a_file_sent_as_points_is_points_or_refused_in_a_sentence(
    api: ApiOfTest, ann: dict[str, str], hostile: HostileFile
) -> None:
    content = hostile.data[:900_000]
    resume = {"resume": ("resume.docx", resume_bytes()), "points_file": ("points.txt", content)}
    bank = api.client.post("/api/v1/banks", json={"name": f"of {hostile.name}"}, headers=ann).json()["id"]
    text = {"text": content.decode("latin-1")}

    customized = api.client.post("/api/v1/customize", files=resume)
    imported = api.client.post(f"/api/v1/banks/{bank}/imports", json=text, headers=ann)

    for answer in (customized, imported):
        if answer.status_code not in {200, 201}:
            problem_of(answer, hostile.name)


def test_after_all_of_them_an_honest_resume_is_customized(client: TestClient) -> None:
    answer = client.post("/api/v1/customize", files={"resume": ("r.docx", resume_bytes())}, data={"points": POINTS})

    assert answer.status_code == 200
    assert client.get("/readyz").json()["status"] == "ok"
