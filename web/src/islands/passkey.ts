/**
 * Asks a passkey: `navigator.credentials` between a form and the desk.
 *
 * The form names what it asks for (`data-asks`: `create` or `get`) and where the question comes from (`data-question`). The
 * answer goes into its field `passkey`, and the form is sent like any other. Everything is verified by the desk, nothing here.
 */

interface Described {
  id: string;
  type: "public-key";
}

interface Asked {
  refusal?: string;
  challenge: string;
  user?: { id: string; name: string; displayName: string };
  excludeCredentials?: Described[];
  allowCredentials?: Described[];
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const plain = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

function base64url(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function described(listed: Described[] | undefined): PublicKeyCredentialDescriptor[] {
  return (listed ?? []).map((one) => ({ id: bytes(one.id), type: one.type }));
}

async function create(asked: Asked): Promise<object | null> {
  const publicKey = {
    ...asked,
    challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user?.id ?? "") },
    excludeCredentials: described(asked.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null;
  if (!made) return null;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    id: made.id,
    rawId: base64url(made.rawId),
    type: made.type,
    response: {
      clientDataJSON: base64url(response.clientDataJSON),
      attestationObject: base64url(response.attestationObject),
    },
  };
}

async function get(asked: Asked): Promise<object | null> {
  const publicKey = {
    ...asked,
    challenge: bytes(asked.challenge),
    allowCredentials: described(asked.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions;
  const found = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
  if (!found) return null;
  const response = found.response as AuthenticatorAssertionResponse;
  return {
    id: found.id,
    rawId: base64url(found.rawId),
    type: found.type,
    response: {
      clientDataJSON: base64url(response.clientDataJSON),
      authenticatorData: base64url(response.authenticatorData),
      signature: base64url(response.signature),
    },
  };
}

/** Take over a form that a passkey can answer. */
export function start(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  const answer = form.elements.namedItem("passkey") as HTMLInputElement;
  const button = form.querySelector<HTMLButtonElement>("[data-ask]");
  const refusal = form.querySelector<HTMLElement>("[data-refusal]");
  const without = (form.parentElement ?? form).querySelector<HTMLElement>("[data-without-passkeys]");
  if (!button || !refusal || !without) return;
  if (!window.PublicKeyCredential) {
    without.hidden = false;
    return;
  }
  const creates = form.dataset["asks"] === "create";
  const noAnswer = without.dataset["noAnswer"] ?? "";
  form.hidden = false;
  button.hidden = false;

  const refuse = (sentence: string): void => {
    refusal.textContent = sentence;
    refusal.hidden = false;
    button.disabled = false;
    button.focus();
  };

  const ask = async (): Promise<void> => {
    refusal.hidden = true;
    button.disabled = true;
    let found: object | null;
    try {
      const sent = await fetch(form.dataset["question"] ?? "", { method: "POST", body: new FormData(form) });
      const asked = (await sent.json()) as Asked;
      if (asked.refusal) return refuse(asked.refusal);
      found = await (creates ? create(asked) : get(asked));
    } catch {
      return refuse(noAnswer);
    }
    if (!found) return refuse(noAnswer);
    answer.value = JSON.stringify(found);
    // The answer stands for the password; a browser would offer to keep one that is sent along.
    form.querySelector<HTMLInputElement>("input[type=password]")?.remove();
    form.submit();
  };

  if (creates) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void ask();
    });
  } else {
    button.addEventListener("click", () => void ask());
  }
}
