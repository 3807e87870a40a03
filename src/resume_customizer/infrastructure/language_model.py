"""Ask a language model behind any OpenAI-compatible endpoint; off unless an installation names one.

    instruction + data  ->  POST …/chat/completions  ->  the answer's text, or Unavailable

The operator names the address; redirects are not followed. An answer is text from a stranger: whoever asks parses it
strictly and shows it to a person; nothing of it ever goes into a document by itself.

Promises (tests in tests/infrastructure/test_language_model.py):

* A question ends within its time, also when the server drips, hangs or sends without end.
* A server that keeps failing is left alone for a while.
* Errors hold neither the key nor what the server said.
"""

import json
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ssl import create_default_context
from urllib.parse import urlsplit

from resume_customizer.core.errors import InvalidInput, Unavailable
from resume_customizer.infrastructure.circuit_breaker import CircuitBreaker
from resume_customizer.infrastructure.deadlines import cut_after

MAX_QUESTION = 200_000
"""Characters of instruction and data together."""
MAX_ANSWER = 1_000_000
"""Bytes of an answer."""
_UNAVAILABLE = "Go on without it: ranking by words needs no model."


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers; raises InvalidInput for an address that is none."""

    url: str
    """The address in front of `/chat/completions`, such as `http://127.0.0.1:11434/v1`."""
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 30.0
    """For a whole question, from connecting to the last byte."""

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query:
            raise InvalidInput(
                "bad-endpoint", "The language model's address must be like https://host/v1, without a password in it."
            )
        if any(character.isspace() or not character.isprintable() for character in self.url + self.key):
            raise InvalidInput(
                "bad-endpoint", "The language model's address or key holds blanks or control characters."
            )


class ChatModel:
    """A model that answers questions; safe to share between threads."""

    def __init__(self, endpoint: Endpoint, breaker: CircuitBreaker | None = None) -> None:
        self._endpoint = endpoint
        self._breaker = breaker or CircuitBreaker("The language model", failures=3, pause=60)

    def __reduce__(self) -> tuple[type["ChatModel"], tuple[Endpoint]]:
        """Another process gets the endpoint, and counts failures by itself."""
        return ChatModel, (self._endpoint,)

    @property
    def name(self) -> str:
        """What the endpoint calls the model."""
        return self._endpoint.model

    def ask(self, instruction: str, data: object) -> str:
        """The answer to one question; `data` goes as JSON, apart from the instruction. Raises Unavailable."""
        question = json.dumps(data, ensure_ascii=True)
        if len(instruction) + len(question) > MAX_QUESTION:
            raise InvalidInput("too-much", f"More than {MAX_QUESTION:,} characters can't be put to the language model.")
        body = {
            "model": self._endpoint.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": instruction}, {"role": "user", "content": question}],
        }
        return self._breaker.call(lambda: _text_of(self._post(json.dumps(body).encode())))

    def _post(self, body: bytes) -> bytes:
        endpoint, parts = self._endpoint, urlsplit(self._endpoint.url)
        headers = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
        if endpoint.key:
            headers["Authorization"] = f"Bearer {endpoint.key}"
        try:
            with closing(_connection(endpoint)) as connection, cut_after(endpoint.seconds, connection):
                connection.request("POST", f"{parts.path.rstrip('/')}/chat/completions", body, headers)
                with connection.getresponse() as answer:
                    if answer.status != 200:
                        raise _unavailable(f"answered with status {answer.status}")
                    content = answer.read(MAX_ANSWER + 1)
        except TimeoutError:
            raise _unavailable(f"did not answer within {endpoint.seconds:g} s") from None
        except (OSError, HTTPException, ValueError) as fault:
            raise _unavailable(f"can't be reached or broke off ({type(fault).__name__})") from None
        if len(content) > MAX_ANSWER:
            raise _unavailable("sent more than an answer can hold")
        return content


def _connection(endpoint: Endpoint) -> HTTPConnection:
    parts = urlsplit(endpoint.url)
    kind = HTTPConnection if parts.scheme == "http" else _Secure
    return kind(parts.hostname or "", parts.port, timeout=endpoint.seconds)


class _Secure(HTTPSConnection):
    """With certificates checked, always."""

    def __init__(self, host: str, port: int | None, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout, context=create_default_context())


def _text_of(content: bytes) -> str:
    """What the model says in a chat completion."""
    try:
        text = json.loads(content)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise _unavailable("sent something that is no chat completion") from None
    if not isinstance(text, str):
        raise _unavailable("sent something that is no chat completion")
    return text


def _unavailable(what: str) -> Unavailable:
    return Unavailable("language-model", f"The language model {what}. {_UNAVAILABLE}")
