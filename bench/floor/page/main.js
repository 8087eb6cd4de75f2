// As ours does: a hidden window draws no frames, so it is shown first, and the second frame is the one that counts.
const call = (name) => window.__TAURI_INTERNALS__.invoke(name)
await call('show')
requestAnimationFrame(() => requestAnimationFrame(() => call('ready')))
