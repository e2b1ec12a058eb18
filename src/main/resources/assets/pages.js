// What makes the pages better with scripts; all of it works without.

// A draft is saved as one goes. What the service answers takes its place on the page, the fields are left alone.
function autosave(form) {
  let timer = null;
  let running = false;
  let again = false;
  const status = form.querySelector("[data-live=saved]");
  const say = (text) => { status.textContent = text; };

  async function save() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    say(form.dataset.saving);
    try {
      const body = new URLSearchParams(new FormData(form));
      body.set("then", "stay");
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!page.querySelector("form[data-autosave]")) {
        say(form.dataset.offline);
      } else if (answer.status === 412) {
        form.removeEventListener("input", later);
        form.submit();
      } else {
        for (const live of document.querySelectorAll("[data-live]")) {
          const fresh = page.querySelector(`[data-live="${live.dataset.live}"]`);
          if (fresh) {
            live.replaceChildren(...fresh.childNodes);
          }
        }
        changed = false;
      }
    } catch {
      say(form.dataset.offline);
    }
    running = false;
    if (again) {
      save();
    }
  }

  let changed = false;
  function later(event) {
    changed = true;
    const field = event.target.closest(".field");
    field?.querySelector("[data-prefilled]")?.remove();
    clearTimeout(timer);
    timer = setTimeout(save, 1500);
  }
  form.addEventListener("input", later);
  form.addEventListener("submit", () => { changed = false; clearTimeout(timer); });
  addEventListener("beforeunload", (event) => {
    if (changed) {
      event.preventDefault();
    }
  });
}

document.querySelectorAll("form[data-autosave]").forEach(autosave);

// Whoever has made a mistake is taken to where it is told.
document.querySelector(".ds-error-summary")?.focus();

// Whoever has not asked for anything for long is told before the login ends. A draft is saved by then in any case.
const WARN_MINUTES = 3;
const timeout = document.querySelector("[data-timeout]");
if (timeout) {
  const wait = Math.max(0, document.body.dataset.sessionMinutes - WARN_MINUTES) * 60000;
  const later = () => setTimeout(() => { timeout.hidden = false; }, wait);
  let timer = later();
  timeout.querySelector("button").addEventListener("click", async () => {
    const answer = await fetch("/api/v1/me");
    if (answer.ok) {
      timeout.hidden = true;
      clearTimeout(timer);
      timer = wait > 0 ? later() : null;
    } else {
      location.assign("/login");
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
