import type { Db } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { readTalk } from '#app/db/talks.server.ts'
import type { Actor } from '#app/domain/people.ts'

type News = { kind: 'talk-opened' | 'talk-answered'; attemptId: string; actor: Pick<Actor, 'id'>; now: Date }

/** Tells the other of two markers that there is something in their talk for them. They see it under their own code. */
export async function tellOtherMarker(tx: Db, { kind, attemptId, actor, now }: News): Promise<void> {
  const { other, vignetteTitle } = await readTalk(tx, { attemptId, markerId: actor.id })
  if (!other) return
  await notify(tx, {
    userId: other.id,
    kind,
    params: { vignetteTitle, path: `/marking/${other.code}/differences` },
    now,
  })
}
