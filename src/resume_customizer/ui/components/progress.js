const clock = (seconds) => {
  const whole = Math.max(0, Math.round(seconds));
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  return `${hours ? `${hours}:${two(Math.floor((whole % 3600) / 60))}` : Math.floor(whole / 60)}:${two(whole % 60)}`;
};
export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".root");
  const had = parentElement.activeElement && parentElement.activeElement.id;
  const texts = data.texts;
  const began = Date.now();
  const moving = [];
  const said = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const item = (each) => {
    const counted = each.total > 0;
    const share = counted ? Math.floor((100 * each.done) / each.total) : 0;
    const told = counted ? said(texts.of, { done: each.done.toLocaleString(), total: each.total.toLocaleString() }) : "";
    const time = make("span", { class: "quiet time" });
    const tell = () => {
      const since = (Date.now() - began) / 1000;
      const parts = [];
      if (each.elapsed !== null) parts.push(said(each.moves ? texts.elapsed : texts.took, { time: clock(each.elapsed + (each.moves ? since : 0)) }));
      if (each.left !== null) parts.push(said(texts.left, { time: clock(each.left - since) }));
      time.textContent = parts.join(" · ");
    };
    tell();
    if (each.moves) moving.push(tell);
    const bar = make("div", {
      class: "bar", role: "progressbar", "aria-label": each.title, "aria-valuemin": "0", "aria-valuemax": "100", "aria-valuenow": String(share),
      "aria-valuetext": [told, each.status, each.step].filter(Boolean).join(", "),
    }, make("div", { class: each.bad ? "fill bad" : "fill", style: `width: ${share}%` }));
    const actions = each.actions.map(([name, label, symbol]) =>
      make("button", { id: `${name}-${each.key}`, onclick: () => send(component, { do: name, key: each.key }) }, icon(symbol), ` ${label}`));
    return make("section", { "aria-label": each.title },
      make("div", { class: "head" }, make("b", { text: each.title }), make("span", { class: each.bad ? "status bad" : "status", text: each.status })),
      bar,
      make("div", { class: "foot" }, make("span", { class: "quiet", text: [told, each.step].filter(Boolean).join(" · ") }), time),
      actions.length ? make("div", { class: "actions" }, ...actions) : "");
  };
  root.replaceChildren(...data.items.map(item));
  clearInterval(root.ticking);
  if (moving.length) root.ticking = setInterval(() => (root.isConnected ? moving.forEach((tell) => tell()) : clearInterval(root.ticking)), 1000);
  const again = had && root.querySelector(`#${CSS.escape(had)}`);
  if (again) again.focus();
}
