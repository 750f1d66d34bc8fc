"""Issuers for the tests: a real OpenID Connect provider as a process on this machine, and one that says what it is
told.
"""

import json
import socket
import subprocess
import sys
import time
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "beleg-desk", "geheim-fuer-den-test"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@contextmanager
def provider(*people: Mapping[str, object]) -> Iterator[str]:
    """A provider that knows these people by their claims; gives its address. They say who they are with their `sub`."""
    port = _free_port()
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "oidc_provider_mock",
        "--port",
        str(port),
        "--require-nonce",
        "true",
    ]
    for claims in people:
        command += ["--user-claims", json.dumps(claims)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        waited = time.monotonic() + 60
        while True:
            try:
                httpx.get(f"{address}/.well-known/openid-configuration").raise_for_status()
                break
            except httpx.HTTPError:
                assert process.poll() is None and time.monotonic() < waited, "the provider did not start"
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(30)


@dataclass
class Told:
    """An issuer that answers what the test says; `token_form` is what the desk sent for the code."""

    address: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "k1"}))
    named: str = ""
    """What it calls itself, if not by its address."""
    endpoint: str = ""
    """Its token endpoint, if not its own."""
    keys: object = None
    token: str = ""
    token_form: dict[str, str] = field(default_factory=dict)
    authorization: str = ""

    def claims(self, nonce: str, other: Mapping[str, object] | None = None) -> dict[str, object]:
        now = int(time.time())
        return {
            "iss": self.address,
            "sub": "s-1",
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            "preferred_username": "mara",
            **(other or {}),
        }

    def signed(self, claims: dict[str, object]) -> str:
        return jwt.encode({"alg": "RS256", "kid": "k1"}, claims, self.key)

    @property
    def secret_sent(self) -> str:
        """Client and secret as they came with the request for the token."""
        return b64decode(self.authorization.removeprefix("Basic ")).decode()

    def answer(self, path: str) -> object:
        if path.endswith("openid-configuration"):
            return {
                "issuer": self.named or self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": self.endpoint or f"{self.address}/token",
                "jwks_uri": f"{self.address}/keys",
            }
        if path == "/keys":
            return self.keys if self.keys is not None else {"keys": [self.key.as_dict(private=False)]}
        return {"access_token": "x", "token_type": "Bearer", "id_token": self.token}


@contextmanager
def told() -> Iterator[Told]:
    """Serve an issuer that says what it is told."""
    issuer = Told()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            issuer.token_form = {name: values[0] for name, values in parse_qs(body).items()}
            issuer.authorization = self.headers.get("authorization", "")
            self._answer()

        def _answer(self) -> None:
            raw = json.dumps(issuer.answer(self.path)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is written about a request."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    issuer.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield issuer
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


def challenge_of(verifier: str) -> str:
    """The challenge that belongs to a verifier (RFC 7636, S256)."""
    return urlsafe_b64encode(sha256(verifier.encode("ascii")).digest()).decode().rstrip("=")
