import type { Draw, Part } from './body-drawing.ts'

const identifier = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const longestSide = 100_000

const side = (value: unknown) =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) <= longestSide ? Number(value) : undefined

/** What is only there for its looks is silent; what should say something and does not is at least announced. */
function alternativeOf({ attrs, around: { t } }: Part): string {
  if (attrs.decorative === true) return ''
  return typeof attrs.alt === 'string' && attrs.alt.trim() !== '' ? attrs.alt : t.undescribed
}

export const drawPicture: Draw = (part) => {
  const { attachment, width, height } = part.attrs
  if (typeof attachment !== 'string' || !identifier.test(attachment)) return null
  return (
    <p class="picture">
      <img
        src={part.around.pictures(attachment)}
        width={side(width)}
        height={side(height)}
        alt={alternativeOf(part)}
        loading="lazy"
        decoding="async"
      />
    </p>
  )
}
