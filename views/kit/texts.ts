import type { Lang } from '#src/web/locale.ts'

/** The shape of the second language: the same keys, the same parameters. */
type Same<T> = T extends string
  ? string
  : T extends (...facts: infer Facts) => infer Said
    ? (...facts: Facts) => Same<Said>
    : T extends readonly (infer Item)[]
      ? readonly Same<Item>[]
      : { [Key in keyof T]: Same<T[Key]> }

/** Words in both languages. German comes first; a key that is missing in English does not compile. */
export const bilingual = <German extends object>(texts: {
  de: German
  en: NoInfer<Same<German>>
}): Record<Lang, Same<German>> => ({ de: texts.de as unknown as Same<German>, en: texts.en })
