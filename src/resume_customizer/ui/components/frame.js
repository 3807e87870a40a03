export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  let frame = root.querySelector("iframe");
  if (!frame) {
    frame = make("iframe", { sandbox: "", referrerpolicy: "no-referrer", tabindex: "0" });
    root.replaceChildren(frame);
  }
  frame.title = data.title;
  frame.style.height = `${data.height}px`;
  if (frame.shown !== data.html) {
    frame.shown = data.html;
    frame.setAttribute("srcdoc", data.html);
  }
}
