/** Shows what would be a fold as a dialog, and puts it back where the server had it. */
class AskFirst extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this)
  }

  handleEvent(event: Event) {
    const summary = event.target instanceof Element && event.target.closest('summary')
    if (!summary) return
    event.preventDefault()
    this.#ask()
  }

  #ask() {
    const fold = this.querySelector('details')
    const question = fold?.querySelector('.fold-body')
    if (!fold || !question) return
    const dialog = document.createElement('dialog')
    dialog.className = 'dialog'
    dialog.setAttribute('aria-labelledby', `${this.id}-question`)
    dialog.append(question)
    dialog.addEventListener('close', () => {
      fold.append(question)
      dialog.remove()
      this.removeAttribute('hx-morph-skip')
    })
    // While the question is open a refresh must not take it apart.
    this.setAttribute('hx-morph-skip', '')
    this.append(dialog)
    dialog.showModal()
  }
}

function cancel(event: Event) {
  const button = event.target instanceof Element && event.target.closest('[data-cancels]')
  if (!button) return
  const fold = button.closest('details')
  button.closest('dialog')?.close()
  if (fold) fold.open = false
  fold?.querySelector('summary')?.focus()
}

export function defineAskFirst() {
  customElements.define('ask-first', AskFirst)
  document.addEventListener('click', cancel)
}
