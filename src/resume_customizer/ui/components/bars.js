const SVG = "http://www.w3.org/2000/svg";
const draw = (tag, props, text) => {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
};
export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".root");
  const style = getComputedStyle(root);
  const ink = style.color, accent = style.getPropertyValue("--st-primary-color").trim() || "#0b6b58", paper = style.getPropertyValue("--st-background-color").trim() || "#fff";
  const wide = Math.min(900, Math.max(300, root.clientWidth || 900)), row = 30, left = Math.round(wide * 0.28), fits = Math.floor(left / 7.4), most = Math.max(1, ...data.bars.map((bar) => bar.value));
  const tall = data.bars.length * row + 12;
  const svg = draw("svg", { viewBox: `0 0 ${wide} ${tall}`, width: "100%", role: "img", "aria-label": data.title, "font-family": style.fontFamily, "font-size": 14 });
  svg.append(draw("rect", { width: wide, height: tall, fill: paper }));
  data.bars.forEach((bar, at) => {
    const y = at * row + 6, long = (wide - left - 70) * (bar.value / most);
    svg.append(draw("text", { x: left - 10, y: y + 18, "text-anchor": "end", fill: ink }, bar.name.length > fits ? `${bar.name.slice(0, fits - 1)}…` : bar.name));
    svg.append(draw("rect", { x: left, y: y + 3, width: Math.max(1, long), height: row - 10, rx: 4, fill: accent }));
    svg.append(draw("text", { x: left + long + 8, y: y + 18, fill: ink }, bar.value.toLocaleString()));
  });
  const save = make("button", { text: "PNG", title: data.texts.png, onclick: () => {
    const image = new Image();
    image.onload = () => {
      const canvas = make("canvas", { width: wide * 2, height: tall * 2 });
      canvas.getContext("2d").drawImage(image, 0, 0, wide * 2, tall * 2);
      make("a", { href: canvas.toDataURL("image/png"), download: `${data.file}.png` }).click();
    };
    const copy = svg.cloneNode(true);
    copy.setAttribute("width", wide); copy.setAttribute("height", tall);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  } });
  root.replaceChildren(svg, save);
}
