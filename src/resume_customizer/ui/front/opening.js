// Streamlit's page looks for its server below its own address first (/customize/_stcore/health): here it is told.
window.__streamlit = { BACKEND_BASE_URL: window.location.origin };
// Streamlit says some words by itself, in English only: ours go in their place as they appear.
((words) => {
  if (!words.length) return;
  const rules = words.map(([at, name, from, to]) => ({ at, name, from: new RegExp(`^${from}$`), to }));
  const places = [...new Set(rules.map((each) => each.at))].join(",");
  const texts = (element) => {
    const found = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  };
  const put = (element, { name, from, to }) => {
    if (name) {
      const said = element.getAttribute(name);
      if (said && from.test(said)) element.setAttribute(name, said.replace(from, to));
      return;
    }
    for (const text of texts(element)) if (from.test(text.data)) text.data = text.data.replace(from, to);
  };
  let isDue = false;
  const say = () => {
    isDue = false;
    for (const element of document.querySelectorAll(places)) {
      for (const rule of rules) if (element.matches(rule.at)) put(element, rule);
    }
  };
  const watching = new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(say);
  });
  watching.observe(document, { childList: true, subtree: true, characterData: true });
})(WORDS);
