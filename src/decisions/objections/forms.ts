import { z } from 'zod'
import { line, optional, text } from '../../web/form.ts'

export const noteForm = z.object({ note: optional(text(1000)) })

export const lapseForm = z.object({ reason: line(1000) })

/** `travels`: goes with every publication. */
export const minorityForm = z.object({ statement: text(3000), travels: optional(z.literal('on')) })
