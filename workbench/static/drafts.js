// What is typed into form[data-draft] is kept on the server a moment later. When the desk can't be reached, or
// the login has ended, it stays in this browser and goes to the server when the form is opened again.
(() => {
  "use strict";

  const PAUSE = 900; // ms of rest before a draft travels
  const person = document.body.dataset.person || "";
  const waiting = new Map();
  // From the moment somebody leaves, words stay here even once the desk has them: the page that comes may have
  // been drawn before that.
  let leaving = false;

  const keyOf = (form) => form.elements.namedItem("draft")?.value || "";
  const placeOf = (form) => `draft ${person} ${keyOf(form)}`;

  function read(form) {
    const fields = new FormData(form);
    for (const [name, value] of [...fields]) if (value instanceof File) fields.delete(name);
    return new URLSearchParams(fields);
  }

  function say(form, words) {
    const line = form.querySelector("[data-draft-state]");
    if (!line) return;
    line.textContent = words;
    line.hidden = false;
  }

  // Returns what is stored, or nothing.
  function keepHere(form, fields) {
    const words = new URLSearchParams(fields);
    words.delete("csrf_token");
    try {
      localStorage.setItem(placeOf(form), words.toString());
      return words.toString();
    } catch {
      return ""; // a browser that stores nothing: the words are still in the form
    }
  }

  // By its key: the form that was typed into may have been swapped for a newer one meanwhile.
  const findForm = (key) => [...document.querySelectorAll("form[data-draft]")].find((form) => keyOf(form) === key);

  async function keep(form) {
    clearTimeout(waiting.get(keyOf(form)));
    waiting.delete(keyOf(form));
    const fields = read(form);
    // Here, too, until the desk has it: who goes to another page meanwhile may be there before their words.
    const here = keepHere(form, fields);
    const token = document.querySelector("meta[name=csrf-token]")?.content || "";
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST", body: fields, headers: { "X-CSRFToken": token }, keepalive: fields.toString().length < 60000,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      if (!leaving && here && localStorage.getItem(placeOf(form)) === here) localStorage.removeItem(placeOf(form));
      say(form, `${form.querySelector("[data-draft-state]")?.dataset.kept} ${await answer.text()}`);
    } catch {
      if (here) say(form, form.querySelector("[data-draft-state]")?.dataset.here || "");
    }
  }

  function typed(event) {
    const form = event.target.closest?.("form[data-draft]");
    leaving = false; // whoever types is still here: it was a file that was fetched
    if (form && keyOf(form)) keepSoon(keyOf(form));
  }

  function keepSoon(key) {
    const keepNow = () => {
      const now = findForm(key);
      waiting.delete(key);
      if (now) keep(now);
    };
    clearTimeout(waiting.get(key));
    waiting.set(key, setTimeout(keepNow, PAUSE));
  }

  // Words that never reached the server come back into the form they were typed in.
  function bringBack(form) {
    const stored = localStorage.getItem(placeOf(form));
    if (!stored) return;
    const fields = new URLSearchParams(stored);
    for (const field of form.elements) {
      if (!field.name || !fields.has(field.name) || field.name === "csrf_token") continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked = fields.getAll(field.name).includes(field.value);
      else if (field.type !== "file") field.value = fields.get(field.name);
    }
    keep(form);
  }

  // A form that goes from the page keeps its last words at once, not after the pause.
  const keepBelow = (place) => [...place.querySelectorAll("form[data-draft]")].filter((form) => waiting.has(keyOf(form))).forEach(keep);
  document.addEventListener("slot:close", (event) => keepBelow(event.target));
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.shouldSwap && detail.target?.matches?.("[data-slot]")) keepBelow(detail.target);
  });
  document.addEventListener("click", (event) => {
    const form = event.target.closest("[data-discards]")?.form;
    if (!form) return;
    clearTimeout(waiting.get(keyOf(form)));
    waiting.delete(keyOf(form));
    localStorage.removeItem(placeOf(form));
  }, true);

  document.addEventListener("input", typed);
  document.addEventListener("change", typed);
  document.addEventListener("submit", (event) => {
    const key = keyOf(event.target); // a conflict sends the same words by a form of its own
    clearTimeout(waiting.get(key)); // what is being saved needs no draft
    waiting.delete(key);
    if (event.target.matches("form[data-draft]")) localStorage.removeItem(placeOf(event.target));
  });
  // A save that failed, or came back to be mended, left the words unsaved. By then its form may be another one.
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.requestConfig.elt;
    if (form.matches("form[data-draft]") && !(event.detail.xhr.status < 400 && event.detail.successful)) keepSoon(keyOf(form));
  });

  // Who leaves does not wait for the server's answer, which may be that the login has ended: here at once, too.
  const flush = () => [...waiting.keys()].map(findForm).filter(Boolean).forEach((form) => {
    keepHere(form, read(form));
    keep(form);
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush());
  addEventListener("pagehide", flush);
  addEventListener("beforeunload", () => { leaving = true; });
  addEventListener("pageshow", () => { leaving = false; });
  // Whoever logs out themselves leaves nothing behind in this browser.
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-leaves]")) return;
    for (const key of Object.keys(localStorage)) if (key.startsWith("draft ")) localStorage.removeItem(key);
  });
  document.querySelectorAll("form[data-draft]").forEach(bringBack);
  document.addEventListener("htmx:load", (event) => event.target.querySelectorAll?.("form[data-draft]").forEach(bringBack));
})();
