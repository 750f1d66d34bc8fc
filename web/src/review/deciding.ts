/** Deciding without leaving the page: the forms of queue and evidence are sent from here, and the next open thing follows. */

import type { EditorView } from "prosemirror-view";
import { Refusal, SignedOut, type Desk } from "./desk";
import type { Act } from "./keys";
import { known } from "./marks";
import { inline } from "./text";
import { say, type Words } from "./words";

export interface Bench {
  readonly view: EditorView;
  readonly desk: Pick<Desk, "decide">;
  readonly words: Words;
  readonly flush: () => Promise<boolean>;
  /**
   * Something was decided: look again, and go on to what is open; or `stay`, because there is more to see of it now. What
   * the desk `said` of it is said once what follows is chosen.
   */
  readonly decided: (stay: boolean, said: string) => Promise<void>;
  /** Whether the question on the screen has come there by itself, too short a while ago to be read. */
  readonly unread: () => boolean;
  readonly say: (sentence: string) => void;
  readonly refuse: (sentence: string) => void;
}

const FIX = /\/findings\/(\w+)\/fix$/;

/** Whether a button sends its form to where an act is carried out. */
function leadsTo(button: HTMLButtonElement, act: string): boolean {
  return (button.getAttribute("formaction") ?? button.form?.getAttribute("action") ?? "").endsWith(`/${act}`);
}

export class Deciding {
  readonly #bench: Bench;
  #busy = false;

  constructor(bench: Bench, panes: HTMLElement) {
    this.#bench = bench;
    panes.addEventListener("submit", (event) => {
      const form = event.target as HTMLFormElement;
      if (form.method !== "post" || !form.closest(".evidence, .queue")) return;
      event.preventDefault();
      // A second press of the button before must not give an answer that cannot be taken back.
      if (form.closest(".judge") && bench.unread()) return;
      void this.#send(form, event.submitter);
    });
  }

  /** Do what a key asks for, with what is chosen. */
  press(act: Act): void {
    const { words } = this.#bench;
    const field = document.activeElement;
    // Somebody who gives a reason and asks to apply it means the form they are in.
    if (act === "apply" && field instanceof HTMLTextAreaElement && field.closest(".evidence")) {
      const wanted = field.dataset["act"];
      const buttons = [...field.form!.querySelectorAll<HTMLButtonElement>(".buttons button")];
      const chosen = buttons.find((one) => wanted && leadsTo(one, wanted)) ?? buttons[0];
      return field.form!.requestSubmit(chosen);
    }
    const judging = document.querySelector<HTMLButtonElement>(".evidence .judge .buttons button");
    if (act === "confirm" && judging) return judging.focus();
    const section = this.#section(act);
    if (act === "apply") {
      const form = section?.querySelector<HTMLFormElement>("form.fix");
      return form ? form.requestSubmit() : this.#bench.say(say(words, "no_suggestion"));
    }
    const form =
      act === "confirm"
        ? document.querySelector<HTMLFormElement>(".evidence form.confirm")
        : section?.querySelector<HTMLFormElement>("form[action$='/dismiss']");
    const offered = act === "confirm" || this.#offers(form, act);
    const reason = offered ? form?.querySelector("textarea") : null;
    if (!reason) return this.#bench.say(say(words, `no_${act}`));
    const details = reason.closest("details");
    if (details) details.open = true;
    reason.dataset["act"] = act;
    reason.focus();
    reason.scrollIntoView({ block: "nearest" });
  }

  #offers(form: HTMLFormElement | null | undefined, act: Act): boolean {
    return [...(form?.querySelectorAll<HTMLButtonElement>(".buttons button") ?? [])].some((one) => leadsTo(one, act));
  }

  /** The finding that is chosen, else the first one for which the act is possible. */
  #section(act: Act): Element | undefined {
    const all = [...document.querySelectorAll(".evidence section.finding")];
    const chosen = known(this.#bench.view.state).finding;
    const wanted = all.find((one) => one.querySelector(`#f-${CSS.escape(chosen || "none")}`));
    return wanted ?? all.find((one) => one.querySelector(act === "apply" ? "form.fix" : "form[action$='/dismiss']")) ?? all[0];
  }

  async #send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    if (this.#busy) return;
    const button = submitter instanceof HTMLButtonElement ? submitter : null;
    const action = new URL(button?.hasAttribute("formaction") ? button.formAction : form.action).pathname;
    const fix = FIX.exec(action);
    if (fix) return this.#fix(fix[1]!);
    const { desk, decided, flush, refuse, words } = this.#bench;
    this.#busy = true;
    this.#bench.say("");
    try {
      const fields = new URLSearchParams();
      new FormData(form, submitter).forEach((value, name) => typeof value === "string" && fields.append(name, value));
      if (!(await flush())) return refuse(say(words, "save_first"));
      const said = await desk.decide(action, fields);
      const evidence = form.closest<HTMLElement>(".evidence");
      if (form.contains(document.activeElement)) evidence?.focus({ preventScroll: true });
      // What is decided cannot be sent again while the evidence of what comes next is fetched.
      if (evidence) form.remove();
      // Who judged first sees now what was found in the same sentence.
      await decided(action.endsWith("/judge"), said);
    } catch (error) {
      if (error instanceof Refusal) refuse(error.message);
      else refuse(say(words, error instanceof SignedOut ? "signed_out" : "away"));
      if (error instanceof Refusal && action.endsWith("/confirm")) await this.#anew(form);
    } finally {
      this.#busy = false;
    }
  }

  /** There may be other evidence by now: it is shown as it is, and the reason that was typed stays with its sentence. */
  async #anew(form: HTMLFormElement): Promise<void> {
    const reason = form.querySelector("textarea")!.value;
    // While somebody is in its field, the evidence is not taken from under their hands.
    form.closest<HTMLElement>(".evidence")?.focus({ preventScroll: true });
    await this.#bench.decided(true, "").catch(() => this.#bench.refuse(say(this.#bench.words, "away")));
    // Somebody may have gone on to another sentence meanwhile, or typed another reason.
    const action = form.getAttribute("action")!;
    const field = document.querySelector<HTMLTextAreaElement>(`.evidence form.confirm[action="${CSS.escape(action)}"] textarea`);
    if (field && field.value === field.defaultValue) field.value = reason;
  }

  /** Put a suggestion into the text, as an edit that can be undone. */
  #fix(key: string): void {
    const { view, words, refuse } = this.#bench;
    const place = known(view.state).findings.find(({ told }) => told.key === key);
    if (!place?.told.suggestion) return refuse(say(words, "finding_gone"));
    view.dispatch(view.state.tr.replaceWith(place.from, place.to, inline(place.told.suggestion)).scrollIntoView());
    this.#bench.say(say(words, "applied"));
    view.focus();
    void this.#bench.flush();
  }
}
