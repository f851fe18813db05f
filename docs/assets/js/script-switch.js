// The switch between the scripts is a plain link. With this it keeps the reader's place on the page,
// and the home page opens in the script chosen last.
(function () {
  var link = document.querySelector(".script-switch__link");
  if (!link) { return; }
  var other = link.dataset.script;
  var address = link.getAttribute("href");

  function stored(value) {
    try {
      if (value) { localStorage.setItem("uzkz-script", value); }
      return localStorage.getItem("uzkz-script");
    } catch (error) { return null; }
  }

  // The theme keeps the choice of light or dark by the address of the site's root, which differs between the scripts.
  function carryPalette() {
    try {
      var here = new URL(document.querySelector(".md-logo").href).pathname;
      var there = other === "cyrl" ? here + "kirill/" : here.replace(/kirill\/$/, "");
      var chosen = localStorage.getItem(here + ".__palette");
      if (chosen) { localStorage.setItem(there + ".__palette", chosen); }
    } catch (error) { /* without storage there is nothing to carry */ }
  }

  function place() { link.setAttribute("href", address + location.hash); }
  place();
  window.addEventListener("hashchange", place);
  link.addEventListener("click", function () { place(); stored(other); carryPalette(); });

  var within = document.referrer && new URL(document.referrer).origin === location.origin;
  var home = new URL(document.querySelector(".md-logo").href).pathname === location.pathname;
  if (home && other === "cyrl" && !within && !location.hash && !location.search && stored() === "cyrl") {
    location.replace(address);
  }
})();
