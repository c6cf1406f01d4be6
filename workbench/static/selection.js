// Words selected in the article become offsets in Unicode code points, as the server counts them.
//
// [data-article-text] holds the text character for character. An element with data-start carries text and
// names the code point its first character stands at; what is inside data-skip is not article text.
(() => {
  "use strict";

  const countCodePoints = (text) => text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, "_").length;
  const isTyping = (element) => Boolean(element?.closest?.("input, textarea, select, [contenteditable]"));

  // Never cut an emoji in two, whatever a browser reports.
  const stepOutOfPair = (text, at) => (/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)) ? at - 1 : at);

  // The pieces of article text inside the range, in order: where each starts, and its characters.
  function readPieces(root, range) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const begun = new Set();
    const pieces = [];
    let position = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const carrier = node.parentElement.closest("[data-start], [data-skip]");
      if (!carrier || carrier.hasAttribute("data-skip") || !root.contains(carrier)) continue;
      if (!begun.has(carrier)) {
        begun.add(carrier);
        position = Number(carrier.dataset.start);
      }
      if (range.intersectsNode(node)) {
        const from = node === range.startContainer ? stepOutOfPair(node.data, range.startOffset) : 0;
        const to = node === range.endContainer ? range.endOffset : node.length;
        const text = node.data.slice(from, to);
        if (text) pieces.push({ start: position + countCodePoints(node.data.slice(0, from)), text });
      } else if (pieces.length) {
        break;
      }
      position += countCodePoints(node.data);
    }
    return pieces;
  }

  // {start, end, quote} of the selection without white space at its ends, or null.
  function readSelection(root, range) {
    if (!root.contains(range.startContainer)) return null;
    const pieces = readPieces(root, range);
    if (!pieces.length) return null;
    let quote = "";
    let position = pieces[0].start;
    for (const piece of pieces) {
      quote += "\n".repeat(Math.max(0, piece.start - position)) + piece.text; // line ends between blocks
      position = piece.start + countCodePoints(piece.text);
    }
    const trimmed = quote.trim();
    if (!trimmed) return null;
    const start = pieces[0].start + countCodePoints(quote.slice(0, quote.length - quote.trimStart().length));
    return { start, end: start + countCodePoints(trimmed), quote: trimmed };
  }

  // The words on both sides go along, so that the server can tell whether it reads the same text.
  const CONTEXT = 32;
  function readAround(root, found) {
    const carriers = root.querySelectorAll("[data-start]");
    const text = [...[...carriers].map((one) => one.textContent).join("")];
    return {
      ...found,
      prefix: text.slice(Math.max(0, found.start - CONTEXT), found.start).join(""),
      suffix: text.slice(found.end, found.end + CONTEXT).join(""),
    };
  }

  function fillBar(form, root, found) {
    for (const name of ["start", "end", "quote"]) form.elements.namedItem(name).value = found[name];
    const words = document.getElementById("words-form");
    if (words) {
      const around = readAround(root, found);
      for (const name of Object.keys(around)) words.elements.namedItem(name).value = around[name];
    }
    const preview = form.querySelector("[data-selection-preview]");
    if (preview) preview.textContent = `“${found.quote}”`;
    form.hidden = false;
  }

  let chosen = null; // the range that the bar is for
  function update() {
    const form = document.querySelector("form[data-selection]");
    const root = document.querySelector("[data-article-text]");
    if (!form || !root || form.contains(document.activeElement)) return;
    const selection = document.getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    if (range && form.contains(range.startContainer)) return;
    const found = range && readSelection(root, range);
    if (found) chosen = range.cloneRange();
    if (found) fillBar(form, root, found);
    else form.hidden = true;
  }

  let waiting = 0; // a drag reports every pixel; the bar follows when it rests
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, 120);
  });
  update(); // words may have been selected before this file came

  // The card a person works on is the claim that the bar's other buttons mean.
  document.addEventListener("focusin", (event) => {
    const card = event.target.closest?.("[data-claim-card]");
    const field = document.getElementById("selection-claim");
    if (card && field) field.value = card.dataset.claimCard;
  });

  // The form of a new claim takes the place of the bar; who puts it away has the words selected again.
  const NEW = "selection-new";
  const SLOT = "slot-new";
  let words = null;
  document.addEventListener("htmx:beforeSwap", ({ detail: { shouldSwap, target, requestConfig } }) => {
    if (!shouldSwap || target.id !== SLOT || requestConfig.elt.closest("[data-slot]")) return;
    words = requestConfig.elt.id === NEW ? chosen : null;
    document.querySelector("form[data-selection]").hidden = true;
  });
  document.addEventListener("slot:close", ({ target, detail }) => {
    if (target.id !== SLOT || !words || !detail.left) return;
    const selection = document.getSelection();
    selection.removeAllRanges();
    selection.addRange(words);
    update();
  });

  // Done: the bar goes, and the focus with it to the card of the claim that has the words now, which is there
  // by then: parts settle as they come.
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = document.querySelector("form[data-selection]");
    if (!event.detail.successful || !form?.contains(event.detail.elt) || event.detail.elt.id === NEW) return;
    const ref = document.getElementById("selection-claim").value.trim().toUpperCase().replace(/^(?!C-)/, "C-");
    document.getSelection().removeAllRanges();
    form.hidden = true;
    document.getElementById(`claim-${ref}`)?.focus({ preventScroll: true });
  });

  // Tab leads from the selected words straight to the bar, past what can be unfolded in the text after them.
  document.addEventListener("keydown", (event) => {
    const form = document.querySelector("form[data-selection]:not([hidden])");
    if (event.key !== "Tab" || event.shiftKey || !form || !document.activeElement.matches("body, [data-article-text]")) return;
    event.preventDefault();
    form.querySelector("button").focus();
  });
  document.addEventListener("keydown", (event) => {
    const form = document.querySelector("form[data-selection]:not([hidden])");
    if (event.key !== "Escape" || !form || isTyping(event.target)) return;
    document.getSelection().removeAllRanges();
    form.hidden = true;
    if (form.contains(event.target)) document.querySelector("[data-article-text]").focus();
  });
})();
