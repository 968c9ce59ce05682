// What a browser adds to a page that is whole without it: a filter, buttons that copy, and a mark where one is.
// It is the same in every document and language: what it shows stands in <template> elements of the page.
"use strict";

const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const tool = (name) => one(`template[data-tool="${name}"]`).content.firstElementChild.cloneNode(true);
const main = one("main"), panel = one("#guide"), references = all("details.reference");

// ---- the filter: what does not hold the words is hidden, and the headings of what does stay ----

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", "’": "'", "‘": "'", "\u00ad": "" };
const BOXES = ".part, .topic, section, table, tbody, .boxed:has(tr)";
const UNITS = ".row, .intro, .stair, .boxed:not(:has(tr)), table:not(.row table) tbody tr, main > :is(p, ul, dl)";
const HEADED = ".row:has(> .side > :is(h2, h3, h4)), .group";

/** The text in small plain letters, and for each where it stands: ä is found by a and by ae, ß by ss, É by e. */
function plain(text) {
  const letters = [], places = [];
  let place = 0;
  for (const sign of text) {
    const small = sign.toLowerCase();
    for (const letter of (LETTERS[small] ?? small.normalize("NFD").replace(/\p{M}/gu, "")).split("")) {
      if (letter === "e" && "aou".includes(letters.at(-1))) continue;
      letters.push(letter);
      places.push(place);
    }
    place += sign.length;
  }
  return { text: letters.join(""), places };
}

/** The headings above a unit: whoever looks for one of them wants all that stands below it. */
function headings(unit) {
  const box = unit.parentElement.closest(BOXES);
  return box ? ` ${one("h2, h3, h4, .group, .head", box)?.textContent} ${headings(box)}` : "";
}

function isSetAside(element) {
  const entry = element.closest("[data-for]");
  return entry && getComputedStyle(entry).display === "none";
}

function addFilter() {
  const search = tool("find"), [field, key] = all("input", search), status = one("[role=status]", search);
  const units = all(UNITS, main).filter((unit) => !unit.matches(".mark, .rest") && !one(".row", unit));
  const boxes = all(BOXES, main).filter((box) => units.some((unit) => box.contains(unit)));
  const texts = new Map(units.map((unit) => [unit, plain(unit.textContent + headings(unit)).text]));
  let before = null; // Where the page stood, and which references were open, when the first word was typed.
  const filter = () => {
    const words = plain(field.value).text.split(/\s+/).filter(Boolean);
    const holds = (text) => words.every((word) => text.includes(word));
    const found = new Set(units.filter((unit) => holds(texts.get(unit))));
    const within = (box) => units.some((unit) => found.has(unit) && box.contains(unit));
    if (words.length) before ??= { top: scrollY, open: references.filter((each) => each.open) };
    document.body.classList.toggle("filtering", words.length > 0);
    for (const box of boxes) box.classList.toggle("missed", !within(box));
    for (const unit of units) {
      const rows = all("tr, .rows > div", unit), fit = rows.filter((row) => holds(plain(row.textContent).text));
      for (const row of rows) row.classList.toggle("missed", fit.length > 0 && !fit.includes(row));
      unit.classList.toggle("missed", !found.has(unit));
      unit.classList.toggle("head", unit.matches(HEADED) && !unit.parentElement.classList.contains("missed"));
    }
    for (const each of references) each.open = words.length > 0 || Boolean(before?.open.includes(each));
    mark(words);
    const seen = [...found].filter((unit) => !isSetAside(unit)).length;
    status.textContent = words.length ? status.dataset[seen ? "found" : "none"].replace("{n}", seen) : "";
    if (before) scrollTo({ top: words.length ? 0 : before.top, behavior: "instant" });
    if (!words.length) before = null;
  };
  one(".guide").prepend(search);
  field.addEventListener("input", filter);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || !key.checked) return;
    event.preventDefault(); // The stroke would be typed.
    field.select();
  });
  const clear = () => { if (field.value) { field.value = ""; filter(); } };
  return clear;
}

/** Mark the words without touching the page; a browser that cannot shows what was found all the same. */
function mark(words) {
  if (!CSS.highlights) return;
  const ranges = [], texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (words.length && texts.nextNode()) {
    const node = texts.currentNode, { text, places } = plain(node.data);
    for (const word of node.parentElement.closest(".copy") ? [] : words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, places[at]);
        range.setEnd(node, places[at + word.length] ?? node.length);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}

// ---- a button that copies, beside all that is there to be said, and over every letter ----

function addCopying() {
  const status = Object.assign(document.createElement("p"), { className: "unseen", role: "status" });
  main.append(status);
  for (const sample of all(".say")) {
    const said = document.createElement(sample.matches("blockquote") ? "div" : "span");
    said.className = "said";
    sample.replaceWith(said);
    said.append(sample, " ", copyButton(sample.textContent, () => sample.innerText, status));
  }
  for (const head of all(".letter-page > h2")) {
    const body = all(":scope > h2 ~ *", head.parentElement);
    head.after(copyButton(head.textContent, () => body.map((each) => each.innerText).join("\n\n"), status));
  }
}

function copyButton(name, text, status) {
  const button = tool("copy"), word = button.textContent, words = name.trim();
  button.setAttribute("aria-label", `${word}: ${words.length > 60 ? `${words.slice(0, 59)}…` : words}`);
  button.addEventListener("click", async () => {
    const told = (await copy(text().trim(), button)) ? "copied" : "refused";
    status.textContent = button.textContent = button.dataset[told];
    setTimeout(() => { status.textContent = ""; button.textContent = word; }, 3000);
  });
  return button;
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { // Some browsers give no clipboard to a file; what is selected is copied all the same.
    const area = Object.assign(document.createElement("textarea"), { value: text, className: "unseen" });
    button.after(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    button.focus();
    return done;
  }
}

// ---- the contents follow; a link into a closed reference opens it; a role stays until another is chosen ----

function follow() {
  const links = all("a", panel), heads = links.map((link) => document.getElementById(link.hash.slice(1)));
  let last = null;
  const here = () => {
    const line = innerHeight + scrollY > document.body.scrollHeight - 9 ? innerHeight : innerHeight / 3;
    const now = links[heads.findLastIndex((head) => head.offsetParent && head.getBoundingClientRect().top < line)];
    if (now === last) return;
    last?.removeAttribute("aria-current");
    now?.setAttribute("aria-current", "location");
    if (now) panel.scrollTop = now.offsetTop - panel.clientHeight / 2;
    last = now;
  };
  addEventListener("scroll", () => requestAnimationFrame(here), { passive: true });
  here();
}

function go(hash) {
  const target = document.getElementById(hash.slice(1));
  if (target?.matches(".as a")) {
    one(".as [aria-current]")?.removeAttribute("aria-current");
    target.setAttribute("aria-current", "true");
    document.body.dataset.as = target.id;
  } else if (target) {
    if (isSetAside(target)) delete document.body.dataset.as;
    if (target.closest(".missed")) clear();
    const closed = target.closest("details:not([open])");
    if (closed) closed.open = true;
    if (closed) target.scrollIntoView();
  }
}

const clear = panel ? addFilter() : () => {};
for (const each of references) each.open = false;
if (panel) follow();
addCopying();
go(location.hash);
addEventListener("hashchange", () => go(location.hash));
addEventListener("beforeprint", () => { for (const each of references) each.open = true; });
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link) go(link.hash);
  if (link && panel?.contains(link)) panel.hidePopover?.();
});
