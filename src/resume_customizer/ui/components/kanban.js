export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".root");
  const had = parentElement.activeElement && parentElement.activeElement.id;
  const move = (card, status) => status && status !== card.status && send(component, { do: "move", id: card.id, status, version: card.version });
  const beside = (status, step) => {
    const at = data.columns.findIndex((each) => each.status === status);
    return (data.columns[at + step] || {}).status;
  };
  let dragged = null;
  const makeCard = (card) => make("li", {},
    make("button", {
      id: `card-${card.id}`, class: "card", draggable: data.moves ? "true" : undefined, title: data.texts.keys,
      onclick: () => send(component, { do: "open", id: card.id }),
      ondragstart: (event) => { dragged = card; event.dataTransfer.setData("text/plain", card.id); event.dataTransfer.effectAllowed = "move"; },
      onkeydown: (event) => {
        const step = data.moves && event.shiftKey ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : undefined;
        if (step) { event.preventDefault(); move(card, beside(card.status, step)); }
      },
    }, make("b", { text: card.title }), make("span", { class: "quiet", text: card.client }), card.due && make("span", { class: "due", text: card.due })));
  const columns = data.columns.map((column) => {
    const box = make("section", {
      class: "column", "aria-label": column.title,
      ondragover: (event) => { if (dragged) { event.preventDefault(); box.classList.add("over"); } },
      ondragleave: () => box.classList.remove("over"),
      ondrop: (event) => { event.preventDefault(); box.classList.remove("over"); if (dragged) move(dragged, column.status); dragged = null; },
    }, make("h3", {}, make("span", { text: column.title }), make("span", { class: "count", text: column.count.toLocaleString() })),
    make("ul", {}, ...column.cards.map(makeCard)));
    if (column.count > column.cards.length) box.append(make("p", { class: "quiet more", text: `+ ${(column.count - column.cards.length).toLocaleString()}` }));
    return box;
  });
  root.replaceChildren(make("div", { class: "board", tabindex: "0", role: "region", "aria-label": data.texts.board }, ...columns));
  const again = had && root.querySelector(`#${CSS.escape(had)}`);
  if (again) again.focus();
}
