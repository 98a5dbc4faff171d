// Dates and numbers as the reader's country writes them. Without this script they stand as ISO 8601 has them.
"use strict";
(() => {
  const whole = new Intl.DateTimeFormat(undefined, { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(undefined, { year: "numeric", month: "short", timeZone: "UTC" });
  for (const time of document.querySelectorAll("time[datetime]")) {
    const told = time.getAttribute("datetime");
    const form = /^\d{4}-\d\d-\d\d$/.test(told) ? whole : /^\d{4}-\d\d$/.test(told) ? month : null;
    const date = new Date(told);
    if (form && !Number.isNaN(date.getTime())) {
      time.title = told;
      time.textContent = form.format(date);
    }
  }
  const numbers = new Intl.NumberFormat();
  for (const cell of document.querySelectorAll("td.num")) {
    const value = cell.textContent.trim().replaceAll(",", "");
    if (cell.childElementCount === 0 && /^\d+$/.test(value)) cell.textContent = numbers.format(Number(value));
  }
  // a link into folded details opens them, where the browser does not do so itself
  const open = () => {
    const meant = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = meant; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (meant) meant.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", open);
  open();
})();
