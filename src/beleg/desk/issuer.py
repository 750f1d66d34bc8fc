"""Issuer: signing in with an account of the publisher's (OpenID Connect), as a second way beside login name and
password.

The authorisation code flow with PKCE (RFC 7636), after OpenID Connect Core 1.0, section 3.1. What comes back is
believed only with the state and the nonce that this browser was given, and with a signature of the issuer's published
keys.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from secrets import token_urlsafe
from threading import BoundedSemaphore, Lock
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

from beleg.desk.addresses import is_here
from beleg.terms.refusal import Error

if TYPE_CHECKING:
    from joserfc.jwk import KeySet

CLAIM = "preferred_username"
PATIENCE = 5.0
"""Seconds the issuer has until it begins to answer, and for all of its answer."""
PAUSE = 15.0
"""Seconds for which an issuer that is away is not asked again: everybody gets the sentence that says so at once."""
AT_ONCE = 8
"""Requests to the issuer at one moment; further people are told to try again, so that the desk goes on for everybody
else.
"""
_LARGEST = 1 << 20
REMEMBERED = 600.0
"""Seconds for which the issuer's description of itself and its keys are not asked for again."""
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
"""Signatures that are believed: those with a public key. A key that both sides share would be the client secret."""
_LEEWAY = 60
"""Seconds two clocks may differ."""
_WITHOUT_EXTRA = "Signing in with another account needs the extra oidc: install beleg[oidc]."


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerSettings:
    """Who is believed, and for what.

    `address` is the issuer as it calls itself; `claim` is what of the identity token is the login name here. With
    `new_accounts` whoever the issuer vouches for gets an account as a reporter; without it the account has to be there.
    The secret is in no output, no record and no message.
    """

    address: str
    client: str
    secret: str = field(default="", repr=False)
    claim: str = CLAIM
    new_accounts: bool = False

    def __post_init__(self) -> None:
        """Raise Error for an address that is neither https nor on this machine, and without a client id."""
        if not is_safe(self.address):
            raise Error(
                f"{self.address[:200]}: an issuer needs an address with https:// (or one on this machine)."
            )
        if not self.client.strip() or not self.claim.strip():
            raise Error(
                "An issuer needs the client id it knows this desk by, and a claim that gives the login name."
            )

    @property
    def host(self) -> str:
        """The machine of the issuer, which is what people are shown."""
        return urlsplit(self.address).hostname or ""


def secret_for(address: str) -> str:
    """The client secret for an issuer: from the environment (`BELEG_OIDC_SECRET`), else from the system's keyring; else
    none.

    Raises Error where there is a keyring and it does not answer: without its secret the desk would become a public
    client unnoticed. A machine without any keyring has none for it.
    """
    if secret := os.environ.get("BELEG_OIDC_SECRET", "").strip():
        return secret
    try:
        import keyring
        from keyring.errors import KeyringError, NoKeyringError
    except ImportError:
        raise Error(_WITHOUT_EXTRA) from None
    host = urlsplit(address).hostname or ""
    try:
        return keyring.get_password("beleg-oidc", host) or ""
    except NoKeyringError:
        return ""
    except KeyringError as wrong:
        raise Error(
            f"The system's keyring does not say whether it has the secret for {host} ({type(wrong).__name__}); "
            f"unlock it, or set BELEG_OIDC_SECRET."
        ) from None


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in that was begun in one browser, which keeps this until it comes back."""

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouched:
    """Whom the issuer vouches for: what it calls them for good, the login name here, and the name it gives (empty:
    none).
    """

    subject: str
    login: str
    name: str


@dataclass(frozen=True, slots=True)
class _Described:
    """What an issuer says of itself, with its keys, and when it said so."""

    authorize: str
    token: str
    keys: "KeySet"
    post_secret: bool
    at: float


class Issuer:
    """The issuer of the settings. All methods raise Error in one sentence where it is away or says what cannot be
    believed.
    """

    def __init__(self, settings: IssuerSettings, clock: Callable[[], float] = monotonic) -> None:
        """Raises Error where the extra `oidc` is not installed."""
        try:
            import authlib.oidc.core  # noqa: F401
        except ImportError:
            raise Error(_WITHOUT_EXTRA) from None
        self.settings = settings
        self._clock = clock
        self._known: _Described | None = None
        self._away_until = 0.0
        self._lock = Lock()
        """Held for a moment only, never while the issuer is asked."""
        self._asking = BoundedSemaphore(AT_ONCE)

    def begin(self, back: str) -> tuple[str, Begun]:
        """Return where the browser goes, to be sent `back` afterwards, and what it has to bring again."""
        from authlib.integrations.httpx_client import OAuth2Client

        begun = Begun(token_urlsafe(24), token_urlsafe(24), token_urlsafe(48))
        client = OAuth2Client(
            client_id=self.settings.client,
            scope="openid profile email",
            redirect_uri=back,
            code_challenge_method="S256",
        )
        with client:
            address, _ = client.create_authorization_url(
                self._described().authorize,
                state=begun.state,
                nonce=begun.nonce,
                code_verifier=begun.verifier,
            )
        return str(address), begun

    def vouched(self, code: str, begun: Begun, back: str) -> Vouched:
        """Exchange the code that a browser came back with, and return whom the issuer vouches for."""
        described = self._described()
        token = self._token(described, code, begun, back)
        claims = self._claims(described, token, begun.nonce)
        login = claims.get(self.settings.claim)
        if not isinstance(login, str) or not login.strip():
            raise Error(f"{self.settings.host} names nobody: its answer has no {self.settings.claim}.")
        if self.settings.claim == "email" and claims.get("email_verified") is not True:
            raise Error(f"{self.settings.host} has not verified the e-mail address, so it names nobody here.")
        subject, name = claims.get("sub"), claims.get("name")
        if not isinstance(subject, str) or not subject:
            raise Error(f"{self.settings.host} names nobody: its answer has no sub.")
        return Vouched(subject=subject, login=login.strip(), name=name if isinstance(name, str) else "")

    def _token(self, described: _Described, code: str, begun: Begun, back: str) -> str:
        """The identity token for a code."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "client_id": self.settings.client,
            "code_verifier": begun.verifier,
        }
        basic = None
        if self.settings.secret and described.post_secret:
            form["client_secret"] = self.settings.secret
        elif self.settings.secret:
            basic = httpx.BasicAuth(self.settings.client, self.settings.secret)
        answer = self._asked(described.token, form, basic)
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise Error(f"{self.settings.host} did not accept the sign-in; try again.")
        return token

    def _claims(self, described: _Described, token: str, nonce: str) -> dict[str, object]:
        """What an identity token says, if it is the issuer's, for this desk, of now and for this sign-in."""
        from authlib.oidc.core import CodeIDToken
        from joserfc import jwt
        from joserfc.errors import JoseError

        options = {
            "iss": {"essential": True, "value": self.settings.address},
            "aud": {"essential": True, "value": self.settings.client},
        }
        params = {"nonce": nonce, "client_id": self.settings.client}
        try:
            read = jwt.decode(token, described.keys, algorithms=ALGORITHMS)
            CodeIDToken(read.claims, read.header, options, params).validate(leeway=_LEEWAY)
        except (JoseError, ValueError, KeyError) as wrong:
            with self._lock:
                self._known = None  # its keys may have changed; they are asked for again the next time
            raise Error(
                f"{self.settings.host} answered with something that cannot be believed ({type(wrong).__name__}); "
                f"nobody was signed in."
            ) from None
        return dict(read.claims)

    def _described(self) -> _Described:
        with self._lock:
            known = self._known
        if known is None or self._clock() - known.at > REMEMBERED:
            known = self._describe()
            with self._lock:
                self._known = known
        return known

    def _describe(self) -> _Described:
        """Ask the issuer what its addresses and its keys are (OpenID Connect Discovery 1.0)."""
        from joserfc.errors import JoseError
        from joserfc.jwk import KeySet

        where = f"{self.settings.address.rstrip('/')}/.well-known/openid-configuration"
        said = self._asked(where)
        if said.get("issuer") != self.settings.address:
            raise Error(f"{self.settings.host} calls itself by another name than {self.settings.address}.")
        addresses = [said.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
        safe = [address for address in addresses if isinstance(address, str) and is_safe(address)]
        if len(safe) != len(addresses):
            raise Error(f"{self.settings.host} names an address without https://, which is not asked.")
        authorize, token, keys = safe
        try:
            known = KeySet.import_key_set(self._asked(keys))  # type: ignore[arg-type]
        except (JoseError, ValueError, KeyError, TypeError):
            raise Error(f"{self.settings.host} publishes no keys that can be read.") from None
        methods = said.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        post = isinstance(methods, list) and "client_secret_basic" not in methods
        return _Described(authorize, token, known, post, self._clock())

    def _asked(
        self, address: str, form: Mapping[str, str] | None = None, basic: httpx.BasicAuth | None = None
    ) -> dict[str, object]:
        """The JSON object the issuer answers with. Raises Error at once where it was away a moment ago, or too many
        ask.
        """
        away = Error(f"{self.settings.host} does not answer; sign in with your password, or try later.")
        with self._lock:
            if self._clock() < self._away_until:
                raise away
        if not self._asking.acquire(blocking=False):
            raise Error(f"Too many people are signing in with {self.settings.host} just now; try again.")
        try:
            said = json.loads(self._raw(address, form, basic))
        except (httpx.HTTPError, httpx.InvalidURL):
            with self._lock:
                self._away_until = self._clock() + PAUSE
            raise away from None
        except ValueError:  # somebody may have sent it a code that makes it say so: no reason to call it away
            raise away from None
        finally:
            self._asking.release()
        if not isinstance(said, dict):
            raise away
        return said

    def _raw(self, address: str, form: Mapping[str, str] | None, basic: httpx.BasicAuth | None) -> bytes:
        """What stands at an address, as far as it comes in time. Raises `httpx.HTTPError`."""
        begun, raw = self._clock(), bytearray()
        auth = basic or httpx.USE_CLIENT_DEFAULT
        with (
            httpx.Client(timeout=PATIENCE, headers={"Accept": "application/json"}) as client,
            client.stream("POST" if form else "GET", address, data=form, auth=auth) as answer,
        ):
            for piece in answer.iter_bytes():
                raw += piece
                if len(raw) > _LARGEST or self._clock() - begun > PATIENCE:
                    raise httpx.ReadTimeout("The answer does not end.", request=answer.request)
        return bytes(raw)


def is_safe(address: str) -> bool:
    """Whether what is sent there cannot be read on the way: https, or this machine."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and is_here(host)))
