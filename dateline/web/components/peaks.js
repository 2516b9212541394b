const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const list = make("ol", "peaks");
  const button = (name, text, act) => {
    const node = make("button", name, text);
    node.type = "button";
    node.onclick = () => setTriggerValue("act", act);
    return node;
  };
  data.rows.forEach((row, index) => {
    const item = make("li");
    if (row.sign) item.appendChild(make("span", "sign", row.sign));
    const body = make("div", "body");
    const head = make("div", "head");
    head.append(make("b", "", row.when), make("span", "size", row.size));
    const acts = make("span", "acts");
    for (const [act, label, on] of row.acts) {
      const node = button("act", label, { act, row: index });
      node.setAttribute("aria-pressed", on ? "true" : "false");
      acts.appendChild(node);
    }
    head.appendChild(acts);
    body.appendChild(head);
    const made = make("div", "made");
    row.names.forEach((name, at) => made.appendChild(button("name", name, { act: "name", row: index, name: at })));
    if (row.words.length) made.appendChild(make("span", "words", row.words.join(", ")));
    if (made.childNodes.length) body.appendChild(made);
    if (row.headline) body.appendChild(button("headline", row.headline, { act: "headline", row: index }));
    item.appendChild(body);
    list.appendChild(item);
  });
  const old = parentElement.querySelector("ol");
  if (old) old.replaceWith(list);
  else parentElement.appendChild(list);
}
