// Opens a protected report with what the reader types, in the browser's own cryptography.
(() => {
  "use strict";

  const WRONG = "That is not the passphrase. Type it again: small and capital letters are not the same. If it is surely right, the file was damaged on its way, and its owner can send it again.";
  const TOO_OLD = "This browser is too old to open the report: use a current one.";
  const LENGTH = 4; // bytes that say how much of the rest is the document

  const sealed = document.getElementById("nr-sealed");
  const form = document.getElementById("nr-unlock");
  const field = document.getElementById("nr-passphrase");
  const button = document.getElementById("nr-open");
  const said = document.getElementById("nr-said");
  let isBusy = false;

  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const encoded = (text) => new TextEncoder().encode(text);

  /** The passphrase as both sides take it: however it was typed, and with single blanks. */
  function settled(typed) {
    return typed.normalize("NFKC").replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
  }

  async function keyOf(passphrase) {
    const { salt, rounds } = sealed.dataset;
    const made = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: Number(rounds) };
    const typed = await crypto.subtle.importKey("raw", encoded(passphrase), "PBKDF2", false, ["deriveKey"]);
    return crypto.subtle.deriveKey(made, typed, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
  }

  /** The packed document, or null where the key is not the one. */
  async function unsealed(key) {
    const { nonce, form: bound } = sealed.dataset;
    const how = { name: "AES-GCM", iv: bytes(nonce), additionalData: encoded(bound) };
    try {
      return await crypto.subtle.decrypt(how, key, bytes(sealed.textContent));
    } catch {
      return null;
    }
  }

  async function unpacked(filled) {
    const packed = filled.slice(LENGTH, LENGTH + new DataView(filled).getUint32(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).text();
  }

  async function open() {
    say("Opening. This takes a moment.");
    const filled = await unsealed(await keyOf(settled(field.value)));
    if (filled === null) return refuse();
    show(await unpacked(filled));
  }

  /** Put the report in this document's place; the policy of this document still holds. */
  function show(html) {
    document.open();
    document.write(html);
    document.close();
  }

  function refuse() {
    say(WRONG, "wrong");
    field.setAttribute("aria-invalid", "true");
    field.focus();
    field.select();
  }

  function say(words, how = "") {
    said.textContent = words;
    said.className = how;
  }

  async function submit(event) {
    event.preventDefault();
    if (isBusy) return;
    busy(true);
    try {
      await open();
    } catch {
      say(TOO_OLD, "wrong");
    }
    busy(false);
  }

  function busy(isNow) {
    isBusy = isNow;
    button.setAttribute("aria-disabled", isNow);
  }

  document.getElementById("nr-unscripted").remove();
  form.addEventListener("submit", submit);
  field.addEventListener("input", () => field.removeAttribute("aria-invalid"));
  document.getElementById("nr-show").addEventListener("change", ({ target }) => {
    field.type = target.checked ? "text" : "password";
  });
  if (globalThis.crypto?.subtle && globalThis.DecompressionStream) form.hidden = false;
  else say(TOO_OLD, "wrong");
  field.focus();
})();
