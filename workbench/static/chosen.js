// A list whose rows can be chosen: all at once, a stretch with Shift, and how many there are.
(() => {
  "use strict";

  const form = document.querySelector("form[data-chosen]");
  if (!form) return;
  const all = form.querySelector("[data-choose-all]");
  const count = form.querySelector("[data-chosen-count]");
  const boxes = () => [...form.querySelectorAll("td > input[type=checkbox]")];
  let last = null;

  function tell() {
    const chosen = boxes().filter((box) => box.checked).length;
    all.checked = chosen > 0 && chosen === boxes().length;
    all.indeterminate = chosen > 0 && !all.checked;
    count.textContent = chosen ? `${chosen} ${count.dataset.some}` : count.dataset.none;
  }

  form.addEventListener("click", (event) => {
    const box = event.target.closest("td > input[type=checkbox]");
    if (!box) return;
    const rows = boxes();
    if (event.shiftKey && last) {
      const [from, to] = [rows.indexOf(last), rows.indexOf(box)].sort((a, b) => a - b);
      for (const one of rows.slice(from, to + 1)) one.checked = box.checked;
    }
    last = box;
  });
  form.addEventListener("change", (event) => {
    if (event.target === all) for (const box of boxes()) box.checked = all.checked;
    tell();
  });
  all.hidden = false;
  tell();
})();
