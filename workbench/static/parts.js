// Parts of a page are swapped; what a person has typed elsewhere on it, and what they have unfolded, stays.
(() => {
  "use strict";

  let kept = null;

  const fieldsOf = (form) =>
    [...form.elements].filter((field) => field.name && field.type !== "hidden" && field.type !== "file" && field.type !== "submit");
  const isTyped = (field) => {
    if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
    // Where no option was chosen when the page was drawn, the browser shows the first: nobody typed that.
    if (field.tagName === "SELECT") return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
    return field.value !== field.defaultValue;
  };

  // A choice that is not offered any more would leave an empty field.
  const takes = (field, value) => field.tagName !== "SELECT" || [...field.options].some((option) => option.value === value);

  function remember(sender) {
    const form = sender?.closest?.("form");
    const typed = [];
    for (const one of document.querySelectorAll("main form[id]")) {
      if (one === form) continue;
      const fields = fieldsOf(one).filter(isTyped);
      if (fields.length) typed.push({ form: one, values: fields.map(({ name, value, type, checked }) => ({ name, value, type, checked })) });
    }
    const folds = [...document.querySelectorAll("main details[id][open]")].filter((fold) => !form || !fold.contains(form));
    return { typed, folds };
  }

  function putBack({ typed, folds }) {
    for (const old of folds) {
      const fold = document.getElementById(old.id);
      if (fold && fold !== old) fold.open = true;
    }
    for (const { form, values } of typed) {
      const now = document.getElementById(form.id);
      if (!now || now === form) continue;
      for (const { name, value, type, checked } of values) {
        for (const field of fieldsOf(now)) {
          if (field.name !== name || !takes(field, value)) continue;
          if (type !== "radio" && type !== "checkbox") field.value = value;
          else if (field.value === value) field.checked = checked;
        }
      }
      now.dispatchEvent(new Event("input", { bubbles: true })); // its draft is kept anew
    }
  }

  // One's own act took the claim to another version: what else stands on the page was seen over that one as well.
  document.addEventListener("version-moved", ({ detail }) => {
    for (const field of document.querySelectorAll("[data-slot=claim] input[name=version], [data-claim-version] input[name=version]")) {
      if (field.value === String(detail.seen)) field.value = detail.now;
    }
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    kept = remember(event.detail.requestConfig?.elt);
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (kept) putBack(kept);
    kept = null;
  });
})();
