export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".root");
  const { experiences, placed, out, texts } = data;
  const had = parentElement.activeElement && parentElement.activeElement.id;
  const taking = experiences.map((each, at) => [each, at]).filter(([each]) => each.takes);
  const button = (id, name, label, did, off = false, pressed = undefined) =>
    make("button", { id, class: "tool", title: label, "aria-label": label, "aria-pressed": pressed, disabled: off, onclick: () => send(component, did) }, icon(name));
  const places = (id, label, chosen, act) => {
    const select = make("select", { id, "aria-label": label, title: label, onchange: (event) => act(Number(event.target.value)) });
    for (const [each, at] of taking) select.append(make("option", { value: String(at), text: each.title, selected: at === chosen }));
    return select;
  };
  const keep = (id, point, on, did) => {
    const box = make("input", { type: "checkbox", id, "aria-label": `${texts.keep}: ${point}`, title: texts.keep, onchange: () => send(component, did) });
    box.checked = on;
    return box;
  };
  const editor = (each, text) => {
    const field = make("textarea", { rows: "3", "aria-label": texts.edit });
    field.value = each.point;
    const save = () => field.value.trim() && send(component, { do: "reword", row: each.row, point: field.value });
    const stop = () => text.replaceChildren(...said(each));
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") stop();
      if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); save(); }
    });
    text.replaceChildren(field, make("div", { class: "row" }, make("button", { text: texts.save, onclick: save }), make("button", { text: texts.cancel, onclick: stop })));
    field.focus();
  };
  const said = (each) => [
    make("p", { class: "point" }, each.technology ? make("span", { class: "tag", text: each.technology }) : "", each.point),
    each.original ? make("p", { class: "quiet", text: `${texts.was} ${each.original}` }) : "",
    each.reason ? make("p", { class: "why", text: each.reason, title: each.after ? `${texts.after} “${each.after}”` : undefined }) : "",
  ];
  const row = (each, at, all) => {
    const text = make("div", { class: "text" }, ...said(each));
    const id = `row-${each.technology}-${each.point.slice(0, 60)}`.replace(/[^\w-]/g, "_");
    return make("li", { class: each.locked ? "locked" : undefined },
      keep(`${id}-keep`, each.point, true, { do: "leave-out", row: each.row }), text,
      make("div", { class: "tools" },
        places(`${id}-at`, `${texts.under}: ${each.point}`, each.experience, (experience) => send(component, { do: "move", row: each.row, experience })),
        button(`${id}-up`, "arrow_upward", texts.up, { do: "order", row: each.row, place: at }, at === 0),
        button(`${id}-down`, "arrow_downward", texts.down, { do: "order", row: each.row, place: at + 2 }, at === all - 1),
        make("button", { id: `${id}-edit`, class: "tool", title: texts.edit, "aria-label": texts.edit, onclick: () => editor(each, text) }, icon("edit")),
        button(`${id}-lock`, each.locked ? "lock" : "lock_open", each.locked ? texts.unlock : texts.lock, { do: each.locked ? "unlock" : "lock", row: each.row }, false, String(each.locked))));
  };
  const cap = (experience, at) => experience.takes && make("label", { class: "cap" }, make("span", { class: "quiet", text: texts.most }),
    make("input", { type: "number", min: "0", max: "100", id: `cap-${at}`, placeholder: "–", value: experience.most === null ? undefined : String(experience.most),
      "aria-label": texts.cap.replace("{name}", experience.title),
      onchange: (event) => send(component, { do: "cap", experience: at, ...(event.target.value === "" ? {} : { most: Math.max(0, Math.min(100, Math.round(Number(event.target.value)))) }) }) }));
  const groups = experiences.map((experience, at) => {
    const mine = placed.filter((each) => each.experience === at);
    if (!mine.length && !experience.takes) return "";
    return make("section", { "aria-label": experience.title },
      make("h3", {}, make("span", { text: experience.title }), make("span", { class: "quiet", text: experience.dates }), cap(experience, at),
        make("span", { class: mine.length ? "count some" : "count", text: `+${mine.length}` })),
      mine.length ? make("ul", {}, ...mine.map((each, place) => row(each, place, mine.length))) : make("p", { class: "quiet none", text: texts.none }));
  });
  const first = taking.length ? taking[0][1] : null;
  const left = out.map((each) => {
    const id = `out-${each.row}-${each.point.slice(0, 40)}`.replace(/[^\w-]/g, "_");
    const select = first === null ? "" : places(`${id}-at`, `${texts.under}: ${each.point}`, first, () => {});
    const back = () => send(component, { do: "put-back", row: each.row, experience: Number(select.value) });
    const box = make("input", { type: "checkbox", id: `${id}-keep`, "aria-label": `${texts.keep}: ${each.point}`, title: texts.keep, disabled: first === null, onchange: back });
    return make("li", { class: "out" }, box, make("div", { class: "text" }, ...said(each)), make("div", { class: "tools" }, select));
  });
  const gone = left.length ? make("section", { "aria-label": texts.out }, make("h3", {}, make("span", { text: texts.out }), make("span", { class: "count", text: String(left.length) })), make("ul", {}, ...left)) : "";
  root.replaceChildren(...groups, gone);
  const again = had && root.querySelector(`#${CSS.escape(had)}`);
  if (again) again.focus();
}
