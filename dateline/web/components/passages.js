export default function ({ data, parentElement, setTriggerValue }) {
  const make = (tag, name, text) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (text) node.textContent = text;
    return node;
  };
  const list = make("ol", data.look);
  data.rows.forEach((row, index) => {
    const item = make("li");
    const link = make("a");
    link.href = row.href;
    const said = make("div", "said");
    for (const [text, kind] of row.pieces) {
      said.appendChild(kind ? make("span", kind, text) : document.createTextNode(text));
    }
    const from = make("div", "from");
    const gap = data.look === "cards" || !row.meta ? "" : " · ";
    from.append(make("b", "", row.title), document.createTextNode(gap + row.meta));
    if (data.look === "cards") link.append(from, said);
    else link.append(said, from);
    if (row.note) link.appendChild(make("div", "note", row.note));
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      setTriggerValue("open", index);
    });
    item.appendChild(link);
    list.appendChild(item);
  });
  const old = parentElement.querySelector("ol");
  if (old) old.replaceWith(list);
  else parentElement.appendChild(list);
}
