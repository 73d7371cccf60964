import { z } from 'zod'
import { optional, text } from '../web/form.ts'

const said = optional(text(2000))

/** One line is enough; a report that says nothing is none. */
export const reportForm = z
  .object({ achieved: said, stuck: said, needed: said })
  .refine(({ achieved, stuck, needed }) => achieved || stuck || needed, { path: ['achieved'], message: 'missing' })
