// The article page: text and cards light each other up and lead to each other, and the marks in the text look
// as their cards say. Extra, like all scripts: the page works without it.
(() => {
  "use strict";

  const on = (type, handle) => document.addEventListener(type, handle);
  const cardOf = (ref) => document.getElementById(`claim-${ref}`);
  const refsOf = (element) => {
    const card = element.closest?.("[data-claim-card]");
    const mark = element.closest?.("mark[data-claims]");
    return card ? [card.dataset.claimCard] : mark ? mark.dataset.claims.split(" ") : [];
  };

  // A long article has thousands of marks: which ones are a claim's is looked up once, until the text changes.
  let marks = null;
  function marksOf(ref) {
    if (!marks) {
      marks = new Map();
      for (const mark of document.querySelectorAll("mark[data-claims]")) {
        for (const name of mark.dataset.claims.split(" ")) {
          if (!marks.has(name)) marks.set(name, []);
          marks.get(name).push(mark);
        }
      }
    }
    return marks.get(ref) ?? [];
  }

  let lit = [];
  let shown = "";
  function light(element) {
    const refs = refsOf(element);
    if (refs.join(" ") !== shown) lightUp(refs);
  }

  function lightUp(refs) {
    shown = refs.join(" ");
    for (const one of lit) one.classList.remove("is-lit");
    lit = refs.flatMap((ref) => [...marksOf(ref), cardOf(ref)]).filter(Boolean);
    for (const one of lit) one.classList.add("is-lit");
    highlight(refs);
  }

  // One of several claims on the same words: its own stretch shines through, where the browser can.
  function highlight(refs) {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("claim");
    if (refs.length !== 1) return;
    const ranges = marksOf(refs[0]).map((mark) => {
      const range = new Range();
      range.selectNodeContents(mark);
      return range;
    });
    CSS.highlights.set("claim", new Highlight(...ranges));
  }

  // ---- colour by rating or status, remembered in this browser

  const COLOUR = "workbench.colour-by";
  function colourBy(key) {
    document.querySelector(".desk[data-colour-by]")?.setAttribute("data-colour-by", key);
    for (const link of document.querySelectorAll("[data-colour]")) {
      if (link.dataset.colour === key) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  try {
    const kept = localStorage.getItem(COLOUR);
    if (kept && !new URLSearchParams(location.search).has("colour")) colourBy(kept);
  } catch {
    // A browser that keeps nothing shows ratings.
  }

  on("click", (event) => {
    const link = event.target.closest("[data-colour]");
    if (!link) return;
    event.preventDefault();
    colourBy(link.dataset.colour);
    try {
      localStorage.setItem(COLOUR, link.dataset.colour);
    } catch {
      // It still holds for this page.
    }
  });

  // ---- marks look as their claims do: the first claim that is not withdrawn gives the colour

  // How each claim looks, also those whose card is not on the page: "status,rating,proposal,1-3.7;…"
  const looks = new Map();
  function readLooks() {
    for (const group of document.getElementById("claim-looks")?.dataset.looks.split(";") ?? []) {
      const [status, rating, proposal, numbers = ""] = group.split(",");
      for (const number of listNumbers(numbers)) looks.set(`C-${number}`, { status, rating, proposal: Boolean(proposal) });
    }
  }

  function listNumbers(ranges) {
    return ranges.split(".").filter(Boolean).flatMap((range) => {
      const [first, last = first] = range.split("-").map(Number);
      return Array.from({ length: last - first + 1 }, (_, at) => first + at);
    });
  }

  function readCard(card) {
    const { status, rating } = card.dataset;
    looks.set(card.dataset.claimCard, { status, rating, proposal: card.classList.contains("is-proposal") });
  }

  function redraw(mark) {
    const known = mark.dataset.claims.split(" ").map((ref) => looks.get(ref)).filter(Boolean);
    if (!known.length) return;
    const first = known.find((look) => look.status !== "withdrawn");
    mark.classList.toggle("is-withdrawn", !first);
    if (!first) return;
    mark.classList.toggle("is-proposal", first.proposal);
    mark.dataset.rating = first.rating;
    mark.dataset.status = first.status;
  }

  // ---- cards that the page left out are fetched when somebody wants one, and then shown to `use`

  const waiting = new Map();
  function bring(ref, use) {
    const card = cardOf(ref);
    if (card) return use(card);
    const number = Number(ref.slice(2));
    const later = [...document.querySelectorAll(".cards-later")].find((one) => listNumbers(one.dataset.numbers).includes(number));
    if (!later) return;
    waiting.set(ref, use);
    htmx.trigger(later, "wanted");
  }

  function useBrought() {
    for (const [ref, use] of [...waiting]) {
      const card = cardOf(ref);
      if (!card) continue;
      waiting.delete(ref);
      use(card);
    }
  }

  // Who goes through the cards by keyboard finds the next ones there.
  on("focusin", (event) => {
    let next = event.target.closest?.("[data-claim-card]")?.closest("li");
    for (let step = 0; next && step < 8; step += 1) {
      next = next.nextElementSibling;
      if (next?.matches(".cards-later")) htmx.trigger(next, "wanted");
    }
  });

  // A claim was moved: its card goes to where the server says it stands now, with the focus it has.
  on("claim-moved", ({ detail }) => bring(detail.beside, (beside) => bring(detail.claim, (card) => {
    if (card === beside) return;
    const focused = card.contains(document.activeElement) ? document.activeElement : null;
    beside.closest("li")[detail.way](card.closest("li"));
    card.scrollIntoView({ block: "nearest" });
    focused?.focus({ preventScroll: true });
  })));

  // A claim was merged in another one's card: where its own stood there is none any more.
  on("claim-gone", ({ detail }) => cardOf(detail.claim)?.closest("li").remove());

  // A claim was made of words: the person goes on with its card, once the list with it is there.
  let made = "";
  on("claim-made", ({ detail }) => {
    made = detail.claim;
  });
  on("htmx:afterSettle", () => {
    const card = made && cardOf(made);
    if (!card) return;
    made = "";
    show(card);
  });

  // What is folded open stays open when it is drawn anew.
  let unfolded = false;
  on("htmx:beforeSwap", () => {
    unfolded = Boolean(document.querySelector("#glance details[open]"));
  });

  on("htmx:afterSettle", (event) => {
    const part = event.target;
    if (part.id === "glance" && unfolded) part.querySelector("details")?.setAttribute("open", "");
    if (part.matches?.("#article-text p")) marks = null;
    for (const card of part.matches?.("[data-claim-card]") ? [part] : part.querySelectorAll?.("[data-claim-card]") ?? []) {
      readCard(card);
      marksOf(card.dataset.claimCard).forEach(redraw);
    }
    if (part.id === "claim-looks") {
      readLooks();
      document.querySelectorAll("mark[data-claims]").forEach(redraw);
    }
    if (lit.some((one) => !one.isConnected)) lightUp(shown.split(" ")); // drawn anew under the eye
    useBrought();
  });
  readLooks();

  // ---- a click on words goes to their card; again on the same words, to the next claim made with them

  let last = { words: "", turn: -1 }; // the click itself already took the focus from the card
  function goToCard(mark) {
    const words = mark.dataset.claims;
    const refs = words.split(" ");
    last = { words, turn: last.words === words ? last.turn + 1 : 0 };
    bring(refs[last.turn % refs.length], show);
  }

  function show(card) {
    for (let fold = card.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }

  // Who comes to a card by keyboard sees its words too, where text and cards stand beside each other.
  function showWords(card) {
    const mark = marksOf(card.dataset.claimCard)[0];
    const side = card.closest(".desk-side");
    if (!mark?.checkVisibility() || !side || getComputedStyle(side).position !== "sticky") return;
    const { top, bottom } = mark.getBoundingClientRect();
    if (top >= 0 && bottom <= innerHeight) return;
    mark.scrollIntoView({ block: "center" });
    card.scrollIntoView({ block: "nearest" });
  }

  // A page that scrolls under a mouse at rest is "over" something else, too: that is nobody's hand.
  let pointer = "";
  const place = ({ screenX, screenY }) => `${screenX} ${screenY}`;
  on("mousemove", (event) => (pointer = place(event)));
  on("mouseover", (event) => {
    if (place(event) !== pointer) light(event.target);
  });
  on("focusin", (event) => {
    light(event.target);
    if (event.target.matches("[data-claim-card]:focus-visible")) showWords(event.target);
  });
  addEventListener("load", () => {
    const card = document.getElementById(location.hash.slice(1));
    if (card?.matches("[data-claim-card]")) showWords(card);
  });
  on("click", (event) => {
    const mark = event.target.closest("mark[data-claims]");
    if (mark && document.getSelection().isCollapsed) goToCard(mark);
  });
})();
