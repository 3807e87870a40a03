"""The description of the API as a page to read: made here from /api/v1/openapi.json, with nothing from elsewhere.

    description  ->  page_of()  ->  one page of HTML: every operation with its fields, its answers and a call with curl

Promises (tests in tests/api/test_reading.py):

* Every operation and every kind of object of the description stands on it.
* It needs no script, no network and nothing but itself; whatever the description says stands there as text.
"""

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any, Final

from resume_customizer.api.describing import Spec, operations_of

PATH: Final = "/api/v1/docs"
_STYLE: Final = (Path(__file__).parent / "reading.css").read_text("utf-8")
_DIGEST: Final = b64encode(sha256(_STYLE.encode()).digest()).decode()
HEADERS: Final = {
    "content-security-policy": (
        f"default-src 'none'; style-src 'sha256-{_DIGEST}'; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "cache-control": "no-cache",
}
_PAGE: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>API · {title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,"><style>{style}</style></head>
<body><header><h1>{title}, API {version}</h1><p>{about}</p>
<p>For programs: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a> (OpenAPI). Send a token of
<a href="#auth-sign-in">signing in</a> or an <a href="#API-keys">API key</a> as <code>Authorization: Bearer …</code>.
What goes wrong is answered as a <a href="#kind-Problem">Problem</a>.</p></header>
<nav aria-label="Operations"><ul>{index}</ul></nav>
<main>{operations}<section><h2 id="kinds">Kinds of objects</h2>{kinds}</section></main></body></html>
"""


def page_of(spec: Spec) -> str:
    """The page."""
    by_tag: dict[str, list[str]] = {}
    for method, path, operation in operations_of(spec):
        tag = (operation.get("tags") or ["more"])[0]
        by_tag.setdefault(tag, []).append(_operation(method, path, operation))
    parts = (
        f'<section><h2 id="{_id(tag)}">{escape(tag)}</h2>{"".join(all_)}</section>' for tag, all_ in by_tag.items()
    )
    return _PAGE.format(
        title=escape(spec["info"]["title"]),
        version=escape(spec["info"]["version"]),
        about=escape(spec["info"].get("description", "")),
        style=_STYLE,
        index="".join(f'<li><a href="#{_id(tag)}">{escape(tag)}</a></li>' for tag in [*by_tag, "kinds"]),
        operations="".join(parts),
        kinds="".join(_kind(name, each) for name, each in sorted(spec["components"]["schemas"].items())),
    )


def _operation(method: str, path: str, operation: Spec) -> str:
    summary, about = operation.get("summary", ""), operation.get("description", "")
    more = f"<p>{escape(about)}</p>" if about != summary else ""
    rows = "".join(_parameter(each) for each in operation.get("parameters", ()))
    answers = "".join(f"<li>{each}</li>" for each in _answers(operation["responses"]))
    permission = f"<p>Permission: <code>{escape(str(operation.get('x-permission', '')))}</code></p>"
    call = f"<h3>By hand</h3><pre>{escape(_curl(method, path, operation))}</pre>"
    return (
        f'<details id="{_id(operation["operationId"])}"><summary><code>{escape(method)}</code> '
        f"<code>{escape(path)}</code> <span>{escape(summary)}</span></summary>{more}{permission}"
        f"{_table(rows, 'Parameters')}{_body(operation.get('requestBody', {}))}"
        f"{call}<h3>Answers</h3><ul>{answers}</ul></details>"
    )


def _parameter(each: Spec) -> str:
    where = f"{escape(each['name'])} <small>{escape(each['in'])}</small>"
    return _row(where, each.get("schema", {}), each.get("description", ""), needed=each.get("required", False))


def _body(body: Spec) -> str:
    sent = (
        f"<p>{escape(kind)}: {_kind_of(each.get('schema', {}))}</p>" for kind, each in body.get("content", {}).items()
    )
    return f"<h3>What is sent</h3>{''.join(sent)}" if body else ""


def _answers(answers: Spec) -> Iterator[str]:
    for status, answer in answers.items():
        kinds = ", ".join(_kind_of(each.get("schema", {})) for each in answer.get("content", {}).values())
        yield f"<code>{escape(status)}</code> {escape(answer.get('description', ''))} {kinds}"


def _curl(method: str, path: str, operation: Spec) -> str:
    """A call with the example of what is sent; who calls puts values in the place of what stands in braces."""
    command = f'curl -X {method} "$API{path}"'
    if operation.get("security"):
        command += ' -H "Authorization: Bearer $KEY"'
    example = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
    if example is None:
        return command
    sent = json.dumps(example, ensure_ascii=False).replace("'", "'\\''")
    return f"{command} --json '{sent}'"


def _kind(name: str, schema: Spec) -> str:
    needed = schema.get("required", ())
    fields = schema.get("properties", {})
    rows = "".join(
        _row(escape(each), kind, kind.get("description", ""), needed=each in needed) for each, kind in fields.items()
    )
    about = f"<p>{escape(schema.get('description', ''))}</p>"
    table = _table(rows, "Fields") or f"<p>{_kind_of(schema)}</p>"
    return f'<details open id="kind-{_id(name)}"><summary><code>{escape(name)}</code></summary>{about}{table}</details>'


def _table(rows: str, title: str) -> str:
    head = f'<tr><th scope="col">{title}</th><th scope="col">Kind</th><th scope="col">Means</th></tr>'
    return f"<table>{head}{rows}</table>" if rows else ""


def _row(name: str, schema: Spec, about: str, *, needed: bool) -> str:
    mark = " <em>needed</em>" if needed else ""
    return f"<tr><td><code>{name}</code>{mark}</td><td>{_kind_of(schema)}</td><td>{escape(about)}</td></tr>"


def _kind_of(schema: Spec) -> str:
    """What a value is, in a few words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f'<a href="#kind-{_id(name)}">{escape(name)}</a>'
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            return " or ".join(_kind_of(each) for each in schema[several])
    if schema.get("type") == "array":
        return f"list of {_kind_of(schema.get('items', {}))}"
    said = [schema.get("format") or schema.get("type") or "anything", *_limits(schema)]
    return escape(", ".join(map(str, said)))


def _limits(schema: Spec) -> Iterator[str]:
    choices: list[Any] = schema.get("enum") or ([schema["const"]] if "const" in schema else [])
    if choices:
        yield f"one of {', '.join(map(str, choices))}"
    for least, most in (("minimum", "maximum"), ("minLength", "maxLength")):
        if least in schema or most in schema:
            unit = " characters" if least == "minLength" else ""
            yield f"{schema.get(least, 0)} to {schema.get(most, 'any')}{unit}"


def _id(text: str) -> str:
    return escape(text.replace(" ", "-"))
