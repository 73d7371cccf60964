const soonest = 200
const latest = 5_000
/** About what it takes to judge one who comes back and to send them what they lack. */
const each = 4

/**
 * What stands as reason beside code 1012: after how many milliseconds this client shall come back, so that not all of
 * them stand at the door of the next process in the same instant.
 */
export const comeBackIn = (clients: number): string =>
  String(Math.round(soonest + Math.random() * Math.min(clients * each, latest - soonest)))
