import { safeHref } from '#src/paths.ts'
import type { Sign } from './authorship-signs.ts'
import type { Attributes, Drawn } from './body-drawing.ts'

export type Marks = Record<string, (children: Drawn, attrs: Attributes) => Drawn>

/** From the innermost to the outermost, whatever order they were stored in. */
export const marks: Marks = {
  italic: (children) => <em>{children}</em>,
  bold: (children) => <strong>{children}</strong>,
  link: (children, attrs) => {
    const href = safeHref(attrs.href)
    return href ? (
      <a href={href} rel="noopener noreferrer nofollow">
        {children}
      </a>
    ) : (
      children
    )
  },
}

/** What was put in and taken out between two versions. */
export const comparing: Marks = {
  deleted: (children) => <del>{children}</del>,
  inserted: (children) => <ins>{children}</ins>,
}

/** Whose words they are; at the beginning of a passage with letters that lead to the legend. */
export const authored = (signs: Sign[]): Marks => ({
  written: (children, { by, starts }) => {
    const sign = signs[Number(by)]
    if (!sign) return children
    return (
      <span class="by" data-who={sign.colour} data-line={sign.line}>
        {starts === true && (
          <a class="by-sign" href={`#${sign.anchor}`} data-name={sign.name} aria-label={sign.name}>
            {sign.letters}
          </a>
        )}
        {children}
      </span>
    )
  },
})
