export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
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
  root.replaceChildren(palette, sheet);
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
}
