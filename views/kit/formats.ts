import type { Lang } from '#src/web/locale.ts'

const tags: Record<Lang, string> = { de: 'de-DE', en: 'en-GB' }

/** To make a formatter costs a hundred times as much as to use it: each is made once, whatever page asks first. */
function madeOnce<Options extends object, Format>(
  make: (tag: string, options: Options) => Format,
): (lang: Lang, options: Options) => Format {
  const made = new Map<string, Format>()
  return (lang, options) => {
    const key = lang + JSON.stringify(options)
    const format = made.get(key) ?? make(tags[lang], options)
    made.set(key, format)
    return format
  }
}

export const dateFormat = madeOnce((tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options))

export const relativeFormat = madeOnce(
  (tag, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(tag, options),
)

export const listFormat = madeOnce((tag, options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options))

export const numberFormat = madeOnce((tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options))
