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
