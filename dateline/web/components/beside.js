// Rows that lead to places in the article or to other articles. Text only ever becomes text nodes.
const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text) node.textContent = text;
  return node;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const list = make("ol", data.look);
  data.rows.forEach((row, index) => {
    const item = make("li");
    const open = (stop) => setTriggerValue("open", { row: index, stop });
    const main = make(row.href ? "a" : "button", "main");
    if (row.href) main.href = row.href;
    else main.type = "button";
    main.appendChild(make("span", "word", row.text));
    if (row.note) main.appendChild(make("span", "note", row.note));
    main.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      open(0);
    });
    item.appendChild(main);
    if (row.stops > 1) {
      const stops = make("span", "stops");
      for (let n = 0; n < row.stops; n += 1) {
        const stop = make("button", "stop", String(n + 1));
        stop.type = "button";
        stop.setAttribute("aria-label", `${row.text}: number ${n + 1} of ${row.stops}`);
        stop.onclick = () => open(n);
        stops.appendChild(stop);
      }
      item.appendChild(stops);
    }
    list.appendChild(item);
  });
  const old = parentElement.querySelector("ol");
  if (old) old.replaceWith(list);
  else parentElement.appendChild(list);
}
