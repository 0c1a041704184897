import { recordAudit } from '#app/db/audit.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { type DemoAnswer, readAnswers } from './demo/answers.ts'
import { applyForStatus } from './demo/applying.ts'
import { keepSharedComments } from './demo/bank.ts'
import { bringEvidence } from './demo/bringing.ts'
import { practiseOnBenchmarks, readCalibration } from './demo/calibrating.ts'
import { JOINED_DAYS_AGO, readCast, STORIES } from './demo/cast.ts'
import { clockFrom } from './demo/clock.ts'
import { arrange, type FormedCohort, formCohort, formedDaysAgo } from './demo/cohorts.ts'
import { takeLeaves, waitForPlaces } from './demo/coming-and-going.ts'
import { discuss } from './demo/discussing.ts'
import { readEvidence } from './demo/evidence.ts'
import { forgetUnfinishedCast } from './demo/forgetting.ts'
import { giveCourse } from './demo/giving.ts'
import { grantStatus } from './demo/holding.ts'
import { approveSupervisors, keepingFrom, keepPortfolio } from './demo/keeping.ts'
import { askToBeListed } from './demo/listing.ts'
import { compareAnswers, moderateCohort, workOutAgreement } from './demo/looking-again.ts'
import { callPanel } from './demo/panel.ts'
import { createMembers, type Member, type Members, memberOf } from './demo/people.ts'
import { adopt } from './demo/policies.ts'
import { type DemoPortfolios, readPortfolios } from './demo/portfolios.ts'
import { readPractice } from './demo/practice.ts'
import { practise } from './demo/practising.ts'
import { keepReading } from './demo/reading.ts'
import { seatTrust } from './demo/seating.ts'
import { type Cast, LAST_STORIES, liveStory } from './demo/stories.ts'
import { supervise } from './demo/supervising.ts'
import { readSupervision } from './demo/supervision.ts'

const FILES = 'content/demo'
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

  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const { cast, trainees, experts, cohorts: wanted, given, leaves, ...arrangements } = readCast(FILES)
  const { answers, moderation } = readAnswers(FILES)
  const members = await createMembers([...cast, ...trainees, ...experts], now)
  await grantStatus(memberOf(members, 'margit'), officersOf(members), clockFrom(daysAgo(1640), now))
  await askToBeListed(memberOf(members, 'margit'), daysAgo(300))
  await practiseOnBenchmarks(readCalibration(FILES), members, clockFrom(daysAgo(JOINED_DAYS_AGO - 1), now))
  await keepSharedComments(FILES, memberOf(members, 'lena'), daysAgo(60))
  const cohorts: FormedCohort[] = []
  for (const cohort of wanted) {
    const formed = await formCohort(cohort, members, now)
    await adopt(formed, 0, members, daysAgo(formedDaysAgo(cohort)))
    cohorts.push(formed)
  }
  await arrange(arrangements, { members, cohorts, now, at: daysAgo(21) })
  await liveStories({ members, answers, cohorts, now }, daysAgo)
  for (const { to, course, daysAgo: days } of given) await giveCourse(memberOf(members, to), course, daysAgo(days))
  await waitForPlaces({ members, cohorts, now })
  await takeLeaves(leaves, { members, cohorts, now })
  await keepReading(FILES, { members, now })

  const practice = readPractice(FILES)
  await practise(practice, { members, clock: clockFrom(daysAgo(14), now) })
  await callPanel(practice.panel, { members, clock: clockFrom(daysAgo(8), now), now })
  await keepPortfolios(readPortfolios(FILES), members, now)
  await bringEvidence(readEvidence(FILES), members, now)
  await supervise(readSupervision(FILES), { members, now })
  await seatTrust(members, clockFrom(daysAgo(21), now))
  await applyForStatus(memberOf(members, 'sol'), daysAgo(2))
  await lookAgain({ members, cohorts, answers }, moderation, daysAgo(1))
  for (const cohort of cohorts) await adopt(cohort, 1, members, daysAgo(1))

  await discuss(FILES, { members, cohorts, now })

  await settleNotices(daysAgo(7))
  const object = { kind: 'demonstration', id: 'cast' }
  await transact((tx) => recordAudit(tx, { actor: null, action: CREATED, object, at: now }))
  return 'created'
}

async function liveStories(cast: Cast, daysAgo: (days: number) => Date): Promise<void> {
  const stories = [...cast.members.values()].map((member, index) => ({
    member,
    // So that everybody's last step lies within the last days, and no two move in step.
    startsAt: daysAgo(2 + storyLength(member) + (index % 5)),
  }))
  const last = (member: Member) => LAST_STORIES.indexOf(member.story)
  const others = stories.filter(({ member }) => last(member) === -1)
  await Promise.all(
    Array.from({ length: STORIES_AT_ONCE }, async () => {
      for (let story = others.shift(); story; story = others.shift())
        await liveStory(cast, story.member, story.startsAt)
    }),
  )
  const late = stories.filter(({ member }) => last(member) !== -1)
  for (const { member, startsAt } of late.sort((a, b) => last(a.member) - last(b.member)))
    await liveStory(cast, member, startsAt)
}

/** Each begins to keep a portfolio soon after joining, with the years before it. */
async function keepPortfolios({ approvals, people }: DemoPortfolios, members: Members, now: Date): Promise<void> {
  const startsAt = new Date(now.getTime() - (JOINED_DAYS_AGO - 2) * DAY_MS)
  await approveSupervisors(approvals, members, { at: startsAt, now })
  for (const portfolio of people)
    await keepPortfolio(portfolio, members, keepingFrom(memberOf(members, portfolio.by), startsAt, now))
}

const officersOf = (members: Members) => ['grace', 'halima'].map((key) => memberOf(members, key))

const storyLength = ({ story }: Member) => (story ? STORIES.indexOf(story) * DAYS_BY_STORY : 0)

/** What a programme does beside the marking: a moderation sample, answers that are alike, how far its markers agree. */
async function lookAgain(
  {
    members,
    cohorts,
    answers,
  }: { members: Members; cohorts: readonly FormedCohort[]; answers: Map<string, DemoAnswer> },
  verdicts: ReturnType<typeof readAnswers>['moderation'],
  at: Date,
): Promise<void> {
  const cohort = cohorts.find(({ leads }) => leads.includes('wanjiru'))
  if (!cohort) throw new Error('Nobody leads a cohort with Wanjiru.')
  await moderateCohort(cohort, verdicts, { members, moderator: memberOf(members, 'wanjiru'), at })
  await compareAnswers(['s7', 's17'], members, at)
  await workOutAgreement(cohort, answers.values(), at)
}

/** The history's mails are not sent: they would all arrive today. What is older than a week has been read. */
async function settleNotices(readBefore: Date): Promise<void> {
  await db().$executeRaw`UPDATE notice SET mail_state = 'sent', mailed_at = created_at WHERE mail_state = 'queued'`
  await db().$executeRaw`UPDATE notice SET read_at = created_at WHERE created_at < ${readBefore}`
}
