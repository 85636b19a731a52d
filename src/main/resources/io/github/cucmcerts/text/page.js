"use strict";
const form = document.getElementById("filter");
const sets = [...document.querySelectorAll("details.set")];
const words = new Map();
function textOf(set) {
  if (!words.has(set)) words.set(set, set.textContent.toLowerCase());
  return words.get(set);
}
function filter() {
  const state = form.state.value, purpose = form.purpose.value;
  const node = form.node.value.trim().toLowerCase(), text = form.text.value.trim().toLowerCase();
  let shown = 0;
  for (const set of sets) {
    const wanted = (!state || set.dataset.state === state) && (!purpose || set.dataset.purpose === purpose)
      && (!node || set.dataset.node.toLowerCase().includes(node)) && (!text || textOf(set).includes(text));
    set.hidden = !wanted;
    shown += wanted;
  }
  document.getElementById("shown").textContent = shown + " of " + sets.length;
}
function reveal() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.tagName === "DETAILS") target.open = true;
}
form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", event => event.preventDefault());
addEventListener("hashchange", reveal);
addEventListener("beforeprint", () => sets.forEach(set => { set.open = true; }));
filter();
reveal();
