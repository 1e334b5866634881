// 明责: passkeys. Without this file passphrase and code remain the way.
"use strict";
(function () {
  const form = document.querySelector("form[data-passkey]");
  if (!form || !window.PublicKeyCredential) return;
  const told = form.dataset;
  const bytes = (text) => Uint8Array.from(
    atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const give = (name, buffer) => {
    const text = buffer ? btoa(String.fromCharCode.apply(null, new Uint8Array(buffer))) : "";
    form.elements[name].value = text.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };

  function make() {
    return navigator.credentials.create({ publicKey: {
      challenge: bytes(told.challenge),
      rp: { id: told.site, name: told.issuer },
      user: { id: bytes(told.user), name: told.account, displayName: told.account },
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg: alg })),
      excludeCredentials: told.known.split(" ").filter(Boolean)
        .map((known) => ({ type: "public-key", id: bytes(known) })),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none"
    } }).then((made) => {
      give("client", made.response.clientDataJSON);
      give("attestation", made.response.attestationObject);
    });
  }

  function show() {
    return navigator.credentials.get({ publicKey: {
      challenge: bytes(told.challenge), rpId: told.site, userVerification: "required"
    } }).then((shown) => {
      give("credential", shown.rawId);
      give("client", shown.response.clientDataJSON);
      give("authenticator", shown.response.authenticatorData);
      give("signature", shown.response.signature);
      give("user", shown.response.userHandle);
    });
  }

  form.hidden = false;
  document.querySelectorAll("[data-without-passkey]").forEach((word) => { word.hidden = true; });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    (told.passkey === "make" ? make() : show()).then(() => form.submit(), () => {
      document.querySelector("[data-passkey-failed]").hidden = false;
      form.querySelectorAll("button").forEach((button) => { button.disabled = false; });
    });
  });
})();
