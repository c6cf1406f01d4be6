// A reviewer selects words of the statement or the verdict, and a button puts them into the field that says what
// a return is about. Without this script the words are pasted there.
(() => {
  "use strict";
  let selected = "";

  const within = (node) => (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.closest("[data-points-at]");

  // Pressing a button may take the selection away: the last one that counts is remembered.
  const remember = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed) return;
    const place = within(selection.anchorNode);
    selected = place && place === within(selection.focusNode) ? selection.toString().replace(/\s+/g, " ").trim() : "";
  };
  document.addEventListener("selectionchange", remember);

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-points-into]");
    if (!button) return;
    const field = document.getElementById(button.dataset.pointsInto);
    remember(); // a browser may tell of a change of the selection later than of the press after it
    if (selected) {
      field.value = [field.value.trim(), selected].filter(Boolean).join("\n");
      field.dispatchEvent(new Event("input", { bubbles: true }));
      selected = "";
      document.getSelection().removeAllRanges();
    }
    field.focus();
  });

  const offer = (root) => root.querySelectorAll("[data-points-into]").forEach((button) => { button.hidden = false; });
  document.addEventListener("htmx:load", (event) => offer(event.target));
  offer(document);
})();
