"""The certificate that the server shows, where it speaks TLS itself: to a proxy on another machine.

    RCP_TLS_CERTIFICATE + RCP_TLS_KEY  ->  read_certificate()  ->  how TLS is spoken, for api/server.py

Promises (tests in tests/api/test_server_with_tls.py):

* TLS 1.2 with forward secrecy, or 1.3; nothing older, and nothing without.
* Files that are no certificate with its key are told in a sentence, before anything begins.
"""

from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext, SSLError, TLSVersion
from typing import Final, TypeAlias

from resume_customizer.core.errors import InvalidInput

Certificate: TypeAlias = SSLContext
_CIPHERS: Final = "ECDHE+AESGCM:ECDHE+CHACHA20"
"""Of TLS 1.2; those of 1.3 are all as good."""


def read_certificate(certificate: Path | None, key: Path | None) -> Certificate | None:
    """How TLS is spoken with these files; None without any. Raises InvalidInput `bad-certificate`."""
    if certificate is None and key is None:
        return None
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.minimum_version = TLSVersion.TLSv1_2
    context.set_ciphers(_CIPHERS)
    try:
        context.load_cert_chain(certificate or "", key)
    except OSError as fault:  # also what OpenSSL says of them
        why = "they do not fit together" if isinstance(fault, SSLError) else (fault.strerror or "").lower()
        message = f"RCP_TLS_CERTIFICATE and RCP_TLS_KEY name no certificate with its key ({why})."
        raise InvalidInput("bad-certificate", message) from None
    return context
