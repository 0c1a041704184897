import { z } from 'zod'
import { changeBank } from '#app/features/marking/comment-bank.server.ts'
import type { Member } from './people.ts'
import { readYaml } from './read-yaml.ts'

const commentsSchema = z.array(z.strictObject({ rubric: z.string(), criterion: z.string(), text: z.string() }))

/** Keeps the comments that markers share, as those of one of them. */
export async function keepSharedComments(directory: string, owner: Member, at: Date): Promise<void> {
  for (const comment of readYaml(directory, 'comments.yaml', commentsSchema))
    await changeBank(owner.actor, { intent: 'keep', shared: 'on', ...comment }, at)
}
