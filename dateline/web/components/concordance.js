const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text) node.textContent = text;
  return node;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const root = make("div", "lines");
  const head = make("div", "line head");
  for (const [name, label] of data.heads) {
    const cell = make("div", name);
    const button = make("button", "", label);
    button.type = "button";
    button.setAttribute("aria-pressed", name === data.by ? "true" : "false");
    button.title = "Sort by this";
    button.onclick = () => setTriggerValue("sort", name);
    cell.appendChild(button);
    head.appendChild(cell);
  }
  root.appendChild(head);
  data.rows.forEach(([left, hit, right, when, where, href], index) => {
    const line = make("a", "line");
    line.href = href;
    line.title = where;
    const before = make("div", "left");
    before.appendChild(make("span", "", left));
    const found = make("div", "hit");
    found.appendChild(make("mark", "", hit));
    line.append(before, found, make("div", "right", right), make("div", "date", when));
    line.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      setTriggerValue("open", index);
    });
    root.appendChild(line);
  });
  const old = parentElement.querySelector(".lines");
  if (old) old.replaceWith(root);
  else parentElement.appendChild(root);
}
