import { type Adapter, Cookie, Lucia, TimeSpan } from 'lucia'
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  extendSession,
  findSession,
  insertSession,
  type SessionRow,
} from '#app/db/sessions.server.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { settings } from '#app/env.server.ts'

/** A shift: whoever comes back to a ward computer after it signs in again. */
const IDLE_HOURS = 8
/** However busy a session is, it ends a week after signing in. */
const ABSOLUTE_DAYS = 7

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>
    DatabaseSessionAttributes: { createdAt?: Date; device: string; passwordHash: string }
    DatabaseUserAttributes: Omit<SessionRow, 'userId' | 'expiresAt' | 'createdAt'>
  }
}

/** Lucia sees the secret that the cookie carries; what is stored is its hash. */
const adapter: Adapter = {
  async getSessionAndUser(secret) {
    const row = await findSession(secret)
    if (!row || hasEnded(row.createdAt)) return [null, null]
    const { userId, expiresAt, createdAt, ...attributes } = row
    return [
      { id: secret, userId, expiresAt, attributes: { createdAt, device: '', passwordHash: '' } },
      { id: userId, attributes },
    ]
  },
  // Lucia asks for this only to list sessions, which goes through listSessionsOf: a stored id is of no use to it.
  getUserSessions: async () => [],
  setSession: ({ id, userId, expiresAt, attributes: { device, passwordHash } }) =>
    insertSession(id, { userId, passwordHash, expiresAt, device }),
  updateSessionExpiration: extendSession,
  deleteSession,
  deleteUserSessions: deleteSessionsOf,
  deleteExpiredSessions: () => deleteExpiredSessions(new Date()),
}

const hasEnded = (createdAt: Date) => createdAt.getTime() + ABSOLUTE_DAYS * DAY_MS <= Date.now()

function makeLucia() {
  const isSecure = settings().appUrl.startsWith('https:')
  return new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(IDLE_HOURS, 'h'),
    sessionCookie: {
      // A __Host- cookie cannot be set by a sister domain; browsers accept it only over https.
      name: isSecure ? '__Host-stance' : 'stance',
      attributes: { secure: isSecure, sameSite: 'lax', path: '/' },
    },
    getUserAttributes: (attributes) => attributes,
    getSessionAttributes: ({ createdAt }) => ({ createdAt }),
  })
}

let lucia: ReturnType<typeof makeLucia> | undefined

export function auth() {
  lucia ??= makeLucia()
  return lucia
}

/** Without an age, so that closing the browser ends the session as well: Lucia's own cookies outlive it. */
export function sessionCookie(secret: string): string {
  const { name, value, attributes } = auth().createSessionCookie(secret)
  const { maxAge: _, ...lasting } = attributes
  return new Cookie(name, value, lasting).serialize()
}
