export type Lang = 'de' | 'en'

/** What a view needs to speak: the language, and which instant is "now". */
export interface Locale {
  lang: Lang
  now: Date
}
