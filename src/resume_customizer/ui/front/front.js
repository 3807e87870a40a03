// A link of a mail carries its code behind the #, which browsers do not send: it goes into the form from here.
const code = decodeURIComponent(location.hash.slice(1));
for (const field of document.querySelectorAll("[data-from-link]")) {
  if (code) {
    field.value = code;
    field.closest(".field").hidden = true;
    history.replaceState(null, "", location.pathname);
  }
}
const first = document.querySelector("input:not([data-from-link])") || document.querySelector("button");
if (first) first.focus();
