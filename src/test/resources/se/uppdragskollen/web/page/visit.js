// What a page is like, for EveryPageTests.
const hash = (text) => {
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    value = (Math.imul(value, 31) + text.charCodeAt(i)) | 0;
  }
  return value;
};
// Alike are pages that differ in names and figures only, and in how often the same comes again
const shape = (element) => {
  const named = [...element.attributes]
    .filter((one) => /^(class|role|type|lang|scope|data-(color|variant|size)|hidden|open|aria-.*)$/.test(one.name))
    .map((one) => one.name + (/^(aria-(label|labelledby|describedby|controls))$/.test(one.name) ? "" : "=" + one.value));
  const parts = new Set();
  let words = "";
  for (const child of element.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE) {
      parts.add(shape(child));
    } else if (child.nodeType === Node.TEXT_NODE && child.data.trim()) {
      words = "t";
    }
  }
  return hash(element.tagName + named.sort().join(" ") + words + [...parts].join(","));
};
const texts = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const text = walker.currentNode.data.trim().replace(/\s+/g, " ");
  if (text && !walker.currentNode.parentElement.closest("body [lang], code, script")) {
    texts.push(text);
  }
}
for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
  if (!element.closest("body [lang]")) {
    ["aria-label", "title", "placeholder", "alt"].forEach((one) => element.getAttribute(one) && texts.push(element.getAttribute(one)));
  }
}
// What can be pressed or filled in must be met with the tabulator, in the order in which it is read
const keyless = [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary, [role=button], [onclick]")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex !== 0)
  .map((one) => one.outerHTML.slice(0, 120));
const picture = (entry) => /\.(svg|png|ico)(\?|$)/.test(entry.name);
const sent = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
return {
  title: document.title,
  language: document.documentElement.lang,
  headings: [...document.querySelectorAll("h1")].map((one) => one.innerText.trim()),
  levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => Number(one.tagName[1])),
  current: document.querySelectorAll("main").length,
  keyless,
  policy: window.policyViolations || ["not watched"],
  weight: sent.filter((one) => !picture(one)).reduce((sum, one) => sum + one.encodedBodySize, 0),
  shape: String(shape(document.querySelector("main") || document.body)),
  frame: String(hash([...document.body.children].filter((one) => one.tagName !== "MAIN").map(shape).join(","))),
  texts,
};
