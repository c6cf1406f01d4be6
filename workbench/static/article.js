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
    if (refs.join(" ") === shown) return;
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

  // ---- marks look as their cards do: the first claim that is not withdrawn gives the colour

  function redraw(mark) {
    const cards = mark.dataset.claims.split(" ").map(cardOf).filter(Boolean);
    if (!cards.length) return;
    const first = cards.find((card) => !card.classList.contains("is-withdrawn"));
    mark.classList.toggle("is-withdrawn", !first);
    if (!first) return;
    mark.classList.toggle("is-proposal", first.classList.contains("is-proposal"));
    mark.dataset.rating = first.dataset.rating;
    mark.dataset.status = first.dataset.status;
  }

  // What is folded open stays open when it is drawn anew.
  let unfolded = false;
  on("htmx:beforeSwap", () => {
    unfolded = Boolean(document.querySelector("#glance details[open]"));
  });

  on("htmx:afterSettle", (event) => {
    const part = event.target;
    if (part.id === "glance" && unfolded) part.querySelector("details")?.setAttribute("open", "");
    if (part.matches?.("#article-text p")) marks = null;
    if (part.matches?.("[data-claim-card]")) marksOf(part.dataset.claimCard).forEach(redraw);
    else if (part.id === "cards") document.querySelectorAll("mark[data-claims]").forEach(redraw);
  });

  // ---- a click on words goes to their card; again on the same words, to the next claim made with them

  let last = { words: "", turn: -1 }; // the click itself already took the focus from the card
  function goToCard(mark) {
    const words = mark.dataset.claims;
    const refs = words.split(" ").filter(cardOf);
    if (!refs.length) return;
    last = { words, turn: last.words === words ? last.turn + 1 : 0 };
    const card = cardOf(refs[last.turn % refs.length]);
    for (let fold = card.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }

  on("mouseover", (event) => light(event.target));
  on("focusin", (event) => light(event.target));
  on("click", (event) => {
    const mark = event.target.closest("mark[data-claims]");
    if (mark && document.getSelection().isCollapsed) goToCard(mark);
  });
})();
