import pg from 'pg'
import { recordAudit } from '#app/db/audit.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { settings } from '#app/env.server.ts'
import { readDemoFiles, STORIES } from './demo/cast.ts'
import { formCohort } from './demo/cohorts.ts'
import { createMembers, type Member } from './demo/people.ts'
import { liveStory } from './demo/stories.ts'

const DAY_MS = 86_400_000
const JOINED_DAYS_AGO = 90
/** How much longer each story takes to live than the one before it in the list. */
const DAYS_BY_STORY = 1.35

/** People do not wait for one another here either; the connections of one process are ten. */
const STORIES_AT_ONCE = 6

const CREATED = 'demonstration.created'

/**
 * Makes the demo cast with its history, once. The history is lived through the same use cases as anybody's: enrolling, reading,
 * handing in, marking, releasing, issuing, each at its own moment in the past.
 */
export async function createDemoCast(now: Date): Promise<'created' | 'present'> {
  if (await db().auditEntry.findFirst({ where: { action: CREATED }, select: { id: true } })) return 'present'
  await forgetUnfinishedCast()

  const { people, cohorts, answers } = readDemoFiles('content/demo')
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const members = await createMembers(people, daysAgo(JOINED_DAYS_AGO))
  for (const cohort of cohorts) await formCohort(cohort, members, now)
  const stories = [...members.values()].map((member, index) => ({
    member,
    // So that everybody's last step lies within the last days, and no two move in step.
    startsAt: daysAgo(2 + storyLength(member) + (index % 5)),
  }))
  await Promise.all(
    Array.from({ length: STORIES_AT_ONCE }, async () => {
      for (let story = stories.shift(); story; story = stories.shift())
        await liveStory({ members, answers, now }, story.member, story.startsAt)
    }),
  )

  await settleNotices(daysAgo(7))
  const object = { kind: 'demonstration', id: 'cast' }
  await transact((tx) => recordAudit(tx, { actor: null, action: CREATED, object, at: now }))
  return 'created'
}

const storyLength = ({ story }: Member) => (story ? STORIES.indexOf(story) * DAYS_BY_STORY : 0)

/** The history's mails are not sent: they would all arrive today. What is older than a week has been read. */
async function settleNotices(readBefore: Date): Promise<void> {
  await db().$executeRaw`UPDATE notice SET mail_state = 'sent', mailed_at = created_at WHERE mail_state = 'queued'`
  await db().$executeRaw`UPDATE notice SET read_at = created_at WHERE created_at < ${readBefore}`
}

/**
 * A start that was broken off may have left half a cast. It is taken away and made again, but only where nobody else has an
 * account: a real person's work is never touched.
 */
async function forgetUnfinishedCast(): Promise<void> {
  const counts = await db().user.groupBy({ by: ['isDemo'], _count: true })
  if (counts.length === 0) return
  if (counts.some(({ isDemo }) => !isDemo))
    throw new Error('This database has accounts of its own, so that no demo cast is made in it. Start with DEMO=false.')
  const owner = new pg.Client({ connectionString: settings().adminDatabaseUrl })
  await owner.connect()
  try {
    // The application's own role may not empty the audit trail; the owner may, of a demonstration that never ran.
    await owner.query('TRUNCATE "user", audit_entry, cohort, concern, mailbox_message, rate_window CASCADE')
  } finally {
    await owner.end()
  }
}
