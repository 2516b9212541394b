const SPACE = "http://www.w3.org/2000/svg";
// The marks of figures/colours.py, one a theme: colour never carries meaning alone.
const MARKS = [
  "M6 1a5 5 0 1 0 .01 0z", "M1.5 1.5h9v9h-9z", "M6 0l6 6-6 6-6-6z", "M6 1l5.6 10H.4z",
  "M6 .4l1.7 3.7 4 .5-3 2.7.8 4L6 9.3l-3.5 2 .8-4-3-2.7 4-.5z", "M3.2 1h5.6l2.8 5-2.8 5H3.2L.4 6z",
];

const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};

const svg = (width, height, name) => {
  const node = document.createElementNS(SPACE, "svg");
  node.setAttribute("viewBox", `0 0 ${width} ${height}`);
  node.setAttribute("aria-hidden", "true");
  node.setAttribute("class", name);
  return node;
};

const mark = (rank) => {
  const node = svg(12, 12, `mark m${rank % MARKS.length}`);
  const path = document.createElementNS(SPACE, "path");
  path.setAttribute("d", MARKS[rank % MARKS.length]);
  node.appendChild(path);
  return node;
};

const spark = (values, rank, most) => {
  const node = svg(100, 22, "spark over");
  node.setAttribute("preserveAspectRatio", "none");
  const step = 100 / Math.max(1, values.length);
  values.forEach((value, at) => {
    const bar = document.createElementNS(SPACE, "rect");
    const high = value ? Math.max(2, (21 * value) / most) : 0.8;
    bar.setAttribute("x", (at * step + step * 0.1).toFixed(2));
    bar.setAttribute("width", (step * 0.8).toFixed(2));
    bar.setAttribute("y", (22 - high).toFixed(2));
    bar.setAttribute("height", high.toFixed(2));
    bar.setAttribute("class", value ? (rank < 0 ? "m5" : `m${rank % MARKS.length}`) : "none");
    node.appendChild(bar);
  });
  return node;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const list = make("div", data.narrow ? "topics narrow" : "topics");
  const head = make("div", "row head");
  head.append(make("span", "", data.heads[0]), make("span", "over", data.heads[1]));
  head.append(make("span", "count", data.heads[2]), make("span", "share", data.heads[3]), make("span", "onlyhead"));
  list.appendChild(head);
  data.rows.forEach((row, index) => {
    const line = make("div", `row ${row.kind}${row.now ? " now" : ""}`);
    const link = make("a", "open");
    link.href = row.href;
    if (row.now) link.setAttribute("aria-current", "true");
    const name = make("span", "name");
    if (row.rank >= 0 && row.marked) name.appendChild(mark(row.rank));
    name.appendChild(make("span", "word", row.name));
    if (row.note) name.appendChild(make("span", "note", row.note));
    const most = Math.max(1, ...row.trend);
    link.append(name, row.trend.length ? spark(row.trend, row.rank, most) : make("span", "over"));
    link.append(make("span", "count", row.count.toLocaleString("en")), make("span", "share", row.share));
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      setTriggerValue("open", index);
    });
    line.appendChild(link);
    if (row.only !== null) {
      const only = make("button", "only", row.only ? "In filters ×" : "Only this");
      only.type = "button";
      only.setAttribute("aria-pressed", row.only ? "true" : "false");
      only.setAttribute("aria-label", `${row.only ? "Lift the filter" : "Only articles of"} ${row.name}`);
      only.addEventListener("click", () => setTriggerValue("only", index));
      line.appendChild(only);
    }
    list.appendChild(line);
  });
  const old = parentElement.querySelector(".topics");
  if (old) old.replaceWith(list);
  else parentElement.appendChild(list);
}
