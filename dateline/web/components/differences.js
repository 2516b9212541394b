// What stands in both texts is folded where it is long; a click puts it back. Texts are put in as text nodes only.
const KEPT = 140, LONG = 420;

const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};

const folded = (text, first, last) => {
  const out = document.createDocumentFragment();
  if (text.length < LONG) {
    out.append(text);
    return out;
  }
  const head = first ? "" : text.slice(0, text.indexOf(" ", KEPT) + 1);
  const tail = last ? "" : text.slice(text.lastIndexOf(" ", text.length - KEPT));
  const middle = text.slice(head.length, text.length - tail.length);
  const words = middle.trim().split(/\s+/).length;
  const button = make("button", "fold", `${words.toLocaleString("en")} words the same`);
  button.type = "button";
  button.addEventListener("click", () => button.replaceWith(middle));
  out.append(head, button, tail);
  return out;
};

export default function ({ data, parentElement }) {
  const box = make("div", "differences");
  const key = make("div", "key");
  const only = (kind, words) => {
    const item = make("span");
    item.append(make("span", kind, "words"), ` ${words}`);
    return item;
  };
  key.append(only("removed", `only in ${data.before}`), only("added", `only in ${data.after}`));
  const text = make("div", "text");
  data.pieces.forEach(([words, kind], at) => {
    if (kind === "same") text.append(folded(words, at === 0, at === data.pieces.length - 1));
    else text.append(make(kind === "added" ? "ins" : "del", kind, words));
  });
  box.append(key, text);
  const old = parentElement.querySelector(".differences");
  if (old) old.replaceWith(box);
  else parentElement.appendChild(box);
}
