const SPACE = "http://www.w3.org/2000/svg";
// The marks of figures/colours.py: colour never carries meaning alone.
const MARKS = {
  person: "M6 1a5 5 0 1 0 .01 0z", organisation: "M1.5 1.5h9v9h-9z", place: "M6 0l6 6-6 6-6-6z",
  group: "M6 1l5.6 10H.4z", other: "M6 .4l1.7 3.7 4 .5-3 2.7.8 4L6 9.3l-3.5 2 .8-4-3-2.7 4-.5z",
};
const KIND = { PERSON: "person", ORG: "organisation", GPE: "place", LOC: "place", FAC: "place", NORP: "group" };

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

const mark = (label) => {
  const kind = KIND[label] || "other";
  const node = svg(12, 12, `mark ${kind}`);
  const path = document.createElementNS(SPACE, "path");
  path.setAttribute("d", MARKS[kind]);
  node.appendChild(path);
  return node;
};

const spark = (values) => {
  const node = svg(100, 22, "spark");
  node.setAttribute("preserveAspectRatio", "none");
  const most = Math.max(1, ...values);
  const step = 100 / Math.max(1, values.length);
  values.forEach((value, at) => {
    const bar = document.createElementNS(SPACE, "rect");
    const high = value ? Math.max(2, (21 * value) / most) : 0.8;
    bar.setAttribute("x", (at * step + step * 0.1).toFixed(2));
    bar.setAttribute("width", (step * 0.8).toFixed(2));
    bar.setAttribute("y", (22 - high).toFixed(2));
    bar.setAttribute("height", high.toFixed(2));
    if (!value) bar.setAttribute("class", "none");
    node.appendChild(bar);
  });
  return node;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const drawn = data.rows.some((row) => row.trend.length);
  const list = make("div", "ranking");
  list.style.setProperty("--counts", data.heads.length);
  list.classList.toggle("plain", !drawn);
  const head = make("div", "row head");
  head.append(make("span", "name"), ...(drawn ? [make("span", "", data.trend)] : []));
  head.append(...data.heads.map((word) => make("span", "count", word)));
  list.appendChild(head);
  data.rows.forEach((row, index) => {
    const link = make("a", "row");
    link.href = row.href;
    if (row.now) link.setAttribute("aria-current", "true");
    const name = make("span", "name");
    name.append(...(row.label ? [mark(row.label)] : []), make("span", "word", row.name));
    name.title = row.name;
    link.appendChild(name);
    if (drawn) link.appendChild(spark(row.trend));
    link.append(...row.counts.map((n) => make("span", "count", n.toLocaleString("en"))));
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      setTriggerValue("open", index);
    });
    list.appendChild(link);
  });
  const old = parentElement.querySelector(".ranking");
  if (old) old.replaceWith(list);
  else parentElement.appendChild(list);
}
