// The theme takes every alternate link for another edition and asks for a site map beside it, which is not there.
// It looks once, when the page is ready: until then the links stand under another name.
(function () {
  var links = document.querySelectorAll("link[rel=alternate][hreflang]");
  links.forEach(function (link) { link.rel = "alternate nofollow"; });
  window.addEventListener("load", function () {
    setTimeout(function () {
      links.forEach(function (link) { link.rel = "alternate"; });
    }, 0);
  });
})();
