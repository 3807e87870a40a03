export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".root");
  const had = parentElement.activeElement && parentElement.activeElement.id;
  const old = root.querySelector(".scroll");
  const [left, top] = old ? [old.scrollLeft, old.scrollTop] : [0, 0];
  const { texts, cells, chooses } = data;
  const marks = { done: "check_circle", failed: "error", bad: "error", odd: "warning", waiting: "hourglass_empty", "left-out": "remove", cancelled: "block", new: "" };
  const chosen = new Map(cells.map((each) => [each.number, each.is_chosen]));
  const tell = () => send(component, { do: "choose", without: cells.filter((each) => !chosen.get(each.number)).map((each) => each.number) });
  const group = (id, name, mine) => {
    if (!chooses) return "";
    const box = make("input", { type: "checkbox", id, "aria-label": name, title: name, onchange: () => { mine.forEach((each) => chosen.set(each.number, box.checked)); tell(); } });
    const count = mine.filter((each) => chosen.get(each.number)).length;
    box.checked = count === mine.length && count > 0;
    box.indeterminate = count > 0 && count < mine.length;
    return box;
  };
  const named = (name) => texts.all.replace("{name}", name);
  const place = new Map(cells.map((each) => [`${each.row} ${each.column}`, each]));
  const head = data.columns.map((name, at) => make("th", { scope: "col" }, make("span", { class: "side" },
    group(`column-${at}`, named(name), cells.filter((each) => each.column === at)), make("span", { text: name }))));
  const show = (each) => {
    const box = chooses && make("input", { type: "checkbox", id: `cell-${each.number}`, "aria-label": `${texts.choose}: ${each.told}`, checked: each.is_chosen,
      onchange: (event) => { chosen.set(each.number, event.target.checked); tell(); } });
    const open = make("button", { id: `open-${each.number}`, class: "open", title: each.told, "aria-label": each.told, onclick: () => send(component, { do: "open", number: each.number }) },
      marks[each.mark] ? icon(marks[each.mark]) : "", make("span", { text: each.text || "·" }));
    return make("td", { class: `${each.mark}${chooses && !each.is_chosen ? " off" : ""}` }, make("span", { class: "side" }, box, open));
  };
  const rows = data.rows.map((name, row) => make("tr", {},
    make("th", { scope: "row" }, make("span", { class: "side" }, group(`row-${row}`, named(name), cells.filter((each) => each.row === row)), make("span", { text: name }))),
    ...data.columns.map((_, column) => { const each = place.get(`${row} ${column}`); return each ? show(each) : make("td", { class: "none" }); })));
  const corner = make("th", { scope: "col" }, make("span", { class: "side" }, group("every", texts.every, cells), make("span", { text: texts.resume })));
  const scroll = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": texts.grid },
    make("table", {}, make("thead", {}, make("tr", {}, corner, ...head)), make("tbody", {}, ...rows)));
  root.replaceChildren(scroll);
  scroll.scrollTo(left, top);
  const again = had && root.querySelector(`#${CSS.escape(had)}`);
  if (again) again.focus();
}
