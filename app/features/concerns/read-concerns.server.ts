import { type Concern, findConcern, listConcerns } from '#app/db/concerns.server.ts'

const PAGE_SIZE = 25

/** Concerns, open ones first; `page` counts from 1. */
export async function readConcerns(page: number) {
  const { rows, total } = await listConcerns({ offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE })
  return { concerns: rows, pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)) }
}

/** One concern with what was written. Throws 404. */
export async function readConcern(concernId: string): Promise<Concern> {
  const concern = await findConcern(concernId)
  if (!concern) throw new Response('There is no such concern.', { status: 404 })
  return concern
}
