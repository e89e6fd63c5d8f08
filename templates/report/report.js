(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");

  // A page in a file may have no storage.
  const stored = (key) => {
    try { return localStorage.getItem(key); } catch { return null; }
  };
  const store = (key, value) => {
    try { localStorage.setItem(key, value); } catch { /* It is a convenience. */ }
  };

  // Before the first paint, so that a dark page does not flash.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = stored("tintype-report-theme");
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  const isDark = () => (root.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";

  document.addEventListener("DOMContentLoaded", () => {
    const by = (id) => document.getElementById(id);
    const form = by("filters");
    const search = by("search");
    const help = by("help");
    const articles = [...document.querySelectorAll(".change")];
    const changes = articles.map((article) => ({
      article,
      details: article.querySelector("details"),
      head: article.querySelector("summary"),
      ...article.dataset,
      resources: article.dataset.resources.split(" "),
      text: null,
    }));
    const groups = [...document.querySelectorAll(".group")].map((group) => ({
      group,
      count: group.querySelector(".count"),
      changes: changes.filter((change) => group.contains(change.article)),
    }));
    let current = null;
    let shown = changes;

    // Large reports are packed, and unpacked where somebody looks.
    const unpacked = async (template) => {
      const bytes = Uint8Array.from(atob(template.content.textContent), (letter) => letter.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
      return (await new Response(stream).text()).split("\0");
    };
    const packs = [...document.querySelectorAll("template.pack")];
    const contents = [];
    const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#58": ":", "#91": "[" };
    const plain = (text) => text.replace(/&(#?[a-z0-9]+);/g, (all, name) => entities[name] ?? all);
    const names = new Set("a b caption code dd del details div dl dt h4 ins p section span summary table tbody td th thead tr".split(" "));
    const allowed = /^(class|colspan|href|open|scope|aria-[a-z]+|data-[a-z]+)$/;
    // Element by element, since the page may make no markup of a text.
    const built = (markup) => {
      const top = document.createDocumentFragment();
      const open = [top];
      for (const [, end, name, attributes, text] of markup.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g)) {
        const inner = open.at(-1);
        if (text !== undefined) inner.append(plain(text));
        else if (end) open.pop();
        else if (names.has(name)) {
          const element = document.createElement(name);
          for (const [, key, value = ""] of attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)) {
            const isLink = key === "href" && !value.startsWith("#");
            if (allowed.test(key) && !isLink) element.setAttribute(key, plain(value));
          }
          inner.append(element);
          open.push(element);
        }
      }
      return top;
    };
    const load = async (article) => {
      const body = article.querySelector("[data-packed]");
      if (!body) return;
      const [pack, part] = body.dataset.packed.split(" ").map(Number);
      delete body.dataset.packed;
      contents[pack] ??= unpacked(packs[pack]);
      body.replaceChildren(built((await contents[pack])[part]));
    };
    const searched = by("searched");
    if (searched) {
      root.classList.add("packed");
      unpacked(searched).then((texts) => {
        changes.forEach((change, at) => { change.text = texts[at]; });
        if (search.value) apply();
      });
    }

    // What the search looks at: everything but the lines of documents and of code.
    const text = (change) => {
      if (searched) return change.text ?? "";
      change.text ??= `${change.head.textContent} ${change.article.querySelector("dl").textContent}`.toLowerCase();
      return change.text;
    };

    const filters = () => {
      const data = new FormData(form);
      return {
        words: data.get("q").toLowerCase().split(/\s+/).filter(Boolean),
        level: data.getAll("level"),
        wire: data.getAll("wire"),
        direction: data.getAll("direction"),
        resource: data.get("resource"),
      };
    };

    const fits = (change, wanted) => {
      const { level, wire, direction } = change;
      const allows = (values, value) => values.length === 0 || values.includes(value);
      return allows(wanted.level, level)
        && allows(wanted.wire, wire)
        && allows(wanted.direction, direction)
        && (!wanted.resource || change.resources.includes(wanted.resource))
        && wanted.words.every((word) => text(change).includes(word));
    };

    const apply = () => {
      const wanted = filters();
      shown = changes.filter((change) => {
        const isHidden = !fits(change, wanted);
        if (change.isHidden !== isHidden) change.article.hidden = change.isHidden = isHidden;
        return !isHidden;
      });
      for (const { group, count, changes: own } of groups) {
        const visible = own.filter((change) => !change.isHidden).length;
        group.hidden = visible === 0;
        count.textContent = visible === own.length ? `${visible}` : `${visible} of ${own.length}`;
      }
      const isFiltered = parameters().size > 0;
      const number = document.createElement("b");
      number.textContent = shown.length;
      const rest = shown.length === 1 ? " change" : " changes";
      by("shown").replaceChildren(number, isFiltered ? ` of ${changes.length}${rest}` : rest);
      by("nothing").hidden = shown.length > 0 || changes.length === 0;
      by("reset").hidden = !isFiltered;
      label();
    };

    // The address: `#change-0123456789ab?level=major&q=user`. All of it is a fragment, which also a file can change.
    const parameters = () => {
      const found = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (value) found.append(name, value);
      return found;
    };
    const parts = () => {
      const hash = location.hash.slice(1);
      const at = hash.indexOf("?");
      return at < 0 ? [hash, null] : [hash.slice(0, at), new URLSearchParams(hash.slice(at + 1))];
    };
    const note = () => {
      const wanted = parameters();
      const target = current ? current.article.id : "";
      const hash = wanted.size > 0 ? `#${target}?${wanted}` : target && `#${target}`;
      // Browsers limit how often the address changes.
      try { history.replaceState(null, "", hash || location.pathname + location.search); } catch { /* It stays. */ }
    };
    const take = (wanted) => {
      for (const box of form.querySelectorAll("input[type=checkbox]")) {
        box.checked = wanted.getAll(box.name).includes(box.value);
      }
      search.value = wanted.get("q") ?? "";
      form.elements.resource.value = wanted.get("resource") ?? "";
      if (form.elements.resource.selectedIndex < 0) form.elements.resource.value = "";
    };

    const choose = (change) => {
      current?.article.classList.remove("is-current");
      current = change;
      current?.article.classList.add("is-current");
    };
    const go = (change) => {
      if (!change) return;
      choose(change);
      change.head.focus({ preventScroll: true });
      const box = change.head.getBoundingClientRect();
      const top = form.getBoundingClientRect().bottom;
      if (box.top < top || box.bottom > innerHeight - 40) change.article.scrollIntoView({ block: "start" });
      note();
    };
    const step = (by) => {
      const focused = changes.find((change) => change.article.contains(document.activeElement));
      const from = shown.indexOf(focused ?? current);
      const at = from < 0 ? (by > 0 ? 0 : shown.length - 1) : from + by;
      go(shown[Math.min(Math.max(at, 0), shown.length - 1)]);
    };

    // Opens what the address names.
    const follow = () => {
      const [id, wanted] = parts();
      if (wanted) take(wanted);
      apply();
      const change = changes.find(({ article }) => article.id === id);
      if (!change) return;
      if (change.article.hidden) {
        take(new URLSearchParams());
        apply();
      }
      change.details.open = true;
      choose(change);
      change.article.classList.remove("is-target");
      change.head.focus({ preventScroll: true });
      change.article.scrollIntoView({ block: "start" });
      change.article.classList.add("is-target");
      note();
    };

    const isAllOpen = () => shown.length > 0 && shown.every((change) => change.details.open);
    const label = () => { by("fold").textContent = isAllOpen() ? "Close all" : "Open all"; };
    const fold = () => {
      const open = !isAllOpen();
      for (const change of shown) change.details.open = open;
      label();
    };

    const reset = () => {
      take(new URLSearchParams());
      apply();
      note();
    };
    const theme = () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      store("tintype-report-theme", root.dataset.theme);
      press();
    };
    const press = () => by("theme").setAttribute("aria-pressed", String(isDark()));

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => { apply(); note(); });
    by("reset").addEventListener("click", () => { reset(); search.focus(); });
    by("fold").addEventListener("click", fold);
    by("theme").addEventListener("click", theme);
    by("help-open").addEventListener("click", () => help.showModal());
    by("changes").addEventListener("toggle", (event) => {
      if (event.target.open) load(event.target.closest(".change"));
      label();
    }, true);
    by("changes").addEventListener("focusin", (event) => {
      const change = changes.find(({ article }) => article.contains(event.target));
      if (change) choose(change);
    });
    dark.addEventListener("change", press);
    addEventListener("hashchange", follow);

    // A choice that no change fits is none.
    for (const chip of form.querySelectorAll(".chip")) {
      chip.hidden = chip.querySelector("b").textContent === "0";
    }
    for (const set of form.querySelectorAll("fieldset")) {
      set.hidden = set.querySelector(".chip:not([hidden])") === null;
    }

    const keys = by("keys");
    keys.checked = stored("tintype-report-keys") !== "off";
    keys.addEventListener("change", () => store("tintype-report-keys", keys.checked ? "on" : "off"));
    const letters = {
      j: () => step(1),
      k: () => step(-1),
      e: fold,
      t: theme,
      x: reset,
      "/": () => { search.focus(); search.select(); },
      "?": () => help.showModal(),
    };
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
      const target = event.target;
      if (target === search) {
        if (event.key !== "Escape" && event.key !== "Enter") return;
        event.preventDefault();
        search.blur();
        if (event.key === "Enter") go(shown[0]);
        return;
      }
      if (target instanceof HTMLSelectElement) return;
      const isHead = target instanceof Element && target.matches(".change > details > summary");
      const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (isHead && arrow) {
        event.preventDefault();
        step(arrow);
      } else if (keys.checked && Object.hasOwn(letters, event.key)) {
        event.preventDefault();
        letters[event.key]();
      }
    });

    // Paper has no folds.
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = shown.filter((change) => !change.details.open);
      for (const change of opened) change.details.open = true;
    });
    addEventListener("afterprint", () => {
      for (const change of opened) change.details.open = false;
    });

    // What is scrolled to stands below the filters.
    const measure = () => root.style.setProperty("--filters", `${form.offsetHeight}px`);
    new ResizeObserver(measure).observe(form);
    press();
    apply();
    measure();
    follow();
  });
})();
