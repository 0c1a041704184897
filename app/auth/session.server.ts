import { Cookie } from '@remix-run/headers'
import { createContext, type RouterContextProvider } from 'react-router'
import type { Actor } from '#app/domain/people.ts'
import type { Region } from '#app/domain/region.ts'
import { deviceAccount } from './device-account.server.ts'
import { auth, sessionCookie } from './lucia.server.ts'

type SignedIn = { actor: Actor; sessionSecret: string }

type SessionReader = {
  /** Reads the session at first use only: a page for everybody asks nothing of the database. */
  read: () => Promise<SignedIn | null>
  /** A cookie that this answer must carry: the session was extended, made or ended. */
  cookie?: string
  /** Whether the browser came with a session that is over, once it was read. */
  hasEnded?: boolean
  /** Whose page this answer is, as a device of theirs knows them, once the session was read. */
  account?: string
  /** By whose habit dates and numbers are written on it, once the session was read. */
  region?: Region
}

export const sessionContext = createContext<SessionReader>()

/** The reader of one request's session; what it finds is asked once and remembered for this request. */
export function sessionReader(request: Request, requestId: string): SessionReader {
  let found: Promise<SignedIn | null> | undefined
  const reader: SessionReader = {
    read() {
      found ??= readSession(request, requestId, (cookie) => {
        reader.cookie = cookie
      }).then((signedIn) => {
        reader.hasEnded = !signedIn && reader.cookie !== undefined
        if (!signedIn) return null
        reader.account = deviceAccount(signedIn.actor.id)
        reader.region = signedIn.actor.region
        return signedIn
      })
      return found
    },
  }
  return reader
}

async function readSession(
  request: Request,
  requestId: string,
  setCookie: (cookie: string) => void,
): Promise<SignedIn | null> {
  // Lucia's own reader throws when any cookie, another application's too, holds a bare %.
  const secret = new Cookie(request.headers.get('cookie') ?? '').get(auth().sessionCookieName)
  if (!secret) return null
  const { session, user } = await auth().validateSession(secret)
  if (!session) {
    setCookie(auth().createBlankSessionCookie().serialize())
    return null
  }
  if (session.fresh) setCookie(sessionCookie(session.id))
  return { actor: { ...user, requestId }, sessionSecret: secret }
}

type Context = Readonly<RouterContextProvider>

/** The secret of the session that asks, for what is done to all sessions but this one. */
export async function currentSecret(context: Context): Promise<string> {
  return (await context.get(sessionContext).read())?.sessionSecret ?? ''
}

/**
 * Signs a person in on this request's browser. A session is always new: one from before signing in is never kept.
 * @param passwordHash of the password that was shown. Where it has been changed meanwhile no session is made, and the next page asks to sign in.
 */
export async function startSession(
  context: Context,
  request: Request,
  { userId, passwordHash }: { userId: string; passwordHash: string },
): Promise<void> {
  const device = (request.headers.get('user-agent') ?? '').slice(0, 300)
  const session = await auth().createSession(userId, { device, passwordHash })
  context.get(sessionContext).cookie = sessionCookie(session.id)
}

export async function endSession(context: Context): Promise<void> {
  const reader = context.get(sessionContext)
  const signedIn = await reader.read()
  if (signedIn) await auth().invalidateSession(signedIn.sessionSecret)
  reader.cookie = auth().createBlankSessionCookie().serialize()
}

/** "Sign out everywhere": every session of the person, this one included. */
export async function endAllSessions(context: Context, userId: string): Promise<void> {
  await auth().invalidateUserSessions(userId)
  context.get(sessionContext).cookie = auth().createBlankSessionCookie().serialize()
}
