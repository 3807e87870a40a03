"""Tools for assistants, as a member of a workspace, over the protocol's own client."""

import asyncio
import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mcp import Client

from builders.desk import Desk, document_work
from builders.stored import RESUME_POINTS, newest_version, small_resume
from resume_customizer.core.actor import Actor
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.banks import Approval
from resume_customizer.infrastructure.assistants import make_assistants_server


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.store.close()


class Assistant:
    """One that works for somebody."""

    def __init__(self, desk: Desk, actor: Actor) -> None:
        self.server = make_assistants_server(desk.services, document_work(), lambda _: actor, "1")

    def call(self, tool: str, **arguments: Any) -> Any:  # noqa: ANN401 - JSON values
        """What a tool gives; the text of its error when it fails."""

        async def ask() -> Any:  # noqa: ANN401
            async with Client(self.server) as client:
                answer = await client.call_tool(tool, arguments)
                texts = "".join(getattr(part, "text", "") for part in answer.content)
                return texts if answer.is_error else json.loads(texts)

        return asyncio.run(ask())

    def tools(self) -> dict[str, Any]:
        async def ask() -> dict[str, Any]:
            async with Client(self.server) as client:
                return {tool.name: tool.input_schema for tool in (await client.list_tools()).tools}

        return asyncio.run(ask())


def test_an_assistant_finds_plans_customizes_and_verifies_with_approved_points(desk: Desk) -> None:
    owner = desk.workspace("ann")
    resume = desk.resumes.upload(owner, "a.docx", small_resume("Nadia Quist"))
    bank = desk.banks.create(owner, "Backend")
    desk.banks.import_points(owner, bank.id, RESUME_POINTS)
    waiting = desk.banks.list_points(owner, bank.id).records[0]
    desk.banks.reject(owner, [waiting.id])
    assistant = Assistant(desk, owner)

    version = assistant.call("list_resumes")["resumes"][0]["version_id"]
    assert version == newest_version(desk, owner, resume).id
    assert assistant.call("list_banks")["banks"] == [{"bank_id": bank.id, "name": "Backend"}]
    found = assistant.call("search_bank", words=waiting.technology)["points"]
    assert {each["text"]: each["is_approved"] for each in found}[waiting.text] is False
    plan = assistant.call("plan", version_id=version, bank_ids=[bank.id])
    made = assistant.call("customize", version_id=version, bank_ids=[bank.id], name="For Harbor")
    assert made["placed"] == len(plan["placements"]) > 0
    assert assistant.call("verify", customization_id=made["customization_id"])["holds"] is True
    document = desk.customizations.read_document(owner, made["customization_id"]).content
    original = small_resume("Nadia Quist")
    files = {"original": base64.b64encode(original).decode(), "customized": base64.b64encode(document).decode()}
    assert assistant.call("verify", **files)["holds"] is True
    assert assistant.call("analyze", posting="Must have: Kafka.")["technologies"]


def test_no_tool_takes_a_point_or_a_plan_or_approves_anything(desk: Desk) -> None:
    tools = Assistant(desk, desk.workspace("ann")).tools()

    assert set(tools) == {"list_resumes", "list_banks", "search_bank", "analyze", "plan", "customize", "verify"}
    for name, schema in tools.items():
        assert not {"points", "point", "text", "plan"} & set(schema["properties"]), name


def test_points_that_wait_for_approval_reach_no_document_whatever_an_assistant_sends(desk: Desk) -> None:
    owner = desk.workspace("ann")
    desk.resumes.upload(owner, "a.docx", small_resume("Nadia Quist"))
    bank = desk.banks.create(owner, "Drafts")
    desk.banks.import_points(owner, bank.id, RESUME_POINTS, approval=Approval.PROPOSED)
    assistant = Assistant(desk, owner)
    version = assistant.call("list_resumes")["resumes"][0]["version_id"]

    for more in ({}, {"points": RESUME_POINTS}, {"plan": {"placements": []}}, {"approved": True}):
        assert "no-points" in assistant.call("customize", version_id=version, bank_ids=[bank.id], **more)
    assert not desk.customizations.list_customizations(owner).records


def test_an_assistant_may_do_what_its_member_may_and_no_more(desk: Desk) -> None:
    owner, eve = desk.workspace("ann"), desk.workspace("eve")
    desk.resumes.upload(owner, "a.docx", small_resume("Nadia Quist"))
    bank = desk.banks.create(owner, "Backend")
    desk.banks.import_points(owner, bank.id, RESUME_POINTS)
    version = Assistant(desk, owner).call("list_resumes")["resumes"][0]["version_id"]
    order = {"version_id": version, "bank_ids": [bank.id]}

    assert "not-permitted" in Assistant(desk, replace(owner, role=Role.VIEWER)).call("customize", **order)
    assert "not-found" in Assistant(desk, eve).call("customize", **order)
    assert Assistant(desk, eve).call("list_resumes")["resumes"] == []


@pytest.mark.parametrize("text", ["\0", "x" * 300_000, "\u202e"])
def test_odd_input_is_told_and_breaks_nothing(desk: Desk, text: str) -> None:
    assistant = Assistant(desk, desk.workspace("ann"))

    for told in (
        assistant.call("search_bank", words=text),
        assistant.call("customize", version_id=text, bank_ids=[text], posting=text),
        assistant.call("verify", original=text, customized=text),
    ):
        assert isinstance(told, str)
        assert ": " in told  # an unexpected error would name the tool and nothing else
