"""A slice of what tests/faults/api_cases.py tries at length: generated requests against the contract."""

import re
from contextlib import suppress
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from builders.api import ApiOfTest
from faults.api_cases import CONFIG, ENDS_THE_SESSION, contract_for
from resume_customizer.api.application import make_api

LONG = "|audit-trails|reseal"


def test_no_generated_request_finds_an_answer_that_the_contract_does_not_name(api: ApiOfTest) -> None:
    headers = api.workspace("generated")
    schema: Any = schemathesis.openapi.from_dict(contract_for(api), config=schemathesis.Config.from_path(CONFIG))
    schema.app = make_api(api.entrance)
    tried = 0
    for result in schema.get_all_operations():
        operation = result.ok()
        if re.search(ENDS_THE_SESSION + LONG, operation.definition.raw["operationId"]):
            continue
        takes_something = operation.definition.raw.get("parameters") or operation.definition.raw.get("requestBody")
        for mode in GenerationMode if takes_something else [GenerationMode.POSITIVE]:
            tried += _try(operation, mode, headers)

    assert tried > 150


def _try(operation: Any, mode: GenerationMode, headers: dict[str, str]) -> int:  # noqa: ANN401 - its types are its own
    tried = 0

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=1,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def one(case: Any) -> None:  # noqa: ANN401
        nonlocal tried
        tried += 1
        case.call_and_validate(headers=headers)

    with suppress(Unsatisfiable):  # there is nothing that could be wrong
        one()
    return tried
