// What makes the pages better with scripts; all of it works without.

// Whose login has ended may log in again in another tab. This page then takes the new login's token against forged
// requests, unless it is somebody else who has logged in.
const person = document.body.dataset.person;
async function loggedInAgain() {
  try {
    const answer = await fetch("/accessibility", { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("input[name=_csrf]");
    if (!token || page.body.dataset.person !== person) {
      return false;
    }
    document.querySelectorAll("input[name=_csrf]").forEach((field) => { field.value = token.value; });
    return true;
  } catch {
    return false;
  }
}

// Somebody has come back from another tab or window.
function onReturn(act) {
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { act(); } });
  addEventListener("focus", act);
}

// What somebody types is kept for this tab until it is sent, so that a login that ends takes none of it. It is theirs
// alone: gone when they log out, when somebody else has logged in, after some hours, and with the tab.
const TYPED = "typed";
const TYPED_HOURS = 12;
const TEXTS = ["textarea", "input[type=text]", "input[type=date]", "input[type=time]", "input[type=email]", "input[type=number]"]
  .map((field) => field + ":not([readonly])").join();
// A box that says that one agrees, or which of a list are meant, is never ticked again by itself.
const CHOICES = "input[type=radio],select";
const typed = {
  forms: [...document.querySelectorAll("main form[method=post]")]
    .filter((form) => "autosave" in form.dataset || form.querySelector(TEXTS)),
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(TYPED)) ?? {};
    } catch {
      return {};
    }
  },
  write(all) {
    try {
      if (Object.keys(all.forms ?? {}).length > 0) {
        sessionStorage.setItem(TYPED, JSON.stringify(all));
      } else {
        sessionStorage.removeItem(TYPED);
      }
    } catch {
      // the error's page shows what was typed
    }
  },
  fields(form) {
    return [...form.querySelectorAll([TEXTS, CHOICES, ..."autosave" in form.dataset ? ["input[type=checkbox]"] : []].join())];
  },
  ticks: (field) => field.matches("[type=radio], [type=checkbox]"),
  now: (field) => (typed.ticks(field) ? field.checked : field.value),
  before(field) {
    if (field.matches("select")) {
      return ([...field.options].find((one) => one.defaultSelected) ?? field.options[0])?.value;
    }
    return typed.ticks(field) ? field.defaultChecked : field.defaultValue;
  },
  put(field, value) {
    field[typed.ticks(field) ? "checked" : "value"] = value;
  },
  name: (field) => (typed.ticks(field) ? `${field.name}=${field.value}` : field.id || field.name),
  key: (form) => `${new URL(form.getAttribute("action") ?? "", location.href).pathname}#${form.querySelector(TEXTS)?.id}`,

  // What differs from what the page came with; with all that is written, when it is being sent.
  keep(form, sent) {
    if (!person) {
      return;
    }
    const fields = {};
    for (const field of typed.fields(form)) {
      if (typed.now(field) !== typed.before(field) || sent && !typed.ticks(field) && field.value) {
        fields[typed.name(field)] = [typed.before(field), typed.now(field)];
      }
    }
    const all = typed.read();
    all.person = person;
    all.forms ??= {};
    delete all.forms[typed.key(form)];
    if (Object.keys(fields).length > 0) {
      all.forms[typed.key(form)] = { at: Date.now(), sent, fields };
    }
    typed.write(all);
  },

  // What was sent and not refused is done with.
  settle() {
    const [way] = performance.getEntriesByType("navigation");
    const refused = way?.type !== "navigate" || way.responseStatus >= 400
      || document.querySelector("[data-not-sent], .ds-error-summary") !== null;
    const all = typed.read();
    if (person && all.person !== person) {
      all.forms = {};
    }
    let waits = false;
    for (const [key, form] of Object.entries(all.forms ?? {})) {
      if (form.sent && !refused || Date.now() - form.at > TYPED_HOURS * 3600000) {
        delete all.forms[key];
      } else {
        waits ||= form.sent;
        form.sent = false;
      }
    }
    typed.write(all);
    if (waits) {
      document.querySelectorAll("[data-kept]").forEach((told) => { told.hidden = told.dataset.kept !== "yes"; });
    }
    return all;
  },

  // Into fields that are empty or as they were: what somebody else has written meanwhile stays.
  giveBack(form, kept) {
    const back = typed.fields(form).filter((field) => {
      const [before, then] = kept.fields[typed.name(field)] ?? [];
      const now = typed.now(field);
      return then !== undefined && now !== then && (now === before || now === "");
    });
    for (const field of back) {
      typed.put(field, kept.fields[typed.name(field)][1]);
      for (let folded = field.closest("details"); folded; folded = folded.parentElement.closest("details")) {
        folded.open = true;
      }
    }
    const words = document.querySelector("template[data-typed-back]");
    if (back.length === 0 || !words) {
      return;
    }
    const told = document.createElement("p");
    told.className = "typed-back";
    told.setAttribute("role", "status");
    form.prepend(told);
    told.append(words.content.cloneNode(true));
    told.querySelector("button").addEventListener("click", () => {
      back.forEach((field) => typed.put(field, typed.before(field)));
      told.remove();
      back[0].focus();
      form.dispatchEvent(new Event("input", { bubbles: true }));
    });
    form.dispatchEvent(new Event("input", { bubbles: true }));
  },
};

// A draft is saved as one goes. What the service answers takes its place on the page, the fields are left alone.
function autosave(form) {
  let timer = null;
  let running = false;
  let again = false;
  const status = form.querySelector("[data-live=saved]");
  const say = (text) => { status.textContent = text; };
  let ended = false;

  const send = () => {
    const body = new URLSearchParams(new FormData(form));
    body.set("then", "stay");
    return fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
  };

  async function save() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    say(form.dataset.saving);
    try {
      let sent = typed.fields(form).map((field) => [field, typed.now(field)]);
      let answer = await send();
      ended = [400, 401].includes(answer.status);
      if (ended && await loggedInAgain()) {
        sent = typed.fields(form).map((field) => [field, typed.now(field)]);
        answer = await send();
        ended = [400, 401].includes(answer.status);
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (ended) {
        status.replaceChildren(form.querySelector("template[data-ended]").content.cloneNode(true));
      } else if (!page.querySelector("form[data-autosave]")) {
        say(form.dataset.offline);
      } else if (answer.status === 412) {
        form.removeEventListener("input", later);
        delete form.dataset.unsaved;
        form.submit();
      } else {
        for (const live of document.querySelectorAll("[data-live]")) {
          const fresh = page.querySelector(`[data-live="${live.dataset.live}"]`);
          if (fresh) {
            live.replaceChildren(...fresh.childNodes);
          }
        }
        if (!again) {
          delete form.dataset.unsaved;
        }
        for (const [field, value] of sent) {
          field[typed.ticks(field) ? "defaultChecked" : "defaultValue"] = value;
        }
        typed.keep(form, false);
        document.dispatchEvent(new Event("asked"));
      }
    } catch {
      say(form.dataset.offline);
    }
    running = false;
    if (again) {
      save();
    }
  }

  function later(event) {
    form.dataset.unsaved = "yes";
    const field = event.target.closest(".field");
    field?.querySelector("[data-prefilled]")?.remove();
    clearTimeout(timer);
    timer = setTimeout(save, 1500);
  }
  form.addEventListener("input", later);
  form.addEventListener("submit", () => { delete form.dataset.unsaved; clearTimeout(timer); });
  onReturn(() => { if (ended) { save(); } });
  addEventListener("beforeunload", (event) => {
    if (form.dataset.unsaved) {
      event.preventDefault();
    }
  });
}

document.querySelectorAll("form[data-autosave]").forEach(autosave);

// What is asked only after a certain answer is put away after the other one. What was typed there stays in the form, and
// what is wrong stays in sight.
document.querySelectorAll("form[data-autosave]").forEach((form) => {
  const asked = [...form.querySelectorAll(".field[data-only]")];
  const show = () => {
    for (let again = true; again;) {
      again = false;
      for (const field of asked) {
        const question = document.getElementById(`field-${field.dataset.only}`);
        const answer = question?.querySelector(`input[name="value.${field.dataset.only}"]:checked`);
        const other = question?.hidden || answer !== null && answer !== undefined && answer.value !== field.dataset.onlyAnswer;
        const away = Boolean(other) && field.querySelector(".ds-validation-message") === null;
        again ||= field.hidden !== away;
        field.hidden = away;
      }
    }
    for (const section of form.querySelectorAll("section.asked")) {
      section.hidden = [...section.querySelectorAll(".field")].every((field) => field.hidden);
    }
  };
  form.addEventListener("input", show);
  document.addEventListener("asked", show);
  addEventListener("pageshow", show);
  show();
});

// A reason why a question does not apply is the answer that it does not. Another answer puts the reason away, for as long
// as the page is open.
document.querySelectorAll("form[data-autosave] input[name^='why.']").forEach((why) => {
  const ways = [...why.form.elements[why.name.replace("why", "how")]];
  const none = ways.find((way) => way.value === "not-applicable");
  let reason = "";
  why.addEventListener("input", () => { none.checked ||= why.value.trim() !== ""; });
  ways.forEach((way) => way.addEventListener("change", () => {
    reason = why.value || reason;
    why.value = none.checked ? reason : "";
  }));
});

// Whoever has made a mistake is taken to where it is told.
document.querySelector(".ds-error-summary")?.focus();

// What was typed and not sent comes back; until it is sent, it is kept.
const waiting = typed.settle();
if (person) {
  for (const form of typed.forms) {
    form.addEventListener("input", () => typed.keep(form, false));
    form.addEventListener("submit", () => typed.keep(form, true));
    const kept = waiting.forms?.[typed.key(form)];
    if (kept) {
      typed.giveBack(form, kept);
    }
  }
}
document.querySelector("form[action$='/logout']")?.addEventListener("submit", () => typed.write({}));

// Whoever has not asked for anything for long is told before the login ends, and what becomes of what they typed.
const WARN_MINUTES = 3;
const timeout = document.querySelector("[data-timeout]");
if (timeout) {
  const [soon, over, stay] = ["[data-soon]", "[data-over]", "button"].map((part) => timeout.querySelector(part));
  const wait = Math.max(0, document.body.dataset.sessionMinutes - WARN_MINUTES) * 60000;
  let timers = [];
  const end = () => {
    soon.hidden = true;
    stay.hidden = true;
    over.hidden = false;
    timeout.hidden = false;
  };
  const warn = () => {
    const saves = typed.forms.every((form) => "autosave" in form.dataset && !form.dataset.unsaved);
    timeout.querySelector("[data-soon-saved]").hidden = typed.forms.length === 0 || !saves;
    timeout.querySelector("[data-soon-typed]").hidden = typed.forms.length === 0 || saves;
    timeout.hidden = false;
  };
  const begin = (first) => {
    timers.forEach(clearTimeout);
    timeout.hidden = true;
    soon.hidden = false;
    stay.hidden = false;
    over.hidden = true;
    timers = [setTimeout(end, wait + WARN_MINUTES * 60000)];
    if (first || wait > 0) {
      timers.push(setTimeout(warn, wait));
    }
  };
  begin(true);
  stay.addEventListener("click", async () => {
    const answer = await fetch("/api/v1/me");
    if (answer.ok) {
      begin(false);
    } else {
      end();
    }
  });
  document.addEventListener("asked", () => begin(false));
  onReturn(async () => {
    if (!over.hidden && await loggedInAgain()) {
      begin(false);
    }
  });
}

// Whoever presses twice sends once.
const sending = document.querySelectorAll("form[method=post]");
sending.forEach((form) => form.addEventListener("submit", (event) => {
  if (form.dataset.sent) {
    event.preventDefault();
  }
  form.dataset.sent = "yes";
}));
addEventListener("pageshow", () => sending.forEach((form) => delete form.dataset.sent));

// Ticking all of a list, and how many are ticked. Without scripts the links lead to the page with all of them ticked.
document.querySelectorAll("form.work").forEach((form) => {
  const boxes = [...form.querySelectorAll("input[name=case]")];
  const told = form.querySelector("[role=status][data-ticked]");
  const send = form.querySelector("button[data-ticked]");
  const count = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    told.textContent = ticked > 0 ? told.dataset.ticked.replace("{0}", ticked) : "";
    send.textContent = ticked > 0 ? send.dataset.ticked.replace("{0}", ticked) : send.dataset.unticked;
  };
  if (boxes.length > 0) {
    form.addEventListener("change", count);
    addEventListener("pageshow", count);
    form.querySelectorAll("[data-tick]").forEach((link) => link.addEventListener("click", (event) => {
      event.preventDefault();
      boxes.forEach((box) => { box.checked = link.dataset.tick === "all"; });
      count();
    }));
  }
});

// Moving through a list by keys. They can be turned off, and never act in a field or with another key held.
document.querySelectorAll("[data-keys-help]").forEach((help) => {
  const KEPT = "keys-off";
  const rows = [...document.querySelectorAll("table[data-keys] tbody tr")];
  const details = help.querySelector("details");
  const turn = help.querySelector("[data-keys-switch]");
  const told = help.querySelector("[role=status]");
  const turnOff = turn.textContent;
  let off = false;
  try {
    off = localStorage.getItem(KEPT) === "yes";
  } catch {
    off = false;
  }
  const show = () => { turn.textContent = off ? turn.dataset.turnOn : turnOff; };
  turn.addEventListener("click", () => {
    off = !off;
    try {
      localStorage.setItem(KEPT, off ? "yes" : "no");
    } catch {
      // kept for this page alone
    }
    show();
    told.textContent = off ? told.dataset.off : told.dataset.on;
  });
  show();
  help.hidden = false;

  const go = (step) => {
    const now = rows.findIndex((row) => row.contains(document.activeElement));
    const next = now < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, now + step));
    rows[next]?.querySelector("th a").focus();
  };
  const acts = {
    j: () => go(1),
    k: () => go(-1),
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    x: (row) => row?.querySelector("input[name=case]")?.click(),
    "?": () => {
      details.open = !details.open;
      details.querySelector("summary").focus();
    },
  };
  document.addEventListener("keydown", (event) => {
    const inField = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (off || inField || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || !Object.hasOwn(acts, event.key)) {
      return;
    }
    const row = rows.find((one) => one.contains(document.activeElement));
    if (event.key.startsWith("Arrow") && !row) {
      return;
    }
    event.preventDefault();
    acts[event.key](row);
  });
});

// A link that is shown once can be copied with a button.
document.querySelectorAll("button[data-copy]").forEach((button) => {
  const field = document.getElementById(button.dataset.copy);
  const told = button.parentElement.querySelector("[role=status]");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      told.textContent = button.dataset.copied;
    } catch {
      field.focus();
    }
  });
});

// Paper shows what is folded in, and a button that prints stands only where it can.
for (const button of document.querySelectorAll("[data-print]")) {
  button.closest("li").hidden = false;
  button.addEventListener("click", () => window.print());
}
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details:not([open])")) {
    details.dataset.folded = "";
    details.open = true;
  }
});
window.addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("main details[data-folded]")) {
    delete details.dataset.folded;
    details.open = false;
  }
});
