"""A browser's connection to the web app, without a browser: Streamlit's own protocol over a websocket.

served(…)  ->  opened(url, cookie)  ->  Session.rerun("points")  ->  seconds until the screen was there
"""

import json
import os
import socket
import subprocess
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol


class Session:
    """One browser's socket."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.elements: dict[str, tuple[str, str]] = {}
        """Our own elements that were sent, by their names: the id of each, and of the fragment that it is in."""
        self._had: tuple[set[str], set[str]] = set(), set()

    async def rerun(self, page: str = "", widget: tuple[str, object] | None = None, *, alone: str = "") -> float:
        """One rerun, of the fragment that this element is in `alone`, or of all; gives its seconds."""
        asked = BackMsg()
        asked.rerun_script.cached_message_hashes.extend(self._had[0] | self._had[1])
        now: set[str] = set()
        asked.rerun_script.query_string = ""
        asked.rerun_script.page_name = page
        if widget:
            state = asked.rerun_script.widget_states.widgets.add()
            state.id, state.json_trigger_value = widget[0], json.dumps(widget[1])
        if alone:
            asked.rerun_script.fragment_id = self.elements[alone][1]
        begin = time.perf_counter()
        await self.socket.send(asked.SerializeToString())
        while True:
            message = ForwardMsg()
            message.ParseFromString(await self.socket.recv(decode=False))
            kind = message.WhichOneof("type")
            if kind == "delta" and (shown := message.delta.new_element.bidi_component).component_name:
                self.elements[shown.component_name] = shown.id, message.delta.fragment_id
            if message.metadata.cacheable or kind == "ref_hash":
                now.add(message.ref_hash or message.hash)
            if kind == "script_finished":
                self._had = self._had[1], now  # a browser keeps what was there in the last two runs
                return time.perf_counter() - begin


def opened(url: str, cookie: str) -> connect:
    """A socket as a browser opens it."""
    headers = {"Origin": url.replace("ws", "http", 1), "Cookie": cookie}
    return connect(
        f"{url}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        additional_headers=headers,
        max_size=None,
        open_timeout=120,
    )


def served(command: list[str], port: int, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """A server that answers."""
    process = subprocess.Popen(
        command, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    for _ in range(1200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process
        time.sleep(0.1)
    message = "the server did not start"
    raise TimeoutError(message)


def free_port() -> int:
    """One that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]
