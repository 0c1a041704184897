import type { Role } from './people.ts'

/** A role held over a time; open-ended without `endsAt`. */
export type HeldRole = { role: Role; startsAt: Date; endsAt: Date | null }

export type Decision = { allowed: true } | { allowed: false; because: string }

const refused = (because: string): Decision => ({ allowed: false, because })

/** From its beginning on, and not at its end any more. */
export const isHeld = ({ startsAt, endsAt }: HeldRole, now: Date): boolean =>
  startsAt <= now && (endsAt === null || endsAt > now)

type Grant = {
  actorId: string
  personId: string
  role: Role
  endsAt: Date | null
  held: readonly HeldRole[]
  now: Date
}

/** Decides whether somebody may give a role: never to oneself, not one that is held already, not one that has ended. */
export function decideGrant({ actorId, personId, role, endsAt, held, now }: Grant): Decision {
  if (actorId === personId) return refused('Nobody gives themselves a role. Ask another administrator.')
  if (endsAt && endsAt <= now) return refused('The last day must be today or later.')
  if (held.some((grant) => grant.role === role && isHeld(grant, now)))
    return refused('This person already holds this role. End it first to give it with another last day.')
  return { allowed: true }
}

/** Decides whether somebody may end a role: never one of one's own, and only one that is still held. */
export function decideEnd(actorId: string, personId: string, grant: HeldRole, now: Date): Decision {
  if (actorId === personId) return refused('Nobody ends a role of their own. Ask another administrator.')
  if (grant.endsAt && grant.endsAt <= now) return refused('This role has ended already.')
  return { allowed: true }
}
