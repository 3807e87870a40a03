"""A real mail server (OpenSMTPD) and a real mailbox (Dovecot), started and stopped by tools/mail_servers.sh."""

import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme

SCRIPT = Path(__file__).parent.parent.parent / "tools" / "mail_servers.sh"


@dataclass(frozen=True)
class RealMail:
    """Where they listen; what one takes, the other one holds."""

    smtp_port: int
    imap_port: int
    ca_file: Path
    box: Path
    """The folder of the mailbox (Maildir)."""

    def put_into(self, folder: str, content: bytes) -> None:
        """A message into a folder, as if a mail program had put it there."""
        target = self.box / f".{folder}" if folder != "INBOX" else self.box
        for each in ("tmp", "new", "cur"):
            (target / each).mkdir(parents=True, exist_ok=True)
        path = target / "new" / f"{len(list((target / 'new').iterdir()))}.{id(content)}.test"
        path.write_bytes(content)
        for each in (target, *target.iterdir(), path):
            shutil.chown(each, "nobody", "nogroup")


@contextmanager
def real_mail() -> Generator[RealMail]:
    """Both, empty, for this block. When they can't be started the test fails: it never counts as passed."""
    folder = Path(tempfile.mkdtemp(prefix="mail-"))
    folder.chmod(0o755)
    ca = trustme.CA()
    certificate = ca.issue_cert("localhost")
    ca.cert_pem.write_to_path(str(folder / "ca.pem"))
    (folder / "cert.pem").write_bytes(b"".join(each.bytes() for each in certificate.cert_chain_pems))
    certificate.private_key_pem.write_to_path(str(folder / "key.pem"))
    servers = folder / "servers"
    try:
        started = subprocess.run(
            [SCRIPT, "start", servers, folder / "cert.pem", folder / "key.pem"],
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        if started.returncode:
            pytest.fail(f"OpenSMTPD and Dovecot, which this test needs, did not start:\n{started.stderr}")
        found = dict(line.split("=", 1) for line in started.stdout.split())
        yield RealMail(int(found["SMTP_PORT"]), int(found["IMAP_PORT"]), folder / "ca.pem", servers / "mail")
    finally:
        subprocess.run([SCRIPT, "stop", servers], check=False)
        shutil.rmtree(folder, ignore_errors=True)
