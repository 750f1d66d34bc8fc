/** The caret as the browser has it. */

import { Selection, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/**
 * Take over a caret that has moved already and that the browser will tell of in a moment: what arrives or is pressed now
 * would else find it where it was, and put it back there.
 */
export function takeCaret(view: EditorView): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection()!;
  if (!view.hasFocus() || view.composing || !anchorNode || !focusNode) return;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const { doc, selection, tr } = view.state;
  const anchor = view.posAtDOM(anchorNode, anchorOffset, 1);
  const head = view.posAtDOM(focusNode, focusOffset, 1);
  if (anchor === selection.anchor && head === selection.head) return;
  // Where the Tab key leads into the text the browser begins at its top, and the editor goes to where the caret was.
  if (anchor === head && anchor === Selection.atStart(doc).anchor) return;
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))));
}
