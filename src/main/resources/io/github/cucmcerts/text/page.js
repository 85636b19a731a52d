"use strict";
const form = document.getElementById("filter");
const sets = [...document.querySelectorAll("details.set")];
const words = new Map();
function textOf(set) {
  if (!words.has(set)) words.set(set, set.textContent.toLowerCase());
  return words.get(set);
}
function tell(output, shown, all) {
  output.textContent = output.dataset.text.replace("{shown}", shown).replace("{all}", all);
}
function filter() {
  const state = form.state?.value, purpose = form.purpose?.value;
  const node = form.node.value.trim().toLowerCase(), text = form.text.value.trim().toLowerCase();
  let shown = 0;
  for (const set of sets) {
    const wanted = (!state || set.dataset.state === state) && (!purpose || set.dataset.purpose === purpose)
      && (!node || set.dataset.node.toLowerCase().includes(node)) && (!text || textOf(set).includes(text));
    set.hidden = !wanted;
    shown += wanted;
  }
  tell(document.getElementById("shown"), shown, sets.length);
}
function reveal() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.tagName === "DETAILS") target.open = true;
}
if (form) {
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", event => event.preventDefault());
  filter();
}
addEventListener("hashchange", reveal);
addEventListener("beforeprint", () => sets.forEach(set => { set.open = true; }));
reveal();
const table = document.querySelector("#inventory table");
function sort(head, column) {
  const descending = head.ariaSort === "ascending";
  const value = row => row.cells[column].textContent;
  const order = head.dataset.number ? (a, b) => value(a) - value(b) : (a, b) => value(a).localeCompare(value(b), document.documentElement.lang, {numeric: true});
  const rows = [...table.tBodies[0].rows].sort((a, b) => descending ? order(b, a) : order(a, b));
  for (const other of head.parentNode.cells) other.ariaSort = null;
  head.ariaSort = descending ? "descending" : "ascending";
  table.tBodies[0].append(...rows);
}
function filterTable(filter) {
  const text = filter.text.value.trim().toLowerCase();
  let shown = 0;
  for (const row of table.tBodies[0].rows) {
    row.hidden = filter.client.checked && !("client" in row.dataset) || !row.textContent.toLowerCase().includes(text);
    shown += !row.hidden;
  }
  tell(filter.querySelector("output"), shown, table.tBodies[0].rows.length);
}
if (table) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head, column));
    head.append(button);
  });
  const filter = document.getElementById("inventory-filter");
  if (filter) {
    filter.hidden = false;
    filter.addEventListener("input", () => filterTable(filter));
    filter.addEventListener("submit", event => event.preventDefault());
    filterTable(filter);
  }
}
const axis = document.getElementById("axis");
if (axis) {
  const {first, last} = axis.dataset;
  const percent = 100 * (Date.now() / 1000 - first) / (last - first);
  if (percent >= 0 && percent <= 100) {
    const draw = (parent, name, attributes) => {
      const drawn = parent.appendChild(document.createElementNS(axis.namespaceURI, name));
      for (const key in attributes) drawn.setAttribute(key, attributes[key]);
      return drawn;
    };
    const x = percent + "%";
    draw(document.getElementById("axis-lines"), "line", {class: "today", x1: x, x2: x, y2: "100%"});
    draw(axis, "text", {class: "today", x, dx: percent > 90 ? -4 : 4, y: "2.5em", "text-anchor": percent > 90 ? "end" : "start"}).textContent = axis.dataset.today;
  }
}
