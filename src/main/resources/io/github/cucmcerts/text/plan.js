"use strict";
const bar = document.getElementById("progress");
const steps = [...document.querySelectorAll("li.todo")];
const key = "cucm-certs:" + document.body.dataset.plan;
const offset = 1000 * document.body.dataset.offset;
const boxes = new Map();
const fields = new Map();
// the texts of the page, with places in braces
const text = (name, values) => bar.dataset[name].replace(/\{(\w+)\}/g, (place, value) => values[value]);
let saved = {times: {}, numbers: {}};
function moment(time) {
  const utc = new Date(time).toISOString();
  const own = new Date(time + offset).toISOString().slice(0, 16).replace("T", " ");
  return offset ? own + " (" + utc.slice(11, 16) + " UTC)" : own + " UTC";
}
function load() {
  try {
    saved = JSON.parse(localStorage.getItem(key)) || saved;
  } catch {
    document.getElementById("not-saved").hidden = false;
  }
}
function save() {
  try {
    localStorage.setItem(key, JSON.stringify(saved));
  } catch {
    document.getElementById("not-saved").hidden = false;
  }
}
function show() {
  for (const [name, box] of boxes) {
    box.checked = name in saved.times;
    const place = box.closest("p, li");
    let time = place.querySelector(":scope > time");
    if (!box.checked) {
      time?.remove();
      continue;
    }
    if (!time) time = place.appendChild(document.createElement("time"));
    time.dateTime = new Date(saved.times[name]).toISOString();
    time.textContent = moment(saved.times[name]);
  }
  const first = {};
  for (const [name, field] of fields) {
    if (field !== document.activeElement) field.value = saved.numbers[name] ?? "";
    field.placeholder = first[field.dataset.node] ?? "";
    first[field.dataset.node] ??= saved.numbers[name];
  }
  const open = steps.filter(step => !boxes.get(step.id).checked);
  steps.forEach(step => {
    step.classList.toggle("done", !open.includes(step));
    step.classList.toggle("next", step === open[0]);
  });
  bar.querySelector("progress").value = steps.length - open.length;
  bar.querySelector("output").textContent = text(open.length ? "some" : "all", {done: steps.length - open.length, all: steps.length});
  const link = bar.querySelector(".goto");
  link.hidden = !open.length;
  if (open.length) {
    link.href = "#" + open[0].id;
    link.textContent = text("next", {step: open[0].id.slice("step-".length)});
  }
}
function tick(name, on) {
  if (on) saved.times[name] ??= Date.now();
  else delete saved.times[name];
}
function ticked(step, name, on) {
  load();
  tick(name, on);
  const nodes = [...boxes.keys()].filter(other => other.startsWith(step.id + "/"));
  if (name === step.id && on) nodes.forEach(node => tick(node, true));
  if (name !== step.id) tick(step.id, nodes.every(node => node in saved.times));
  save();
  show();
}
function offerNumber(label, name) {
  const place = [...label.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.includes("…………"));
  if (!place) return;
  const field = document.createElement("input");
  field.className = "number";
  const [before, after] = place.data.split("…………");
  field.dataset.node = label.querySelector("code")?.textContent ?? before.replace(/[:：] *$/, "").trim();
  field.setAttribute("aria-label", text("phones", {node: field.dataset.node}));
  place.replaceWith(before, field, after);
  fields.set(name, field);
  field.addEventListener("input", () => {
    load();
    saved.numbers[name] = field.value;
    save();
    show();
  });
}
async function copy(button, copy) {
  let copied = true;
  try {
    await navigator.clipboard.writeText(copy);
  } catch {
    const area = document.body.appendChild(document.createElement("textarea"));
    area.value = copy;
    area.select();
    copied = document.execCommand("copy");
    area.remove();
  }
  button.textContent = text(copied ? "copied" : "notCopied");
  setTimeout(() => { button.textContent = text("copy"); }, 2000);
}
function offerCopy(code) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text("copy");
  button.setAttribute("aria-label", text("copyText", {text: code.textContent}));
  button.addEventListener("click", () => copy(button, code.textContent));
  const label = code.closest("label");
  if (label) label.parentNode.append(button);
  else code.after(button);
}
function confirmReset(button) {
  if (button.dataset.sure) {
    saved = {times: {}, numbers: {}};
    save();
    show();
  }
  button.dataset.sure = button.dataset.sure ? "" : "yes";
  button.textContent = button.dataset.sure ? text("sure") : button.dataset.name;
}
if (bar) {
  for (const step of steps) {
    [...step.querySelectorAll("input")].forEach((box, index) => {
      const name = index ? step.id + "/" + index : step.id;
      boxes.set(name, box);
      box.addEventListener("change", () => ticked(step, name, box.checked));
      offerNumber(box.closest("label"), name);
    });
    step.addEventListener("click", event => {
      if (!event.target.closest("a, button, label, .ticks") && getSelection().isCollapsed) boxes.get(step.id).click();
    });
  }
  document.querySelectorAll("code.copied").forEach(offerCopy);
  const reset = bar.querySelector("button");
  reset.dataset.name = reset.textContent;
  reset.addEventListener("click", () => confirmReset(reset));
  reset.addEventListener("blur", () => {
    reset.dataset.sure = "";
    reset.textContent = reset.dataset.name;
  });
  addEventListener("storage", () => { load(); show(); });
  bar.querySelector("progress").max = steps.length;
  bar.hidden = false;
  document.body.classList.add("scripted");
  load();
  save();
  show();
}
