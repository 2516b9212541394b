const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text) node.textContent = text;
  return node;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const list = make("ol", "pairs");
  const button = (name, text, act) => {
    const node = make("button", name, text);
    node.type = "button";
    node.onclick = () => setTriggerValue("act", act);
    return node;
  };
  data.rows.forEach((row, index) => {
    const item = make("li");
    const head = make("div", "head");
    const why = make("div", "why");
    const bar = make("span", "bar");
    bar.title = "How likely it looks, of five";
    bar.setAttribute("role", "img");
    const full = Math.max(1, Math.round(row.score * 5));
    bar.setAttribute("aria-label", `likely: ${full} of 5`);
    for (let n = 0; n < 5; n += 1) bar.appendChild(make("i", n < full ? "on" : ""));
    why.append(bar, make("span", "", row.evidence));
    const acts = make("div", "acts");
    for (const [act, label] of data.acts) acts.appendChild(button(`act ${act}`, label, { act, row: index }));
    head.append(why, acts);
    const sides = make("div", "sides");
    row.sides.forEach((side, at) => {
      const box = make("div", "side");
      const top = make("div", "top");
      top.append(button("name", side.name, { act: "name", row: index, side: at }), make("span", "facts", side.facts));
      box.appendChild(top);
      if (side.pieces.length) {
        const said = button("said", "", { act: "read", row: index, side: at });
        for (const [text, kind] of side.pieces) {
          said.appendChild(kind ? make("mark", "", text) : document.createTextNode(text));
        }
        box.append(said, make("div", "from", side.from));
      }
      sides.appendChild(box);
    });
    item.append(head, sides);
    list.appendChild(item);
  });
  const old = parentElement.querySelector("ol");
  if (old) old.replaceWith(list);
  else parentElement.appendChild(list);
}
