import { makeFile } from '../../documents/export/make.ts'
import type { Make } from '../../documents/export/outgoing.ts'

const none = () => {
  throw new Error('pages are not set here')
}

/** Nothing native runs here, so that the browser's own printing makes the PDF. */
export const makeHere: Make = {
  formats: ['docx', 'odt', 'html', 'md'],
  make: async (format, outgoing) =>
    format === 'pdf' ? { ok: false, code: 'not_here' } : { ok: true, ...(await makeFile(format, outgoing, none)) },
}
