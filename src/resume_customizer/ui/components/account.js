export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  const texts = data.texts;
  const choice = (id, label, items, chosen, action, name) => {
    const select = make("select", { id, onchange: (event) => postForm(action, { [name]: event.target.value }) });
    for (const item of items) select.append(make("option", { value: item.id, text: item.name, selected: item.id === chosen }));
    return make("div", { class: "field" }, make("label", { for: id, text: label }), select);
  };
  root.replaceChildren(
    data.guest ? make("p", { class: "quiet", text: texts.guest }) : "",
    data.workspaces.length ? choice("workspace", texts.workspace, data.workspaces, data.workspace, "/workspace", "workspace") : "",
    choice("language", texts.language, data.languages, data.language, "/language", "language"),
    make("button", { class: "out", onclick: () => postForm("/sign-out", {}) }, icon("logout"), ` ${texts.out}`)
  );
}
