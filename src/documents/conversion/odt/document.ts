import type { Archive } from '../archive.ts'
import { type Found, Refused } from '../converted.ts'
import { Findings } from '../findings.ts'
import { contentOfHtml } from '../html.ts'
import { withoutMilestones } from '../milestones.ts'
import { allOf, childOf, rootOf, textOfPart } from '../parts.ts'
import { blocksOf } from './blocks.ts'
import { Reading } from './reading.ts'
import { stylesOf } from './styles.ts'

/** A file from LibreOffice or another program that writes OpenDocument. */
export function contentOfOdt(archive: Archive): Found {
  if (/encryption-data/.test(textOfPart(archive, 'META-INF/manifest.xml') ?? '')) throw new Refused('locked')
  const root = rootOf(withoutMilestones(textOfPart(archive, 'content.xml') ?? ''))
  const text = childOf(childOf(root, 'office:body'), 'office:text')
  if (!text) throw new Refused('broken')
  const findings = new Findings()
  const reading = new Reading(archive, stylesOf(archive), findings)
  findings.count('insertionsTaken', allOf(text, 'text:insertion').length)
  findings.count('deletionsLeftOut', allOf(text, 'text:deletion').length)
  findings.count('marginTexts', marginTexts(archive))
  return contentOfHtml(blocksOf(text, reading), findings, reading.threads())
}

function marginTexts(archive: Archive): number {
  const master = rootOf(textOfPart(archive, 'styles.xml'))
  return ['style:header', 'style:footer']
    .flatMap((tag) => allOf(master, tag))
    .filter((margin) => margin.textContent?.trim()).length
}
