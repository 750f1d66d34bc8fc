/** The page's own words, in the language of its reader: this script has none. */

export type Words = Readonly<Record<string, string>>;

/** The words under a name, with `%(name)s` filled in. */
export function say(words: Words, name: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (words[name] ?? name).replace(/%\((\w+)\)s/g, (whole, value: string) => String(values[value] ?? whole));
}

/** The data of a page under an id. */
export function embedded<Data>(id: string): Data {
  return JSON.parse(document.getElementById(id)!.textContent!) as Data;
}

/** An element with a class and words. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, kind: string, text = ""): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text) made.textContent = text;
  return made;
}
