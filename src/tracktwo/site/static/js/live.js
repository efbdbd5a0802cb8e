// Every element with data-live="URL" asks for itself again and again; an answer 304 changes nothing. Those inside
// data-live-all="URL" ask together, in one request. While a stream tells of changes (stream.js), they ask less often.
"use strict";
(() => {
  const SHOWN = 2000, STREAMED = 10000, HIDDEN = 10000, LONGEST = 10000;
  const units = new Map(); // element that asks -> {tag, failures, timer, asking, again}
  const alone = new WeakSet(); // panels of another kind than those they stand among
  let streamed = false;
  let cut = false; // the browser has said that there is no network, maybe before anything was asked in vain
  const jitter = (ms) => ms * (0.8 + Math.random() * 0.4);
  const pause = () => jitter(document.hidden ? HIDDEN : streamed ? STREAMED : SHOWN);
  const say = window.sayLine;

  const panelsOf = (all) => [...all.querySelectorAll("[data-live]")].filter((panel) => !alone.has(panel));
  const addressOf = (element) => element.dataset.live || element.dataset.liveAll + "?" +
    new URLSearchParams(panelsOf(element).map((panel) => ["of", panel.dataset.live]));
  const putAll = (element, html) => {
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    const parts = new Map([...fresh.content.children].map((part) => [part.dataset.of, part.innerHTML]));
    panelsOf(element).forEach((panel) => {
      if (parts.has(panel.dataset.live)) window.putPanel(panel, parts.get(panel.dataset.live));
      else alone.add(panel);
    });
    look();
  };

  const ask = async (element, unit) => {
    const headers = { "X-Live": "poll" }, address = addressOf(element);
    if (unit.tag && unit.address === address) headers["If-None-Match"] = unit.tag;
    const sent = performance.now();
    const signal = AbortSignal.timeout ? AbortSignal.timeout(LONGEST) : undefined;
    const answer = await fetch(address, { headers, signal, credentials: "same-origin", cache: "no-store" });
    if (window.left) return; // on the way out (aside.js): what was still asked leads nowhere any more
    const detail = { server: Number(answer.headers.get("X-Now")), sent, got: performance.now() };
    if (detail.server) document.dispatchEvent(new CustomEvent("live:heard", { detail }));
    // Signed out, or the room is gone: the page itself says so better than a fragment could.
    if (answer.redirected) return location.reload();
    // Over for this reader: where the panel names a way out, what it still shows must not stay on the screen.
    if (answer.status === 404 && element.dataset.gone) return location.replace(element.dataset.gone);
    if (answer.status >= 400 && answer.status < 500) return forget(element);
    if (answer.status >= 500) throw new Error("later");
    if (answer.status !== 200) return;
    const html = await answer.text();
    if (element.dataset.live) window.putPanel(element, html); else putAll(element, html);
    Object.assign(unit, { tag: answer.headers.get("ETag"), address });
  };

  const turn = async (element) => {
    const unit = units.get(element);
    if (!unit) return;
    if (unit.asking) return void (unit.again = true);
    clearTimeout(unit.timer);
    if (!element.isConnected) return forget(element);
    unit.asking = true;
    (element.dataset.live ? [element] : panelsOf(element)).forEach((panel) => window.putPanel(panel));
    try {
      await ask(element, unit);
      if (cut || unit.failures > 1) say("back");
      unit.failures = 0;
      cut = false;
    } catch (error) {
      unit.failures += 1;
      // Nothing came for so long: that is told at once, any other failure at its second time.
      if (error.name === "TimeoutError") { cut = true; say("slow"); } else if (unit.failures === 2) say("offline");
    }
    unit.asking = false;
    if (!units.has(element)) return;
    unit.timer = setTimeout(turn, unit.again ? 0 : unit.failures ? jitter(SHOWN) : pause(), element);
    unit.again = false;
  };

  const forget = (element) => { clearTimeout(units.get(element)?.timer); units.delete(element); };

  const look = () => document.querySelectorAll("[data-live]").forEach((panel) => {
    const element = (!alone.has(panel) && panel.closest("[data-live-all]")) || panel;
    if (units.has(element)) return;
    const unit = { tag: "", address: "", failures: 0, asking: false, again: false };
    units.set(element, unit);
    unit.timer = setTimeout(turn, jitter(SHOWN), element);
  });
  const now = () => [...units.keys()].forEach(turn);

  document.addEventListener("visibilitychange", () => { if (!document.hidden) now(); });
  window.addEventListener("online", now);
  window.addEventListener("offline", () => { cut = true; say("offline"); });
  document.addEventListener("input", (event) => { event.target.dataset.touched = "1"; });
  document.addEventListener("live:stream", (event) => { streamed = event.detail; if (!streamed) now(); });
  document.addEventListener("live:hint", now);
  document.addEventListener("live:changed", look);
  document.addEventListener("htmx:afterSwap", look);
  look();
})();
