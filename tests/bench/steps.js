// Takes the steps one by one, each with time enough for what it puts off.
async (order) => {
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  for (const tick of order) {
    await rest(8);
    performance.mark("bench-step");
    await bench.go(tick);
    await frame();
    await frame();
    await rest(8);
    performance.mark("bench-stepped");
  }
}
