/** The review: editor, queue and evidence move together. */

import { EditorState, Selection, TextSelection, type Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import { EditorView } from "prosemirror-view";
import { remember, shown } from "./conflicts";
import { Deciding } from "./deciding";
import { deskAt, type Desk, type LaidTold, type RevisionNews, type SavedTold, type SentenceTold } from "./desk";
import { takeOver } from "./foreign";
import { asked, type Act } from "./keys";
import { leaving } from "./leaving";
import { Looking } from "./looking";
import { Margins } from "./margins";
import { choose, isNews, known, marks, openFindings, sentenceAt, tell, type Placed } from "./marks";
import { hear } from "./news";
import { isWritten, Panes } from "./panes";
import { Queue } from "./queue";
import { Saving, type Standing } from "./saving";
import { takePlace, type Screen } from "./screen";
import { Search } from "./search";
import { Sendings, type Sending } from "./sendings";
import { nextStop, type Stop } from "./stops";
import { isMac, singles, Table } from "./table";
import { layout, parse } from "./text";
import { typing } from "./typing";
import { say, type Words } from "./words";

export class Review {
  readonly #screen: Screen;
  readonly #words: Words;
  readonly #desk: Desk;
  readonly #view: EditorView;
  readonly #sendings = new Sendings();
  readonly #looking: Looking;
  readonly #saving: Saving;
  readonly #panes: Panes;
  readonly #margins: Margins;
  readonly #deciding: Deciding;
  readonly #queue: Queue;
  readonly #search: Search;
  readonly #table: Table;
  #waiting = false;
  #warmed = false;

  constructor(panes: HTMLElement, opened: SavedTold, words: Words) {
    this.#words = words;
    this.#screen = takePlace(panes, words);
    this.#desk = deskAt(this.#screen.dossier, this.#screen.token);
    const language = this.#screen.language;
    const state = EditorState.create({
      doc: parse(opened.content),
      plugins: [marks((conflict) => shown(conflict, () => this.#view, words, language)), ...typing(language)],
    });
    this.#view = new EditorView(this.#screen.text, {
      state,
      editable: () => this.#screen.writes,
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": say(words, "text"), lang: language, spellcheck: "true", tabindex: "0", "aria-readonly": String(!this.#screen.writes) },
      dispatchTransaction: (transaction) => this.#apply(transaction),
      handleDOMEvents: { blur: () => void this.#saving.flush(), focus: () => this.#warm() },
    });
    const doc = () => this.#view.state.doc;
    const composing = () => this.#view.composing;
    this.#looking = new Looking({ desk: this.#desk, sendings: this.#sendings, doc, composing, told: (laid, sending) => this.#told(laid, sending) });
    this.#saving = new Saving(
      {
        desk: this.#desk,
        sendings: this.#sendings,
        doc,
        composing,
        saved: (saved, sending) => this.#saved(saved, sending),
        foreign: (news) => this.#foreign(news),
        standing: (standing) => this.#stand(standing),
      },
      opened,
    );
    this.#queue = new Queue(panes, (at, finding) => this.#lead(at, finding));
    this.#panes = new Panes(
      this.#desk,
      this.#screen.at,
      () => this.#saving.unsaved,
      () => this.#saving.flush(),
      () => this.#mark(),
    );
    this.#margins = new Margins(this.#view, this.#screen.margins, words, (sentence) => this.#goTo(sentence));
    this.#deciding = new Deciding(
      {
        view: this.#view,
        desk: this.#desk,
        words,
        flush: () => this.#saving.flush(),
        decided: (stay) => this.#decided(stay),
        say: (sentence) => this.#announce(sentence),
        refuse: (sentence) => this.#refuse(sentence),
      },
      panes,
    );
    this.#search = new Search(this.#view, this.#screen.paper, words, (sentence) => this.#announce(sentence));
    this.#table = new Table(words);
    this.#screen.help.addEventListener("click", () => this.#table.open());
    document.addEventListener("keydown", (event) => this.#press(event), { capture: true });
    leaving(this.#saving, () => known(this.#view.state).conflicts.length > 0);
    hear(`${this.#screen.dossier}/news`, {
      revision: (news) => this.#saving.hear(news),
      decided: () => void this.#panes.refresh().then(() => this.#looking.touch(0)),
      here: (people) => this.#here(people),
    });
    this.#open(opened);
  }

  /** Begin where the page stands: what it had chosen is chosen here. */
  #open(opened: SavedTold): void {
    this.#view.dispatch(tell(this.#view.state.tr, layout(this.#view.state.doc), new Mapping(), opened));
    const chosen = known(this.#view.state).sentences.find(({ told }) => told.anchor === this.#screen.at);
    if (chosen) {
      const finding = openFindings(known(this.#view.state)).find(({ told }) => told.anchor === this.#screen.at);
      this.#view.dispatch(choose(this.#view.state.tr, (finding ?? chosen).from, finding?.told.key ?? ""));
      // A page that nobody opened at a place begins at its top.
      this.#select(finding ?? chosen, false, new URLSearchParams(location.search).has("at"));
    }
    this.#mark();
    if (this.#screen.writes) this.#stand({ kind: "saved" });
    else this.#screen.standing.textContent = say(this.#words, "reading");
  }

  /** Who begins to write waits less for the first answer if the desk has looked at the text once. */
  #warm(): void {
    if (this.#screen.writes && !this.#warmed) this.#looking.touch();
    this.#warmed = true;
  }

  #apply(transaction: Transaction): void {
    const view = this.#view;
    this.#sendings.carry(transaction);
    let state = view.state.apply(transaction);
    const moved = transaction.selectionSet || transaction.docChanged;
    if (moved && !isNews(transaction) && !transaction.getMeta("foreign")) {
      const { head } = state.selection;
      const finding = openFindings(known(state)).find(({ from, to }) => from < to && from <= head && head <= to);
      state = state.apply(choose(state.tr, head, finding?.told.key ?? ""));
    }
    view.updateState(state);
    if (transaction.docChanged && !transaction.getMeta("foreign")) {
      this.#looking.touch();
      this.#saving.touch();
    }
    this.#margins?.later();
    if (moved || isNews(transaction)) this.#follow(isNews(transaction));
  }

  /** Queue and evidence go where the person is; what the desk has told may only give the place another name. */
  #follow(renamed: boolean): void {
    if (!this.#panes) return;
    const at = this.#at();
    if (!at) return;
    if (renamed) this.#panes.rename(at);
    else this.#panes.choose(at);
    this.#queue.mark(at, known(this.#view.state).finding);
  }

  #at(): string {
    const now = known(this.#view.state);
    const finding = now.findings.find(({ told }) => told.key === now.finding);
    if (finding && !finding.told.anchor) return finding.told.key;
    return sentenceAt(now, now.at)?.told.anchor ?? "";
  }

  /** New panes stand on the screen: mark in them what is chosen. */
  #mark(): void {
    this.#margins.unread(this.#panes.unread);
    const { finding } = known(this.#view.state);
    this.#queue.mark(this.#at() || this.#screen.at, finding);
    this.#queue.reveal(finding);
  }

  #select({ from }: { readonly from: number }, focus: boolean, scroll = true): void {
    const { doc } = this.#view.state;
    const at = Math.min(from, doc.content.size);
    const selection = doc.resolve(at).parent.inlineContent ? TextSelection.create(doc, at) : Selection.near(doc.resolve(at));
    if (focus) this.#view.focus();
    this.#view.dispatch(this.#view.state.tr.setSelection(selection));
    if (!scroll) return;
    // The editor scrolls to its selection only while it has the keyboard.
    const { node } = this.#view.domAtPos(at, 1);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "nearest" });
  }

  /** Lead to a finding or a sentence that the queue or the evidence names. */
  #lead(at: string, key: string): boolean {
    const now = known(this.#view.state);
    const finding = now.findings.find(({ told }) => told.key === (key || at));
    const sentence = now.sentences.find(({ told }) => told.anchor === at);
    const place = finding ?? sentence;
    if (!place) return false;
    this.#go({ from: place.from, to: place.to, at, finding: finding?.told.key ?? "", title: "" }, true);
    return true;
  }

  #go(stop: Stop, focus: boolean): void {
    this.#select(stop, focus);
    this.#view.dispatch(choose(this.#view.state.tr, stop.from, stop.finding));
    this.#panes.choose(stop.at, true);
    this.#queue.mark(stop.at, stop.finding);
    this.#queue.reveal(stop.finding);
  }

  #goTo(sentence: Placed<SentenceTold>): void {
    this.#go({ from: sentence.from, to: sentence.to, at: sentence.told.anchor, finding: "", title: "" }, true);
  }

  #told(laid: LaidTold, sending: Sending): void {
    this.#view.dispatch(tell(this.#view.state.tr, sending.layout, sending.since, laid));
  }

  #saved(saved: SavedTold, sending: Sending): boolean {
    const view = this.#view;
    if (saved.content !== sending.layout.content) {
      const theirs = takeOver(view.state, sending.doc, sending.since, saved.content);
      if (!theirs) return false;
      view.dispatch(theirs);
      if (saved.merged) this.#announce(say(this.#words, "merged"));
    }
    const now = layout(view.state.doc);
    this.#looking.drop();
    if (now.content === saved.content) view.dispatch(tell(view.state.tr, now, new Mapping(), saved));
    else if (saved.content === sending.layout.content) view.dispatch(tell(view.state.tr, sending.layout, sending.since, saved));
    if (now.content !== saved.content) this.#looking.touch();
    if (saved.conflicts.length) {
      remember(view, saved);
      this.#refuse(say(this.#words, "conflict", { name: saved.conflicts[0]!.by }));
    }
    this.#revision(saved.revision);
    setTimeout(() => void this.#panes.refresh());
    return true;
  }

  #foreign(news: RevisionNews): void {
    const theirs = takeOver(this.#view.state, this.#view.state.doc, new Mapping(), news.content);
    if (!theirs) return;
    this.#view.dispatch(theirs);
    this.#looking.touch(0);
    this.#revision(news.revision);
    this.#announce(say(this.#words, "changed_by", { name: news.name }));
    setTimeout(() => void this.#panes.refresh());
  }

  async #decided(stay: boolean): Promise<void> {
    const laid = await this.#desk.look(layout(this.#view.state.doc).content);
    const doc = layout(this.#view.state.doc);
    this.#view.dispatch(tell(this.#view.state.tr, doc, new Mapping(), laid));
    const now = known(this.#view.state);
    const next = stay ? undefined : nextStop(now, now.at ?? 0, 1);
    if (next) this.#go(next, false);
    await this.#panes.refresh();
    // Who is quick gives the next reason already.
    if (!isWritten()) document.querySelector<HTMLElement>(".evidence")?.focus({ preventScroll: true });
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing || document.querySelector("dialog[open]")) return;
    const target = event.target as HTMLElement;
    const inField = target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select");
    const act = asked(event, { inField, singles: singles() && !this.#waiting, mac: isMac() });
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    this.#act(act);
  }

  #act(act: Act): void {
    if (act === "next" || act === "previous") {
      const now = known(this.#view.state);
      const stop = nextStop(now, now.at ?? 0, act === "next" ? 1 : -1);
      if (!stop) return this.#announce(say(this.#words, "nothing_open"));
      this.#go(stop, this.#view.hasFocus());
      return this.#announce(stop.title);
    }
    if (act === "evidence") return this.#toEvidence();
    if (act === "pane") return this.#queue.nextPane();
    if (act === "search") return this.#search.open();
    if (act === "table") return this.#table.open();
    if (act === "save") return void this.#saving.flush().then((done) => done && this.#announce(say(this.#words, "saved")));
    if (!this.#panes.late) return this.#deciding.press(act);
    // What is typed now belongs to the decision, not to the text.
    document.querySelector<HTMLElement>(".evidence")?.focus({ preventScroll: true });
    this.#waiting = true;
    void this.#panes.ready().then(() => {
      this.#waiting = false;
      this.#deciding.press(act);
    });
  }

  #toEvidence(): void {
    const evidence = document.querySelector<HTMLElement>(".evidence")!;
    if (evidence.contains(document.activeElement)) this.#view.focus();
    else evidence.focus();
  }

  #here(people: readonly string[]): void {
    this.#screen.people.textContent = people.length ? say(this.#words, "here", { people: people.join(", ") }) : "";
  }

  #revision(number: number): void {
    const shownNumber = document.querySelector("#draft-title .meta");
    if (shownNumber) shownNumber.textContent = say(this.#words, "revision", { number });
  }

  #announce(sentence: string): void {
    this.#screen.refusal.hidden = true;
    this.#screen.news.textContent = sentence;
  }

  #refuse(sentence: string): void {
    this.#screen.refusal.textContent = sentence;
    this.#screen.refusal.hidden = false;
  }

  #stand(standing: Standing): void {
    if (!this.#screen.writes) return;
    const sentence = say(this.#words, standing.kind === "refused" ? "refused" : standing.kind, {
      sentence: standing.kind === "refused" ? standing.sentence : "",
    });
    this.#screen.standing.textContent = sentence;
    this.#screen.standing.className = `standing ${standing.kind}`;
  }
}
