import { cleanText } from '../../web/clean.ts'

/** Safe on every system, and still speaking (`SECURITY.md S-62`). */
export function fileNameOf(title: string, ending: string): string {
  const speaking = cleanText(title)
    .replace(/[\\/:*?"<>|\n\t]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120)
  return `${speaking || 'Kreislauf'}.${ending}`
}
