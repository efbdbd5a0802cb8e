// The one line that says how the connection is. What becomes of words that this page has sent goes before that: until
// they have arrived, nothing else is said there.
"use strict";
(() => {
  let own = "";
  window.sayLine = (which) => {
    const line = document.getElementById("live-status");
    if (line && !own) line.textContent = which ? line.dataset[which] || "" : "";
  };
  const sayOwn = (which) => { own = ""; window.sayLine(which); own = which; };
  for (const way of ["waits", "failed"]) document.addEventListener("live:" + way, () => sayOwn(way));
  document.addEventListener("live:sent", () => sayOwn(""));
})();
