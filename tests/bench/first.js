// Watches the page from its first moment: when the whole map is there, and what its
// policy would have stopped.
window.violations = [];
addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));

window.complete = new Promise((done, fail) => {
  const tell = () => done(performance.now());
  // The frame that shows it counts too.
  const look = () => requestAnimationFrame(
    document.body && bench.ready() ? () => setTimeout(tell) : look,
  );
  look();
  setTimeout(() => fail(new Error("no complete map")), job.patience);
});
complete.catch(() => {}); // who asks is told
