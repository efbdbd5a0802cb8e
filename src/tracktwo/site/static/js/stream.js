// The first panel of a page is also a stream of events: each is the room's version, and nothing else. It is only a hint
// to ask now; without it (an old browser, a proxy in between, too many streams) the page asks every two seconds.
"use strict";
(() => {
  const SILENCE = 25000; // the server gives a sign of life every ten seconds
  let source = null, alive = false, watch = 0, version = "";

  const mark = (now) => {
    if (now !== alive) document.dispatchEvent(new CustomEvent("live:stream", { detail: (alive = now) }));
  };
  const close = () => {
    clearTimeout(watch);
    if (source) source.close();
    source = null;
    mark(false);
  };
  const heard = () => {
    mark(true);
    clearTimeout(watch);
    watch = setTimeout(() => { close(); open(); }, SILENCE);
  };
  const open = () => {
    const panel = document.querySelector("[data-live]");
    if (source || document.hidden || !panel || !window.EventSource) return;
    source = new EventSource(panel.dataset.live);
    source.onmessage = (event) => {
      heard();
      if (event.data === version) return;
      version = event.data;
      document.dispatchEvent(new CustomEvent("live:hint"));
    };
    source.addEventListener("beat", heard);
    source.onerror = () => mark(false); // the browser tries again by itself, unless it was told not to
  };

  // A browser opens six connections to a house: tabs that nobody looks at give theirs back.
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  window.addEventListener("pagehide", close);
  window.addEventListener("online", () => { close(); open(); });
  open();
})();
