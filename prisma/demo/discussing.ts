import { z } from 'zod'
import { postAnnouncement } from '#app/features/discussion/post-announcement.server.ts'
import { openThread, reply } from '#app/features/discussion/write-post.server.ts'
import type { SentWriting } from '#app/features/discussion/written.ts'
import { daysFrom, type FormedCohort } from './cohorts.ts'
import { type Members, memberOf } from './people.ts'
import { readYaml } from './read-yaml.ts'

const written = { by: z.string(), daysAgo: z.number(), text: z.string() }

const discussionSchema = z.array(
  z.strictObject({
    cohort: z.string(),
    announcements: z.array(z.strictObject({ ...written, title: z.string() })),
    threads: z.array(
      z.strictObject({
        ...written,
        title: z.string(),
        audience: z.enum(['cohort', 'leads']),
        replies: z.array(z.strictObject(written)),
      }),
    ),
  }),
)

/** What `content/demo/discussion.yaml` says that the cohorts announce and talk about. */
export async function discuss(
  directory: string,
  { members, cohorts, now }: { members: Members; cohorts: readonly FormedCohort[]; now: Date },
): Promise<void> {
  const actor = (key: string) => memberOf(members, key).actor
  for (const { cohort, announcements, threads } of readYaml(directory, 'discussion.yaml', discussionSchema)) {
    const cohortId = cohorts.find(({ name }) => name === cohort)?.id
    if (!cohortId) throw new Error(`There is no cohort ${cohort} to talk.`)
    for (const { by, daysAgo, text, title } of announcements)
      accepted(await postAnnouncement(actor(by), cohortId, sent(text, title), daysFrom(now, -daysAgo)))
    for (const { by, daysAgo, text, title, audience, replies } of threads) {
      const at = daysFrom(now, -daysAgo)
      const { id: threadId } = accepted(await openThread(actor(by), { cohortId, audience }, sent(text, title), at))
      for (const one of replies)
        accepted(await reply(actor(one.by), { cohortId, threadId }, sent(one.text), daysFrom(now, -one.daysAgo)))
    }
  }
}

const sent = (text: string, title = ''): SentWriting => ({ draftVersion: 0, title, text, typed: {} })

function accepted<Done extends object>(outcome: Done | { refused: unknown }): Exclude<Done, { refused: unknown }> {
  if ('refused' in outcome)
    throw new Error(`The demonstration says what is refused: ${JSON.stringify(outcome.refused)}`)
  return outcome as Exclude<Done, { refused: unknown }>
}
