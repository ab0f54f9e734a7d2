(function () {
  "use strict";
  const table = document.querySelector("#rows table");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const headings = Array.from(table.tHead.rows[1].cells);
  const filter = document.getElementById("filter");
  const count = document.getElementById("count");

  function show() {
    const part = filter.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      row.hidden = !row.cells[0].textContent.toLowerCase().includes(part);
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = shown === rows.length ? rows.length + " rows" : shown + " of " + rows.length + " rows";
  }

  // What has no number stands last, whichever way the others go.
  function compare(a, b, column, numeric, sign) {
    if (!numeric) {
      return sign * a.cells[column].textContent.localeCompare(b.cells[column].textContent);
    }
    const x = a.cells[column].dataset.value, y = b.cells[column].dataset.value;
    if (x === undefined || y === undefined) {
      return (x === undefined) - (y === undefined);
    }
    const left = Number(x), right = Number(y);
    return left === right ? 0 : sign * (left < right ? -1 : 1);
  }

  function sort(column) {
    const heading = headings[column];
    const numeric = heading.classList.contains("number");
    // The first touch brings the largest numbers, or the first names, to the top.
    const order = heading.getAttribute("aria-sort") === (numeric ? "descending" : "ascending") ? (numeric ? "ascending" : "descending") : (numeric ? "descending" : "ascending");
    headings.forEach(other => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", order);
    const sign = order === "ascending" ? 1 : -1;
    body.append(...rows.slice().sort((a, b) => compare(a, b, column, numeric, sign)));
  }

  headings.forEach((heading, column) => heading.querySelector("button").addEventListener("click", () => sort(column)));
  filter.addEventListener("input", show);
  show();
})();
