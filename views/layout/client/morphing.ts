import htmx from 'htmx.org'

type Typed = HTMLInputElement | HTMLTextAreaElement

const isTyped = (node: unknown): node is Typed =>
  node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && !/checkbox|radio|hidden/.test(node.type))

const changedByHand = (node: Typed) => node.value !== node.defaultValue

const isReadVersion = (node: Element): node is HTMLInputElement =>
  node instanceof HTMLInputElement && node.type === 'hidden' && node.name === 'version'

const isBeingFilled = ({ form }: HTMLInputElement) =>
  [...(form?.elements ?? [])].some((field) => isTyped(field) && changedByHand(field))

const wasRefused = (node: Node) => node instanceof HTMLFormElement && node.querySelector('.errors') !== null

/** What somebody has chosen or written in a form, one field after the other. */
const saidIn = ({ elements }: HTMLFormElement) =>
  [...elements].flatMap((field) => {
    if (field instanceof HTMLInputElement && /checkbox|radio/.test(field.type))
      return [`${field.value} ${field.checked}`]
    return isTyped(field) || field instanceof HTMLSelectElement ? [field.value] : []
  })

/** Without a word about it in the page the first one is chosen. */
const chosenAtFirst = ({ options }: HTMLSelectElement) =>
  [...options].findLast(({ defaultSelected }) => defaultSelected) ?? options[0]

function isOtherThanAtFirst(field: Element) {
  if (field instanceof HTMLSelectElement) return chosenAtFirst(field)?.selected === false
  if (field instanceof HTMLInputElement && /checkbox|radio/.test(field.type))
    return field.checked !== field.defaultChecked
  return isTyped(field) && changedByHand(field)
}

/**
 * Somebody has changed it, and the server says the same by now: it has arrived, though nobody came back to say so.
 * Of what was sent just as it was offered nobody can tell.
 */
const hasArrived = (form: HTMLFormElement, fresh: HTMLFormElement) =>
  [...form.elements].some(isOtherThanAtFirst) && saidIn(form).join('\n') === saidIn(fresh).join('\n')

/** That a form has not been sent stays true when others have caused a refresh; the server knows nothing of it. */
function keepUnsent(form: Node, fresh: Node) {
  if (!(form instanceof HTMLFormElement) || !(fresh instanceof HTMLFormElement)) return
  const told = form.querySelector(':scope > .unsent')
  if (told && !hasArrived(form, fresh)) fresh.append(told.cloneNode(true))
}

/** What a person has typed or unfolded, and what they were told about it, stays when others have caused a refresh. */
export function protectWhatPeopleDid() {
  htmx.registerExtension('as-people-left-it', {
    htmx_before_morph_node: (_element: Element, { oldNode, newNode }: { oldNode: Node; newNode: Node }) => {
      keepUnsent(oldNode, newNode)
      return (
        !(wasRefused(oldNode) && !wasRefused(newNode)) &&
        !(
          oldNode instanceof HTMLTextAreaElement &&
          newNode instanceof HTMLTextAreaElement &&
          changedByHand(oldNode) &&
          newNode.value !== oldNode.value
        )
      )
    },
    htmx_before_morph_attr: (
      element: Element,
      { attrName, newValue }: { attrName: string; newValue: string | null },
    ) => {
      if (attrName === 'open' && newValue === null) return false
      // Which text somebody began to write about: they are to be told when it is another one by now.
      if (attrName === 'value' && isReadVersion(element)) return !isBeingFilled(element)
      return !(attrName === 'value' && isTyped(element) && changedByHand(element) && newValue !== element.value)
    },
  })
}
