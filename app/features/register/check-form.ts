import { z } from 'zod'

export const MAX_LIST_BYTES = 200 * 1024

/** A form sends line ends as CR LF whatever was pasted; one that comes back must be the same list. */
const list = z
  .string()
  .default('')
  .transform((text) => text.replaceAll('\r\n', '\n'))

export const checkForm = z.object({ list })
export const downloadForm = z.object({ list, answered: z.string().default('') })
