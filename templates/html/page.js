// What a browser adds to a page that is whole without it: a filter, buttons that copy, and a mark where one is.
// It is the same in every document and language: what it shows stands in <template> elements of the page.
"use strict";

const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const tool = (name) => one(`template[data-tool="${name}"]`)?.content.firstElementChild.cloneNode(true);
const main = one("main");
const references = all("details.reference");

// ---- letters: ä is found by a and by ae, ß by ss, É by e ----

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", "’": "'", "‘": "'", "\u00ad": "", "\u200b": "" };

/** The text in small plain letters, and for each of them where it stands. */
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

// ---- the filter: what does not hold the words is hidden, and its headings stay ----

const HEADED = ".row:has(> .side > :is(h2, h3, h4)), .group";
const BOXES = ".part, .topic, section, table, tbody, .boxed:has(tr)";
const UNITS = ".row, .intro, .stair, .boxed:not(:has(tr)), table:not(.row table) tbody tr, main > :is(p, ul, dl)";

function addFilter(guide) {
  const search = tool("find");
  guide.prepend(search);
  const [field, key] = all("input", search), status = one("[role=status]", search);
  const units = all(UNITS, main).filter((unit) => !unit.matches(".mark, .rest") && !one(".row", unit));
  const boxes = all(BOXES, main).filter((box) => units.some((unit) => box.contains(unit)));
  const texts = new Map(units.map((unit) => [unit, plain(unit.textContent + headings(unit)).text]));
  let before = null; // where the page stood, and which references were open, when the first word was typed

  const filter = () => {
    const words = plain(field.value).text.split(/\s+/).filter(Boolean);
    const holds = (text) => words.every((word) => text.includes(word));
    const found = new Set(units.filter((unit) => holds(texts.get(unit))));
    if (words.length) before ??= { top: scrollY, open: references.map((each) => each.open) };
    document.body.classList.toggle("filtering", words.length > 0);
    for (const box of boxes) box.classList.toggle("missed", !units.some((unit) => found.has(unit) && box.contains(unit)));
    for (const unit of units) {
      unit.classList.toggle("missed", !found.has(unit));
      unit.classList.toggle("head", unit.matches(HEADED) && !unit.parentElement.classList.contains("missed"));
      const rows = all("tr, .rows > div", unit), fit = rows.filter((row) => holds(plain(row.textContent).text));
      for (const row of rows) row.classList.toggle("missed", fit.length > 0 && !fit.includes(row));
    }
    references.forEach((each, i) => { each.open = words.length > 0 || (before ? before.open[i] : each.open); });
    mark(words);
    const seen = [...found].filter((unit) => !isSetAside(unit)).length;
    status.textContent = words.length ? status.dataset[seen ? "found" : "none"].replace("{n}", seen) : "";
    if (words.length) scrollTo({ top: 0, behavior: "instant" });
    else if (before) { scrollTo({ top: before.top, behavior: "instant" }); before = null; }
  };
  const clear = () => { field.value = ""; filter(); };
  field.addEventListener("input", filter);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && field.value) clear();
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || !key.checked) return;
    event.preventDefault(); // or the stroke would be typed
    field.select();
  });
  return clear;
}

/** The headings above a unit: whoever looks for one of them wants all that stands below it. */
function headings(unit) {
  const box = unit.parentElement.closest(BOXES);
  return box ? ` ${one("h2, h3, h4, .group, .head", box)?.textContent} ${headings(box)}` : "";
}

const isSetAside = (unit) => {
  const entry = unit.closest("[data-for]");
  return entry && getComputedStyle(entry).display === "none";
};

/** Mark the words without touching the page; a browser that cannot shows what was found all the same. */
function mark(words) {
  if (!globalThis.CSS?.highlights) return;
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

// ---- a button that copies, beside everything that is there to be said or sent ----

function addCopying() {
  const said = Object.assign(document.createElement("p"), { className: "unseen" });
  said.setAttribute("role", "status");
  main.append(said);
  for (const sample of all(".say")) {
    const button = copyButton(() => sample.innerText, sample, said);
    const wrap = document.createElement(sample.matches("blockquote") ? "div" : "span");
    wrap.className = "said";
    sample.replaceWith(wrap);
    wrap.append(sample, " ", button);
  }
  for (const letter of all(".letter-page")) {
    const body = [...letter.children].slice([...letter.children].indexOf(one("h2", letter)) + 1);
    const button = copyButton(() => body.map((each) => each.innerText).join("\n\n"), one("h2", letter), said);
    one("h2", letter).after(button);
  }
}

function copyButton(text, named, said) {
  const button = tool("copy"), word = button.textContent;
  const name = named.textContent.trim();
  button.setAttribute("aria-label", `${word}: ${name.length > 60 ? `${name.slice(0, 59)}…` : name}`);
  button.addEventListener("click", async () => {
    const told = button.dataset[(await copied(text().trim(), button)) ? "copied" : "refused"];
    said.textContent = button.textContent = told;
    setTimeout(() => { said.textContent = ""; button.textContent = word; }, 3000);
  });
  return button;
}

async function copied(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { // There is no clipboard for a page that did not come by HTTPS: what is selected is copied all the same.
    const area = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, className: "unseen" });
    button.after(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    button.focus();
    return done;
  }
}

// ---- the contents follow; a link into a closed reference opens it; a role stays until another is chosen ----

function follow(panel) {
  const links = all("a", panel), heads = links.map((link) => document.getElementById(link.hash.slice(1)));
  let last = null;
  const here = () => {
    const line = innerHeight + scrollY > document.body.scrollHeight - 9 ? innerHeight : innerHeight / 3;
    const at = heads.findLastIndex((head) => head.offsetParent && head.getBoundingClientRect().top < line);
    if (links[at] === last) return;
    last?.removeAttribute("aria-current");
    last = links[at];
    last?.setAttribute("aria-current", "location");
    if (last) panel.scrollTop = last.offsetTop - panel.clientHeight / 2;
  };
  addEventListener("scroll", () => requestAnimationFrame(here), { passive: true });
  here();
}

function go(hash, clear) {
  const target = document.getElementById(decodeURIComponent(hash.slice(1)));
  const role = target?.closest(".as a");
  if (role) {
    for (const each of all(".as a")) each.toggleAttribute("aria-current", false);
    role.setAttribute("aria-current", "true");
    document.body.dataset.as = role.id;
  } else if (target) {
    if (isSetAside(target)) delete document.body.dataset.as;
    if (target.closest(".missed")) clear();
    const closed = target.closest("details:not([open])");
    if (closed) closed.open = true;
    if (closed) target.scrollIntoView();
  }
}

const guide = one(".guide"), panel = one("#guide");
const clear = guide ? addFilter(guide) : () => {};
for (const each of references) each.open = false;
if (panel) follow(panel);
addCopying();
go(location.hash, clear);
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link) return;
  go(link.hash, clear);
  if (panel?.contains(link)) panel.hidePopover?.();
});
addEventListener("hashchange", () => go(location.hash, clear));
addEventListener("beforeprint", () => { for (const each of references) each.open = true; });
