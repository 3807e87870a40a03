"""The whole API under generated requests, valid and not: schemathesis with all of its checks, signed in as an owner.

    python tests/faults/api_cases.py [EXAMPLES of each operation]

A server of its own on loopback, with a new database. `make faults` runs it; tests/api/test_generated_requests.py is a
slice of the same.
"""

import json
import logging
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import uvicorn

sys.path.insert(0, str(Path(__file__).parent.parent))

from builders.api import ApiOfTest
from doors.conftest import POINTS, resume_bytes
from resume_customizer.api.describing import operations_of
from resume_customizer.api.entrance import WORKSPACE_HEADER, Rules
from resume_customizer.api.server import BoundedHttp
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.workspaces import Membership
from resume_customizer.infrastructure import tokens

CONFIG: Final = Path(__file__).with_name("schemathesis.toml")
ENDS_THE_SESSION: Final = (
    "auth-sign-out|me-sign-out-everywhere|me-end-device|me-erase|me-change-password|workspaces-leave"
    "|admin-sign-everybody-out"
)
ASKS_ELSEWHERE: Final = "accounts-look"
"""Of a mail server that is not there, which is answered 503."""
_OTHER: Final = {"address": "other@desk.example", "name": "Other", "password": "another vase on the sill"}


def main() -> int:
    """Run it; gives schemathesis' own exit code."""
    examples = sys.argv[1] if len(sys.argv) > 1 else "100"
    logging.basicConfig(level="ERROR", format="%(levelname)s %(message)s")
    tokens.LIFETIME = timedelta(hours=11)  # a run takes longer than an access token lives
    with tempfile.TemporaryDirectory() as folder:
        api = ApiOfTest(Path(folder), Rules())
        headers = _filled(api)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        config = uvicorn.Config(api.guard, port=port, http=BoundedHttp, log_config=None, access_log=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        contract = Path(folder) / "openapi.json"
        contract.write_text(json.dumps(with_records(contract_for(api), api, headers)), "utf-8")
        command = _command(f"http://127.0.0.1:{port}", contract, examples, headers)
        done = subprocess.run(command, check=False, env={**os.environ, "NO_COLOR": "1"})
        server.should_exit = True
        thread.join(30)
        api.close()
    print(f"load average {os.getloadavg()[0]:.1f}")  # noqa: T201 - a report
    return done.returncode


def contract_for(api: ApiOfTest) -> dict[str, Any]:
    """The contract without the header that names a workspace: with a generated one, nothing would ever be found."""
    spec = api.client.get("/api/v1/openapi.json").json()
    for _, _, operation in operations_of(spec):
        named = operation.get("parameters", [])
        operation["parameters"] = [each for each in named if each["name"] != WORKSPACE_HEADER]
    return spec


def with_records(spec: dict[str, Any], api: ApiOfTest, headers: dict[str, str]) -> dict[str, Any]:
    """The same, in which paths name records that there are; those that are removed are looked for in vain."""
    known = _records(spec, api, headers)
    for method, _, operation in operations_of(spec):
        for each in operation.get("parameters", []):
            if each["in"] == "path" and each["name"] in known and method != "DELETE":
                each["schema"] = {"type": "string", "enum": [known[each["name"]]]}
    return spec


def _records(spec: dict[str, Any], api: ApiOfTest, headers: dict[str, str]) -> dict[str, str]:
    """A record of each kind, by the parameter that names it: one that is listed, or made by the contract's example."""
    (resume,) = api.client.get("/api/v1/resumes", headers=headers).json()["items"]
    versions = api.client.get(f"/api/v1/resumes/{resume['id']}/versions", headers=headers).json()
    other = api.client.post("/api/v1/admin/users", json=_OTHER, headers=headers).json()["user_id"]
    with api.desk.ground.within(api.workspaces["cases"]) as tx:
        tx.add(Membership(user_id=other, role=Role.EDITOR))
    known = {"resume_id": resume["id"], "version_id": versions["items"][0]["id"], "user_id": other}
    for _ in range(3):  # what names others comes after them
        for method, path, operation in operations_of(spec):
            children = (re.match(re.escape(path) + r"/{(\w+)}", other) for other in spec["paths"])
            names = {found[1] for found in children if found} - known.keys()
            if not names or method not in {"GET", "POST"} or set(re.findall(r"{(\w+)}", path)) - known.keys():
                continue
            example = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
            body = _naming(known, example) if method == "POST" else None
            answer = api.client.request(method, path.format(**known), json=body, headers=headers)
            made = answer.json() if "json" in answer.headers.get("content-type", "") else {}
            for name in names:
                found = _id_in(made, name)
                if answer.status_code < 300 and found:
                    known[name] = found
    return known


def _naming(known: dict[str, str], value: Any) -> Any:  # noqa: ANN401 - any JSON
    """An example that names records that there are."""
    if isinstance(value, dict):
        return {key: known.get(key) or _naming(known, each) for key, each in value.items()}
    return value


def _id_in(made: dict[str, Any], name: str) -> str:
    """The id of what was made, or of the first that is listed."""
    for each in (made, *made.get("items", [])[:1], *(value for value in made.values() if isinstance(value, dict))):
        if found := each.get("id") or each.get(name):
            return str(found)
    return ""


def _filled(api: ApiOfTest) -> dict[str, str]:
    """An owner who is an operator too, with something of everything."""
    api.person("cases", is_operator=True)
    made = api.client.post("/api/v1/workspaces", json={"name": "Cases"}, headers=api.as_("cases")).json()
    api.workspaces["cases"] = made["workspace_id"]
    headers = api.as_("cases")
    api.client.post("/api/v1/resumes", files={"file": ("a.docx", resume_bytes())}, headers=headers)
    bank = api.client.post("/api/v1/banks", json={"name": "Backend"}, headers=headers).json()
    api.client.post(f"/api/v1/banks/{bank['id']}/imports", json={"text": POINTS}, headers=headers)
    return headers


def _command(address: str, contract: Path, examples: str, headers: dict[str, str]) -> list[str]:
    told = [part for name, value in headers.items() for part in ("--header", f"{name}: {value}")]
    return [
        str(Path(sys.executable).with_name("schemathesis")),
        "--config-file",
        str(CONFIG),
        "run",
        str(contract),
        "--url",
        address,
        "--exclude-operation-id-regex",
        f"{ENDS_THE_SESSION}|{ASKS_ELSEWHERE}",
        "--max-examples",
        examples,
        *told,
    ]


if __name__ == "__main__":
    sys.exit(main())
