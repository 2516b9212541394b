const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text) node.textContent = text;
  return node;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const root = make("div", "hits");
  data.rows.forEach((row, index) => {
    if (row.group) root.appendChild(make("h4", "", row.group));
    const item = make("article");
    const link = (name, at, pieces) => {
      const node = make("a", name);
      node.href = row.hrefs[at];
      for (const [text, kind] of pieces) {
        node.appendChild(kind ? make("mark", kind, text) : document.createTextNode(text));
      }
      node.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        setTriggerValue("open", { row: index, at });
      });
      return node;
    };
    const head = make("div", "head");
    head.append(link("title", 0, row.title), make("span", "meta", row.meta));
    item.appendChild(head);
    row.snippets.forEach((pieces, n) => item.appendChild(link("snippet", n + 1, pieces)));
    if (row.lead) item.appendChild(make("div", "lead", row.lead));
    if (row.more) item.appendChild(link("more", row.snippets.length + 1, [[row.more, ""]]));
    root.appendChild(item);
  });
  const old = parentElement.querySelector(".hits");
  if (old) old.replaceWith(root);
  else parentElement.appendChild(root);
}
