// Watches the page from its first moment: when the whole map is there, and what its
// policy would have stopped.
window.violations = [];
addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));

// A letter joins the frame that has the whole map: the browser tells when that frame was
// seen, which no script of the page knows.
window.complete = new Promise((done, fail) => {
  const letter = document.createElement("span");
  letter.textContent = "m";
  letter.setAttribute("elementtiming", "map");
  Object.assign(letter.style, { position: "fixed", top: 0, left: 0, zIndex: 2147483647 });
  new PerformanceObserver((list) => {
    letter.remove();
    done(list.getEntries()[0].renderTime);
  }).observe({ type: "element", buffered: true });
  const look = () => requestAnimationFrame(() => {
    if (document.body && bench.ready()) document.body.append(letter);
    else look();
  });
  look();
  setTimeout(() => fail(new Error("no complete map")), job.patience);
});
complete.catch(() => {}); // who asks is told
