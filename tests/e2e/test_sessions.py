"""Sessions in a browser and on the wire: who is not signed in gets nothing, whatever they send."""

import urllib.error
import urllib.request
from collections.abc import Callable
from http.cookiejar import CookieJar
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from builders.desk import PASSWORD
from e2e.visiting import Visiting

Visit = Callable[..., Visiting]


def cookie_of(address: str, name: str = "") -> str:
    """The cookie of somebody who has just come in; of a guest where nobody is named."""
    jar = CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    typed = urlencode({"address": f"{name}@desk.example", "password": PASSWORD}).encode()
    path = "/sign-in" if name else "/guest"
    with opener.open(urllib.request.Request(f"{address}{path}", typed, {"Origin": address}), timeout=30):
        pass
    return "; ".join(f"{each.name}={each.value}" for each in jar)


def socket_of(address: str, cookie: str, session: str = "", **headers: str | None) -> ClientConnection:
    """Streamlit's websocket, as a browser opens it."""
    sent = {"Origin": address, "Cookie": cookie} | headers
    protocols = [Subprotocol(each) for each in ("streamlit", "none", session) if each]
    return connect(
        f"{address.replace('http', 'ws')}/_stcore/stream",
        subprotocols=protocols,
        additional_headers={name: value for name, value in sent.items() if value is not None},
        open_timeout=30,
    )


def session_of(socket: ClientConnection) -> str:
    """The id of the Streamlit session that a socket got."""
    asked = BackMsg()
    asked.rerun_script.query_string = ""
    socket.send(asked.SerializeToString())
    while True:
        message = ForwardMsg()
        message.ParseFromString(socket.recv(timeout=30, decode=False))
        if message.WhichOneof("type") == "new_session":
            return message.new_session.initialize.session_id


def refused(address: str, cookie: str, **headers: str | None) -> bool:
    """Whether nothing comes of opening a socket."""
    try:
        with socket_of(address, cookie, "", **headers) as socket:
            socket.recv(timeout=10)
    except (InvalidStatus, ConnectionClosed):
        return True
    return False


@pytest.mark.usefixtures("browser")
def test_sockets_of_nobody_and_of_other_places_are_refused(address: str) -> None:
    ann = cookie_of(address, "ann")
    with socket_of(address, ann) as socket:
        assert session_of(socket)

    assert refused(address, "")
    assert refused(address, "rcp_session=made-up")
    assert refused(address, ann, Origin=None)
    assert refused(address, ann, Origin="http://evil.example")
    assert refused(address, ann, Origin="null")
    assert refused(address, ann, Host="evil.example", Origin="http://evil.example")
    assert refused(address, "", **{"X-RCP-Visitor": f"p.{ann.partition('=')[2]}"})


@pytest.mark.usefixtures("browser")
def test_who_names_another_s_session_gets_one_of_their_own(address: str) -> None:
    with socket_of(address, cookie_of(address, "ann")) as anns:
        session = session_of(anns)
        with socket_of(address, cookie_of(address, "eve"), session) as eves:
            assert session_of(eves) != session
        with socket_of(address, cookie_of(address), session) as guests:
            assert session_of(guests) != session
    with socket_of(address, cookie_of(address, "eve"), session) as eves:
        assert session_of(eves) != session


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/_stcore/upload_file/{session}/1"),
        ("GET", "/_stcore/metrics"),
        ("GET", "/media/x.docx"),
        ("POST", "/_stcore/agent/run"),
    ],
)
def test_uploads_downloads_and_figures_are_nobody_s(address: str, method: str, path: str) -> None:
    with socket_of(address, cookie_of(address, "ann")) as anns:
        url = address + path.format(session=session_of(anns))
        for headers in ({"Origin": address}, {}, {"Origin": address, "Cookie": "rcp_guest=made-up"}):
            body = b"x" if method == "PUT" else None
            with pytest.raises(urllib.error.HTTPError) as caught:
                urllib.request.urlopen(urllib.request.Request(url, body, headers, method=method))
            with caught.value as answer:
                assert answer.code in {401, 403, 404}


def test_who_was_signed_out_elsewhere_sees_nothing_with_the_next_click(visit: Visit) -> None:
    here, there = visit(), visit()
    here.sign_in("eve")
    there.sign_in("eve")
    there.open("Profile & security")
    there.page.get_by_role("tab", name="Signed in").click()
    there.settled()
    there.page.get_by_label("Password, to sign out elsewhere").fill(PASSWORD)
    there.click("button", "Sign out everywhere else")
    expect(there.page.get_by_role("button", name="Sign out everywhere else")).to_have_count(0)
    here.page.get_by_test_id("stSidebarNav").get_by_role("link", name="Team").click()

    expect(here.page).to_have_url(f"{here.address}/sign-in")
    assert here.page.get_by_text("eve@desk.example").count() == 0


def test_signing_out_leads_to_the_door_and_going_back_shows_nothing(visit: Visit) -> None:
    window = visit()
    window.sign_in("eve")
    window.click("button", "Sign out")
    expect(window.page).to_have_url(f"{window.address}/sign-in")
    window.page.goto(f"{window.address}/team")

    expect(window.page).to_have_url(f"{window.address}/sign-in")


def test_the_screen_where_somebody_arrives_is_found_under_its_own_name_too(visit: Visit) -> None:
    guest, ann = visit(), visit()
    guest.try_it()
    ann.sign_in("ann")
    for window, path, title in ((guest, "customize", "Customize"), (ann, "home", "Home")):
        window.page.goto(f"{window.address}/{path}")
        expect(window.page.get_by_role("heading", level=1, name=title)).to_be_visible()
        window.settled()
        assert window.page.get_by_text("Page not found").count() == 0


KEPT_BY_THE_BROWSER = """async () => {
  const kept = store => Object.fromEntries(Object.keys(store).map(name => [name, store.getItem(name)]));
  const databases = (await indexedDB.databases()).map(each => each.name);
  const workers = (await navigator.serviceWorker.getRegistrations()).length;
  return {
    local: kept(localStorage), session: kept(sessionStorage), caches: await caches.keys(), databases, workers,
    cookies: document.cookie,
  };
}"""


def test_a_browser_keeps_ids_in_cookies_and_settings_of_the_look_and_nothing_else(visit: Visit) -> None:
    window = visit()
    window.sign_in("dan")
    for screen in ("Customize", "Consultants", "Requirements", "Profile & security"):
        window.open(screen)
    kept = window.page.evaluate(KEPT_BY_THE_BROWSER)
    cookies = {each["name"]: each for each in window.page.context.cookies()}

    text = f"{kept}"
    assert [
        each for each in ("dan@desk.example", "Dan", "Petra", "Harbor", cookies["rcp_session"]["value"]) if each in text
    ] == []
    assert (kept["databases"], kept["caches"], kept["workers"]) == ([], [], 0)
    assert all(name.startswith("st") or name == "sidebarCollapsed" for name in (*kept["local"], *kept["session"]))
    assert set(cookies) <= {"rcp_session", "rcp_guest", "rcp_workspace", "rcp_language", "rcp_way", "_streamlit_xsrf"}
    assert "rcp_session" not in kept["cookies"]
