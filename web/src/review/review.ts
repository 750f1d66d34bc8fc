/** The review: editor, queue and evidence move together. */

import { EditorState, type Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import { EditorView } from "prosemirror-view";
import { Arrivals } from "./arrivals";
import { takeCaret } from "./caret";
import { shown } from "./conflicts";
import { Deciding } from "./deciding";
import { deskAt, type Desk, type SavedTold } from "./desk";
import { asked, type Act } from "./keys";
import { leaving } from "./leaving";
import { Looking } from "./looking";
import { looks } from "./looks";
import { Margins } from "./margins";
import { choose, isNews, known, marks, openFindings, sentenceAt, tell } from "./marks";
import { hear } from "./news";
import { isWritten, Panes } from "./panes";
import { Queue } from "./queue";
import { Saving } from "./saving";
import { takePlace, type Screen } from "./screen";
import { Search } from "./search";
import { Sendings } from "./sendings";
import { isMac, singles, Table } from "./table";
import { Telling } from "./telling";
import { layout, parse } from "./text";
import { Toolbar, toolKeys } from "./toolbar";
import { typing } from "./typing";
import { Way } from "./way";
import { say, type Words } from "./words";

/** The finding or the sentence that is chosen, by name. */
function chosen(state: EditorState): string {
  const now = known(state);
  return `${sentenceAt(now, now.at)?.told.anchor} ${now.finding}`;
}

export class Review {
  readonly #screen: Screen;
  readonly #words: Words;
  readonly #desk: Desk;
  readonly #view: EditorView;
  readonly #telling: Telling;
  readonly #sendings = new Sendings();
  readonly #looking: Looking;
  readonly #saving: Saving;
  readonly #panes: Panes;
  readonly #margins: Margins;
  readonly #deciding: Deciding;
  readonly #queue: Queue;
  readonly #search: Search;
  readonly #table: Table;
  readonly #tools: Toolbar;
  readonly #way: Way;
  #waiting = false;
  #warmed = false;

  constructor(panes: HTMLElement, opened: SavedTold, words: Words) {
    this.#words = words;
    this.#screen = takePlace(panes, words);
    this.#telling = new Telling(this.#screen, words);
    this.#desk = deskAt(this.#screen.dossier, this.#screen.token);
    this.#view = this.#edit(opened.content);
    this.#way = new Way(() => ({ view: this.#view, queue: this.#queue, panes: this.#panes }), this.#screen.at);
    const arrivals = new Arrivals(() => ({ view: this.#view, looking: this.#looking, panes: this.#panes, telling: this.#telling, words }));
    const doc = () => this.#view.state.doc;
    const composing = () => this.#view.composing;
    const flush = () => this.#saving.flush();
    const announce = (sentence: string) => this.#telling.announce(sentence);
    const refuse = (sentence: string) => this.#telling.refuse(sentence);
    this.#looking = new Looking({
      desk: this.#desk,
      sendings: this.#sendings,
      doc,
      composing,
      told: (laid, sending) => arrivals.told(laid, sending),
    });
    this.#saving = new Saving(
      {
        desk: this.#desk,
        sendings: this.#sendings,
        doc,
        composing,
        saved: (saved, sending) => arrivals.saved(saved, sending),
        foreign: (news) => arrivals.foreign(news),
        standing: (standing) => this.#telling.stand(standing),
      },
      opened,
    );
    this.#queue = new Queue(panes, {
      go: (at, finding) => this.#way.lead(at, finding),
      write: () => this.#screen.writes && this.#way.write(),
    });
    this.#panes = new Panes(this.#desk, words, this.#screen.at, () => this.#saving.unsaved, flush, () => this.#shown());
    this.#margins = new Margins(this.#view, this.#screen.margins, words, ({ from, to, told }) =>
      this.#way.go({ from, to, at: told.anchor, finding: "", title: "" }, true),
    );
    const decided = (stay: boolean, said: string) => this.#decided(stay, said);
    this.#deciding = new Deciding(
      { view: this.#view, desk: this.#desk, words, flush, decided, say: announce, refuse, unread: () => this.#panes.question.isUnread },
      panes,
    );
    this.#tools = new Toolbar(this.#view, this.#screen.tools, words, refuse);
    this.#search = new Search(this.#view, this.#screen.tools, words, announce);
    this.#table = new Table(words);
    this.#screen.help.addEventListener("click", () => this.#table.open());
    document.addEventListener("keydown", (event) => this.#press(event), { capture: true });
    leaving(this.#saving, () => known(this.#view.state).conflicts.length > 0);
    hear(`${this.#screen.dossier}/news`, {
      revision: (news) => this.#saving.hear(news),
      decided: () => void this.#panes.refresh().then(() => this.#looking.touch(0)),
      here: (people) => this.#telling.here(people),
    });
    arrivals.opened(opened);
    this.#way.open();
    this.#shown();
  }

  #edit(content: string): EditorView {
    const { language, writes, text } = this.#screen;
    const plugins = [
      marks((conflict) => shown(conflict, () => this.#view, this.#words, language)),
      looks(),
      ...typing(language, writes ? toolKeys(() => this.#tools) : {}),
    ];
    return new EditorView(text, {
      state: EditorState.create({ doc: parse(content), plugins }),
      editable: () => writes,
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": say(this.#words, "text"),
        lang: language,
        spellcheck: "true",
        tabindex: "0",
        "aria-readonly": String(!writes),
      },
      dispatchTransaction: (transaction) => this.#apply(transaction),
      handleDOMEvents: { blur: () => void this.#saving.flush(), focus: () => this.#warm() },
    });
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
    const own = !isNews(transaction) && !transaction.getMeta("foreign");
    if (own && (transaction.docChanged || chosen(state) !== chosen(view.state))) this.#telling.over();
    view.updateState(state);
    if (transaction.docChanged && !transaction.getMeta("foreign")) {
      this.#looking.touch();
      this.#saving.touch();
    }
    this.#telling.choosing(known(state).conflicts.length > 0);
    this.#margins.later();
    if (moved) this.#tools.mark();
    if (moved || isNews(transaction)) this.#way.follow(isNews(transaction));
  }

  /** New panes stand on the screen. */
  #shown(): void {
    this.#margins.unread(this.#panes.unread);
    this.#way.mark();
  }

  async #decided(stay: boolean, said: string): Promise<void> {
    const laid = await this.#desk.look(layout(this.#view.state.doc).content);
    this.#view.dispatch(tell(this.#view.state.tr, layout(this.#view.state.doc), new Mapping(), laid));
    const next = stay ? undefined : this.#way.next(1);
    if (next) this.#way.go(next, false);
    if (said) this.#telling.announce(said);
    await this.#panes.goOn();
    // Who is quick gives the next reason already.
    if (!isWritten()) this.#evidence().focus({ preventScroll: true });
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing || document.querySelector("dialog[open]")) return;
    const target = event.target as HTMLElement;
    const inField = target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select");
    const act = asked(event, { inField, singles: singles() && !this.#waiting, mac: isMac() });
    takeCaret(this.#view);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    this.#act(act);
  }

  #act(act: Act): void {
    const announce = (name: string) => this.#telling.announce(say(this.#words, name));
    if (act === "next" || act === "previous") {
      const stop = this.#way.next(act === "next" ? 1 : -1);
      if (!stop) return announce("nothing_open");
      this.#way.go(stop, this.#view.hasFocus());
      return this.#telling.announce(stop.title);
    }
    if (act === "evidence") return this.#toEvidence();
    if (act === "pane") return this.#queue.nextPane();
    if (act === "search") return this.#search.open();
    if (act === "table") return this.#table.open();
    if (act === "save") return void this.#saving.flush().then((done) => done && announce(known(this.#view.state).conflicts.length ? "choosing" : "saved"));
    if (!this.#panes.late) return this.#deciding.press(act);
    // What is typed now belongs to the decision, not to the text.
    this.#evidence().focus({ preventScroll: true });
    this.#waiting = true;
    void this.#panes.ready().then(() => {
      this.#waiting = false;
      this.#deciding.press(act);
    });
  }

  #toEvidence(): void {
    if (this.#evidence().contains(document.activeElement)) this.#view.focus();
    else this.#evidence().focus();
  }

  #evidence(): HTMLElement {
    return document.querySelector<HTMLElement>(".evidence")!;
  }
}
