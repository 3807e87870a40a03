export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".root");
  let field = root.querySelector("textarea");
  if (!field) {
    field = make("textarea", { id: "text", spellcheck: "false", maxlength: "2000000" });
    field.value = data.text;
    field.known = data.text;
    root.replaceChildren(make("label", { for: "text", text: data.label }), field);
  }
  const say = () => {
    clearTimeout(field.waiting);
    if (field.value !== field.known) {
      field.known = field.value;
      field.say({ do: "text", text: field.value });
    }
  };
  field.say = (did) => send(component, did);
  if (!field.listens) {
    field.listens = true;
    field.addEventListener("input", (event) => {
      clearTimeout(field.waiting);
      field.waiting = setTimeout(say, event.inputType === "insertFromPaste" ? 30 : 500);
    });
    field.addEventListener("blur", say);
  }
  root.querySelector("label").textContent = data.label;
  field.rows = data.lines;
  field.placeholder = data.example;
  if (data.text !== field.known) {
    field.value = data.text;
    field.known = data.text;
  }
}
