import { z } from 'zod'
import { isSignedBy } from '#app/domain/credential/signed-by.ts'
import { canonicalJson } from '#app/domain/json.ts'

export const CHECKPOINT_FORMAT = 'stance-audit-checkpoint/1'

const claim = z.object({
  format: z.literal(CHECKPOINT_FORMAT),
  /** The address of the installation. */
  installation: z.string(),
  /** How many entries were sealed, and the hash of the last. */
  position: z.number().int().min(1),
  hash: z.string(),
  signedAt: z.string(),
  key: z.string(),
})

const checkpointSchema = claim.extend({ signature: z.string() })

export type CheckpointClaim = z.infer<typeof claim>
/** The end of the chain at a moment, signed: whoever keeps one can tell later whether the chain up to there was rewritten. */
export type Checkpoint = z.infer<typeof checkpointSchema>

/** The text that is signed. It begins unlike anything else that the issuer's key signs. */
export const claimText = (checkpoint: CheckpointClaim): string =>
  `${CHECKPOINT_FORMAT} ${canonicalJson(claim.parse(checkpoint))}`

/** As it is written to a file and into a mail. */
export const checkpointLine = (checkpoint: Checkpoint): string => JSON.stringify(checkpoint)

/** Whether its key signed exactly this claim. Whose key it is, is for the caller to know. */
export const isGenuine = (checkpoint: Checkpoint): Promise<boolean> =>
  isSignedBy(checkpoint.key, checkpoint.signature, claimText(checkpoint))

/**
 * Reads kept checkpoints, one a line. Mails may be kept as they came: only lines that begin with a brace are read.
 * @returns what was read, and the numbers of the lines that are none.
 */
export function readCheckpoints(text: string): { checkpoints: Checkpoint[]; unreadable: number[] } {
  const checkpoints: Checkpoint[] = []
  const unreadable: number[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (!line.startsWith('{')) continue
    const read = lineSchema.safeParse(line)
    if (read.success) checkpoints.push(read.data)
    else unreadable.push(index + 1)
  }
  return { checkpoints, unreadable }
}

const lineSchema = z
  .string()
  .transform((line, context) => {
    try {
      return JSON.parse(line)
    } catch {
      context.addIssue({ code: 'custom', message: 'is not JSON' })
      return z.NEVER
    }
  })
  .pipe(checkpointSchema)
