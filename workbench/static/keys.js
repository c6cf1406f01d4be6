// Single keys for those who work by keyboard: j and k go through [data-row] and [data-claim-card], a letter
// uses what carries it in data-key (a link or button is pressed, a form or field gets the focus). Never while
// somebody types, never with Ctrl, Alt or Cmd, and not at all once they are turned off in the sheet. Ctrl+Enter
// saves the form that one is in. In a form the focus goes to what is chosen, to [data-first], or to the first field.
(() => {
  "use strict";

  const ITEM = "[data-row], [data-claim-card]";
  const LEADS = { e: "/edit", v: "#verdict-form", s: "#status-form", r: "#review-form" }; // from a row to its page
  const TYPED = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset])";
  const OFF = "single-keys-off";
  const sheet = document.getElementById("keyboard");

  const items = () => [...document.querySelectorAll(ITEM)].filter((one) => one.checkVisibility());
  const openerOf = (item) => item.querySelector("[data-open], .claim-title a, th a, a[href]");

  // ---- from row to row

  let last = null;
  let place = -1; // where the last one stood, for when it has gone from the page

  function here() {
    const focused = document.activeElement?.closest(ITEM);
    if (focused) return focused;
    if (last?.isConnected) return last;
    return last?.id ? document.getElementById(last.id) : null;
  }

  function move(step) {
    const all = items();
    if (!all.length) return;
    const at = all.indexOf(here());
    const start = step > 0 ? 0 : all.length - 1;
    const gone = step > 0 ? place : place - 1;
    const next = at >= 0 ? at + step : place >= 0 ? gone : start;
    place = Math.min(Math.max(next, 0), all.length - 1);
    last = all[place];
    (last.matches("[tabindex]") ? last : openerOf(last))?.focus();
  }

  // ---- what a letter does

  function use(element) {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (element.matches("a, button")) return element.click();
    const fields = "input:not([type=hidden]), select, textarea";
    const field = element.matches(fields) ? element : element.querySelector(":checked:not(option)") ?? element.querySelector("[data-first]") ?? element.querySelector(fields);
    field?.focus();
  }

  const boxOf = (item) => item?.querySelector("td > input[type=checkbox]");

  function act(key) {
    const item = here();
    const own = item?.querySelector(`[data-key="${key}"]`);
    if (own) return use(own);
    if (key === "x") return boxOf(item)?.click();
    if (LEADS[key] && item?.dataset.keys?.split(" ").includes(key)) {
      const address = new URL(openerOf(item).href);
      return location.assign(address.pathname + LEADS[key]);
    }
    const found = [...document.querySelectorAll(`[data-key="${key}"]`)].find((one) => !one.closest(ITEM));
    if (!found) return;
    const list = found.closest("form[data-chosen]");
    if (list && !list.querySelector("td > input:checked")) boxOf(item)?.click(); // the row one stands on is meant
    use(found);
  }

  document.addEventListener("desk:use", (event) => use(event.target)); // of the palette

  // ---- the sheet

  function open() {
    if (!sheet || sheet.open) return;
    sheet.showModal();
    htmx.trigger("#keyboard-sheet", "open");
  }

  function isOff() {
    try {
      return localStorage.getItem(OFF) === "yes";
    } catch {
      return false; // a browser that keeps nothing
    }
  }

  function showChoice() {
    for (const box of document.querySelectorAll("[data-single-keys]")) {
      box.checked = !isOff();
      box.closest("[data-needs-script]").hidden = false;
    }
  }

  document.addEventListener("htmx:afterSettle", showChoice);
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-single-keys]")) return;
    try {
      localStorage.setItem(OFF, event.target.checked ? "no" : "yes");
    } catch {
      showChoice();
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-opens=keyboard]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });

  // ---- save what one is writing

  function save(field) {
    const buttons = [...(field.form ?? field.closest("form"))?.elements ?? []].filter((one) => one.type === "submit" && !one.matches("[data-discards]"));
    const button = buttons.find((one) => one.matches(".primary")) ?? buttons[0];
    button?.focus({ preventScroll: true }); // out of the field: single keys work again once it is saved
    button?.click();
  }

  // ---- keys

  const KEYS = { j: () => move(1), k: () => move(-1), "?": open };

  document.addEventListener("keydown", (event) => {
    const wanted = event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!wanted || event.isComposing || event.repeat || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    save(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && event.target.closest(TYPED)) return event.target.blur();
    if (event.target.closest(TYPED)) return;
    if (event.key === "Enter" && event.target.matches(ITEM)) return openerOf(event.target)?.click();
    if (isOff() || !/^[a-z/?]$/.test(event.key)) return;
    if (event.repeat && !"jk".includes(event.key)) return;
    event.preventDefault();
    (KEYS[event.key] ?? act)(event.key);
  });

  // A row leads to a form of its claim's page: there it has the focus, once the browser has scrolled to it,
  // which would take the focus away again.
  addEventListener("load", () => requestAnimationFrame(() => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.matches("form[data-key]")) use(target);
  }));
  showChoice();
})();
