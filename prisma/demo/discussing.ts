import { z } from 'zod'
import { askAtParagraph } from '#app/features/discussion/ask-at-paragraph.server.ts'
import { postAnnouncement } from '#app/features/discussion/post-announcement.server.ts'
import { openThread, reply } from '#app/features/discussion/write-post.server.ts'
import type { SentWriting } from '#app/features/discussion/written.ts'
import { daysFrom, type FormedCohort } from './cohorts.ts'
import { lessonWords, placeInLesson } from './lesson-words.ts'
import { type Member, type Members, memberOf } from './people.ts'
import { readYaml } from './read-yaml.ts'

const written = { by: z.string(), daysAgo: z.number(), text: z.string() }

const threadSchema = z
  .strictObject({
    ...written,
    title: z.string().optional(),
    /** Of what was asked at a paragraph: the title follows from it. */
    at: z.strictObject(lessonWords).optional(),
    audience: z.enum(['cohort', 'leads']),
    replies: z.array(z.strictObject(written)),
  })
  .refine(({ title, at }) => (title === undefined) !== (at === undefined), 'A title, or a paragraph.')

type DemoThread = z.output<typeof threadSchema>

const discussionSchema = z.array(
  z.strictObject({
    cohort: z.string(),
    announcements: z.array(z.strictObject({ ...written, title: z.string() })),
    threads: z.array(threadSchema),
  }),
)

export const readDiscussion = (directory: string): z.output<typeof discussionSchema> =>
  readYaml(directory, 'discussion.yaml', discussionSchema)

/** What `content/demo/discussion.yaml` says that the cohorts announce and talk about. */
export async function discuss(
  directory: string,
  { members, cohorts, now }: { members: Members; cohorts: readonly FormedCohort[]; now: Date },
): Promise<void> {
  const actor = (key: string) => memberOf(members, key).actor
  for (const { cohort, announcements, threads } of readDiscussion(directory)) {
    const cohortId = cohorts.find(({ name }) => name === cohort)?.id
    if (!cohortId) throw new Error(`There is no cohort ${cohort} to talk.`)
    for (const { by, daysAgo, text, title } of announcements)
      accepted(await postAnnouncement(actor(by), cohortId, sent(text, title), daysFrom(now, -daysAgo)))
    for (const thread of threads) {
      const by = memberOf(members, thread.by)
      const { id: threadId } = await begin(thread, { by, cohortId, now: daysFrom(now, -thread.daysAgo) })
      for (const one of thread.replies)
        accepted(await reply(actor(one.by), { cohortId, threadId }, sent(one.text), daysFrom(now, -one.daysAgo)))
    }
  }
}

type Beginning = { by: Member; cohortId: string; now: Date }

async function begin(thread: DemoThread, { by: { actor }, cohortId, now }: Beginning): Promise<{ id: string }> {
  const { title, text, at, audience } = thread
  if (!at) return accepted(await openThread(actor, { cohortId, audience }, sent(text, title), now))
  const { anchor } = await placeInLesson(at)
  const { course, lesson } = at
  return accepted(await askAtParagraph(actor, { course, lesson, anchor, audience }, sent(text), now))
}

const sent = (text: string, title = ''): SentWriting => ({ draftVersion: 0, title, text, typed: {} })

function accepted<Done extends object>(outcome: Done | { refused: unknown }): Exclude<Done, { refused: unknown }> {
  if ('refused' in outcome)
    throw new Error(`The demonstration says what is refused: ${JSON.stringify(outcome.refused)}`)
  return outcome as Exclude<Done, { refused: unknown }>
}
