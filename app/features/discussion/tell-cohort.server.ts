import type { Db } from '#app/db/client.server.ts'
import { listPeople } from '#app/db/cohort-members.server.ts'
import { notify } from '#app/db/notices.server.ts'
import type { NoticeKind, NoticeParams } from '#app/domain/notices.ts'

type Told<Kind extends NoticeKind> = {
  kind: Kind
  params: NoticeParams[Kind]
  /** Whoever did it knows. */
  butFor: string
  now: Date
}

/** Tells everybody in a cohort. @param who its leads alone, where that is what it concerns. */
export async function tellCohort<Kind extends NoticeKind>(
  tx: Db,
  cohortId: string,
  who: 'everybody' | 'leads',
  { butFor, ...notice }: Told<Kind>,
): Promise<void> {
  const people = await listPeople(tx, cohortId)
  for (const { userId, isLead } of people)
    if (userId !== butFor && (isLead || who === 'everybody')) await notify(tx, { userId, ...notice })
}
