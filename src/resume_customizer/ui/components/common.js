const make = (tag, props = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") made.textContent = value;
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
};
const icon = (name) => make("span", { class: "icon", "aria-hidden": "true", text: name });
const send = (component, did) => component.setTriggerValue("did", { ...did, at: Date.now() });
const postForm = (action, fields) => {
  const form = make("form", { method: "post", action });
  for (const [name, value] of Object.entries(fields)) form.append(make("input", { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
};
