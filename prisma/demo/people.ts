import { hashPassword } from '#app/auth/password.server.ts'
import { insertAccount, saveEmailConfirmed, savePassword } from '#app/db/accounts.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { insertGrant } from '#app/db/role-grants.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { HOME_REGION } from '#app/domain/region.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { DEMO_PASSWORD } from '#app/features/people/demo-cast.server.ts'
import type { DemoPerson } from './cast.ts'

export type Member = DemoPerson & { actor: Actor }
export type Members = ReadonlyMap<string, Member>

export function memberOf(members: Members, key: string): Member {
  const member = members.get(key)
  if (!member) throw new Error(`The demo cast has nobody called ${key}.`)
  return member
}

const emailOf = (key: string) => `${key}@demo.stance.example`

/** Makes the accounts, all with the published password, and gives back who they act as. */
export async function createMembers(people: readonly DemoPerson[], now: Date): Promise<Members> {
  // One hash for all: the password is printed on the sign-in page, so nothing is given away by equal hashes.
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const members = new Map<string, Member>()
  for (const person of people) {
    const joinedAt = new Date(now.getTime() - person.joinedDaysAgo * DAY_MS)
    const id = await transact((tx) => createAccount(tx, person, passwordHash, joinedAt))
    members.set(person.key, { ...person, actor: actorOf(person, id) })
  }
  return members
}

async function createAccount(tx: Db, person: DemoPerson, passwordHash: string, joinedAt: Date): Promise<string> {
  const { key, name, profession, regulator, registrationNumber, employer, timeZone } = person
  const account = { name, profession, regulator, registrationNumber, employer, timeZone }
  const { id } = await insertAccount(tx, { ...account, email: emailOf(key), passwordHash: null, createdAt: joinedAt })
  await savePassword(tx, id, passwordHash)
  await saveEmailConfirmed(tx, id, joinedAt)
  await tx.user.update({
    where: { id },
    data: { isDemo: true, teachingLine: person.teachingLine },
    select: { id: true },
  })
  for (const role of person.roles)
    await insertGrant(tx, { userId: id, role, startsAt: joinedAt, endsAt: null, grantedById: null })
  return id
}

function actorOf({ key, name, profession, roles, timeZone }: DemoPerson, id: string): Actor {
  const person = {
    id,
    name,
    email: emailOf(key),
    profession,
    roles,
    timeZone,
    region: HOME_REGION,
    usesLetterKeys: true,
  }
  return { ...person, unreadNotices: 0, isOnPanel: false, managesSeats: false, requestId: 'demonstration' }
}
