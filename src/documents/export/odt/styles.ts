import type { Outgoing } from '../outgoing.ts'
import { isWide } from '../wide.ts'
import { escaped, part } from './xml.ts'

interface Look {
  parent?: string
  paragraph?: string
  text?: string
  stops?: string
}

const style = (name: string, { parent = 'Standard', paragraph = '', text = '', stops = '' }: Look) =>
  `<style:style style:name="${name}" style:display-name="${name.replaceAll('_20_', ' ')}" style:family="paragraph"${name === parent ? '' : ` style:parent-style-name="${parent}"`} style:class="text"><style:paragraph-properties ${paragraph}>${stops}</style:paragraph-properties><style:text-properties ${text}/></style:style>`

const sans = 'style:font-name="Sans"'
const heading = (level: number, size: number) =>
  style(`Heading_20_${level}`, {
    paragraph: 'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
    text: `${sans} fo:font-size="${size}pt" fo:font-weight="bold"`,
  }).replace('style:class="text"', `style:default-outline-level="${level}" style:class="text"`)

const named: [string, Look][] = [
  ['Standard', {}],
  ['Text_20_body', { paragraph: 'fo:margin-bottom="0.21cm" fo:line-height="120%"' }],
  [
    'Title',
    {
      paragraph: 'fo:margin-top="0.4cm" fo:margin-bottom="0.3cm"',
      text: `${sans} fo:font-size="20pt" fo:font-weight="bold"`,
    },
  ],
  ['List', { parent: 'Text_20_body', paragraph: 'fo:margin-bottom="0.1cm"' }],
  ['Quotations', { parent: 'Text_20_body', paragraph: 'fo:margin-left="1cm" fo:margin-right="1cm"' }],
  ['Table_20_Contents', { text: 'fo:font-size="10.5pt"' }],
  ['Table_20_Heading', { parent: 'Table_20_Contents', text: 'fo:font-weight="bold"' }],
  ['Footnote', { paragraph: 'fo:margin-left="0.6cm" fo:text-indent="-0.6cm"', text: 'fo:font-size="9.5pt"' }],
  ['Horizontal_20_Line', { paragraph: 'fo:border-bottom="0.5pt solid #888888" fo:margin-bottom="0.4cm"' }],
]

/** Running heads and feet: page numbers stand at the right edge. */
const margin = (isWide: boolean): [string, Look] => [
  'Margin',
  {
    paragraph: 'text:number-lines="false"',
    text: `${sans} fo:font-size="9pt" fo:color="#444444"`,
    stops: `<style:tab-stops><style:tab-stop style:position="${isWide ? 24.7 : 16}cm" style:type="right"/></style:tab-stops>`,
  },
]

const bullet = (level: number) => ['•', '◦', '▪'][(level - 1) % 3]
const place = (level: number) =>
  `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${level * 0.8}cm" fo:text-indent="-0.7cm" fo:margin-left="${level * 0.8}cm"/></style:list-level-properties>`
const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

const list = (name: string, level: (at: number) => string) =>
  `<text:list-style style:name="${name}">${levels.map(level).join('')}</text:list-style>`

const lists = [
  list(
    'Bullets',
    (at) =>
      `<text:list-level-style-bullet text:level="${at}" text:bullet-char="${bullet(at)}">${place(at)}</text:list-level-style-bullet>`,
  ),
  list(
    'Numbers',
    (at) =>
      `<text:list-level-style-number text:level="${at}" style:num-format="1" style:num-suffix=".">${place(at)}</text:list-level-style-number>`,
  ),
  list(
    'Tasks',
    (at) =>
      `<text:list-level-style-number text:level="${at}" style:num-format="">${place(at)}</text:list-level-style-number>`,
  ),
].join('')

/** Fonts that word processors bring along; each falls back to what is there. */
export const fonts =
  '<office:font-face-decls><style:font-face style:name="Serif" svg:font-family="Cambria, \'Liberation Serif\', Georgia" style:font-family-generic="roman"/><style:font-face style:name="Sans" svg:font-family="Calibri, \'Liberation Sans\', Arial" style:font-family-generic="swiss"/></office:font-face-decls>'

const fallback =
  '<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" text:number-lines="true"/><style:text-properties style:font-name="Serif" fo:font-size="11.5pt" fo:language="de" fo:country="DE"/></style:default-style>'

const notes =
  '<text:notes-configuration text:note-class="footnote" text:citation-style-name="" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>'

const lineNumbers = (isOn: boolean) =>
  `<text:linenumbering-configuration text:number-lines="${isOn}" text:offset="0.5cm" style:num-format="1" text:number-position="left" text:increment="5" text:restart-on-page="true"/>`

const marginal = (lines: string[]) => lines.map((line) => `<text:p text:style-name="Margin">${line}</text:p>`).join('')

function margins({ letterhead, about, running, checksum, title, words }: Outgoing): string {
  const first = [...(letterhead ? [...letterhead.sender, letterhead.group] : []), ...about].map(escaped)
  const page = `${escaped(running)}<text:tab/>${escaped(words.page)} <text:page-number text:select-page="current">1</text:page-number> ${escaped(words.pageOf)} <text:page-count>1</text:page-count>`
  const sum = checksum ? [escaped(`${words.checksum} ${checksum}`)] : []
  return `<style:header>${marginal([escaped(title)])}</style:header><style:header-first>${marginal(first)}</style:header-first><style:footer>${marginal([page])}</style:footer><style:footer-first>${marginal([page, ...sum])}</style:footer-first>`
}

function pageOf({ content }: Outgoing): string {
  const [width, height, orientation] = isWide(content)
    ? ['29.7cm', '21cm', 'landscape']
    : ['21cm', '29.7cm', 'portrait']
  const gap = '<style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/>'
  return `<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="${width}" fo:page-height="${height}" style:print-orientation="${orientation}" fo:margin-top="1.8cm" fo:margin-bottom="1.5cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:header-style>${gap}</style:header-style><style:footer-style>${gap.replace('bottom', 'top')}</style:footer-style></style:page-layout>`
}

/** Named as LibreOffice names them, so that whoever goes on writing there finds their way. */
export const stylesPart = (outgoing: Outgoing): string =>
  part(
    'document-styles',
    `${fonts}<office:styles>${fallback}${[...named, margin(isWide(outgoing.content))].map(([name, look]) => style(name, look)).join('')}${heading(1, 16)}${heading(2, 13.5)}${heading(3, 12)}${lists}${notes}${lineNumbers(outgoing.numberedLines)}</office:styles><office:automatic-styles>${pageOf(outgoing)}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">${margins(outgoing)}</style:master-page></office:master-styles>`,
  )

const span = (name: string, look: string) =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${look}/></style:style>`

const bold = 'fo:font-weight="bold"'
const italic = 'fo:font-style="italic"'
const cell = (name: string, look = '') =>
  `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border="0.5pt solid #777777"${look}/></style:style>`

/** What the text itself wears. */
export const automaticStyles = `<office:automatic-styles>${span('B', bold)}${span('I', italic)}${span('BI', `${bold} ${italic}`)}<style:style style:name="PageBreak" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:break-before="page" fo:line-height="0.1cm" text:number-lines="false"/><style:text-properties fo:font-size="2pt"/></style:style><style:style style:name="Picture" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline"/></style:style><style:style style:name="Table" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins"/></style:style><style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>${cell('Cell')}${cell('Head', ' fo:background-color="#ededed"')}</office:automatic-styles>`
