// The article with its highlights. Text only ever becomes text nodes. Offsets count code points, as Python does.
const KINDS = ["person", "organisation", "place", "group", "other", "quote", "date", "hit"];

// The article and passage that were last shown: a reader is scrolled to them once, not at every run of the page.
const scrolled = new WeakMap();

const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};

const button = (name, text, label, act) => {
  const node = make("button", name, text);
  node.type = "button";
  if (label) node.setAttribute("aria-label", label);
  node.onclick = act;
  return node;
};

// Paragraph bounds in code points: at blank lines, or at every line where the text has none.
const paragraphs = (points) => {
  const found = [];
  const text = points.join("");
  const blank = /\n[^\S\n]*\n/.test(text);
  let start = 0;
  let lines = 0;
  for (let at = 0; at <= points.length; at += 1) {
    if (at === points.length || points[at] === "\n") {
      lines += 1;
      let next = at + 1;
      while (next < points.length && /\s/.test(points[next])) {
        if (points[next] === "\n") lines += 1;
        next += 1;
      }
      if (!blank || lines > 1 || at === points.length) {
        if (points.slice(start, at).some((c) => /\S/.test(c))) found.push([start, at]);
        start = next;
      }
      lines = 0;
      at = Math.max(at, next - 1);
    }
  }
  return found;
};

// Text nodes and nested marks for the stretch [low, high): every boundary of a span starts a new piece.
const fill = (node, points, low, high, spans, marks) => {
  const inside = spans.filter((s) => s.start < high && s.end > low);
  const edges = new Set([low, high]);
  for (const s of inside) edges.add(Math.max(low, s.start)).add(Math.min(high, s.end));
  const cuts = [...edges].sort((a, b) => a - b);
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const text = points.slice(cuts[i], cuts[i + 1]).join("");
    const here = inside.filter((s) => s.start <= cuts[i] && s.end >= cuts[i + 1]);
    if (!here.length) {
      node.appendChild(document.createTextNode(text));
      continue;
    }
    const mark = make("span", "mark " + here.map((s) => "k-" + s.kind).join(" "), text);
    mark.dataset.spans = here.map((s) => s.index).join(" ");
    for (const s of here) {
      if (s.start === cuts[i]) {
        mark.classList.add("first-" + s.kind);
        (marks[s.kind] ??= []).push(mark);
      }
    }
    node.appendChild(mark);
  }
};

// Where a link to a passage leads: this view, with the passage and the version of the pile in it.
const linkTo = (data, start, end, near) => {
  const url = new URL(window.location.href);
  url.hash = "";
  const more = { ...data.link, article: data.article, at: String(start), end: String(end), near };
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  return url.href;
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // no clipboard without https: select the words in a field and copy that
    const field = document.createElement("textarea");
    field.value = text;
    document.body.appendChild(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
};

// What is selected inside a shadow root; browsers differ in whom they tell.
const selected = (root) => {
  const whole = getSelection();
  if (whole && whole.getComposedRanges) {
    let range;
    try { range = whole.getComposedRanges({ shadowRoots: [root] })[0]; } catch { range = whole.getComposedRanges(root)[0]; }
    if (!range) return null;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.collapsed ? null : live;
  }
  const own = (root.getSelection ? root.getSelection() : null) ?? whole;
  return own && own.rangeCount && !own.isCollapsed ? own.getRangeAt(0) : null;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const hidden = new Set(data.hidden);
  const points = Array.from(data.text);
  const spans = data.spans.map((s, index) => ({ ...s, index }));
  const root = make("div", "reader");
  const tools = make("div", "tools");
  const body = make("div", "body");
  const card = make("div", "card");
  card.hidden = true;
  card.setAttribute("role", "dialog");
  tools.setAttribute("role", "toolbar");
  tools.setAttribute("aria-label", "Highlights");
  body.lang = data.language || "";
  body.dir = "auto";
  root.append(tools, body, card);
  const marks = {};
  let cutsShown = data.cutsShown;

  const act = (what) => { card.hidden = true; setTriggerValue("act", what); };

  // -- the text, with what was cut folded in where it stood; neighbours that went for one reason are one fold
  const drawCut = (cut) => {
    const part = make("div", "part");
    part.append(make("p", "", cut.text), button("act", "Put it back", "", () => act({ action: "restore", cut: cut.index })));
    return part;
  };
  const drawCuts = (cuts) => {
    let at = 0;
    while (at < cuts.length) {
      let end = at + 1;
      while (end < cuts.length && cuts[end].reason === cuts[at].reason) end += 1;
      const some = cuts.slice(at, end);
      const words = some.reduce((sum, c) => sum + c.words, 0);
      const box = make("details", "cut");
      const many = some.length > 1 ? `${some.length} parts, ` : "";
      const summary = make("summary", "", `Cut: ${some[0].reason} (${many}${words} ${words === 1 ? "word" : "words"}) `);
      summary.appendChild(make("span", "start", some[0].text.slice(0, 90)));
      box.appendChild(summary);
      for (const cut of some) box.appendChild(drawCut(cut));
      body.appendChild(box);
      at = end;
    }
  };
  const bounds = paragraphs(points);
  const left = [...data.cuts];
  for (const [low, high] of bounds) {
    // a cut from inside a paragraph is shown before it
    const here = [];
    while (left.length && left[0].position < Math.max(high, low + 1)) here.push(left.shift());
    drawCuts(here);
    const paragraph = make("p");
    fill(paragraph, points, low, high, spans, marks);
    paragraph.dataset.start = low;
    body.appendChild(paragraph);
  }
  drawCuts(left);

  // -- toggles, counts, previous and next
  const before = scrolled.get(parentElement);
  const place = before?.article === data.article ? before.place : {};
  const number = (kind) => (place[kind] === undefined ? marks[kind].length : `${place[kind] + 1}/${marks[kind].length}`);
  const step = (kind, by, at) => {
    const all = marks[kind] ?? [];
    if (!all.length) return;
    place[kind] = ((place[kind] ?? (by > 0 ? -1 : 0)) + by + all.length) % all.length;
    at.textContent = number(kind);
    focus(all[place[kind]]);
    if (hidden.delete(kind)) {
      paint();
      act({ action: "hide", kinds: [...hidden] });
    }
  };
  const focus = (mark) => {
    body.querySelectorAll(".now").forEach((n) => n.classList.remove("now"));
    mark.classList.add("now");
    // so that Tab goes on from here and Enter opens its card
    mark.tabIndex = -1;
    mark.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  };
  const paint = () => {
    for (const kind of KINDS) root.classList.toggle("show-" + kind, !hidden.has(kind));
    root.classList.toggle("show-cuts", cutsShown);
    for (const toggle of tools.querySelectorAll(".toggle")) {
      const on = toggle.dataset.kind === "cuts" ? cutsShown : !hidden.has(toggle.dataset.kind);
      toggle.setAttribute("aria-pressed", String(on));
    }
  };
  for (const kind of KINDS) {
    const count = (marks[kind] ?? []).length;
    const word = data.words[kind];
    if (!word || !count) continue;
    const group = make("span", "group");
    const at = make("b", "", String(number(kind)));
    const toggle = button("toggle k-" + kind, "", "", () => {
      if (!hidden.delete(kind)) hidden.add(kind);
      paint();
      act({ action: "hide", kinds: [...hidden] });
    });
    toggle.append(make("i", "swatch"), document.createTextNode(word + " "), at);
    toggle.dataset.kind = kind;
    group.append(
      toggle,
      button("step", "‹", `Previous: ${word}`, () => step(kind, -1, at)),
      button("step", "›", `Next: ${word}`, () => step(kind, 1, at)),
    );
    tools.appendChild(group);
  }
  if (data.cuts.length) {
    const toggle = button("toggle", "", "", () => {
      cutsShown = !cutsShown;
      paint();
      act({ action: "cuts", on: cutsShown });
    });
    toggle.append(document.createTextNode("What was cut "), make("b", "", String(data.cuts.length)));
    toggle.dataset.kind = "cuts";
    tools.appendChild(toggle);
  }
  if (!tools.childElementCount) tools.remove();

  // -- a card for what was clicked, or for a selection
  const open = (anchor, rows, actions) => {
    card.replaceChildren();
    for (const [head, lines] of rows) {
      card.appendChild(make("div", "head", head));
      for (const line of lines) card.appendChild(make("div", "line", line));
    }
    const row = make("div", "acts");
    for (const [label, run] of actions) {
      const each = button("act", label, "", () => run(each));
      row.appendChild(each);
    }
    card.appendChild(row);
    card.hidden = false;
    const box = root.getBoundingClientRect();
    const at = anchor.getBoundingClientRect();
    card.style.top = `${at.bottom - box.top + 6}px`;
    card.style.left = `${Math.max(0, Math.min(at.left - box.left, box.width - card.offsetWidth - 4))}px`;
  };
  const about = (mark) => {
    const here = mark.dataset.spans.split(" ").map((i) => spans[Number(i)]).filter((s) => !hidden.has(s.kind) && s.head);
    if (!here.length) return;
    here.sort((a, b) => (a.end - a.start) - (b.end - b.start));
    const actions = here.flatMap((s) => s.actions.map(([action, label]) => [label, () => act({ action, span: s.index })]));
    open(mark, here.map((s) => [s.head, s.lines]), actions);
  };
  body.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    if (!mark || selected(parentElement.getRootNode())) return;
    about(mark);
    event.stopPropagation();
  });
  const offset = (node, within, last) => {
    const element = node.nodeType === 3 ? node.parentElement : node;
    const paragraph = element.closest ? element.closest("p[data-start]") : null;
    if (!paragraph || !body.contains(paragraph)) {
      // a triple click ends in whatever stands behind the paragraph, a fold or nothing of the article
      const all = [...body.querySelectorAll("p[data-start]")];
      const apart = (p) => node.compareDocumentPosition(p);
      if (!last) {
        const next = all.find((p) => apart(p) === Node.DOCUMENT_POSITION_FOLLOWING);
        return next ? Number(next.dataset.start) : -1;
      }
      const ahead = all.filter((p) => apart(p) === Node.DOCUMENT_POSITION_PRECEDING).pop() ?? (body.contains(node) ? null : all.at(-1));
      return ahead ? Number(ahead.dataset.start) + Array.from(ahead.textContent).length : -1;
    }
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, within);
    return Number(paragraph.dataset.start) + Array.from(range.toString()).length;
  };
  const choose = () => {
    const range = selected(parentElement.getRootNode());
    if (!range) return;
    let start = offset(range.startContainer, range.startOffset, false);
    let end = offset(range.endContainer, range.endOffset, true);
    if (start < 0 || end <= start) return;
    while (start < end && /\s/.test(points[start])) start += 1;
    while (end > start && /\s/.test(points[end - 1])) end -= 1;
    if (end === start) return;
    const text = points.slice(start, end).join("");
    const near = points.slice(start, Math.min(end, start + data.near)).join("");
    const words = text.split(/\s+/).length;
    const said = (done) => (done ? "Copied" : "It could not be copied");
    open(range, [[`${words} ${words === 1 ? "word" : "words"} selected`, []]], [
      ["Copy link to this passage", async (each) => {
        each.textContent = said(await copy(linkTo(data, start, end, near)));
        setTimeout(() => act({ action: "passage", start, end }), 700);
      }],
      ["Copy with its source", async (each) => { each.textContent = said(await copy(`“${text}” ${data.source}`)); }],
      ["Cut this from the article", () => act({ action: "cut", start, end })],
    ]);
  };
  body.addEventListener("mouseup", () => setTimeout(choose));
  body.addEventListener("touchend", () => setTimeout(choose, 250));
  root.addEventListener("keydown", (event) => { if (event.key === "Escape") card.hidden = true; });
  body.addEventListener("mousedown", () => { card.hidden = true; });

  const old = parentElement.querySelector(".reader");
  if (old) old.replaceWith(root);
  else parentElement.appendChild(root);
  paint();
  const target = data.target && body.querySelector(".mark.first-target");
  scrolled.set(parentElement, { article: data.article, target: data.target, place });
  if (target && before?.target !== data.target) requestAnimationFrame(() => focus(target));
  else if (!data.target && before && before.article !== data.article) {
    document.querySelector('[data-testid="stMain"]')?.scrollTo({ top: 0 });
  }
}
