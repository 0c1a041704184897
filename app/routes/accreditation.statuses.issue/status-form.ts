import { z } from 'zod'
import { SPECIALIST_NOTES } from '#app/domain/credential/kinds.ts'
import { MAX_SELECTED } from '#app/features/credentials/statuses/preview-statuses.server.ts'
import { listField } from '#app/http/form.server.ts'

/** The statuses that the address names. */
export const selection = z.array(z.uuid()).min(1).max(MAX_SELECTED)

/** A status or a note of it, with the fingerprint of what was seen. */
const confirmation = z
  .templateLiteral([z.uuid(), ' ', z.enum(['status', ...SPECIALIST_NOTES]), ' ', z.string().max(50)])
  .transform((text) => {
    const [statusRecordId = '', named = '', seen = ''] = text.split(' ')
    return { statusRecordId, note: SPECIALIST_NOTES.find((note) => note === named) ?? null, seen }
  })

const acting = { confirmed: listField(confirmation) }

export const statusForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('issue'), ...acting }),
  z.object({ intent: z.literal('release'), ...acting }),
  z.object({
    intent: z.literal('send-back'),
    status: z.uuid(),
    because: z.string().trim().min(10, 'Say why, in a few words.').max(2000, 'Use at most 2,000 characters.'),
  }),
])
