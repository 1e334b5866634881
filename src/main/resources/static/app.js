// 明责: what a page can do beyond links and forms. Without this file every page still works.
"use strict";
(function () {
  const page = document;
  const one = (selector, root) => (root || page).querySelector(selector);
  const all = (selector, root) => Array.from((root || page).querySelectorAll(selector));

  // ---- the style sheet stands in the page until the browser keeps it
  const sheet = one("style[data-keep]");
  if (sheet) window.addEventListener("load", () => fetch(sheet.dataset.keep).then((answer) => answer.text()).then(() => {
    page.cookie = "styles=" + sheet.dataset.keep + "; path=/; max-age=31536000; samesite=lax";
  }));

  // ---- what this file says stands in the page, in the language of the page
  const said = (key, words) => one("#said").content.querySelector("[data-said=" + key + "]").textContent.replace("{}", words);

  // ---- focus: after a swap to the first fault, refusal or heading marked for it
  function focusOn(root) {
    const found = one(".has-fault .input, .has-fault .select, .has-fault .area", root)
      || one("#faults, .refusal h2, #problem h2", root);
    if (found) found.focus();
  }
  page.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "counts") focusOn(event.target);
    showGlance();
  });
  if (one("#faults")) one("#faults").focus();

  // ---- the counts: what the save bar of a phone says
  function showGlance() {
    const glance = one(".glance"), words = one(".glance-words");
    if (glance && words) glance.replaceChildren(...words.cloneNode(true).childNodes);
  }

  // ---- files: how many were chosen, for the counts and for the eye
  page.addEventListener("change", (event) => {
    if (event.target.type !== "file") return;
    const field = event.target.closest(".field");
    const files = all("input[type=file]", field).flatMap((input) => Array.from(input.files));
    all("input[data-files]", field).forEach((input) => { input.value = String(files.length); });
    const words = one(".chosen-files", field);
    if (words) words.textContent = files.length ? said("chosen", files.map((file) => file.name).join("、")) : "";
  }, true);

  // ---- a file that would be refused for its size is not sent
  page.addEventListener("change", (event) => {
    const input = event.target;
    if (!input.dataset || !input.dataset.bytesMax) return;
    const large = Array.from(input.files).some((file) => file.size > Number(input.dataset.bytesMax));
    const place = page.getElementById(input.id + "-size");
    place.textContent = large ? input.dataset.tooLarge : "";
    place.hidden = !large;
    all("button[type=submit]", input.form).forEach((button) => { button.disabled = large; });
  });

  // ---- to a field that would change the counts, opening the fold it is in
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-fill]");
    const field = link && page.getElementById(link.dataset.fill);
    if (!field) return;
    event.preventDefault();
    for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const control = field.matches("input, select, textarea") ? field : one("input:not([type=hidden]), select, textarea", field) || field;
    control.focus();
    control.scrollIntoView({ block: "center" });
  });

  // ---- an act that was asked about is left undone, at the place from which it was opened
  const leave = (event, asked) => {
    if (!asked) return;
    event.preventDefault();
    asked.open = false;
    one("summary", asked).focus();
  };
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave(event, event.target.closest("details.asking[open]"));
  });
  page.addEventListener("click", (event) => {
    const link = event.target.closest(".asked a[href='']");
    if (link) leave(event, link.closest("details.asking"));
  });

  // ---- the numbers of the lines beside a text, and from an error to its place in it
  all(".numbered .writing").forEach((text) => {
    const gutter = page.createElement("pre");
    gutter.className = "gutter";
    gutter.setAttribute("aria-hidden", "true");
    text.before(gutter);
    const follow = () => { gutter.scrollTop = text.scrollTop; };
    const number = () => {
      const lines = text.value.split("\n").length;
      gutter.textContent = Array.from({ length: lines }, (_, at) => at + 1).join("\n") + "\n\n\n";
      follow();
    };
    text.addEventListener("input", number);
    text.addEventListener("scroll", follow);
    number();
  });
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    if (!link) return;
    event.preventDefault();
    const text = one(link.getAttribute("href"));
    const lines = text.value.split("\n").slice(0, Number(link.dataset.line));
    const before = Array.from(lines.pop()).slice(0, Number(link.dataset.column) - 1).join("");
    const at = lines.concat(before).join("\n").length;
    text.focus();
    text.setSelectionRange(at, at);
    text.scrollTop = (lines.length - 4) * parseFloat(getComputedStyle(text).lineHeight);
    text.scrollIntoView({ block: "nearest" });
  });

  // ---- drafts stay in this browser until sent, discarded or signed out
  const who = (one(".post summary") || { textContent: "" }).textContent.trim();
  const store = window.localStorage;
  const keyOf = (form) => ["draft", who, form.dataset.draft]
    .concat(["type", "person"].map((name) => (form.elements[name] || { value: "" }).value)).join(":");
  const valuesOf = (form) => Array.from(new FormData(form))
    .filter(([name, value]) => typeof value === "string" && !["_csrf", "_as", "key", "again"].includes(name)
      && (form.elements[name] || {}).type !== "password");
  const asText = (pairs) => JSON.stringify(pairs);
  const kept = (key) => JSON.parse(store.getItem(key) || "null");
  function clock() {
    const now = new Date();
    return now.getHours() + ":" + String(now.getMinutes()).padStart(2, "0");
  }
  const chosen = (form) => all("input[type=file]", form).flatMap((input) => Array.from(input.files)).map((file) => file.name);
  // no page may choose a file: the names of those that were chosen are told beside the form
  function askForFiles(form, files) {
    if (!files || !files.length) return;
    const again = page.createElement("p");
    again.className = "notice is-warn files-again";
    again.setAttribute("role", "status");
    again.textContent = said("files", files.join("、"));
    form.before(again);
  }
  function restore(form, saved) {
    const pairs = saved.pairs;
    askForFiles(form, saved.files);
    const byName = {};
    pairs.forEach(([name, value]) => { (byName[name] = byName[name] || []).push(value); });
    all("input, select, textarea", form).forEach((control) => {
      const found = byName[control.name];
      if (!found || control.type === "file" || control.type === "hidden") return;
      if (control.type === "radio" || control.type === "checkbox") control.checked = found.includes(control.value);
      else control.value = found.length > 1 ? found.shift() : found[0];
    });
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }
  // rows that the empty form does not have are drawn by the server
  function complete(draft, pairs) {
    const missing = pairs.filter(([name]) => !draft.form.elements[name]);
    if (!missing.length || !one("[name=again]", draft.form)) return;
    missing.concat([["again", "show"]]).forEach(([name, value]) => {
      const hidden = page.createElement("input");
      Object.assign(hidden, { type: "hidden", name, value });
      draft.form.append(hidden);
    });
    sessionStorage.setItem("again", draft.key);
    draft.form.submit();
  }
  function offer(draft, saved) {
    const notice = page.createElement("div");
    notice.className = "notice is-note";
    notice.setAttribute("role", "status");
    const heading = page.createElement("h2");
    heading.textContent = said("draft", saved.at);
    const acts = page.createElement("div");
    acts.className = "acts";
    const resume = () => { draft.offered = saved.earlier; restore(draft.form, saved); complete(draft, saved.pairs); };
    const drop = () => {
      draft.offered = null;
      if (!saved.earlier) return store.removeItem(draft.key);
      store.setItem(draft.key, JSON.stringify(saved.earlier));
      offer(draft, saved.earlier);
    };
    [["resume", resume], ["drop", drop]].forEach(([word, act]) => {
      const button = page.createElement("button");
      button.type = "button";
      button.className = "button is-small";
      button.textContent = said(word);
      button.addEventListener("click", () => { act(); notice.remove(); });
      acts.append(button);
    });
    draft.offered = saved;
    notice.append(heading, acts);
    draft.form.before(notice);
  }
  function keep(draft) {
    const now = asText(valuesOf(draft.form)), files = chosen(draft.form);
    if (!draft.form.isConnected || (now === draft.last && String(files) === draft.files)) return;
    draft.last = now;
    draft.files = String(files);
    const place = { href: location.pathname + location.search, title: (one("h1") || page).textContent };
    store.setItem(draft.key, JSON.stringify({ at: clock(), pairs: JSON.parse(now), files, place, earlier: draft.offered }));
    told(draft);
  }
  function told(draft) {
    const place = one(".draft-state", draft.form);
    if (place) place.textContent = said("kept", clock());
  }
  const refused = () => one("#faults, form .refusal, #sheet .refusal, .problem");
  let drafts = [];
  // what was sent is dropped when the page after it neither refuses it nor asks who you are
  function settle() {
    const sent = sessionStorage.getItem("sent");
    if (sent && who && !refused()) store.removeItem(sent);
    sessionStorage.removeItem("sent");
  }
  function begin() {
    const again = sessionStorage.getItem("again");
    sessionStorage.removeItem("again");
    drafts = all("form[data-draft]").map((form) => {
      const open = drafts.find((each) => each.form === form);
      if (open) return open;
      const draft = { form, key: keyOf(form), last: asText(valuesOf(form)), files: "", offered: null };
      const saved = kept(draft.key);
      if (!saved || asText(saved.pairs) === draft.last || refused() || again === draft.key) return draft;
      if ("resume" in form.dataset) restore(form, saved);
      else offer(draft, saved);
      return draft;
    });
  }
  if (store) {
    settle();
    begin();
    let keeping = 0;
    ["input", "change"].forEach((kind) => page.addEventListener(kind, () => {
      keeping = keeping || setTimeout(() => { keeping = 0; drafts.forEach(keep); }, 400);
    }));
    window.addEventListener("pagehide", () => drafts.forEach(keep));
    page.addEventListener("visibilitychange", () => { if (page.visibilityState === "hidden") drafts.forEach(keep); });
    page.addEventListener("submit", (event) => {
      drafts.forEach(keep);
      const draft = drafts.find((each) => each.form === event.target);
      if (!draft) return;
      drafts = drafts.filter((each) => each !== draft);
      sessionStorage.setItem(event.submitter && event.submitter.name === "again" ? "again" : "sent", draft.key);
    }, true);
    page.addEventListener("htmx:afterSwap", (event) => {
      if (event.target.id !== "counts") { settle(); begin(); }
    });
  }
  // signing out drops what was not sent: it is said first, with the way to each
  let leavingDrafts = false;
  const unsent = () => Object.keys(store).filter((key) => key.startsWith("draft:"));
  function askAboutDrafts(form, button) {
    const notice = page.createElement("div"), list = page.createElement("ul"), acts = page.createElement("div");
    notice.className = "notice is-warn drafts-left";
    notice.setAttribute("role", "alertdialog");
    notice.setAttribute("aria-labelledby", "drafts-left");
    notice.innerHTML = "<h2 id=drafts-left tabindex=-1></h2>";
    const heading = notice.firstChild;
    heading.textContent = said("leaving", unsent().length);
    unsent().map(kept).forEach((saved) => {
      const link = page.createElement("a"), line = page.createElement("li");
      link.href = (saved.place || { href: "/" }).href;
      link.textContent = (saved.place || { title: "" }).title + " " + saved.at;
      line.append(link);
      list.append(line);
    });
    acts.className = "acts";
    [["leave", () => { leavingDrafts = true; form.requestSubmit(button); }], ["stay", () => notice.remove()]].forEach(([word, act]) => {
      const answer = page.createElement("button");
      Object.assign(answer, { type: "button", className: "button is-small", textContent: said(word) });
      answer.addEventListener("click", act);
      acts.append(answer);
    });
    notice.append(list, acts);
    all(".drafts-left").forEach((asked) => asked.remove());
    one("main .page").prepend(notice);
    heading.focus();
  }
  page.addEventListener("submit", (event) => {
    const to = (event.submitter && event.submitter.getAttribute("formaction")) || event.target.getAttribute("action");
    if (to !== "/sign-out" || !store) return;
    drafts.forEach(keep);
    if (!leavingDrafts && unsent().length && one("main .page") && one("#said")) {
      event.preventDefault();
      all("details.post[open]").forEach((fold) => { fold.open = false; });
      askAboutDrafts(event.target, event.submitter);
    } else unsent().forEach((key) => store.removeItem(key));
  });

  // ---- a form that the server keeps as it is typed is sent once more when the page is left
  const leaving = one("form[data-leaving]");
  if (leaving) {
    let typed = 0, sent = 0, asked = 0, asking = 0, waiting = null;
    ["input", "change"].forEach((kind) => leaving.addEventListener(kind, () => { typed += 1; }));
    // what is kept while typing must not come in after what a button does: one waits, the other is dropped
    leaving.addEventListener("submit", (event) => {
      if (asking === 0) { sent = Infinity; return; }
      event.preventDefault();
      waiting = event.submitter;
    });
    page.addEventListener("htmx:beforeRequest", (event) => {
      if (sent === Infinity) { event.preventDefault(); return; }
      asked = typed;
      asking += 1;
    });
    page.addEventListener("htmx:afterRequest", (event) => {
      asking = Math.max(0, asking - 1);
      if (event.detail.successful) sent = Math.max(sent, asked);
      if (waiting === null || asking > 0) return;
      const button = waiting;
      waiting = null;
      leaving.requestSubmit(button);
    });
    const send = () => {
      if (typed > sent && navigator.sendBeacon(leaving.action, new URLSearchParams(new FormData(leaving)))) sent = typed;
    };
    window.addEventListener("pagehide", send);
    page.addEventListener("visibilitychange", () => { if (page.visibilityState === "hidden") send(); });
  }

  // ---- a form is sent once; coming back to the page gives its buttons back
  page.addEventListener("submit", (event) => {
    if (event.target.method !== "post" || event.defaultPrevented) return;
    setTimeout(() => all("button[type=submit]", event.target).forEach((button) => { button.disabled = true; }), 0);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) all("button[type=submit]:disabled").forEach((button) => { button.disabled = false; });
  });

  // ---- the finds of a document: one is lit, in the ledger and in the text
  const finds = () => all("[data-find]");
  function light(find, first) {
    all(".is-lit").forEach((lit) => lit.classList.remove("is-lit"));
    if (!find) return;
    find.classList.add("is-lit");
    const marks = all("[data-of~='" + find.id + "']");
    marks.forEach((mark) => mark.classList.add("is-lit"));
    const wide = window.matchMedia("(min-width: 72em)").matches;
    if (wide && marks[0] && first !== "text") marks[0].scrollIntoView({ block: "center" });
    if (!find.contains(page.activeElement)) find.focus({ preventScroll: true });
    find.scrollIntoView({ block: wide ? "center" : "nearest" });
  }
  function lightAddressed() {
    const at = page.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (at && at.matches("[data-find]")) light(at);
    else if (at && at.dataset.of) light(page.getElementById(at.dataset.of.split(" ")[0]));
  }
  if (finds().length) {
    lightAddressed();
    window.addEventListener("hashchange", lightAddressed);
  }
  function stepFind(by) {
    const list = finds();
    const here = list.findIndex((find) => find.classList.contains("is-lit"));
    light(list[here < 0 ? 0 : Math.max(0, Math.min(list.length - 1, here + by))]);
  }
  function decide(act) {
    const lit = one("[data-find].is-lit") || one("[data-find]");
    const found = lit && one("[data-act=" + act + "]", lit);
    if (found) found.click();
    else if (act === "undo") follow("[data-undo]");
  }
  const findKeys = {
    j: () => stepFind(1),
    k: () => stepFind(-1),
    a: () => decide("accept"),
    e: () => decide("correct"),
    x: () => decide("reject"),
    u: () => decide("undo"),
    "?": () => { const list = one("#find-keys"); list.open = !list.open; },
  };

  // ---- keys
  let going = false;
  const rows = () => all(".row, .sheet tbody tr").filter((row) => one("a", row));
  function step(by) {
    const list = rows();
    const here = list.indexOf(page.activeElement.closest(".row, .sheet tbody tr"));
    const next = list[Math.max(0, Math.min(list.length - 1, here + by))];
    if (next) one("a", next).focus();
  }
  function inRow(selector) {
    const row = page.activeElement.closest(".row, .sheet tbody tr");
    const found = row && one(selector, row);
    if (found) found.click();
    return Boolean(found);
  }
  function toDesk() {
    const fields = page.querySelectorAll(".desk :is(input:not([type=hidden]), select, textarea)");
    const first = [...fields].find((field) => field.offsetParent) || one(".desk h2");
    if (!first) return;
    first.focus();
    first.closest(".desk").scrollIntoView({ block: "start" });
  }
  const follow = (selector) => { const link = one(selector); if (link) link.click(); };
  const keys = {
    n: () => follow(".rail a[href='/records/new']"),
    g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
    j: () => step(1),
    k: () => step(-1),
    e: () => inRow(".button") || toDesk(),
    x: () => inRow("input[type=checkbox]"),
    "/": () => { const field = one("input[data-finding]"); if (field) field.focus(); else location.href = "/search"; },
    "[": () => follow("[data-step=previous]"),
    "]": () => follow("[data-step=next]"),
    "?": () => { location.href = "/more#keys"; },
  };
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter" && event.target.form) {
      const send = one("[data-send]", event.target.form);
      if (send) send.click();
      return;
    }
    if (!page.body.dataset.keys || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (going) {
      going = false;
      const place = one(".places a[data-key='" + (/^[a-z]$/.test(event.key) ? event.key : "") + "']");
      if (place) { event.preventDefault(); place.click(); }
      return;
    }
    const act = (finds().length && findKeys[event.key]) || keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
})();
