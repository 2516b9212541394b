// The article with its highlights. Text only ever becomes text nodes. Offsets count code points, as Python does.
const KINDS = ["person", "organisation", "place", "group", "other", "quote", "date", "hit"];

// The passage that a reader was scrolled to: once, not at every run of the page.
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

export default function ({ data, parentElement, setTriggerValue }) {
  const stored = () => {
    try { return JSON.parse(sessionStorage.getItem("dateline.highlights")) ?? {}; } catch { return {}; }
  };
  const shown = { ...data.shown, ...stored() };
  const points = Array.from(data.text);
  const spans = data.spans.map((s, index) => ({ ...s, index }));
  const root = make("div", "reader");
  const tools = make("div", "tools");
  const body = make("div", "body");
  const card = make("div", "card");
  card.hidden = true;
  body.lang = data.language || "";
  body.dir = "auto";
  root.append(tools, body, card);
  const marks = {};

  const act = (what) => { card.hidden = true; setTriggerValue("act", what); };

  // -- the text, with what was cut folded in where it stood
  const cutsAt = (low, high, last) => data.cuts.filter((c) => c.position >= low && (c.position < high || last));
  const drawCut = (cut) => {
    const box = make("details", "cut");
    box.append(make("summary", "", `Cut: ${cut.reason} (${cut.words} words)`), make("p", "", cut.text));
    box.appendChild(button("act", "Put it back", "", () => act({ action: "restore", cut: cut.index })));
    return box;
  };
  const bounds = paragraphs(points);
  let from = 0;
  bounds.forEach(([low, high], index) => {
    for (const cut of cutsAt(from, low + 1, false)) body.appendChild(drawCut(cut));
    from = low + 1;
    const paragraph = make("p");
    fill(paragraph, points, low, high, spans, marks);
    paragraph.dataset.start = low;
    body.appendChild(paragraph);
    if (index === bounds.length - 1) for (const cut of cutsAt(from, 0, true)) body.appendChild(drawCut(cut));
  });
  if (!bounds.length) for (const cut of data.cuts) body.appendChild(drawCut(cut));

  // -- toggles, counts, previous and next
  const place = {};
  const step = (kind, by) => {
    const all = marks[kind] ?? [];
    if (!all.length) return;
    place[kind] = ((place[kind] ?? (by > 0 ? -1 : 0)) + by + all.length) % all.length;
    focus(all[place[kind]]);
  };
  const focus = (mark) => {
    body.querySelectorAll(".now").forEach((n) => n.classList.remove("now"));
    mark.classList.add("now");
    mark.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  };
  for (const kind of KINDS) {
    const count = spans.filter((s) => s.kind === kind).length;
    const word = data.words[kind];
    if (!word || !count) continue;
    const group = make("span", "group");
    const toggle = button("toggle k-" + kind, "", "", () => {
      shown[kind] = !shown[kind];
      sessionStorage.setItem("dateline.highlights", JSON.stringify(shown));
      paint();
    });
    toggle.append(make("i", "swatch"), document.createTextNode(word + " "), make("b", "", String(count)));
    toggle.dataset.kind = kind;
    group.append(toggle, button("step", "‹", `Previous: ${word}`, () => step(kind, -1)), button("step", "›", `Next: ${word}`, () => step(kind, 1)));
    tools.appendChild(group);
  }
  if (data.cuts.length) {
    const toggle = button("toggle", "", "", () => {
      shown.cuts = !shown.cuts;
      sessionStorage.setItem("dateline.highlights", JSON.stringify(shown));
      paint();
    });
    toggle.append(document.createTextNode("What was cut "), make("b", "", String(data.cuts.length)));
    toggle.dataset.kind = "cuts";
    tools.appendChild(toggle);
  }
  const paint = () => {
    for (const kind of KINDS) root.classList.toggle("show-" + kind, shown[kind] !== false);
    root.classList.toggle("show-cuts", shown.cuts === true);
    for (const toggle of tools.querySelectorAll(".toggle")) {
      const on = toggle.dataset.kind === "cuts" ? shown.cuts === true : shown[toggle.dataset.kind] !== false;
      toggle.setAttribute("aria-pressed", String(on));
    }
  };

  // -- a card for what was clicked, or for a selection
  const open = (anchor, rows, actions) => {
    card.replaceChildren();
    for (const [head, lines] of rows) {
      card.appendChild(make("div", "head", head));
      for (const line of lines) card.appendChild(make("div", "line", line));
    }
    const row = make("div", "acts");
    for (const [label, run] of actions) row.appendChild(button("act", label, "", run));
    card.appendChild(row);
    card.hidden = false;
    const box = root.getBoundingClientRect();
    const at = anchor.getBoundingClientRect();
    card.style.top = `${at.bottom - box.top + 6}px`;
    card.style.left = `${Math.max(0, Math.min(at.left - box.left, box.width - card.offsetWidth - 4))}px`;
  };
  body.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    if (!mark || !getSelection().isCollapsed) return;
    const here = mark.dataset.spans.split(" ").map((i) => spans[Number(i)]).filter((s) => shown[s.kind] !== false && s.head);
    if (!here.length) return;
    here.sort((a, b) => (a.end - a.start) - (b.end - b.start));
    const actions = here.flatMap((s) => s.actions.map(([action, label]) => [label, () => act({ action, span: s.index })]));
    open(mark, here.map((s) => [s.head, s.lines]), actions);
    event.stopPropagation();
  });
  const offset = (node, within) => {
    const paragraph = (node.nodeType === 3 ? node.parentElement : node).closest("p[data-start]");
    if (!paragraph) return -1;
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, within);
    return Number(paragraph.dataset.start) + Array.from(range.toString()).length;
  };
  body.addEventListener("mouseup", () => setTimeout(() => {
    const root_ = parentElement.getRootNode();
    const selection = (root_.getSelection ? root_.getSelection() : null) ?? getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    if (start < 0 || end <= start) return;
    const chosen = { start, end };
    open(range, [["Selected", [`${end - start} characters`]]], [
      ["Link to this passage", () => act({ action: "passage", ...chosen })],
      ["Cut this from the article", () => act({ action: "cut", ...chosen })],
    ]);
  }));
  root.addEventListener("keydown", (event) => { if (event.key === "Escape") card.hidden = true; });
  body.addEventListener("mousedown", () => { card.hidden = true; });

  const old = parentElement.querySelector(".reader");
  if (old) old.replaceWith(root);
  else parentElement.appendChild(root);
  paint();
  const target = data.target && body.querySelector(".mark.first-target");
  if (target && scrolled.get(parentElement) !== data.target) {
    scrolled.set(parentElement, data.target);
    requestAnimationFrame(() => focus(target));
  }
}
