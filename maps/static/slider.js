// The slider and its buttons; tells `onMove` which tick the reader wants.

const BEAT = 1100; // milliseconds a tick stays while playing

export function makeSlider({ input, buttons, ticks, changes, texts, onMove }) {
  const last = ticks.length - 1;
  let timer = 0;

  const tick = () => Number(input.value);
  const go = (wanted) => onMove(Math.min(last, Math.max(0, wanted)));
  const before = () => changes.filter((change) => change < tick()).pop() ?? 0;
  const after = () => changes.find((change) => change > tick()) ?? last;

  function pause() {
    clearInterval(timer);
    timer = 0;
    name(buttons.play, texts.play);
    buttons.play.classList.remove("playing");
  }

  function play() {
    if (tick() === last) go(0);
    timer = setInterval(() => {
      go(tick() + 1);
      if (tick() === last) pause();
    }, BEAT);
    name(buttons.play, texts.pause);
    buttons.play.classList.add("playing");
  }

  function by(step) {
    return () => {
      pause();
      go(step());
    };
  }

  buttons.play.addEventListener("click", () => (timer ? pause() : play()));
  buttons.previous.addEventListener("click", by(() => tick() - 1));
  buttons.next.addEventListener("click", by(() => tick() + 1));
  buttons.previousChange.addEventListener("click", by(before));
  buttons.nextChange.addEventListener("click", by(after));
  input.addEventListener("input", by(tick));

  for (const button of Object.values(buttons)) {
    button.title = button.getAttribute("aria-label");
  }

  return {
    pause,
    show(index) {
      input.value = index;
      input.setAttribute("aria-valuetext", ticks[index]);
      for (const [button, isOff] of [
        [buttons.previous, index === 0],
        [buttons.previousChange, index === 0],
        [buttons.next, index === last],
        [buttons.nextChange, index === last],
      ]) {
        if (button.ariaDisabled !== String(isOff)) button.ariaDisabled = String(isOff);
      }
    },
  };
}

// What a screen reader hears is also what a resting mouse shows.
function name(button, text) {
  button.setAttribute("aria-label", text);
  button.title = text;
}
