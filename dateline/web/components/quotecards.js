// Which form is open, in each list that is drawn: quotation → its note then. A list is drawn anew after every click; a
// speaker that was put right has another note, and the form is done.
const opened = new WeakMap();

const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};

const press = (text, on, act, name) => {
  const node = make("button", name || "", text);
  node.type = "button";
  if (on !== null) node.setAttribute("aria-pressed", String(on));
  node.addEventListener("click", act);
  return node;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const open = opened.get(parentElement) || new Map();
  opened.set(parentElement, open);
  const list = make("ol");
  data.rows.forEach((row, index) => {
    const send = (act, value) => setTriggerValue("act", { row: index, id: row.id, act, value: value || "" });
    const item = make("li", row.checked && row.content && row.right ? "done" : "");
    const link = make("a");
    link.href = row.href;
    const said = make("div", "said");
    for (const [text, kind] of row.pieces) {
      said.appendChild(kind ? make("span", kind, text) : document.createTextNode(text));
    }
    const from = make("div", "from");
    from.append(make("b", "", row.title), document.createTextNode(row.meta ? " · " + row.meta : ""));
    link.append(said, from);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      send("open");
    });
    item.append(link, make("div", "note", row.note));
    if (row.found) item.appendChild(make("div", "note quiet", row.found));

    const acts = make("div", "acts");
    if (row.checked) {
      const group = (word, act, now) => {
        const node = make("div", "group");
        node.setAttribute("role", "group");
        node.setAttribute("aria-label", word);
        node.appendChild(make("span", "", word));
        for (const value of ["right", "wrong"]) {
          const label = (value === "right" ? "✓ " : "✗ ") + value[0].toUpperCase() + value.slice(1);
          node.appendChild(press(label, now === value, () => {
            if (act === "speaker" && value === "wrong" && now !== value) open.set(row.id, row.note);
            send(act, now === value ? "" : value);
          }));
        }
        return node;
      };
      acts.append(group("Words", "content", row.content), group("Speaker", "speaker", row.right));
      if (!row.content && !row.right) acts.appendChild(press("Both right", null, () => send("both", "right")));
    } else {
      acts.appendChild(press("Read it there", null, () => send("open")));
    }
    if (row.speaker) acts.appendChild(press("Page of the speaker", null, () => send("name"), "link"));
    if (row.elsewhere) {
      const n = row.elsewhere;
      acts.appendChild(press(`Same words in ${n} other article${n === 1 ? "" : "s"}`, null, () => send("elsewhere"), "link"));
    }
    if (row.names.length) {
      const form = who(row, send);
      form.hidden = open.get(row.id) !== row.note;
      const toggle = press("Put the speaker right", null, () => {
        form.hidden = !form.hidden;
        if (form.hidden) open.delete(row.id); else open.set(row.id, row.note);
        toggle.setAttribute("aria-expanded", String(!form.hidden));
        if (!form.hidden) form.querySelector("select").focus();
      }, "link");
      toggle.setAttribute("aria-expanded", String(!form.hidden));
      acts.appendChild(toggle);
      if (row.fixed) acts.appendChild(press("Take the correction back", null, () => { open.delete(row.id); send("back"); }, "link"));
      item.append(acts, form);
    } else {
      item.appendChild(acts);
    }
    list.appendChild(item);
  });
  const old = parentElement.querySelector("ol");
  if (old) old.replaceWith(list);
  else parentElement.appendChild(list);
}

const OTHER = "\u0000other";

// Who said it: a name of the article, nobody, or another name that is typed.
function who(row, send) {
  const form = make("form");
  const label = make("label", "", "Who said it?");
  const select = make("select");
  select.setAttribute("aria-label", "Who said it?");
  const option = (value, text) => {
    const node = make("option", "", text);
    node.value = value;
    select.appendChild(node);
  };
  for (const [id, name] of row.names) option("=" + id, name);
  option("", "Nobody with a name");
  option(OTHER, "Another name …");
  if (row.names.some(([id]) => id === row.speaker)) select.value = "=" + row.speaker;
  const typed = make("input");
  typed.type = "text";
  typed.maxLength = 200;
  typed.placeholder = "a part of the name";
  typed.setAttribute("aria-label", "Another name");
  typed.hidden = true;
  select.addEventListener("change", () => {
    typed.hidden = select.value !== OTHER;
    if (!typed.hidden) typed.focus();
  });
  const save = make("button", "", "Save");
  save.type = "submit";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (select.value === OTHER && !typed.value.trim()) return typed.focus();
    if (select.value === OTHER) send("typed", typed.value);
    else send("who", select.value.slice(1));
  });
  form.append(label, select, typed, save);
  return form;
}
