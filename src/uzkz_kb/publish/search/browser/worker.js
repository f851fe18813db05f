"use strict";
/* The worker behind the theme's search box, in the theme's own messages. Only the newest query is answered. */

const MESSAGE = { setup: 0, ready: 1, query: 2, result: 3 };

const answer = makeAnswer(makeShards(new URL("index/", self.location.href)));
let waiting;
let busy = false;

async function work() {
  busy = true;
  while (waiting !== undefined) {
    const query = waiting;
    waiting = undefined;
    let data;
    try {
      data = await answer(query);
    } catch (error) {
      data = { items: [], notes: [MESSAGES.broken], failed: String(error) };
    }
    if (waiting === undefined) self.postMessage({ type: MESSAGE.result, data });
  }
  busy = false;
}

self.addEventListener("message", ({ data: message }) => {
  if (message.type === MESSAGE.setup) self.postMessage({ type: MESSAGE.ready });
  if (message.type !== MESSAGE.query) return;
  waiting = String(message.data);
  if (!busy) work();
});
