import type { Actor } from '#app/domain/people.ts'
import type { Db } from './client.server.ts'
import type { LockedMark } from './marks.server.ts'

type LockedGold = {
  actor: Actor
  allocationId: string
  benchmarkVersionId: string
  mark: LockedMark
  rubricVersionId: string
  now: Date
}

/** What follows when a marker has locked the mark of a benchmark that was put unseen among their scripts. The caller holds the allocation. */
export async function afterGold(_tx: Db, _locked: LockedGold): Promise<void> {}
