import type { Path } from './notices.ts'
import type { Role } from './people.ts'

const HOMES: readonly [role: Role, path: Path][] = [
  ['trainee', '/learn'],
  ['training_lead', '/marking'],
  ['supervisor', '/supervision'],
  ['seat_manager', '/seats'],
  ['accreditation_staff', '/accreditation'],
  ['administrator', '/admin/people'],
]

/** Where somebody's work begins: the first page of the first role that has one. */
export const homeOf = (roles: readonly Role[]): Path => HOMES.find(([role]) => roles.includes(role))?.[1] ?? '/settings'
