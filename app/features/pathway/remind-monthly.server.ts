import { transact } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { type Candidate, type Candidates, readCandidates, theseOf } from '#app/db/pathway-study.server.ts'
import { type BesidePortfolio, insertReminder, listUnreminded, readBesidePortfolio } from '#app/db/reminders.server.ts'
import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import type { Day, PathwayFacts } from '#app/domain/pathway/facts.ts'
import { type DueItem, dueThisMonth, type Ruled } from '#app/domain/reminders.ts'
import { missingIn } from '#app/domain/renewal.ts'
import { ownStatuses } from './own-statuses.server.ts'
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
      const due = candidate && others ? await dueFor(candidate, { beside: others, offered, read, today, now }) : []
      if (await tell({ userId: id, month: today.slice(0, 7), due, now })) told += 1
    }
  }
}

type Reading = { beside: BesidePortfolio; offered: readonly Followed[]; read: Candidates; today: Day; now: Date }

async function dueFor(candidate: Candidate, { beside, offered, read, today, now }: Reading): Promise<DueItem[]> {
  const facts = await factsOf(candidate, read.approvals)
  const statuses = ownStatuses(candidate.statuses, { facts, holder: candidate, now }).map((status) => {
    return { ...status, missing: status.renewal ? missingIn(status.renewal) : [] }
  })
  // Whoever has not chosen a pathway is measured by none.
  const followed = candidate.placement ? await followedBy(candidate, offered) : undefined
  const { entries, attestations, staffChecks } = candidate
  const all = { ...beside, entries, attestations, staffChecks, statuses }
  return dueThisMonth(all, followed && ruledBy(followed, facts, today), today)
}

const ruledBy = ({ pathway }: Followed, facts: PathwayFacts, today: Day): Ruled => ({
  requirements: pathway.requirements,
  evaluated: evaluatePathway(pathway, facts, today),
})

type Telling = { userId: string /** `2026-11` */; month: string; due: DueItem[]; now: Date }

const tell = ({ userId, month, due, now }: Telling): Promise<boolean> =>
  transact(async (tx) => {
    const isFirst = await insertReminder(tx, { userId, month, items: due.length, now })
    if (!isFirst || due.length === 0) return false
    await notify(tx, { userId, kind: 'due-this-month', params: { month, due }, now })
    return true
  })
