import htmx from 'htmx.org'

type Typed = HTMLInputElement | HTMLTextAreaElement

const isTyped = (node: unknown): node is Typed =>
  node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && !/checkbox|radio|hidden/.test(node.type))

const changedByHand = (node: Typed) => node.value !== node.defaultValue

const wasRefused = (node: Node) => node instanceof HTMLFormElement && node.querySelector('.errors') !== null

/** What a person has typed or unfolded, and what they were told about it, stays when others have caused a refresh. */
export function protectWhatPeopleDid() {
  htmx.registerExtension('as-people-left-it', {
    htmx_before_morph_node: (_element: Element, { oldNode, newNode }: { oldNode: Node; newNode: Node }) =>
      !(wasRefused(oldNode) && !wasRefused(newNode)) &&
      !(
        oldNode instanceof HTMLTextAreaElement &&
        newNode instanceof HTMLTextAreaElement &&
        changedByHand(oldNode) &&
        newNode.value !== oldNode.value
      ),
    htmx_before_morph_attr: (
      element: Element,
      { attrName, newValue }: { attrName: string; newValue: string | null },
    ) => {
      if (attrName === 'open' && newValue === null) return false
      return !(attrName === 'value' && isTyped(element) && changedByHand(element) && newValue !== element.value)
    },
  })
}
