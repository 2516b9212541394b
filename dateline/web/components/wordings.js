const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};
const TAGS = { new: "ins", gone: "del" };

export default function ({ data, parentElement, setTriggerValue }) {
  const all = make("div", "groups");
  const lead = (node, href, at) => {
    node.href = href;
    node.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      setTriggerValue("act", { act: "open", at });
    });
    return node;
  };
  data.groups.forEach((group, g) => {
    const box = make("section", group.now ? "now" : "");
    const head = make("div", "head");
    head.appendChild(make("span", "size", group.size));
    if (group.flag) head.appendChild(make("span", "flag", group.flag));
    const versions = make("div", "versions");
    group.versions.forEach((version, v) => {
      const node = make("div", "version");
      const words = lead(make("a", "words"), version.places[0].href, [g, v, 0]);
      const said = make("p", "said");
      for (const [text, kind] of version.pieces) {
        said.appendChild(TAGS[kind] ? make(TAGS[kind], "", text) : document.createTextNode(text));
      }
      words.appendChild(said);
      const places = make("ul");
      version.places.forEach((place, p) => {
        const item = make("li");
        item.append(make("span", "who", place.speaker), document.createTextNode(" · "));
        item.appendChild(lead(make("a", "", place.meta), place.href, [g, v, p]));
        places.appendChild(item);
      });
      node.append(words, make("div", "kind", version.kind), places);
      versions.appendChild(node);
    });
    box.append(head, versions);
    all.appendChild(box);
  });
  const old = parentElement.querySelector(".groups");
  if (old) old.replaceWith(all);
  else parentElement.appendChild(all);
}
