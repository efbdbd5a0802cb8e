// One tap to the public agenda: this page is gone at once, and its place in the history belongs to the other.
"use strict";
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-aside]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const body = new URLSearchParams(new FormData(form));
  document.title = "…";
  document.documentElement.hidden = true;
  window.left = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin", keepalive: true });
    location.replace(answer.url);
  } catch {
    location.replace("about:blank");
  }
}, true);
