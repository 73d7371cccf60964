/** Whoever leaves has seen what went on here. Nobody waits for it: what does not arrive is news once more. */
const leave = () => {
  const [path] = location.pathname.split('/edit')
  navigator.sendBeacon(`${path}/visit?from=editor`)
}

/** However often the editor is laid into the page. */
export const wireVisit = (): void => window.addEventListener('pagehide', leave)
