// A number made and sealed in this browser: seed and nonce never leave it, only their seal does.
"use strict";
(() => {
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const bytesOf = (digits) => Uint8Array.from(digits.match(/../g), (pair) => parseInt(pair, 16));
  const able = () => window.isSecureContext && window.crypto && window.crypto.subtle;

  // SHA-256 of the tag, a line end, and each part behind its length: methods/record/joint.py says the same.
  const tagged = async (tag, parts) => {
    const text = new TextEncoder(), pieces = [text.encode(tag + "\n")];
    for (const part of parts) {
      const length = new Uint8Array(4);
      new DataView(length.buffer).setUint32(0, part.length);
      pieces.push(length, part);
    }
    const whole = new Uint8Array(await new Blob(pieces).arrayBuffer());
    return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  };

  const make = async (form) => {
    const seed = crypto.getRandomValues(new Uint8Array(32)), nonce = crypto.getRandomValues(new Uint8Array(32));
    const text = new TextEncoder(), { draw, head, party } = form.dataset;
    const parts = [text.encode(draw), bytesOf(head), text.encode(party), seed, nonce];
    const key = hex(seed) + hex(nonce), kept = form.querySelector("[data-seal-key]");
    form.elements.seal.value = hex(await tagged("tracktwo/draw/commit/v1", parts));
    // Marked as written, so that the page in use is never replaced under the key it shows.
    form.elements.seal.dispatchEvent(new Event("input", { bubbles: true }));
    kept.querySelector(".seal").textContent = key;
    kept.querySelector("a").href = URL.createObjectURL(new Blob([key + "\n"], { type: "text/plain" }));
    kept.hidden = false;
    form.querySelector("[data-seal-make]").hidden = true;
  };

  const look = () => document.querySelectorAll("[data-seal-make]").forEach((button) => {
    if (able() && document.querySelector("[data-seal-key]").hidden) button.hidden = false;
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-seal-make]");
    if (button) make(button.form);
  });
  document.addEventListener("live:changed", look);
  look();
})();
