// Every element with data-live="URL" asks for itself again and again; an answer 304 changes nothing.
"use strict";
(() => {
  const SHOWN = 2000, HIDDEN = 10000;
  const rooms = new Map(); // element -> {tag, failures, timer, asking}
  const FIELDS = "input, select, textarea";
  const jitter = (ms) => ms * (0.8 + Math.random() * 0.4);

  const say = (which) => {
    const line = document.getElementById("live-status");
    if (line) line.textContent = which ? line.dataset[which] || "" : "";
  };

  // What somebody is writing is theirs: neither a field in use nor one already filled in is ever replaced.
  // A choice among lines is put back after the change instead.
  const isBusy = (element) => element.querySelector("[data-touched]:not([type=radio])") ||
    (element.contains(document.activeElement) && document.activeElement.matches(FIELDS) &&
      !document.activeElement.matches("[type=radio]"));

  const ask = async (element, room) => {
    const headers = { "X-Live": "poll" };
    if (room.tag) headers["If-None-Match"] = room.tag;
    const sent = performance.now();
    const answer = await fetch(element.dataset.live, { headers, credentials: "same-origin", cache: "no-store" });
    const detail = { server: Number(answer.headers.get("X-Now")), sent, got: performance.now() };
    if (detail.server) document.dispatchEvent(new CustomEvent("live:heard", { detail }));
    // Signed out, or the room is gone: the page itself says so better than a fragment could.
    if (answer.redirected) return location.reload();
    if (answer.status >= 400 && answer.status < 500) return forget(element);
    if (answer.status >= 500) throw new Error("later");
    if (answer.status !== 200) return;
    const html = await answer.text();
    if (!isBusy(element)) {
      room.tag = answer.headers.get("ETag");
      window.changePanel(element, html);
    }
  };

  const turn = async (element) => {
    const room = rooms.get(element);
    if (!room || room.asking) return;
    clearTimeout(room.timer);
    if (!element.isConnected) return forget(element);
    room.asking = true;
    try {
      if (!isBusy(element)) {
        await ask(element, room);
        if (room.failures > 1) say("back");
        room.failures = 0;
      }
    } catch {
      room.failures += 1;
      if (room.failures === 2) say("offline");
    }
    room.asking = false;
    if (rooms.has(element)) room.timer = setTimeout(turn, jitter(document.hidden ? HIDDEN : SHOWN), element);
  };

  const forget = (element) => { clearTimeout(rooms.get(element)?.timer); rooms.delete(element); };

  const look = () => document.querySelectorAll("[data-live]").forEach((element) => {
    if (rooms.has(element)) return;
    const room = { tag: element.dataset.liveTag || "", failures: 0, asking: false };
    rooms.set(element, room);
    room.timer = setTimeout(turn, jitter(SHOWN), element);
  });
  const now = () => [...rooms.keys()].forEach(turn);

  document.addEventListener("visibilitychange", () => { if (!document.hidden) now(); });
  window.addEventListener("online", now);
  document.addEventListener("input", (event) => { event.target.dataset.touched = "1"; });
  document.addEventListener("live:waits", () => say("waits"));
  document.addEventListener("live:sent", () => say(""));
  document.addEventListener("live:changed", look);
  document.addEventListener("htmx:afterSwap", look);
  look();
})();
