import type { Archive } from '../archive.ts'
import type { Findings } from '../findings.ts'
import { milestone, pageSign, withoutMilestones } from '../milestones.ts'
import { textOfPart } from '../parts.ts'
import type { Numbering } from './numbering.ts'

const said = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`
const words = (text: string) => `<w:r>${said(text)}</w:r>`

/** How a paragraph looked before a change that is still open is of no use here. */
const formerly = /<w:(pPrChange|rPrChange|tblPrChange|tcPrChange|trPrChange)\b[\s\S]*?<\/w:\1>/g
const properties = /<w:pPr\b[^>/]*>[\s\S]*?<\/w:pPr>/g
/** The reader takes it for one whatever it says. */
const noHead = /<w:tblHeader\b[^>]*w:val="(?:0|false|off)"[^>]*>/g
const pages = /<w:br\b[^>]*w:type="page"[^>]*?(?:\/>|>\s*<\/w:br>)/g
const ranges = /<w:commentRange(Start|End)\b[^>]*?w:id="(-?\d{1,10})"[^>]*?(?:\/>|>\s*<\/w:commentRange(?:Start|End)>)/g

const valueIn = (xml: string, name: string) => new RegExp(`<w:${name}\\b[^>]*w:val="([^"]*)"`).exec(xml)?.[1]

const isOn = (xml: string, name: string) => {
  const found = new RegExp(`<w:${name}\\b[^>]*>`).exec(xml)?.[0]
  return found !== undefined && !/w:val="(0|false|off)"/.test(found)
}

function atBeginning(xml: string, numbering: Numbering): string {
  const list = valueIn(xml, 'numId')
  const level = valueIn(xml, 'ilvl') ?? '0'
  const name = list && list !== '0' ? words(milestone('list', `${list} ${level} ${numbering(list, level)}`)) : ''
  return (isOn(xml, 'pageBreakBefore') ? words(pageSign) : '') + name
}

/** Puts into the words what the reader would pass over: where comments begin and end, which list an item is of. */
export const marked = (xml: string, numbering: Numbering): string =>
  withoutMilestones(xml)
    .replace(formerly, '')
    .replace(noHead, '')
    .replace(pages, said(pageSign))
    .replace(properties, (found) => found + atBeginning(found, numbering))
    .replace(ranges, (_whole, side, id) => words(milestone(side === 'Start' ? 'from' : 'to', id)))

const counted = (xml: string, pattern: RegExp) => xml.match(pattern)?.length ?? 0

/** What Word shows as an open change, and what a text here has no room for. */
export function countChanges(archive: Archive, findings: Findings) {
  const xml = textOfPart(archive, 'word/document.xml') ?? ''
  findings.count('insertionsTaken', counted(xml, /<w:(ins|moveTo)\s[^>]*[^/]>/g))
  findings.count('deletionsLeftOut', counted(xml, /<w:(del|moveFrom)\s[^>]*[^/]>/g))
  findings.count('formulas', counted(xml, /<m:oMath[\s>]/g))
  findings.count('drawings', counted(xml, /<(wps:wsp|c:chart|dgm:relIds)[\s>]/g))
  findings.count('marginTexts', archive.names.filter((name) => saysSomething(archive, name)).length)
}

const saysSomething = (archive: Archive, name: string) =>
  /^word\/(header|footer)\d*\.xml$/.test(name) && /<w:t[\s>][^<]*[^\s<]/.test(textOfPart(archive, name) ?? '')
