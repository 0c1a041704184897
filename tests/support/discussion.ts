import type { Audience } from '#app/db/discussion.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { postAnnouncement } from '#app/features/discussion/post-announcement.server.ts'
import { openThread, reply } from '#app/features/discussion/write-post.server.ts'
import type { SentWriting } from '#app/features/discussion/written.ts'
import { now } from './accounts.ts'

/** What a page without scripts sends. */
export const sent = (text: string, title = ''): SentWriting => ({
  draftVersion: 0,
  title,
  text,
  typed: { title, text },
})

function accepted<Done extends object>(outcome: Done | { refused: unknown }): Exclude<Done, { refused: unknown }> {
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused))
  return outcome as Exclude<Done, { refused: unknown }>
}

type Opening = { title?: string; text?: string; audience?: Audience; at?: Date }

/** A thread that somebody opens. @returns its id. */
export async function begin(actor: Actor, cohortId: string, opening: Opening = {}): Promise<string> {
  const { title = 'On curiosity', text = 'How do you stay curious?', audience = 'cohort', at = now } = opening
  return accepted(await openThread(actor, { cohortId, audience }, sent(text, title), at)).id
}

/** @returns the number of the post. */
export const answer = async (actor: Actor, address: { cohortId: string; threadId: string }, text: string, at = now) =>
  accepted(await reply(actor, address, sent(text), at)).number

/** @returns its id. */
export const announce = async (actor: Actor, cohortId: string, title = 'The room', text = 'We meet in room 4.') =>
  accepted(await postAnnouncement(actor, cohortId, sent(text, title), now)).id
