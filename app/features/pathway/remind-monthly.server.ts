import { transact } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { type Candidate, type Candidates, readCandidates, theseOf } from '#app/db/pathway-study.server.ts'
import { type BesidePortfolio, insertReminder, listUnreminded, readBesidePortfolio } from '#app/db/reminders.server.ts'
import { evaluatePathway, evaluateRenewal } from '#app/domain/pathway/evaluate-pathway.ts'
import type { Day } from '#app/domain/pathway/facts.ts'
import { type DueItem, dueThisMonth, endOfMonth, type Ruled } from '#app/domain/reminders.ts'
import { type Followed, factsOf, followedBy, loadTextsOf, offeredPathways } from './pathway-of.server.ts'

/** What is read at once: the portfolios of so many people lie in memory together. */
const PEOPLE_AT_ONCE = 100

/**
 * Tells everybody once a month what is due in it, by their own calendar, and nobody where nothing is. However often and wherever it
 * runs: that a month was looked through is kept in the transaction of its notice.
 * @returns how many were told.
 */
export async function remindMonthly(now: Date): Promise<number> {
  let told = 0
  for (;;) {
    const people = await listUnreminded(now, PEOPLE_AT_ONCE)
    if (people.length === 0) return told
    const userIds = people.map(({ id }) => id)
    const [read, beside] = await Promise.all([readCandidates(theseOf(userIds)), readBesidePortfolio(userIds)])
    await loadTextsOf(read)
    const offered = await offeredPathways(read.pathways)
    for (const { id, today } of people) {
      const candidate = read.people.find(({ userId }) => userId === id)
      const others = beside.find(({ userId }) => userId === id)
      const due = candidate && others ? await dueFor(candidate, { beside: others, offered, read, today }) : []
      if (await tell({ userId: id, month: today.slice(0, 7), due, now })) told += 1
    }
  }
}

type Reading = { beside: BesidePortfolio; offered: readonly Followed[]; read: Candidates; today: Day }

async function dueFor(candidate: Candidate, { beside, offered, read, today }: Reading): Promise<DueItem[]> {
  // Whoever has not chosen a pathway is measured by none.
  const followed = candidate.placement ? await followedBy(candidate, offered) : undefined
  const ruled = followed && (await ruledBy(followed, candidate, read, today))
  const { entries, attestations, staffChecks } = candidate
  return dueThisMonth({ ...beside, entries, attestations, staffChecks }, ruled, today)
}

async function ruledBy(
  { pathway }: Followed,
  candidate: Candidate,
  { approvals }: Candidates,
  today: Day,
): Promise<Ruled> {
  const facts = await factsOf(candidate, approvals)
  return {
    requirements: pathway.requirements,
    evaluated: evaluatePathway(pathway, facts, today),
    renewal: evaluateRenewal(pathway, facts, endOfMonth(today)),
  }
}

type Telling = { userId: string /** `2026-11` */; month: string; due: DueItem[]; now: Date }

const tell = ({ userId, month, due, now }: Telling): Promise<boolean> =>
  transact(async (tx) => {
    const isFirst = await insertReminder(tx, { userId, month, items: due.length, now })
    if (!isFirst || due.length === 0) return false
    await notify(tx, { userId, kind: 'due-this-month', params: { month, due }, now })
    return true
  })
