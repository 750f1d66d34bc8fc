"""Signing in with an account of the publisher's: the whole way through a real provider, and everything that must not be
believed.
"""

import os
import socket
import tomllib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Barrier, Event, Thread
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

import httpx
import keyring
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError
from playwright.sync_api import Browser, expect

from beleg.desk.attempts import PER_LOGIN
from beleg.desk.doors import POLICY
from beleg.desk.issuer import AT_ONCE, PAUSE, Issuer, IssuerSettings, is_safe, secret_for
from beleg.desk.routes.issuer import BEGUN
from beleg.desk.sessions import COOKIE
from beleg.newsroom.example import AUTHOR, CHIEF
from beleg.newsroom.house import Newsroom
from beleg.terms.refusal import Error
from beleg.terms.role import Role
from tests.accounts import account_called
from tests.desk.conftest import Desk, Visit, serving
from tests.desk.issuers import CLIENT, SECRET, Told, challenge_of, provider, told

MARA = {"sub": "s-mara", "preferred_username": "Mara", "name": "Mara L.", "email": "m@example.org"}
NEW = {"sub": "s-neu", "preferred_username": "nele", "name": "Nele Neu"}
NAMELESS = {"sub": "s-ohne", "name": "Ohne Anmeldenamen"}


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with provider(MARA, NEW, NAMELESS) as address:
        yield address


@contextmanager
def _at(desk: Desk, address: str, *, new: bool = False, claim: str = "preferred_username") -> Iterator[Visit]:
    """Somebody at a desk that believes this issuer."""
    settings = IssuerSettings(address=address, client=CLIENT, secret=SECRET, claim=claim, new_accounts=new)
    with serving(desk.folder, issuer=Issuer(settings)) as served:
        visit = Visit(served)
        with visit.client:
            yield visit


def _begun(visit: Visit, wanted: str = "/account") -> str:
    answer = visit.get(f"/sign-in/issuer?next={wanted}")
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def _agreed(where: str, sub: str, action: str = "authorize") -> str:
    """Say at the provider who one is; where it sends the browser back to."""
    answer = httpx.post(where, data={"sub": sub, "action": action})
    assert answer.status_code == 302, answer.text
    return answer.headers["location"]


def _changed(address: str, **values: str) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(query=urlencode({**dict(parse_qsl(parts.query)), **values})))


def test_the_second_way_is_shown_only_where_there_is_one(desk: Desk, address: str, stranger: Visit) -> None:
    assert "/sign-in/issuer" not in stranger.get("/sign-in").text
    with _at(desk, address) as visit:
        page = visit.get(f"/sign-in?next={desk.path()}")
        assert f'href="/sign-in/issuer?next={desk.path()}"' in page.text
        assert "Sign in with 127.0.0.1" in page.text
        assert page.headers["content-security-policy"] == POLICY, "a link needs no exception"
        wrong = visit.post("/sign-in", "/sign-in", login="mara", password="falsch-falsch")
        assert "/sign-in/issuer" in wrong.text
        visit.sign_in(AUTHOR)


def test_the_whole_way_ends_where_one_wanted_to_be(desk: Desk, address: str) -> None:
    with _at(desk, address) as visit:
        visit.get("/sign-in")
        before = visit.client.cookies[COOKIE]
        back = _agreed(_begun(visit, desk.path()), "s-mara")
        answer = visit.get(back)
        assert (answer.status_code, answer.headers["location"]) == (303, desk.path())
        assert visit.client.cookies[COOKIE] != before, "the session begins anew"
        assert BEGUN not in visit.client.cookies
        assert "Mara Lindqvist" in visit.get("/account").text
        again = visit.get(back)
        assert again.status_code == 400, "what was begun is worth nothing a second time"


def test_what_goes_to_the_issuer_and_what_the_browser_keeps(desk: Desk, address: str) -> None:
    with _at(desk, address) as visit:
        answer = visit.get("/sign-in/issuer?next=//elsewhere.example/")
        asked = dict(parse_qsl(urlsplit(answer.headers["location"]).query))
        assert asked["response_type"] == "code" and asked["code_challenge_method"] == "S256"
        assert asked["redirect_uri"] == f"{visit.client.base_url}/sign-in/back".replace("//sign", "/sign")
        assert min(len(asked["state"]), len(asked["nonce"]), len(asked["code_challenge"])) >= 32
        assert SECRET not in answer.headers["location"]
        cookie = next(c for c in answer.headers.get_list("set-cookie") if c.startswith(BEGUN)).lower()
        assert "httponly" in cookie and "samesite=lax" in cookie and "path=/;" in cookie
        back = visit.get(_agreed(answer.headers["location"], "s-mara"))
        assert back.headers["location"] == "/", "no sign-in leads elsewhere"


@pytest.mark.parametrize("wrong", ["state", "missing", "another browser", "iss"])
def test_what_was_not_begun_in_this_browser_is_refused(desk: Desk, address: str, wrong: str) -> None:
    with _at(desk, address) as visit:
        back = _agreed(_begun(visit), "s-mara")
        if wrong == "state":
            back = _changed(back, state="x" * 32)
        elif wrong == "missing":
            back = _changed(back, state="")
        elif wrong == "iss":
            back = _changed(back, iss="https://elsewhere.example")
        else:
            visit.client.cookies.clear()
        answer = visit.get(back)
        assert answer.status_code == 400
        assert "This sign-in was not begun here, or took too long; begin it again." in answer.text
        assert visit.get("/account").status_code == 303


def test_another_nonce_is_refused(desk: Desk, address: str) -> None:
    with _at(desk, address) as visit:
        answer = visit.get(_agreed(_changed(_begun(visit), nonce="n" * 32), "s-mara"))
        assert answer.status_code == 403
        assert "answered with something that cannot be believed (InvalidClaimError)" in answer.text
        assert visit.get("/account").status_code == 303


def test_an_unknown_account_a_closed_one_and_a_refusal_are_one_sentence_each(
    desk: Desk, address: str
) -> None:
    with _at(desk, address) as visit:
        unknown = visit.get(_agreed(_begun(visit), "s-neu"))
        assert unknown.status_code == 403
        assert "There is no account for nele in this newsroom." in unknown.text
        nameless = visit.get(_agreed(_begun(visit), "s-ohne"))
        assert "127.0.0.1 names nobody: its answer has no preferred_username." in nameless.text
        denied = visit.get(_agreed(_begun(visit), "s-mara", "deny"))
        assert denied.status_code in (400, 403)
        said = dict(parse_qsl(urlsplit(_begun(visit)).query))
        not_agreed = visit.get(f"/sign-in/back?error=access_denied&state={said['state']}")
        assert not_agreed.status_code == 403 and "127.0.0.1 did not sign you in." in not_agreed.text
        used = _changed(_agreed(_begun(visit), "s-mara"), code="made-up")
        assert "127.0.0.1 did not accept the sign-in; try again." in visit.get(used).text
        with Newsroom.open(desk.folder) as newsroom:
            (mara,) = (account for account in newsroom.accounts() if account.login == "mara")
            newsroom.close_account(mara.id)
        closed = visit.get(_agreed(_begun(visit), "s-mara"))
        assert closed.status_code == 403 and "This account is closed." in closed.text
        assert visit.get("/account").status_code == 303


def test_whoever_the_issuer_vouches_for_becomes_a_reporter_where_that_is_wanted(
    desk: Desk, address: str
) -> None:
    with _at(desk, address, new=True) as visit:
        assert visit.get(_agreed(_begun(visit), "s-neu")).status_code == 303
        assert "Nele Neu" in visit.get("/account").text
    with Newsroom.open(desk.folder) as newsroom:
        nele = account_called(newsroom, "NELE")
        assert nele is not None and nele.role is Role.REPORTER
    with _at(desk, address, new=True) as visit:
        visit.get(_agreed(_begun(visit), "s-neu"))
        assert nele.id in visit.get("/account").text, "the second time it is the same account"


def _signed_in(visit: Visit, issuer: Told, **claims: str) -> httpx.Response:
    asked = parse_qs(urlsplit(_begun(visit)).query)
    issuer.token = issuer.signed(issuer.claims(asked["nonce"][0], claims))
    return visit.get(f"/sign-in/back?code=c-1&state={asked['state'][0]}")


def test_who_was_here_before_is_known_whatever_they_call_themselves_by_now(desk: Desk, liar: Told) -> None:
    with _at(desk, liar.address) as visit:
        assert _signed_in(visit, liar, sub="s-1", preferred_username="mara").status_code == 303
        assert "Mara Lindqvist" in visit.get("/account").text
    with _at(desk, liar.address) as visit:
        answer = _signed_in(visit, liar, sub="s-1", preferred_username="jonas")
        assert answer.status_code == 303
        assert "Mara Lindqvist" in visit.get("/account").text, "not Jonas, whose name they took there"


def test_nobody_else_takes_an_account_by_taking_its_name_at_the_issuer(desk: Desk, liar: Told) -> None:
    with _at(desk, liar.address) as visit:
        assert _signed_in(visit, liar, sub="s-1", preferred_username="mara").status_code == 303
    with _at(desk, liar.address, new=True) as visit:
        answer = _signed_in(visit, liar, sub="s-2", preferred_username="MARA")
        assert answer.status_code == 403
        assert "The account mara belongs to somebody else there; the administration can change that." in (
            answer.text
        )
        assert visit.get("/account").status_code == 303
    with Newsroom.open(desk.folder) as newsroom:
        mara = account_called(newsroom, "mara")
        assert mara is not None
        (voucher,) = newsroom.vouchers(mara.id)
        assert (voucher.issuer, voucher.subject) == (liar.address, "s-1")
        chief = account_called(newsroom, CHIEF.login)
        assert chief is not None
        newsroom.change_role(chief.id, Role.ADMIN)
    admin = Visit(desk.address)
    with admin.client:
        admin.sign_in(CHIEF)
        page = f"/accounts/{mara.id}"
        assert "nobody else there can sign in as this person" in admin.get(page).text
        done = admin.post(f"{page}/vouchers", page)
        assert done.headers["location"] == f"{page}?said=vouchers-forgotten"
        assert "nobody else there can sign in" not in admin.get(page).text
    with _at(desk, liar.address) as visit:
        assert _signed_in(visit, liar, sub="s-2", preferred_username="mara").status_code == 303
        assert "Mara Lindqvist" in visit.get("/account").text


@pytest.mark.parametrize("erased", [False, True])
def test_who_was_sent_away_does_not_come_back_as_somebody_else(desk: Desk, liar: Told, erased: bool) -> None:
    with _at(desk, liar.address) as visit:
        assert _signed_in(visit, liar, sub="s-1", preferred_username="mara").status_code == 303
    with Newsroom.open(desk.folder) as newsroom:
        mara = account_called(newsroom, "mara")
        assert mara is not None
        newsroom.close_account(mara.id)
        if erased:
            newsroom.erase_account(mara.id)
            (kept,) = newsroom.vouchers(mara.id)
            assert "s-1" not in kept.subject and kept.since == ""
    with _at(desk, liar.address, new=True) as visit:
        for name in ("mara", "jonas", "ganz-neu"):
            answer = _signed_in(visit, liar, sub="s-1", preferred_username=name)
            assert answer.status_code == 403 and "This account is closed." in answer.text
        assert _signed_in(visit, liar, sub="s-2", preferred_username="jonas").status_code == 303


def test_the_administration_forgets_on_the_page_of_a_closed_account(desk: Desk, liar: Told) -> None:
    with _at(desk, liar.address) as visit:
        assert _signed_in(visit, liar, sub="s-1", preferred_username="mara").status_code == 303
    with Newsroom.open(desk.folder) as newsroom:
        mara, chief = account_called(newsroom, "mara"), account_called(newsroom, CHIEF.login)
        assert mara is not None and chief is not None
        newsroom.close_account(mara.id)
        newsroom.change_role(chief.id, Role.ADMIN)
    admin = Visit(desk.address)
    with admin.client:
        admin.sign_in(CHIEF)
        page = f"/accounts/{mara.id}"
        assert "whoever it is there is refused here under any name" in admin.get(page).text
        done = admin.post(f"{page}/vouchers", page)
        assert done.headers["location"] == f"{page}?said=vouchers-forgotten"
        assert "is refused here under any name" not in admin.get(page).text
    with _at(desk, liar.address) as visit:
        answer = _signed_in(visit, liar, sub="s-1", preferred_username="mara")
        assert answer.status_code == 403 and "This account is closed." in answer.text
        assert _signed_in(visit, liar, sub="s-1", preferred_username="jonas").status_code == 303


@pytest.mark.parametrize("sub", [7, ""])
def test_whom_the_issuer_does_not_call_anything_is_nobody(desk: Desk, liar: Told, sub: object) -> None:
    answer = _answered(desk, liar, claims={"sub": sub})
    assert answer.status_code == 403 and "127.0.0.1" in answer.text


def test_an_e_mail_address_names_somebody_only_if_it_was_verified(desk: Desk, address: str) -> None:
    with _at(desk, address, claim="email") as visit:
        answer = visit.get(_agreed(_begun(visit), "s-mara"))
        assert answer.status_code == 403
        assert "has not verified the e-mail address" in answer.text


def test_an_issuer_that_is_away_leaves_the_password(desk: Desk) -> None:
    with _at(desk, "http://127.0.0.1:9") as visit:
        answer = visit.get("/sign-in/issuer")
        assert answer.status_code == 502
        assert "127.0.0.1 does not answer; sign in with your password, or try later." in answer.text
        visit.sign_in(AUTHOR)


@contextmanager
def _silent(said: bytes = b"") -> Iterator[tuple[str, list[socket.socket]]]:
    """A machine that takes connections and does not answer, or never comes to the end of it; gives its address, and who
    came.
    """
    came: list[socket.socket] = []
    over = Event()

    def take() -> None:
        while not over.is_set():
            try:
                connection, _ = listening.accept()
            except OSError:
                continue
            came.append(connection)
            if said:
                Thread(target=drip, args=(connection,), daemon=True).start()

    def drip(connection: socket.socket) -> None:
        with suppress(OSError):
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
            while not over.wait(0.05):
                connection.sendall(said)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        thread = Thread(target=take, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", came
        over.set()
        thread.join(10)
    for connection in came:
        connection.close()


def test_an_issuer_that_is_away_is_asked_once_and_not_again_for_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("beleg.desk.issuer.PATIENCE", 0.2)
    now = [1000.0]
    with _silent() as (address, came):
        issuer = Issuer(IssuerSettings(address=address, client=CLIENT), lambda: now[0])
        for _ in range(20):
            with pytest.raises(Error, match="does not answer; sign in with your password"):
                issuer.begin("http://127.0.0.1/sign-in/back")
        assert len(came) == 1
        now[0] += PAUSE
        with pytest.raises(Error, match="does not answer"):
            issuer.begin("http://127.0.0.1/sign-in/back")
        assert len(came) == 2


def test_nobody_waits_for_somebody_else_s_question_to_the_issuer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("beleg.desk.issuer.PATIENCE", 1.0)
    together = Barrier(3 * AT_ONCE)
    with _silent() as (address, came):
        issuer = Issuer(IssuerSettings(address=address, client=CLIENT))

        def sign_in(_: int) -> str:
            together.wait(30)
            try:
                issuer.begin("http://127.0.0.1/sign-in/back")
            except Error as refused:
                return str(refused)
            return ""

        with ThreadPoolExecutor(3 * AT_ONCE) as people:
            refusals = list(people.map(sign_in, range(3 * AT_ONCE)))
        assert 1 <= len(came) <= AT_ONCE
    assert (
        sum("Too many people are signing in with 127.0.0.1 just now" in each for each in refusals) >= AT_ONCE
    )
    assert any("does not answer" in each for each in refusals)


def test_an_answer_that_does_not_end_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("beleg.desk.issuer.PATIENCE", 0.3)
    with _silent(b" ") as (address, came), pytest.raises(Error, match="does not answer"):
        Issuer(IssuerSettings(address=address, client=CLIENT)).begin("http://127.0.0.1/sign-in/back")
    assert len(came) == 1


def test_codes_that_are_worth_nothing_are_counted_and_passwords_are_not(desk: Desk, liar: Told) -> None:
    with _at(desk, liar.address) as visit:
        visit.get("/sign-in")
        liar.token = "no token"
        for expected in [403] * PER_LOGIN + [429]:
            state = parse_qs(urlsplit(_begun(visit)).query)["state"][0]
            answer = visit.get(f"/sign-in/back?code=c-1&state={state}")
            assert answer.status_code == expected
        assert "Too many attempts. Try again in 5 minutes." in answer.text
        assert int(answer.headers["retry-after"]) > 0
        visit.sign_in(AUTHOR)


@pytest.fixture
def liar() -> Iterator[Told]:
    with told() as issuer:
        yield issuer


def _answered(
    desk: Desk, issuer: Told, token: str = "", claims: Mapping[str, object] | None = None
) -> httpx.Response:
    with _at(desk, issuer.address) as visit:
        asked = parse_qs(urlsplit(_begun(visit)).query)
        issuer.token = token or issuer.signed(issuer.claims(asked["nonce"][0], claims))
        answer = visit.get(f"/sign-in/back?code=c-1&state={asked['state'][0]}")
        if issuer.token_form:
            assert asked["code_challenge"] == [challenge_of(issuer.token_form["code_verifier"])]
            assert issuer.token_form["redirect_uri"] == asked["redirect_uri"][0]
        return answer


def test_the_code_is_exchanged_with_the_verifier_and_the_secret(desk: Desk, liar: Told) -> None:
    assert _answered(desk, liar).status_code == 303
    assert liar.secret_sent == f"{CLIENT}:{SECRET}"
    assert SECRET not in str(liar.token_form)


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another-desk"},
        {"iss": "https://elsewhere.example"},
        {"exp": 1},
        {"nonce": ""},
        {"aud": [CLIENT, "another-desk"], "azp": "another-desk"},
        {"preferred_username": 7},
        {"preferred_username": " "},
    ],
)
def test_a_token_for_somebody_else_or_of_another_time_is_refused(
    desk: Desk, liar: Told, claims: dict[str, object]
) -> None:
    answer = _answered(desk, liar, claims=claims)
    assert answer.status_code == 403
    assert "127.0.0.1" in answer.text


def test_a_signature_of_anybody_else_is_refused(desk: Desk, liar: Told) -> None:
    claims = liar.claims("n")
    other = RSAKey.generate_key(2048, {"kid": "k1"})
    public = liar.key.as_pem(private=False)
    forged = [
        jwt.encode({"alg": "RS256", "kid": "k1"}, claims, other),
        jwt.encode({"alg": "HS256", "kid": "k1"}, claims, OctKey.import_key(public.hex())),
        "eyJhbGciOiJub25lIn0." + liar.signed(claims).split(".")[1] + ".",
        "no token",
    ]
    for token in forged:
        answer = _answered(desk, liar, token)
        assert answer.status_code == 403, token
        assert "cannot be believed" in answer.text


def test_an_issuer_that_describes_itself_wrongly_is_not_asked(desk: Desk, liar: Told) -> None:
    with _at(desk, liar.address) as visit:
        liar.named = "https://elsewhere.example"
        assert "calls itself by another name" in visit.get("/sign-in/issuer").text
        liar.named, liar.endpoint = "", "http://elsewhere.example/token"
        assert "names an address without https://" in visit.get("/sign-in/issuer").text
        liar.endpoint, liar.keys = "", {"keys": "none"}
        assert "publishes no keys that can be read" in visit.get("/sign-in/issuer").text
        liar.keys = None
        assert visit.get("/sign-in/issuer").status_code == 303


def test_keys_that_were_exchanged_are_asked_for_again(desk: Desk, liar: Told) -> None:
    with _at(desk, liar.address) as visit:
        for expected in (303, 403, 303):
            asked = parse_qs(urlsplit(_begun(visit)).query)
            if expected == 403:
                liar.key = RSAKey.generate_key(2048, {"kid": "k2"})
            liar.token = jwt.encode(
                {"alg": "RS256", "kid": liar.key.kid or ""}, liar.claims(asked["nonce"][0]), liar.key
            )
            answer = visit.get(f"/sign-in/back?code=c-1&state={asked['state'][0]}")
            assert answer.status_code == expected


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://login.example.org", True),
        ("http://127.0.0.1:9400", True),
        ("http://localhost:9400", True),
        ("http://[::1]:9400", True),
        ("http://login.example.org", False),
        ("http://127.0.0.1.example.org", False),
        ("ftp://127.0.0.1", False),
        ("https://", False),
        ("http://[", False),
    ],
)
def test_only_what_nobody_can_read_on_the_way_is_an_issuer(address: str, safe: bool) -> None:
    assert is_safe(address) is safe
    if not safe:
        with pytest.raises(Error, match="an issuer needs an address with https://"):
            IssuerSettings(address=address, client=CLIENT)


def test_the_secret_comes_from_the_environment_and_shows_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "BELEG_OIDC_SECRET", f" {SECRET}\n")
    settings = IssuerSettings(
        address="https://a.example", client=CLIENT, secret=secret_for("https://a.example")
    )
    assert settings.secret == SECRET
    assert SECRET not in repr(settings)
    with pytest.raises(Error, match="needs the client id"):
        IssuerSettings(address="https://a.example", client=" ")


@pytest.fixture
def no_secret_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BELEG_OIDC_SECRET", raising=False)


@pytest.mark.usefixtures("no_secret_named")
def test_the_secret_comes_from_the_systems_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {("beleg-oidc", "a.example"): SECRET}
    monkeypatch.setattr(keyring, "get_password", lambda service, user: kept.get((service, user)))
    assert secret_for("https://a.example/realms/redaktion") == SECRET
    assert secret_for("https://b.example") == ""


@pytest.mark.usefixtures("no_secret_named")
def test_only_a_machine_without_a_keyring_goes_on_without_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(service: str, user: str) -> str:
        raise failure

    monkeypatch.setattr(keyring, "get_password", fails)
    failure: KeyringError = NoKeyringError("No recommended backend was available.")
    assert secret_for("https://a.example") == ""
    for failure in (KeyringLocked("locked"), InitError("no bus")):
        with pytest.raises(
            Error, match=rf"the secret for a\.example \({type(failure).__name__}\); unlock it, or set"
        ):
            secret_for("https://a.example")


def test_the_extra_brings_what_it_reads() -> None:
    extras = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"][
        "optional-dependencies"
    ]
    assert {line.split(">=")[0] for line in extras["oidc"]} == {"authlib", "keyring"}


@pytest.mark.browser
def test_the_second_way_in_a_browser(desk: Desk, address: str, browser: Browser) -> None:
    settings = IssuerSettings(address=address, client=CLIENT, secret=SECRET)
    with serving(desk.folder, issuer=Issuer(settings)) as served:
        context = browser.new_context(locale="de-DE", viewport={"width": 360, "height": 800})
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text) if served in page.url else None)
        page.goto(f"{served}/dossiers/{desk.dossier}/record")
        page.get_by_role("link", name="Mit 127.0.0.1 anmelden").click()
        page.get_by_role("button", name="s-mara", exact=True).click()
        expect(page.get_by_role("heading", name="Protokoll")).to_be_visible()
        page.get_by_role("button", name="Menü").click()
        expect(page.get_by_role("link", name="Mara Lindqvist")).to_be_visible()
        assert not complaints
        context.close()
