// The rules for Streamlit's own elements, once for the whole page: a style sheet that came with each run would be read with each run.
const dress = () => {
  const had = document.getElementById("rcp-look");
  if (had && had.textContent === LOOK) return;
  if (had) had.remove();
  document.body.append(make("style", { id: "rcp-look", text: LOOK }));
};
const account = (root, data) => {
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
};
const keyboard = (root, data) => {
  const { screens, texts, keys } = data;
  const open = (screen) => {
    palette.close();
    const links = [...document.querySelectorAll('[data-testid="stSidebarNavLink"]')];
    const link = links.find((each) => new URL(each.href).pathname.split("/").pop() === screen.path) || (screen === screens[0] && links[0]);
    if (link) link.click();
    else window.location.assign(`/${screen.path}`);
  };
  const list = make("ul", { role: "listbox", id: "found", "aria-label": texts.go });
  const search = make("input", { type: "text", "aria-label": texts.go, placeholder: texts.go, "aria-controls": "found" });
  let chosen = 0;
  let found = screens;
  const draw = () => {
    const typed = search.value.trim().toLowerCase();
    found = screens.filter((each) => each.title.toLowerCase().includes(typed));
    chosen = Math.max(0, Math.min(chosen, found.length - 1));
    list.replaceChildren(
      ...found.map((each, at) =>
        make("li", { role: "option", id: `option-${at}`, "aria-selected": String(at === chosen), text: each.title, onclick: () => open(each) })
      )
    );
    search.setAttribute("aria-activedescendant", `option-${chosen}`);
    if (!found.length) list.append(make("li", { class: "quiet", role: "option", "aria-disabled": "true", "aria-selected": "false", text: texts.none }));
  };
  search.addEventListener("input", () => { chosen = 0; draw(); });
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      chosen += event.key === "ArrowDown" ? 1 : -1;
      draw();
      event.preventDefault();
    } else if (event.key === "Enter" && found[chosen]) open(found[chosen]);
  });
  const palette = make("dialog", { "aria-label": texts.go }, search, list);
  const rows = keys.map(([key, what]) => make("div", { class: "key" }, make("dt", {}, make("kbd", { text: key })), make("dd", { text: what })));
  const sheet = make("dialog", { "aria-label": texts.sheet }, make("h2", { text: texts.sheet }), make("dl", {}, ...rows),
    make("button", { text: texts.close, onclick: () => sheet.close() }));
  root.append(palette, sheet);
  // Streamlit's navigation has headings inside of its list: without the role of a list it is read as what it is.
  const tidy = () => {
    for (const each of document.querySelectorAll('[data-testid="stSidebarNavItems"], [data-testid="stSidebarNavItems"] li')) each.setAttribute("role", "none");
  };
  tidy();
  const watching = new MutationObserver(tidy);
  watching.observe(document.querySelector('[data-testid="stSidebar"]') || document.body, { childList: true, subtree: true });
  const typing = (target) => target && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  const listen = (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      event.stopPropagation();
      search.value = "";
      draw();
      if (!palette.open) palette.showModal();
      search.focus();
    } else if (event.key === "?" && !typing(event.composedPath()[0])) {
      if (!sheet.open) sheet.showModal();
    }
  };
  for (const dialog of [palette, sheet]) dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.addEventListener("keydown", listen, true);
  return () => {
    document.removeEventListener("keydown", listen, true);
    watching.disconnect();
  };
};
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  dress();
  account(root, data.account);
  return keyboard(root, data.keyboard);
}
