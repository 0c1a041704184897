import { db } from '#app/db/client.server.ts'
import { type CountersignRequest, listRequestsOf } from '#app/db/countersigning.server.ts'
import { listEntries } from '#app/db/portfolio.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { addDays, todayIn } from '#app/domain/portfolio/days.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { answerRequests, type GivenAnswer } from '#app/features/portfolio/answer-requests.server.ts'
import { approveSupervisor } from '#app/features/portfolio/approve-supervisor.server.ts'
import { askCountersign } from '#app/features/portfolio/ask-countersign.server.ts'
import { ofKind } from '#app/features/portfolio/entries-of-kind.ts'
import { sendStatement } from '#app/features/portfolio/send-statement.server.ts'
import { type Members, memberOf } from './people.ts'
import type { DemoAsking, DemoSupervision } from './supervision.ts'

type Supervising = { members: Members; now: Date }

/** Puts what people have kept before their supervisors, who answer as the file says. */
export async function supervise({ outside, people }: DemoSupervision, { members, now }: Supervising): Promise<void> {
  for (const supervisor of outside) await approveFromOutside(supervisor, { members, now })
  for (const asking of people) await putBefore(asking, { members, now })
}

async function approveFromOutside(
  { by, startsDaysAgo, ...person }: DemoSupervision['outside'][number],
  { members, now }: Supervising,
): Promise<void> {
  const { actor } = memberOf(members, by)
  const startsOn = addDays(todayIn(actor.timeZone, now), -startsDaysAgo)
  const approved = await approveSupervisor(actor, { ...person, startsOn, endsOn: null, isOutside: true }, now)
  if ('fault' in approved) throw new Error(`${person.name} is not approved: ${approved.fault.message}`)
  await db().user.update({ where: { email: person.email }, data: { isDemo: true }, select: { id: true } })
}

async function putBefore(asking: DemoAsking, { members, now }: Supervising): Promise<void> {
  const [trainee, supervisor] = [memberOf(members, asking.by).actor, memberOf(members, asking.supervisor).actor]
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const sessions = await sessionsOf(trainee)
  const entries = asking.asks === 'all-new' ? asking.asks : asking.asks.map((place) => at(sessions, place, asking.by))
  const asked = await askCountersign(
    trainee,
    { entries, caseSupervisorId: supervisor.id },
    daysAgo(asking.askedDaysAgo),
  )
  if (asked.refused.length > 0)
    throw new Error(`${asking.by}: ${asked.refused.map(({ because }) => because).join(' ')}`)
  const answers = answersOf(asking, sessions, await listRequestsOf(supervisor.id, trainee.id))
  await answerRequests(supervisor, answers, daysAgo(asking.answeredDaysAgo))
  if (!asking.statement) return
  const { daysAgo: sentDaysAgo, ...statement } = asking.statement
  const form = { value: { ...statement, sent: 0 }, typed: {} }
  const sent = await sendStatement(supervisor, trainee.id, form, daysAgo(sentDaysAgo))
  if ('fault' in sent) throw new Error(`The statement of ${asking.supervisor} was not sent.`)
}

/** Ids of somebody's sessions of supervision, the earliest first. */
async function sessionsOf(trainee: Actor): Promise<string[]> {
  const entries = ofKind(await listEntries(trainee.id, 'supervision'), 'supervision')
  return entries.toReversed().map(({ id }) => id)
}

function answersOf(
  { answers: { signed, returned }, by }: DemoAsking,
  sessions: readonly string[],
  requests: readonly CountersignRequest[],
): GivenAnswer[] {
  const requestOf = (place: number) => {
    const request = requests.find(({ entryId }) => entryId === at(sessions, place, by))
    if (!request) throw new Error(`${by} has not asked for session ${place}.`)
    return request.id
  }
  const ids = signed === 'all' ? requests.map(({ id }) => id) : signed.map(requestOf)
  return [
    ...ids.map((id) => ({ id, answer: 'signed', reason: '' }) as const),
    ...returned.map(({ session, answer, reason }) => ({ id: requestOf(session), answer, reason })),
  ]
}

function at(sessions: readonly string[], place: number, by: string): string {
  const id = sessions[place - 1]
  if (!id) throw new Error(`${by} has no session ${place}.`)
  return id
}
