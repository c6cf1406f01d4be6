// Forms that open in place: a link puts one into its slot ([data-slot]), Cancel and Escape take it out again, and
// the focus goes back to the link. What was typed is kept as a draft (drafts.js). Of two slots of one kind only
// one holds a form.
(() => {
  "use strict";

  const open = new Map(); // id of a slot that holds a form -> what opened it, and the part of the page it is in
  const find = (id) => document.getElementById(id);
  const isOpen = (slot) => Boolean(slot?.firstElementChild);
  const isSeen = (element) => Boolean(element?.checkVisibility());

  function giveBack(id) {
    const { opener, home, around } = open.get(id);
    open.delete(id);
    const next = [find(opener), document.querySelector(home), around?.querySelector("[data-claim-card]")].find(isSeen);
    if (!next) return;
    if (!next.matches("a, button, [tabindex]")) next.tabIndex = -1;
    next.focus();
  }

  function empty(slot, left = false) { // left: a person put it away, other than for another form
    slot.dispatchEvent(new CustomEvent("slot:close", { bubbles: true, detail: { left } }));
    const bare = slot.cloneNode(false);
    bare.removeAttribute("class");
    bare.removeAttribute("tabindex");
    slot.replaceWith(bare);
  }

  function close(slot) {
    empty(slot, true);
    if (open.has(slot.id)) giveBack(slot.id);
  }

  function begin(slot) {
    for (const other of document.querySelectorAll(`[data-slot="${slot.dataset.slot}"]`)) {
      if (other === slot || !isOpen(other)) continue;
      empty(other);
      open.delete(other.id);
    }
    if (slot.contains(document.activeElement) && document.activeElement !== slot) return;
    const fields = [...slot.querySelectorAll(".errors-summary, input:not([type=hidden]), select, textarea")];
    const chosen = fields[0]?.type === "radio" && slot.querySelector(`:checked[name="${fields[0].name}"]`);
    (chosen || fields[0] || slot).focus();
  }

  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const { elt, verb } = detail.requestConfig;
    const sender = elt.closest("[data-slot]"); // its answer may be put elsewhere, as when two cards become one
    if (sender && open.has(sender.id)) open.get(sender.id).around = detail.target.parentElement;
    else if (detail.shouldSwap && verb === "get" && detail.target.matches("[data-slot]")) {
      const opener = elt.matches("form") ? elt.querySelector("textarea, input:not([type=hidden])") : elt;
      open.set(detail.target.id, { opener: opener?.id, home: detail.target.dataset.home });
    }
  });
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    if (target.matches?.("[data-slot]") && isOpen(target)) begin(target);
    for (const [id, { home }] of [...open]) {
      if (isOpen(find(id))) continue;
      // Somebody who went on elsewhere while the save was under way stays there.
      if (document.activeElement.matches(`body, main, [data-slot], ${home}`)) giveBack(id);
      else open.delete(id);
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-close-slot]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    close(link.closest("[data-slot]"));
  });
  document.addEventListener("keydown", (event) => {
    const slot = event.target.closest?.("[data-slot]");
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || !isOpen(slot)) return;
    if (document.querySelector("dialog[open]")) return;
    event.preventDefault();
    close(slot);
  });
})();
