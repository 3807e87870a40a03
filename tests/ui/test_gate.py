"""What stands before Streamlit: the promises of resume_customizer.ui.gate."""

import asyncio
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import streamlit
from starlette.types import Message, Receive, Scope, Send

from builders.web import ADDRESS, Web
from resume_customizer.ui.gate import Gate
from resume_customizer.ui.look import VISITOR_HEADER

PATHS = ["/", "/customize", "/_stcore/upload_file/a/b", "/media/x.docx", "/_stcore/bidi-components/x", "/anything"]
CLOSED = ["/_stcore/metrics", "/_stcore/agent/run", "/_stcore/script-health-check", "/component/x", "/auth/login"]


class Behind:
    """Stands where Streamlit does, and remembers what came through."""

    def __init__(self) -> None:
        self.seen: list[Scope] = []

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        self.seen.append(scope)
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
        else:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b""})

    @property
    def told(self) -> list[str]:
        """Who it was told is there, for each call."""
        return [dict(scope["headers"]).get(VISITOR_HEADER.encode(), b"").decode() for scope in self.seen]


def call(web: Web, behind: Behind, path: str, method: str = "GET", **headers: str) -> Message:
    """The first message of the answer."""
    kind = "websocket" if method == "WS" else "http"
    sent = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope: dict[str, Any] = {"type": kind, "path": path, "headers": sent, "client": ("127.0.0.1", 1)}
    scope |= {"method": method} if kind == "http" else {}
    answers: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect" if kind == "websocket" else "http.request", "body": b""}

    async def send(message: Message) -> None:
        answers.append(message)

    asyncio.run(Gate(behind, behind, web.visitors, ["/sign-in"])(scope, receive, send))
    return answers[0]


def cookie_of(web: Web, name: str) -> str:
    return f"rcp_session={web.pass_of(name)[2:]}"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "WS"])
def test_without_a_cookie_of_ours_nothing_comes_through(web: Web, path: str, method: str) -> None:
    behind = Behind()
    answer = call(web, behind, path, method, origin=ADDRESS, cookie="rcp_session=made-up; rcp_guest=made-up")

    assert behind.seen == []
    assert answer.get("status", 401) == 401
    assert answer.get("code", 4401) == 4401


def test_a_page_sends_who_is_not_signed_in_to_sign_in(web: Web) -> None:
    answer = call(web, Behind(), "/customize", accept="text/html")

    assert answer["status"] == 303
    assert dict(answer["headers"])[b"location"] == b"/sign-in"


@pytest.mark.parametrize("method", ["GET", "WS"])
def test_who_is_there_is_told_behind_the_gate_and_by_it_alone(web: Web, method: str) -> None:
    web.desk.person("ann")
    behind = Behind()
    call(web, behind, "/", method, origin=ADDRESS, cookie=cookie_of(web, "ann"), x_rcp_visitor="p.another")
    call(web, behind, "/", method, origin=ADDRESS, cookie=f"rcp_guest={web.guest_pass()[2:]}", X_RCP_Visitor="p.x")
    call(web, behind, "/static/a.js", "GET", x_rcp_visitor="p.another")

    assert [each[:2] for each in behind.told] == ["p.", "g.", ""][: len(behind.told)]
    assert len(behind.told) == 3
    assert "another" not in "".join(behind.told)


@pytest.mark.parametrize("path", CLOSED)
def test_parts_that_nobody_needs_answer_nothing(web: Web, path: str) -> None:
    web.desk.person("ann")
    behind = Behind()

    assert call(web, behind, path, cookie=cookie_of(web, "ann"))["status"] == 404
    assert behind.seen == []


@pytest.mark.parametrize(("path", "method"), [("/_stcore/upload_file/a/b", "PUT"), ("/sign-in", "POST"), ("/", "WS")])
def test_what_changes_something_without_an_origin_is_refused(web: Web, path: str, method: str) -> None:
    web.desk.person("ann")
    behind = Behind()
    answer = call(web, behind, path, method, cookie=cookie_of(web, "ann"))

    assert behind.seen == []
    assert answer.get("status", 403) == 403


def test_answers_say_what_a_page_may_load(web: Web) -> None:
    policy = dict(call(web, Behind(), "/static/a.js")["headers"])[b"content-security-policy"].decode()

    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "base-uri 'none'" in policy
    assert "http" not in policy


def test_no_script_in_a_page_itself_runs_but_those_that_streamlit_has_there_and_none_makes_code_of_text(
    web: Web,
) -> None:
    policy = dict(call(web, Behind(), "/static/a.js")["headers"])[b"content-security-policy"].decode()
    (scripts,) = (each.split() for each in policy.split("; ") if each.startswith("script-src "))
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page, re.DOTALL)
    digests = {f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" for each in inline}

    assert inline
    assert set(scripts) == {"script-src", "'self'", "blob:"} | digests
    assert not re.search(r"\son[a-z]+=", page)


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT", "PROPFIND"])
@pytest.mark.parametrize("path", ["/", "/sign-in", "/static/a.js", "/_stcore/upload_file/a/b"])
def test_a_method_that_nothing_here_needs_gets_nowhere(web: Web, path: str, method: str) -> None:
    web.desk.person("ann")
    behind = Behind()
    answer = call(web, behind, path, method, origin=ADDRESS, cookie=cookie_of(web, "ann"))

    assert answer["status"] == 405
    assert b"allow" in dict(answer["headers"])
    assert behind.seen == []


@pytest.mark.parametrize("method", ["GET", "WS"])
def test_who_can_t_be_looked_up_is_asked_to_try_again(web: Web, method: str) -> None:
    web.desk.person("ann")
    cookie, behind = cookie_of(web, "ann"), Behind()
    holder = web.desk.engine.connect()
    holder.exec_driver_sql("ALTER TABLE sessions RENAME TO elsewhere")
    holder.commit()
    holder.close()
    answer = call(web, behind, "/", method, origin=ADDRESS, cookie=cookie)

    assert behind.seen == []
    assert answer.get("status", 503) == 503
    assert answer.get("code", 1013) == 1013


def test_every_screen_is_found_under_its_name_also_the_one_where_somebody_arrives(web: Web) -> None:
    web.desk.workspace("ann")
    ann, guest = cookie_of(web, "ann"), f"rcp_guest={web.guest_pass()[2:]}"
    for cookie, first, other in ((ann, "/home", "/customize"), (guest, "/customize", "/help")):
        answer = call(web, Behind(), first, cookie=cookie)
        assert (answer["status"], dict(answer["headers"])[b"location"]) == (303, b"/")
        assert call(web, Behind(), other, cookie=cookie)["status"] == 200
        assert call(web, Behind(), first, "WS", cookie=cookie, origin=ADDRESS)["type"] == "websocket.accept"


@pytest.mark.parametrize("path", ["/media/0198.docx", "/media/page.png", "/files/batch"])
def test_no_browser_keeps_what_is_somebody_s_also_not_what_streamlit_says_nothing_of(web: Web, path: str) -> None:
    web.desk.person("ann")
    headers = dict(call(web, Behind(), path, cookie=cookie_of(web, "ann"))["headers"])
    open_to_all = dict(call(web, Behind(), "/static/a.js")["headers"])

    assert headers[b"cache-control"] == b"no-store"
    assert b"cache-control" not in open_to_all
