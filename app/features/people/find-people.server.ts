import { findPerson, searchPeople } from '#app/db/people.server.ts'
import { listGrantsWithGiver } from '#app/db/role-grants.server.ts'
import { isHeld } from '#app/domain/role-grants.ts'

const PAGE_SIZE = 25

/** People whose name or e-mail contains `term`, by name; `page` counts from 1. */
export async function findPeople(term: string, page: number, now: Date) {
  const { rows, total } = await searchPeople(term, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE, now })
  return { people: rows, total, pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)) }
}

/** One person with every role held and formerly held. Throws 404. */
export async function readPerson(personId: string, now: Date) {
  const [person, grants] = await Promise.all([findPerson(personId), listGrantsWithGiver(personId)])
  if (!person) throw new Response('There is no such person.', { status: 404 })
  return { person, grants: grants.map((grant) => ({ ...grant, isHeld: isHeld(grant, now) })) }
}
