/** How far this device's clock is from the server's, as the first page told. */
let skew: number | null = null

function skewOf(sheet: HTMLElement): number {
  skew ??= Date.parse(sheet.dataset.now ?? '') - Date.now()
  return skew
}

const isLate = (sheet: HTMLElement): boolean => Date.now() + skewOf(sheet) >= Date.parse(sheet.dataset.closes ?? '')

const radios = (root: ParentNode) => [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')]

const isChanged = (sheet: HTMLElement): boolean =>
  radios(sheet).some((radio) => radio.checked !== radio.defaultChecked) ||
  [...sheet.querySelectorAll('textarea')].some((area) => area.value !== area.defaultValue)

/** What is true right now, of the sentences that stand ready. */
function stateOf(sheet: HTMLElement): 'late' | 'offline' | 'unsaved' | null {
  if (isLate(sheet)) return 'late'
  if (!navigator.onLine) return 'offline'
  return isChanged(sheet) ? 'unsaved' : null
}

function tellRated(sheet: HTMLElement): void {
  const place = sheet.querySelector<HTMLElement>('[data-part=rated]')
  if (!place) return
  const scales = [...sheet.querySelectorAll<HTMLElement>('fieldset.scale')]
  const open = scales.filter((scale) => !radios(scale).some(({ checked }) => checked))
  if (open.length === scales.length) return
  const words = open.length === 0 ? place.dataset.all : place.dataset.some
  const missing = open.map(({ dataset }) => dataset.title).join(', ')
  const said = (words ?? '')
    .replace('{rated}', String(scales.length - open.length))
    .replace('{all}', String(scales.length))
    .replace('{missing}', missing)
  if (place.textContent !== said) place.textContent = said
}

function tell(sheet: HTMLElement): void {
  const state = stateOf(sheet)
  for (const line of sheet.querySelectorAll<HTMLElement>('[data-when]:not(.unsent *)')) {
    line.hidden = line.dataset.when !== state
  }
  tellRated(sheet)
}

const sheets = () => document.querySelectorAll<HTMLElement>('answer-sheet')

const tellAll = (): void => {
  for (const sheet of sheets()) tell(sheet)
}

/** Nothing is sent too late before that was said; whoever sends it again wants it written down all the same. */
function stopOnce(event: Event): void {
  const form = event.target
  const sheet = form instanceof HTMLFormElement ? form.closest<HTMLElement>('answer-sheet') : null
  const line = sheet?.querySelector<HTMLElement>('[data-when=late]')
  if (!sheet || !line?.hidden || !isLate(sheet)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  tell(sheet)
  line.scrollIntoView({ block: 'nearest' })
}

const often = 5_000

/** Says in the answer's own place what has not been sent, and what would come too late. */
export function watchAnswers(): void {
  for (const event of ['change', 'input', 'htmx:after:swap']) document.addEventListener(event, tellAll)
  for (const event of ['online', 'offline', 'focus', 'pageshow']) addEventListener(event, tellAll)
  document.addEventListener('submit', stopOnce, { capture: true })
  setInterval(tellAll, often)
  tellAll()
}
