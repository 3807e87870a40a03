export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".root");
  const had = parentElement.activeElement && parentElement.activeElement.id;
  const down = data.sort.startsWith("-");
  const sorted = down ? data.sort.slice(1) : data.sort;
  const head = data.columns.map(([, title, sort, number]) => {
    if (!sort) return make("th", { scope: "col", class: number ? "number" : undefined, text: title });
    const here = sort === sorted;
    const next = here && !down ? `-${sort}` : sort;
    return make("th", { scope: "col", "aria-sort": here ? (down ? "descending" : "ascending") : "none", class: number ? "number" : undefined },
      make("button", { class: "sort", id: `sort-${sort}`, title: `${data.texts.sorted} ${title}`, onclick: () => send(component, { do: "sort", sort: next }) },
        title, icon(here ? (down ? "arrow_downward" : "arrow_upward") : "unfold_more")));
  });
  const picked = new Set(data.picked ?? []);
  const box = (id, label, ids) => make("input", { type: "checkbox", id, "aria-label": label, checked: ids.length > 0 && ids.every((each) => picked.has(each)),
    onclick: (event) => { event.stopPropagation(); send(component, { do: "pick", ids, on: event.target.checked }); } });
  const first = data.columns[0][0];
  if (data.picked) head.unshift(make("td", { class: "pick" }, box("pick-all", data.texts.picks, data.rows.map((row) => row.id))));
  const rows = data.rows.map((row) =>
    make("tr", { class: data.opens ? "opens" : undefined, onclick: data.opens ? () => send(component, { do: "open", id: row.id }) : undefined },
      data.picked ? make("td", { class: "pick", "data-title": data.texts.pick }, box(`pick-${row.id}`, `${data.texts.pick} ${row[first]}`, [row.id])) : false,
      ...data.columns.map(([name, title, , number], at) => {
        const text = String(row[name] ?? "");
        const inner = at === 0 && data.opens ? make("button", { class: "open", text, title: data.texts.open }) : make("span", { text });
        const kind = number ? "number" : !text ? "empty" : /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(text) ? "time" : undefined;
        return make(at === 0 ? "th" : "td", { class: kind, scope: at === 0 ? "row" : undefined, "data-title": title }, inner);
      })));
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
  const search = data.searching && make("input", { type: "search", id: "search", "aria-label": data.searching, placeholder: data.searching, value: data.search,
    onchange: (event) => send(component, { do: "search", search: event.target.value }) });
  const turn = (what, name, text, off) => make("button", { id: what, disabled: off, title: text, "aria-label": text, onclick: () => send(component, { do: what }) }, icon(name));
  const foot = make("div", { class: "foot" },
    make("span", { class: "quiet", text: `${data.texts.page} ${data.page}${data.total !== null ? ` · ${data.total.toLocaleString()} ${data.texts.rows}` : ""}` }),
    make("span", {}, turn("back", "chevron_left", data.texts.back, data.page < 2), " ", turn("next", "chevron_right", data.texts.next, !data.more)));
  root.replaceChildren(search ? make("div", { class: "tools" }, search) : "", make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": data.searching || data.texts.page }, table),
    data.rows.length ? "" : make("p", { class: "quiet", text: data.texts.none }), data.page < 2 && !data.more && data.total === null ? "" : foot);
  const again = had && root.querySelector(`#${CSS.escape(had)}`);
  if (again) again.focus();
}
