// The command palette: Ctrl+K (Cmd+K on a Mac) or the link "Find". The server finds; htmx fetches the lines;
// here they are chosen by arrow keys while the focus stays in the field. Above them stands what the page itself
// offers: the acts of the card one is on, of the page's head, and each [data-offer] (a link, a button, or a form
// with the words in it).
(() => {
  "use strict";

  const dialog = document.getElementById("palette");
  if (!dialog) return;
  const field = dialog.querySelector("[role=combobox]");
  const list = dialog.querySelector("[role=listbox]");
  const said = document.getElementById("palette-said");
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);
  const lines = () => [...list.children];
  const chosen = () => list.querySelector("[aria-selected=true]");

  const ACTS = "button, .actions a, .unfold[data-offer]";
  const OFFERS = ".page-head .actions :is(a, button), [data-offer]";
  const pressed = new WeakMap(); // a line of the palette -> what it uses on the page

  let offered = []; // of the page, as it was when the palette opened: element, words, reference
  let shownFor = null; // what was typed when these lines were asked for
  let hurried = false; // Enter came before its lines

  function open() {
    if (dialog.open) return field.select();
    if (document.querySelector("dialog[open]")) return;
    offered = findOffers();
    dialog.showModal();
    field.select();
    htmx.trigger(field, "find");
  }

  function findOffers() {
    const main = document.querySelector("main");
    const card = document.activeElement.closest("[data-claim-card]") ?? main.querySelector("[data-claim-card].is-open");
    const read = (place, selector) => {
      const ref = place?.querySelector(".ref")?.textContent ?? "";
      const seen = [...(place?.querySelectorAll(selector) ?? [])].filter((one) => one.checkVisibility() || one.dataset.offer);
      return seen.map((element) => ({ element, ref, label: element.dataset.offer ?? element.firstChild?.textContent.trim() }));
    };
    return [...read(card, ACTS), ...read(main, OFFERS)].filter(({ label }) => label);
  }

  function findFitting(typed) {
    const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
    const begins = (label) => wanted.every((one) => label.toLowerCase().split(/\s+/).some((own) => own.startsWith(one)));
    return offered.filter(({ label }) => begins(label));
  }

  function makeLine({ element, ref, label }, number) {
    const line = document.getElementById("palette-offer").content.firstElementChild.cloneNode(true);
    line.id = `palette-offer-${number}`;
    line.querySelector(".line-label").textContent = label;
    line.querySelector(".ref").textContent = ref;
    pressed.set(line, element);
    return line;
  }

  function choose(line) {
    chosen()?.setAttribute("aria-selected", "false");
    line?.setAttribute("aria-selected", "true");
    line?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-expanded", String(Boolean(line)));
    if (line) field.setAttribute("aria-activedescendant", line.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function go() {
    const line = chosen();
    if (!line) return;
    dialog.close();
    line.click();
  }

  const step = (by) => {
    const all = lines();
    if (all.length) choose(all[(all.indexOf(chosen()) + by + all.length) % all.length]);
  };
  const KEYS = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => {
      hurried = shownFor !== field.value;
      if (hurried) htmx.trigger(field, "find");
      else go();
    },
  };

  document.addEventListener("keydown", (event) => {
    const wanted = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (!wanted || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  });
  document.addEventListener("palette:open", open); // asked for before this script was here (early.js)
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-opens=palette]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  list.addEventListener("mousemove", (event) => {
    const line = event.target.closest("[role=option]");
    if (line && line !== chosen()) choose(line);
  });
  list.addEventListener("click", (event) => {
    const used = pressed.get(event.target.closest("[role=option]"));
    if (!used) return;
    dialog.close();
    used.dispatchEvent(new CustomEvent("desk:use", { bubbles: true }));
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside it
  });

  field.addEventListener("htmx:configRequest", (event) => {
    event.detail.parameters.here = findFitting(field.value).length;
  });
  list.addEventListener("htmx:afterSwap", (event) => {
    shownFor = new URL(event.detail.xhr.responseURL).searchParams.get("q") ?? "";
    list.prepend(...findFitting(shownFor).map(makeLine));
    choose(list.firstElementChild);
    if (!hurried || shownFor !== field.value) return;
    hurried = false;
    go();
  });
  for (const failed of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    field.addEventListener(failed, () => {
      hurried = false;
      said.textContent = document.getElementById("notices").dataset.notLoaded; // the notice itself lies behind
    });
  }
})();
