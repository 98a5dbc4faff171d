// Keys for the review: s the same, d not the same, y right, n wrong, k later, u undo what was just decided. Not while
// words are typed.
"use strict";
(() => {
  const keys = { s: "same", d: "differ", y: "accept", n: "reject", u: "undo" };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.target.closest("input, select, textarea")) return;
    const key = event.key.toLowerCase();
    if (key === "k") document.querySelector('a[data-key="k"]')?.click();
    else if (keys[key]) document.querySelector(`input[name="verb"][value="${keys[key]}"]`)?.form.requestSubmit();
  });
})();
