// Preloaded into a process, this puts its clock an hour ahead.
const ahead = 3_600_000
const Real = Date

globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [Real.now() + ahead] : given))
  }

  static now() {
    return Real.now() + ahead
  }
}
