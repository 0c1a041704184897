import { transact } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { type Candidates, readCandidates, theseOf } from '#app/db/pathway-study.server.ts'
import { type EndingStatus, insertRenewalReminder, listEnding } from '#app/db/renewals.server.ts'
import { missingIn, reminderDue } from '#app/domain/renewal.ts'
import { ownStatuses } from './own-statuses.server.ts'
import { factsOf, loadTextsOf } from './pathway-of.server.ts'

/** What is read at once: the portfolios of so many people lie in memory together. */
const STATUSES_AT_ONCE = 100

type Due = EndingStatus & { monthsAhead: number }

/**
 * Tells holders twelve, six, three and one months ahead that a status ends, and what its renewal still takes. However often and
 * wherever it runs, each is told once; whoever has handed the renewal in is not told meanwhile.
 * @returns how many notices.
 */
export async function remindRenewals(now: Date): Promise<number> {
  const due = (await listEnding(now)).flatMap((status): Due[] => {
    const monthsAhead = reminderDue(status, status.today)
    return monthsAhead === null || status.told.includes(monthsAhead) ? [] : [{ ...status, monthsAhead }]
  })
  let told = 0
  for (let from = 0; from < due.length; from += STATUSES_AT_ONCE) {
    const some = due.slice(from, from + STATUSES_AT_ONCE)
    const read = await readCandidates(theseOf(some.map(({ userId }) => userId)))
    await loadTextsOf(read)
    for (const one of some) if (await tell(one, read, now)) told += 1
  }
  return told
}

async function tell({ id: statusId, userId, monthsAhead }: Due, read: Candidates, now: Date): Promise<boolean> {
  const holder = read.people.find((person) => person.userId === userId)
  if (!holder) return false
  const facts = await factsOf(holder, read.approvals)
  const status = ownStatuses(holder.statuses, { facts, holder, now }).find(({ id }) => id === statusId)
  if (!status?.renewal || status.isUndecided) return false
  const { title, validUntil, opensOn, graceUntil, renewal } = status
  const params = { title, validUntil, opensOn, graceUntil, missing: missingIn(renewal) }
  return transact(async (tx) => {
    if (!(await insertRenewalReminder(tx, { statusId, monthsAhead, now }))) return false
    await notify(tx, { userId, kind: 'renewal-due', params, now })
    return true
  })
}
