"""A timestamp authority for tests: `openssl ts -reply` behind a server on the loopback."""

import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

_CONFIGURATION = """
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[authority]
basicConstraints = CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[tsa]
dir = .
serial = ./serial
crypto_device = builtin
signer_cert = ./authority.pem
signer_key = ./authority.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


@dataclass(frozen=True)
class Authority:
    """Where it is asked, and the root certificate its answers lead to."""

    address: str
    root: Path


def _openssl(folder: Path, arguments: str) -> None:
    subprocess.run(["openssl", *arguments.split()], cwd=folder, check=True, capture_output=True, timeout=60)


def make_authority(folder: Path) -> None:
    """Make root, authority and configuration in `folder`."""
    (folder / "tsa.cnf").write_text(_CONFIGURATION)
    (folder / "serial").write_text("01\n")
    for name in ("root", "authority"):
        _openssl(folder, f"genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out {name}.key")
    _openssl(
        folder,
        "req -x509 -new -key root.key -subj /CN=Wurzel -days 2 -config tsa.cnf -extensions root -out root.pem",
    )
    _openssl(folder, "req -new -key authority.key -subj /CN=Zeitstempel -config tsa.cnf -out authority.csr")
    _openssl(
        folder,
        "x509 -req -in authority.csr -CA root.pem -CAkey root.key -CAcreateserial -days 2 "
        "-extfile tsa.cnf -extensions authority -out authority.pem",
    )


def answer(folder: Path, question: bytes) -> bytes:
    """What the authority in `folder` answers."""
    (folder / "question.tsq").write_bytes(question)
    _openssl(folder, "ts -reply -config tsa.cnf -section tsa -queryfile question.tsq -out answer.tsr")
    return (folder / "answer.tsr").read_bytes()


@contextmanager
def serving(reply: Callable[[bytes], tuple[int, bytes]]) -> Iterator[str]:
    """The address of a server on the loopback that answers every question with `reply`'s status and bytes."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # the name http.server calls
            question = self.rfile.read(int(self.headers["Content-Length"]))
            assert self.headers["Content-Type"] == "application/timestamp-query"
            status, raw = reply(question)
            self.send_response(status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/tsr"
        finally:
            server.shutdown()
            thread.join(60)
