"""From a path to its operation: the promises of resume_customizer.api.finding."""

import re

import pytest

from builders.api import ApiOfTest
from resume_customizer.api.describing import operations_of

METHODS = ("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE")


def test_a_method_that_a_path_does_not_have_is_refused_with_those_that_it_has(api: ApiOfTest) -> None:
    paths: dict[str, set[str]] = {}
    for method, path, _ in operations_of(api.client.get("/api/v1/openapi.json").json()):
        paths.setdefault(path, set()).add(method)
    wrong = []
    for path, known in paths.items():
        for method in set(METHODS) - known:
            answer = api.client.request(method, re.sub("{[^}]+}", "01994f3a-7b7c-7d1e-8a55-3f6f0c9b1a2d", path))
            allowed = set(answer.headers.get("Allow", "").split(", "))
            is_told = method == "HEAD" or f"; there is {', '.join(sorted(allowed))}." in answer.json()["detail"]
            if answer.status_code != 405 or not allowed >= known or method in allowed or not is_told:
                wrong.append((method, path, answer.status_code, allowed))

    assert wrong == []
    assert len(paths) > 100


def test_every_operation_of_the_description_is_found(api: ApiOfTest) -> None:
    found = 0
    for method, path, operation in operations_of(api.client.get("/api/v1/openapi.json").json()):
        answer = api.client.request(method, re.sub("{[^}]+}", "01994f3a-7b7c-7d1e-8a55-3f6f0c9b1a2d", path))
        assert answer.status_code != 405, f"{method} {path}"
        assert "There is no /api/" not in answer.text, f"{method} {path} ({operation['operationId']})"
        found += 1
    assert found > 100


@pytest.mark.parametrize("path", ["/api", "/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/banks/", "/api/v2/banks"])
def test_what_there_is_not_is_not_found(api: ApiOfTest, path: str) -> None:
    answer = api.client.get(path)
    assert answer.status_code == 404
