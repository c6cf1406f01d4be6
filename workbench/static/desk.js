// Small help on every page: copying, busy states, and honest messages when a save did not arrive. Everything
// here is extra; each page works without it.
(() => {
  "use strict";

  const on = (type, handle, capture = false) => document.addEventListener(type, handle, capture);
  const notices = () => document.getElementById("notices");

  // ---- messages

  function notify(text, tone) {
    const box = notices();
    if (!box || !text) return;
    const notice = document.createElement("p");
    notice.className = "notice";
    notice.dataset.tone = tone;
    notice.append(text);
    const close = document.createElement("button");
    close.type = "button";
    close.className = "small";
    close.dataset.dismissNotice = "";
    close.textContent = box.dataset.dismiss;
    notice.append(close);
    box.replaceChildren(notice);
    if (tone === "success") setTimeout(() => notice.remove(), 4000);
  }

  // ---- one request at a time for one form, and a visible wait; the focus stays where it is

  let running = 0;
  const busy = new Set();
  const buttonsOf = (element) => (element.matches("form") ? [...element.querySelectorAll("button:not([type=button])")] : [element]);

  function begin(element, submitter) {
    if (busy.has(element)) return;
    busy.add(element);
    running += 1;
    document.documentElement.classList.add("is-busy");
    for (const button of buttonsOf(element)) button.setAttribute("aria-disabled", "true");
    (submitter || buttonsOf(element)[0])?.setAttribute("aria-busy", "true");
  }

  function end(element) {
    if (!busy.delete(element)) return;
    running -= 1;
    if (!running) document.documentElement.classList.remove("is-busy");
    for (const button of [...buttonsOf(element), ...element.querySelectorAll("[aria-busy]")]) {
      button.removeAttribute("aria-disabled");
      button.removeAttribute("aria-busy");
    }
  }

  const stop = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  on("submit", (event) => {
    if (busy.has(event.target)) stop(event);
  }, true);
  on("submit", (event) => {
    // Only saves the browser sends itself: asking twice for a list or a download does no harm. An answer that
    // never leaves the page cannot be seen from here, so they wake up again by time.
    if (event.defaultPrevented || event.target.getAttribute("method") === "get") return;
    begin(event.target, event.submitter);
    setTimeout(() => end(event.target), 5000);
  });
  addEventListener("pageshow", () => [...busy].forEach(end)); // back from the next page

  // ---- a file that would be refused is named before the whole form travels, and is lost, with it

  on("change", (event) => {
    const most = Number(event.target.dataset?.mostBytes);
    if (!most) return;
    const large = [...event.target.files].some((file) => file.size > most);
    event.target.setCustomValidity(large ? event.target.dataset.tooLarge : "");
    if (large) event.target.reportValidity();
  });

  // ---- htmx (both old and new event names carry the same words, so only these lines know them)

  on("htmx:configRequest", (event) => {
    const token = document.querySelector("meta[name=csrf-token]")?.content;
    if (token && event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = token;
  });
  on("htmx:beforeRequest", (event) => {
    const element = event.detail.elt;
    // What a person asks for by a click; what a field asks for while they type waits in silence.
    if (event.detail.requestConfig.verb === "get" && !element.matches("a, button, form")) return;
    if (busy.has(element)) event.preventDefault();
    else begin(element, event.detail.requestConfig.triggeringEvent?.submitter);
  });
  on("htmx:afterRequest", (event) => end(event.detail.requestConfig.elt)); // detail.elt is another one once it is swapped

  // Only who clicks is sent to log in. What a page asks for by itself, while somebody types, leaves them where they are.
  on("htmx:beforeOnLoad", (event) => {
    const { xhr, requestConfig } = event.detail;
    const asked = ["click", "submit"].includes(requestConfig.triggeringEvent?.type);
    if (xhr.status !== 401 || asked) return;
    event.preventDefault();
    notify(notices()?.dataset.loginEnded, "error");
  });

  // The server's own sentence, read as text only, else ours. The form stays as it is.
  on("htmx:responseError", (event) => {
    const { xhr, requestConfig } = event.detail;
    const answer = new DOMParser().parseFromString(xhr.responseText || "", "text/html");
    const said = answer.querySelector("[data-notice]")?.textContent.trim();
    const words = notices()?.dataset ?? {};
    const kept = requestConfig.verb === "get" ? words.notLoaded : words.notSaved;
    notify(said ? `${said} ${requestConfig.verb === "get" ? "" : kept}` : kept, "error");
  });
  for (const failed of ["htmx:sendError", "htmx:timeout"]) on(failed, () => notify(notices()?.dataset.offline, "error"));

  // A part that came tells it in a live region beside it, if that is still there: an out-of-band part for a form that
  // was closed meanwhile would be an error.
  on("htmx:afterSettle", () => {
    for (const line of document.querySelectorAll("[data-say]")) {
      document.querySelector(line.dataset.say)?.replaceChildren(line.textContent);
      line.remove();
    }
  });

  // A page that came in place of another: what it has to tell goes where it is heard, too.
  on("htmx:afterSettle", ({ target }) => {
    const flashes = target.id === "main" && target.querySelector(".flashes");
    if (!flashes) return;
    notices().replaceChildren(...flashes.children);
    flashes.remove();
  });

  // A swap that replaced the focused button must not throw the focus to the top of the page.
  let home = null;
  on("htmx:beforeSwap", (event) => {
    const focused = document.activeElement;
    const part = focused?.closest("[data-claim-card][id], [tabindex][id]");
    const leaves = event.detail.target?.contains(focused) || focused?.closest("#notices");
    home = leaves ? { own: focused.id, part: part?.id, target: event.detail.target.id } : null;
  });
  on("htmx:afterSettle", (event) => {
    if (!home || document.activeElement !== document.body) return;
    const ids = [home.own, home.part, home.target].filter(Boolean);
    const seen = (one) => one?.offsetHeight && one.checkVisibility(); // it may be folded or empty now
    const next = ids.map((id) => document.getElementById(id)).find(seen) ?? document.getElementById("main");
    home = null;
    if (!next.matches("a, button, input, select, textarea, [tabindex]")) next.tabIndex = -1;
    next.focus({ preventScroll: true });
    const { top, bottom } = next.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) next.scrollIntoView({ block: "nearest" }); // it became shorter, and is out of sight
  });

  // ---- clicks

  async function copyFrom(button) {
    const from = document.querySelector(button.dataset.copyFrom);
    const words = notices().dataset;
    try {
      await navigator.clipboard.writeText(from.value ?? from.textContent);
      notify(words.copied, "success");
    } catch {
      // Without HTTPS a browser has no clipboard for pages: select the words for the person instead.
      if (from.select) from.select();
      else document.getSelection().selectAllChildren(from);
      notify(words.notCopied, "warning");
    }
  }

  async function copyPage(link) {
    const words = fetch(link.href, { redirect: "error" }).then((answer) => (answer.ok ? answer.blob() : Promise.reject(answer)));
    try {
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": words })]);
      notify(notices().dataset.copied, "success");
    } catch {
      location.assign(link.href); // no clipboard, or no login any more: the words on a page of their own
    }
  }

  on("click", (event) => {
    if (event.target.closest?.("button[aria-disabled=true], a[aria-disabled=true]")) stop(event);
  }, true);
  on("click", (event) => {
    const copy = event.target.closest("[data-copy-from]");
    const link = event.target.closest("a[data-copy-page]");
    if (copy) copyFrom(copy);
    else if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      copyPage(link);
    }
    else if (event.target.closest("[data-dismiss-notice]")) event.target.closest(".notice").remove();
  });
})();
