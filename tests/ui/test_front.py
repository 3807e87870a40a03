"""Signing in and all around it: the promises of resume_customizer.ui.front."""

import io
import re
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
import sqlalchemy as sa

from builders.batches import several_resumes, wanted, work_off
from builders.desk import NOBODY, PASSWORD, Desk
from builders.web import HTML, OURS, Web, sign_in
from resume_customizer.core.call_limits import OF_SIGNING_IN, Pace, limits_of
from resume_customizer.ui.front.files import batch_address

PAGES = ["/sign-in", "/first-account", "/register", "/forgot", "/new-password", "/confirm-address", "/join"]


def test_the_cookie_of_a_session_is_the_server_s_alone_and_new_each_time(web: Web) -> None:
    web.desk.person("ann")
    with web.client() as browser:
        first = browser.post("/sign-in", data={"address": "ann@desk.example", "password": PASSWORD}, headers=OURS)
        second = browser.post("/sign-in", data={"address": "ann@desk.example", "password": PASSWORD}, headers=OURS)

    cookie = first.headers["set-cookie"].lower()
    assert first.status_code == 303
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert first.headers["set-cookie"].split(";")[0] != second.headers["set-cookie"].split(";")[0]


def test_behind_tls_the_cookie_is_bound_to_this_host(desk: Desk, tmp_path: Path) -> None:
    desk.person("ann")
    with Web(desk, tmp_path, secure=True).client() as browser:
        answer = browser.post("/sign-in", data={"address": "ann@desk.example", "password": PASSWORD}, headers=OURS)

    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-rcp_session=")
    assert "secure" in cookie.lower()
    assert "domain" not in cookie.lower()


def test_who_is_signed_in_sees_the_app_and_after_signing_out_no_longer(web: Web) -> None:
    web.desk.person("ann")
    with web.client() as browser:
        assert browser.get("/", headers=HTML).status_code == 303
        assert sign_in(browser, "ann") == 303
        assert browser.get("/", headers=HTML).status_code == 200
        kept = dict(browser.cookies)
        assert browser.post("/sign-out", headers=OURS).headers["location"] == "/sign-in"
        browser.cookies.update(kept)
        assert browser.get("/", headers=HTML).status_code == 303


def test_signing_in_fails_with_the_same_words_for_everybody(web: Web) -> None:
    web.desk.person("ann")
    with web.client() as browser:
        known = browser.post("/sign-in", data={"address": "ann@desk.example", "password": "wrong"}, headers=OURS)
        unknown = browser.post("/sign-in", data={"address": "eve@desk.example", "password": "wrong"}, headers=OURS)

    assert known.status_code == unknown.status_code == 422
    assert known.text.replace("ann@", "eve@") == unknown.text
    assert 'role="alert"' in known.text


def test_what_people_type_comes_back_as_text(web: Web) -> None:
    web.desk.person("ann")
    typed = {"address": '"><script>alert(1)</script>', "password": "<b>secret</b>", "code": "'\"<i>"}
    with web.client() as browser:
        answer = browser.post("/sign-in", data=typed, headers=OURS)

    assert "<script>alert" not in answer.text
    assert "<i>" not in answer.text
    assert "secret" not in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_every_field_has_its_label_and_nothing_comes_from_elsewhere(web: Web, path: str) -> None:
    with web.client() as browser:
        answer = browser.get(path)

    fields = re.findall(r'<input id="([\w-]+)"', answer.text)
    assert all(f'<label for="{field}">' in answer.text for field in fields)
    assert "http" not in re.sub(r"<!doctype html>", "", answer.text)
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", [*PAGES, "/", "/nothing", "/front/front.css", "/static/a.js", "/_stcore/metrics"])
def test_no_answer_may_be_framed_by_a_page_elsewhere(web: Web, path: str) -> None:
    web.desk.person("ann")
    with web.client() as browser:
        answers = [browser.get(path), browser.get(path, headers=HTML), browser.post(path), browser.put(path)]
        answers.append(browser.get(path, headers={"host": "evil.example"}))
        sign_in(browser, "ann")
        answers.append(browser.get(path, headers=HTML))

    for each in answers:
        (policy,) = each.headers.get_list("content-security-policy")
        assert "frame-ancestors 'none'" in policy or "frame-ancestors 'self'" in policy, each.status_code
        assert each.headers["x-frame-options"] in {"DENY", "SAMEORIGIN"}
    assert {each.status_code for each in answers} & {401, 403, 404, 405}


def test_looking_at_pages_changes_nothing_but_when_a_session_was_used(web: Web) -> None:
    ann = web.desk.workspace("ann")
    batch = several_resumes(web.desk, ann)
    paths = [*PAGES, "/", "/guest", "/sign-out", "/workspace", "/language", "/files/batch"]
    with web.client() as browser:
        sign_in(browser, "ann")
        before = kept_in(web.desk)
        for path in paths:
            for asked in (
                "",
                f"?token={'x' * 43}&workspace={ann.workspace_id}&language=de&batch={batch}&address=b@c.de",
            ):
                browser.get(f"{path}{asked}", headers=HTML)
        after = kept_in(web.desk)
        assert browser.get("/", headers=HTML).status_code == 200

    assert len(before) > 30
    assert {name for name, rows in after.items() if rows != before[name]} <= {"sessions"}
    assert len(after["sessions"]) == len(before["sessions"])


def kept_in(desk: Desk) -> dict[str, list[str]]:
    """All rows of all tables."""
    with desk.engine.connect() as connection:
        tables = sa.inspect(connection).get_table_names()
        return {each: sorted(map(repr, connection.execute(sa.text(f"SELECT * FROM {each}")))) for each in tables}


def test_the_first_account_is_made_once_and_is_in_at_once(web: Web) -> None:
    typed = {"address": "ann@desk.example", "name": "Ann", "password": PASSWORD}
    with web.client() as browser:
        assert "first one" in browser.get("/sign-in").text
        assert browser.post("/first-account", data=typed, headers=OURS).headers["location"] == "/"
        assert browser.get("/", headers=HTML).status_code == 200
        assert "first one" not in browser.get("/sign-in").text
        again = browser.post("/first-account", data=typed | {"address": "eve@desk.example"}, headers=OURS)

    assert again.headers["location"] == "/sign-in"
    assert len(web.desk.workspaces.list_mine(web.desk.signed_in("ann"))) == 1


def test_in_production_no_page_makes_the_first_account(desk: Desk, tmp_path: Path) -> None:
    typed = {"address": "eve@desk.example", "name": "Eve", "password": PASSWORD}
    with Web(desk, tmp_path, production=True).client() as browser:
        assert "first one" not in browser.get("/sign-in").text
        browser.post("/first-account", data=typed, headers=OURS)

    assert desk.first_account.is_open(desk.person("ann")) is False
    assert sorted(to for to, _letter in desk.letters) == ["ann@desk.example"]


def test_a_guest_comes_in_by_a_cookie_of_the_server_where_guests_are_allowed(web: Web, tmp_path: Path) -> None:
    with web.client() as browser:
        answer = browser.post("/guest", headers=OURS)
        assert "httponly" in answer.headers["set-cookie"].lower()
        assert browser.get("/", headers=HTML).status_code == 200
    with Web(web.desk, tmp_path, guests=False).client() as browser:
        assert browser.post("/guest", headers=OURS).status_code == 422
        assert browser.get("/", headers=HTML).status_code == 303


def test_registering_confirming_and_setting_a_new_password_by_mail(web: Web) -> None:
    address = "bob@desk.example"
    with web.client() as browser:
        typed = {"address": address, "name": "Bob", "password": PASSWORD}
        assert "Nearly done" in browser.post("/register", data=typed, headers=OURS).text
        confirmed = browser.post("/confirm-address", data={"token": web.desk.token_of(address)}, headers=OURS)
        assert "confirmed" in confirmed.text
        told = browser.post("/forgot", data={"address": address}, headers=OURS).text
        assert told == browser.post("/forgot", data={"address": "eve@desk.example"}, headers=OURS).text
        fresh = {"token": web.desk.token_of(address), "password": "another vase on the sill"}
        assert "new password is set" in browser.post("/new-password", data=fresh, headers=OURS).text
        assert sign_in(browser, "bob", "another vase on the sill") == 303


def test_an_invitation_is_joined_by_its_link(web: Web) -> None:
    from resume_customizer.core.permissions import Role

    ann = web.desk.workspace("ann")
    web.desk.workspaces.invite(ann, "bob@desk.example", Role.EDITOR)
    token = web.desk.token_of("bob@desk.example")
    web.desk.person("bob")
    with web.client() as browser:
        assert browser.post("/join", data={"token": token}, headers=OURS).status_code == 422
        sign_in(browser, "bob")
        joined = browser.post("/join", data={"token": token}, headers=OURS)

    assert joined.status_code == 303
    assert f"rcp_workspace={ann.workspace_id}" in joined.headers["set-cookie"]


def test_pages_are_in_the_language_of_who_asks(web: Web) -> None:
    with web.client() as browser:
        assert '<html lang="de">' in browser.get("/sign-in", headers={"accept-language": "de-AT,en;q=0.5"}).text
        assert '<html lang="en">' in browser.get("/sign-in", headers={"accept-language": "xx"}).text
        chosen = browser.post("/language", data={"language": "de"}, headers=OURS)
        assert "rcp_language=de" in chosen.headers["set-cookie"]


def test_all_files_of_a_batch_come_in_pieces_to_whom_they_belong_and_to_nobody_else(web: Web) -> None:
    ann, _eve = web.desk.workspace("ann"), web.desk.workspace("eve")
    batch_id = web.desk.batches.prepare(ann, wanted(several_resumes(web.desk, ann, 3))).batch_id
    web.desk.batches.run(ann, batch_id)
    work_off(web.desk)
    address = batch_address(ann, batch_id, "{date}_{number}")
    with web.client() as browser:
        assert browser.get(address).status_code == 401
        sign_in(browser, "ann")
        with browser.stream("GET", address) as answer:
            pieces = list(answer.iter_raw())
        assert browser.get(batch_address(ann, "no id", "")).status_code == 404
        assert browser.get(batch_address(ann, batch_id, "{nonsense}")).status_code == 404
    names = zipfile.ZipFile(io.BytesIO(b"".join(pieces))).namelist()
    assert sum(each.endswith(".docx") for each in names) == 3
    assert answer.headers["content-disposition"].startswith("attachment")
    assert len(pieces) > 3
    assert max(map(len, pieces)) < sum(map(len, pieces)) / 2

    with web.client() as browser:
        sign_in(browser, "eve")
        assert browser.get(address).status_code == 404


@pytest.mark.parametrize(
    ("path", "pace"),
    [(each, Pace.SIGNING_IN) for each in ("/sign-in", "/register", "/forgot")] + [("/guest", Pace.USUAL)],
)
def test_what_tries_passwords_or_sends_mail_is_counted_with_the_api_s_calls(web: Web, path: str, pace: Pace) -> None:
    typed = {"address": "nobody@desk.example", "name": "N", "password": "x"}
    *_others, counter = limits_of(pace, "127.0.0.1")
    for _ in range(counter.allowed - 1):
        web.installation.counts.count(counter)
    with web.client() as browser:
        assert browser.post(path, data=typed, headers=OURS).status_code != 429
        held = browser.post(path, data=typed, headers=OURS)

    assert held.status_code == 429
    assert held.headers["retry-after"] == "60"
    assert "Wait a minute" in held.text


def test_who_is_held_can_still_sign_out_and_read_in_their_language(web: Web) -> None:
    web.desk.workspace("ann")
    with web.client() as browser:
        sign_in(browser, "ann")
        for _ in range(OF_SIGNING_IN + 5):
            browser.post("/forgot", data={"address": "x@desk.example"}, headers=OURS)
        told = browser.post("/forgot", data={"address": "x"}, headers=OURS | {"accept-language": "de"})
        assert browser.get("/", headers=HTML).status_code == 200
        out = browser.post("/sign-out", headers=OURS)
        assert browser.get("/", headers=HTML).status_code == 303

    assert "Warten Sie eine Minute" in told.text
    assert out.headers["location"] == "/sign-in"


def test_signing_in_ends_what_the_browser_came_with(web: Web) -> None:
    web.desk.person("ann")
    web.desk.person("bob")
    with web.client() as browser:
        browser.post("/guest", headers=OURS)
        guest = browser.cookies["rcp_guest"]
        sign_in(browser, "ann")
        first = browser.cookies["rcp_session"]
        sign_in(browser, "ann")
        second = browser.cookies["rcp_session"]
        sign_in(browser, "bob")
        third = browser.cookies["rcp_session"]
        assert sign_in(browser, "bob", "wrong") == 422

    standing = [web.visitors.find(shown, NOBODY.source) for shown in (f"g.{guest}", f"p.{first}", f"p.{second}")]
    assert standing == [None] * 3
    assert web.visitors.find(f"p.{third}", NOBODY.source) is not None


@pytest.mark.parametrize("path", ["/sign-in", "/first-account", "/register", "/new-password"])
def test_passwords_are_hidden_while_they_are_typed(web: Web, path: str) -> None:
    if path != "/first-account":
        web.desk.person("ann")
    with web.client() as browser:
        page = browser.get(path).text

    fields = dict(re.findall(r'<input id="([\w-]+)" name="[\w-]+" type="(\w+)"', page))
    assert fields["password"] == "password"


def test_behind_tls_every_cookie_of_ours_is_bound_to_this_host(desk: Desk, tmp_path: Path) -> None:
    ann = desk.workspace("ann")
    web = Web(desk, tmp_path, secure=True)
    asked = {
        "/sign-in": {"address": "ann@desk.example", "password": PASSWORD},
        "/guest": {},
        "/language": {"language": "de"},
        "/workspace": {"workspace": ann.workspace_id},
    }
    with web.client() as browser:
        told = [browser.post(path, data=typed, headers=OURS).headers["set-cookie"] for path, typed in asked.items()]
        german = browser.get("/sign-in", headers={"cookie": "__Host-rcp_language=de"}).text

    assert len(told) == 4
    for each in told:
        assert each.startswith("__Host-rcp_")
        assert {"secure", "httponly", "path=/", "samesite=lax"} <= set(each.split(", __Host-")[0].lower().split("; "))
    assert "Anmelden" in german


def test_signing_out_has_the_browser_forget_what_it_kept(web: Web) -> None:
    web.desk.person("ann")
    with web.client() as browser:
        sign_in(browser, "ann")
        out = browser.post("/sign-out", headers=OURS)

    assert out.headers["clear-site-data"] == '"cache", "storage"'


def test_who_asks_for_a_screen_and_signs_in_first_gets_to_it_once(web: Web) -> None:
    web.desk.person("ann")
    typed = {"address": "ann@desk.example", "password": PASSWORD}
    with web.client() as browser:
        asked = browser.get("/requirements?record=0198&part=Notes%20of%20mine", headers=HTML)
        assert asked.headers["location"] == "/sign-in"
        assert "max-age=900" in asked.headers["set-cookie"].lower()
        assert "httponly" in asked.headers["set-cookie"].lower()
        assert browser.post("/sign-in", data=typed | {"password": "wrong"}, headers=OURS).status_code == 422

        first = browser.post("/sign-in", data=typed, headers=OURS)
        second = browser.post("/sign-in", data=typed, headers=OURS)

    assert first.headers["location"] == "/requirements?record=0198&part=Notes%20of%20mine"
    assert second.headers["location"] == "/"


@pytest.mark.parametrize("path", ["/", "/files/batch", "/_stcore/stream", "//evil.example", "/team?" + "x" * 1000])
def test_what_is_no_screen_is_not_remembered(web: Web, path: str) -> None:
    with web.client() as browser:
        answer = browser.get(f"http://127.0.0.1:8501{path}", headers=HTML)

    assert answer.headers["location"] == "/sign-in"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "kept",
    [
        "https://evil.example/",
        "//evil.example/team",
        "/\\evil.example",
        "/team/../sign-out",
        "/team\r\nset-cookie: rcp_session=x",
        "/team?words=\u202e",
        "/.env",
        "/",
        "team",
        "/team?" + "x" * 1000,
        "",
    ],
)
def test_signing_in_leads_to_a_screen_of_ours_whatever_the_browser_kept(web: Web, kept: str) -> None:
    web.desk.person("ann")
    with web.client() as browser:
        browser.cookies.set("rcp_way", quote(kept, safe=""))
        typed = {"address": "ann@desk.example", "password": PASSWORD}
        answer = browser.post("/sign-in", data=typed, headers=OURS)

    assert answer.headers["location"] == "/"
    assert not [each for each in answer.headers.get_list("set-cookie") if each.startswith("rcp_session=x")]
