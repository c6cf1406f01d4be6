// Ctrl+K (Cmd+K on a Mac), pressed while a long page is still coming in, is kept until palette.js is there: the other
// scripts wait for the whole page, this one runs as soon as it has arrived.
(() => {
  "use strict";

  let wanted = false;
  const keep = (event) => {
    const one = /Mac|iPhone|iPad/.test(navigator.platform) ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (!one || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    wanted = true;
  };
  document.addEventListener("keydown", keep);
  document.addEventListener("DOMContentLoaded", () => {
    document.removeEventListener("keydown", keep);
    // Not before htmx, which waits for the same event, knows the palette's field.
    if (wanted) setTimeout(() => document.dispatchEvent(new CustomEvent("palette:open")));
  });
})();
