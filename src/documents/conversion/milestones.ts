/**
 * Signs of the private use area stand in the words of a file where something begins or ends, so that they go through
 * every conversion as the words do. In the end they are taken out, and where they stood is known.
 */
export const signs = { from: '\uE010', to: '\uE011', list: '\uE012', end: '\uE013' } as const

/** Between two words: here a new page begins. */
export const pageSign = '\uE014'

const any = /[\uE010-\uE014]/g
export const places = /([\uE010\uE011])([^\uE010-\uE014]{0,80})\uE013/g
export const everyList = /\uE012[^\uE010-\uE014]{0,80}\uE013/g
const lists = /\uE012([^\uE010-\uE014]{0,80})\uE013/

export const milestone = (what: 'from' | 'to' | 'list', name: string) => `${signs[what]}${name}${signs.end}`

/** For what comes from outside: nobody but this conversion sets them. */
export const withoutMilestones = (text: string) => text.replace(any, '')

/** Which list of the file an item belongs to. */
export const listNamed = (words: string) => lists.exec(words)?.[1]

/** What is left for readers; a new page still shows. */
export const wordsAround = (words: string) => words.replace(places, '').replace(everyList, '')
