import { transact } from '#app/db/client.server.ts'
import { insertDailyMail, listWaiting, takeGathered, type Waiting } from '#app/db/daily-mails.server.ts'
import { mailTogether } from '#app/db/notices.server.ts'
import { isNoticeKind, noticeText } from './kinds.ts'

const PEOPLE_AT_ONCE = 100
/** More is told as a number: the notices page has them all. */
const NAMED_AT_MOST = 20

/**
 * Sends everybody who chose one mail a day what had gathered by their morning, once for each day of their own calendar, however often and
 * wherever it runs. What they have read on their notices page meanwhile is not told again, and of nothing there is no mail.
 * @returns how many mails there are.
 */
export async function mailDaily(now: Date): Promise<number> {
  let mails = 0
  for (;;) {
    const people = await listWaiting(now, PEOPLE_AT_ONCE)
    if (people.length === 0) return mails
    for (const waiting of people) if (await mailOne(waiting, now)) mails += 1
  }
}

const mailOne = ({ userId, day, morning }: Waiting, now: Date): Promise<boolean> =>
  transact(async (tx) => {
    if (!(await insertDailyMail(tx, { userId, day, now }))) return false
    const unread = (await takeGathered(tx, userId, morning)).filter(({ isRead }) => !isRead)
    const titles = unread.flatMap(({ kind, params }) => {
      // As `notify` wrote them for this kind.
      return isNoticeKind(kind) ? [noticeText(kind, params as never).title] : []
    })
    if (titles.length === 0) return false
    const [named, more] = [titles.slice(0, NAMED_AT_MOST), Math.max(0, titles.length - NAMED_AT_MOST)]
    await mailTogether(tx, { userId, kind: 'gathered', params: { titles: named, more }, now })
    return true
  })
