// Progressive enhancement only: the page reads and prints without it. Runs from disk, asks for nothing, stores nothing.
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  // Language: the style sheet shows the right texts; the document's own language and title follow here.
  const followLanguage = () => {
    const chinese = byId("lang-zh").checked;
    root.lang = chinese ? "zh-CN" : "en";
    document.title = chinese ? root.dataset.titleZh : root.dataset.titleEn;
  };
  for (const id of ["lang-en", "lang-zh"]) byId(id).addEventListener("change", followLanguage);
  followLanguage();

  // A printed page cannot be unfolded. The event may come twice before the folds are closed again.
  let opened = [];
  addEventListener("beforeprint", () => {
    for (const element of document.querySelectorAll("details:not([open])")) {
      element.open = true;
      opened.push(element);
    }
  });
  addEventListener("afterprint", () => {
    for (const element of opened) element.open = false;
    opened = [];
  });

  const form = byId("filter");
  if (form === null) return;
  form.hidden = false;
  const findings = [...document.querySelectorAll(".finding")];
  const owners = [...document.querySelectorAll(".owner")];
  const parts = [...document.querySelectorAll(".chapter")];
  let haystacks;

  // Both languages are searched, and the resource a finding belongs to. Collected once, when first needed.
  const haystackOf = (index) => {
    haystacks ??= findings.map((finding) => {
      const owner = finding.closest(".owner").querySelector("header");
      return `${owner.textContent} ${finding.textContent}`.toLowerCase();
    });
    return haystacks[index];
  };
  const chosen = (group) =>
    new Set([...form.querySelectorAll(`input[name="${group}"]:checked`)].map((input) => input.value));

  const apply = () => {
    const words = byId("filter-text").value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = chosen("severity");
    const verdicts = chosen("verdict");
    let shown = 0;
    findings.forEach((finding, index) => {
      const matches =
        severities.has(finding.dataset.severity) &&
        verdicts.has(finding.dataset.verdict) &&
        words.every((word) => haystackOf(index).includes(word));
      finding.hidden = !matches;
      if (matches) shown += 1;
    });
    for (const owner of owners) owner.hidden = owner.querySelector(".finding:not([hidden])") === null;
    for (const part of parts) part.hidden = part.querySelector(".owner:not([hidden])") === null;
    byId("filter-shown").textContent = String(shown);
    byId("filtered").hidden = shown === findings.length;
    byId("filter-none").hidden = shown > 0;
  };

  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 80);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("filter-clear").addEventListener("click", () => {
    form.reset();
    for (const box of form.querySelectorAll('input[type="checkbox"]')) box.checked = true;
    apply();
  });

  // A link to a finding that the filter hides must still arrive.
  addEventListener("hashchange", () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (target?.closest("[hidden]")) {
      byId("filter-clear").click();
      target.scrollIntoView();
    }
  });
})();
