// Shows the documents anew as they change, and leads from a sentence to its line and from a finding to its sentence.
// Whatever comes from the policy is put in as text, never as markup.
"use strict";
(() => {
  const BLOCKS = "p, li, dt, dd, th, td, h1, h2, h3, h4, blockquote, caption, summary";
  const HEADINGS = "h1, h2, h3, h4";
  const WIDE = 1500;
  const words = document.body.dataset;
  const byId = (id) => document.getElementById(id);
  const panes = [{ element: byId("left"), name: "", version: "" }, { element: byId("right"), name: "", version: "" }];
  let state = null;
  let chosen = "";

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  const fill = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
    element.hidden = !text;
  };

  const sentence = (trouble) => (trouble ? `${trouble.message}\n${trouble.hint}`.trim() : "");

  // ---- which documents are open: kept in the address, so that it outlives a reload of this page

  const remember = () => {
    const open = new URLSearchParams({ left: panes[0].name, beside: panes[1].name });
    history.replaceState(null, "", `?${open}`);
  };

  const put = (pane, name) => {
    if (pane.name === name) return;
    pane.name = name;
    pane.version = "";
    frames(pane).forEach((frame) => frame.remove());
  };

  const open = (pane, name) => {
    put(pane, name);
    remember();
    show();
  };

  const begin = (names) => {
    const asked = new URLSearchParams(location.search);
    const first = words.first.split(" ").filter((name) => names.includes(name));
    const left = [asked.get("left"), ...first, names[0]].find((name) => names.includes(name)) || "";
    const wide = first[1] || (innerWidth >= WIDE ? names.find((name) => name !== left) : "");
    const beside = asked.has("beside") ? asked.get("beside") : wide;
    put(panes[0], left);
    put(panes[1], names.includes(beside) && beside !== left ? beside : "");
    if (left) remember();
  };

  // ---- everything beside the pages

  const show = () => {
    const names = Object.keys(state.documents);
    if (!names.includes(panes[0].name)) begin(names);
    if (!names.includes(panes[1].name)) put(panes[1], "");
    fill(byId("status"), state.status);
    fill(byId("trouble"), sentence(state.trouble));
    showChoices(names);
    showFindings();
    panes.forEach(showPane);
  };

  const showChoices = (names) => {
    const tabs = byId("tabs");
    const there = [...tabs.querySelectorAll("button")].map((button) => button.value);
    if (there.join() !== names.join()) {
      tabs.replaceChildren(...names.map((name) => {
        const item = make("li");
        const button = make("button", "", state.documents[name].title);
        button.type = "button";
        button.value = name;
        button.addEventListener("click", () => open(panes[0], name));
        item.append(button);
        return item;
      }));
      const beside = byId("beside");
      beside.replaceChildren(beside.options[0], ...names.map((name) => new Option(state.documents[name].title, name)));
    }
    for (const button of tabs.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === panes[0].name));
    }
    byId("beside").value = panes[1].name;
  };

  const showFindings = () => {
    const list = byId("findings");
    const focused = document.activeElement && document.activeElement.dataset.key;
    list.replaceChildren(...state.findings.map((finding) => {
      const item = make("li");
      const button = make("button", "finding");
      button.type = "button";
      button.dataset.key = finding.key;
      button.setAttribute("aria-expanded", String(finding.key === chosen));
      button.append(
        make("span", "label", finding.label), " ", make("span", "line", finding.title),
        make("span", "message", finding.message), make("span", "hint", finding.hint),
      );
      button.addEventListener("click", () => choose(finding));
      item.append(button);
      if (finding.key === chosen) item.append(...whereabouts(finding), make("p", "rule", finding.rule));
      return item;
    }));
    if (focused) [...list.querySelectorAll("button")].find((button) => button.dataset.key === focused)?.focus();
  };

  const choose = (finding) => {
    chosen = chosen === finding.key ? "" : finding.key;
    showFindings();
    if (chosen) scrollTo(finding);
  };

  const whereabouts = (place) => {
    const lines = make("ol", "lines");
    for (const line of place.lines) {
      const item = make("li", line.here ? "here" : "");
      item.append(make("span", "", String(line.number)), make("span", "", line.text));
      lines.append(item);
    }
    return [make("p", "path", place.path), lines];
  };

  const answer = (found) => {
    const parts = found.said ? [make("p", "said", found.said)] : [];
    found.places.forEach((place, number) => {
      if (number === 1) parts.push(make("p", "note", words.also));
      const where = make("div", "where");
      where.append(make("b", "", place.title), ...whereabouts(place));
      for (const index of place.findings) {
        const finding = state.findings[index];
        if (finding) where.append(make("p", "", `${finding.label}: ${finding.message} ${finding.hint}`.trim()));
      }
      parts.push(where);
    });
    byId("answer").replaceChildren(...parts);
    byId("place").scrollIntoView({ block: "nearest" });
  };

  const ask = async (query) => {
    const response = await fetch(`line?${new URLSearchParams(query)}`);
    if (response.ok) answer(await response.json());
  };

  // ---- the pages: another one is loaded out of sight, and takes the place of the first once it stands where that stood

  const frames = (pane) => [...pane.element.querySelectorAll("iframe")];

  const showPane = (pane) => {
    const known = state.documents[pane.name];
    pane.element.hidden = pane !== panes[0] && !known;
    if (!known) return;
    pane.element.setAttribute("aria-label", known.title);
    const [mark, trouble] = pane.element.querySelectorAll(".mark, .trouble");
    fill(mark, known.mark);
    fill(trouble, sentence(known.trouble));
    if (known.version && known.version !== pane.version) load(pane, known);
    else if (!known.version && !known.trouble) load(pane, known);
  };

  const load = (pane, known) => {
    pane.version = known.version;
    frames(pane).filter((frame) => frame.classList.contains("coming")).forEach((frame) => frame.remove());
    const before = frames(pane)[0];
    const frame = make("iframe", "coming");
    // What may run in a page, the policy that it is sent with says: the script of policyctl's own templates, and none
    // of others. Scripts are allowed here, since some browsers tell nobody of a click in a frame that may run none.
    frame.setAttribute("sandbox", "allow-same-origin allow-scripts");
    frame.title = words.page.replace("{name}", known.title);
    const hash = before?.contentWindow?.location.hash || "";
    frame.addEventListener("load", () => {
      const page = frame.contentDocument;
      if (!page || !frame.isConnected) return;
      if (before?.isConnected) keepPlace(before, frame);
      page.addEventListener("click", (event) => clicked(event, page, pane));
      const focused = document.activeElement === before;
      frame.classList.remove("coming");
      frames(pane).filter((other) => other !== frame).forEach((other) => other.remove());
      if (focused) frame.focus();
      if (!known.version) refresh();
    });
    frame.src = `document/${encodeURIComponent(pane.name)}?version=${known.version}${hash}`;
    pane.element.querySelector(".frames").append(frame);
  };

  const details = (page) => [...page.querySelectorAll("details")];

  const keepPlace = (before, after) => {
    const [old, page] = [before.contentDocument, after.contentDocument];
    if (!old) return;
    const opened = new Map(details(old).map((each, number) => [each.id || number, each.open]));
    details(page).forEach((each, number) => {
      const was = opened.get(each.id || number);
      if (was !== undefined) each.open = was;
    });
    const [from, to] = [before.contentWindow, after.contentWindow];
    const above = [...old.querySelectorAll("[id]")].filter((each) => each.getBoundingClientRect().top <= 1).pop();
    const same = above && page.getElementById(above.id);
    const moved = same ? same.getBoundingClientRect().top - above.getBoundingClientRect().top : from.scrollY - to.scrollY;
    to.scrollTo({ left: from.scrollX, top: from.scrollY ? to.scrollY + moved : 0, behavior: "instant" });
  };

  // ---- from a sentence to its line

  const textOf = (block) => {
    // The text of a block in which each block within it stands in a line of its own, and where each piece begins.
    const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const starts = new Map();
    let text = "";
    let within = block;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const inner = node.parentElement.closest(BLOCKS);
      if (inner !== within) text += "\n";
      within = inner;
      starts.set(node, text.length);
      text += node.data;
    }
    return { text, starts };
  };

  const caretAt = (page, event) => {
    if (page.caretPositionFromPoint) {
      const caret = page.caretPositionFromPoint(event.clientX, event.clientY);
      return caret && { node: caret.offsetNode, offset: caret.offset };
    }
    const range = page.caretRangeFromPoint?.(event.clientX, event.clientY);
    return range && { node: range.startContainer, offset: range.startOffset };
  };

  const before = (page, selector, block) =>
    [...page.querySelectorAll(selector)].filter(
      (each) => each === block || each.contains(block) || each.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).pop();

  const clicked = (event, page, pane) => {
    const target = event.target.nodeType === Node.TEXT_NODE ? event.target.parentElement : event.target;
    const link = target.closest("a[href]");
    if (link && !link.getAttribute("href").startsWith("#")) event.preventDefault();
    const block = target.closest(BLOCKS);
    if (!block || target.closest("button, input, select, textarea")) return;
    const { text, starts } = textOf(block);
    const caret = caretAt(page, event);
    const at = caret && starts.has(caret.node) ? starts.get(caret.node) + caret.offset : 0;
    const head = block.closest("tr, li, .row, dl > div")?.querySelector("th, td, dt, p, h2, h3, h4");
    const heading = before(page, HEADINGS, block);
    const near = [head, heading].map((each) => each?.textContent.trim().slice(0, 200) || "");
    light(block);
    ask({ text: text.slice(Math.max(at - 1000, 0), at + 1000), at: Math.min(at, 1000), anchor: before(page, "[id]", block)?.id || "", near: near.join("\n"), document: pane.name });
  };

  const light = (block) => {
    for (const pane of panes) {
      for (const frame of frames(pane)) {
        frame.contentDocument?.querySelectorAll("[data-lit]").forEach((each) => {
          each.style.outline = "";
          delete each.dataset.lit;
        });
      }
    }
    block.dataset.lit = "";
    block.style.outline = "2px solid currentColor";
    block.style.outlineOffset = "3px";
  };

  // ---- from a finding to its sentence

  const letters = (text) => (text.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}]+/gu) || []).join(" ");

  const scrollTo = (finding) => {
    const wanted = letters(finding.words.replace(/\]\([^()\s]*\)/g, " "));
    const pieces = wanted ? [wanted, ...finding.words.split(/[.!?\n]\s*/).map(letters).filter((each) => each.includes(" "))] : [];
    for (const pane of panes) {
      const page = frames(pane)[0]?.contentDocument;
      if (!page) continue;
      const blocks = [...page.querySelectorAll(BLOCKS)].map((block) => [block, ` ${letters(textOf(block).text)} `]);
      for (const piece of pieces) {
        const found = blocks.filter(([, text]) => text.includes(` ${piece} `)).sort((a, b) => a[1].length - b[1].length)[0];
        if (!found) continue;
        for (let outer = found[0].closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
        found[0].scrollIntoView({ block: "center" });
        light(found[0]);
        return;
      }
    }
    const item = [...byId("findings").querySelectorAll("button")].find((button) => button.dataset.key === chosen);
    item?.after(make("p", "note", words.away));
  };

  // ---- what is told by the program

  let asked = 0;
  const refresh = async () => {
    const number = ++asked;
    const response = await fetch("state");
    if (!response.ok || number !== asked) return;
    state = await response.json();
    if (state.language !== document.documentElement.lang) location.reload();
    else show();
  };

  byId("beside").addEventListener("change", (event) => open(panes[1], event.target.value));
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = byId("words").value.slice(0, 1000);
    if (text.trim()) ask({ text, at: text.search(/\S/), anchor: "", near: "", document: panes[0].name });
  });
  const events = new EventSource("events");
  events.addEventListener("edition", refresh);
  events.addEventListener("end", () => {
    events.close();
    fill(byId("status"), words.ended);
  });
})();
