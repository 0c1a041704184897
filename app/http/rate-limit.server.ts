import { createHmac } from 'node:crypto'
import type { RouterContextProvider } from 'react-router'
import { countAttempts, forgetAttempts } from '#app/db/rate-windows.server.ts'
import { settings } from '#app/env.server.ts'
import { requestContext } from './context.ts'

type Limit = {
  windowMinutes: number
  /** Many people share one address: a ward, a training room. */
  perAddress: number
  /** Absent where nobody names an account. */
  perAccount?: number
}

const limits = {
  'sign-in': { windowMinutes: 15, perAddress: 200, perAccount: 10 },
  'sign-up': { windowMinutes: 60, perAddress: 100, perAccount: 5 },
  'reset-password': { windowMinutes: 60, perAddress: 50, perAccount: 5 },
  'confirm-again': { windowMinutes: 60, perAddress: 50, perAccount: 5 },
  'change-password': { windowMinutes: 15, perAddress: 200, perAccount: 10 },
  token: { windowMinutes: 15, perAddress: 60 },
  // A mail provider posts for many people from one address.
  'stop-mails': { windowMinutes: 15, perAddress: 600 },
  // Five guesses with each code: less than one in thirty thousand on any day.
  'signing-code': { windowMinutes: 24 * 60, perAddress: 100, perAccount: 6 },
  // A training room shares one address, and everybody in it types at the same minute.
  'attendance-code': { windowMinutes: 15, perAddress: 400, perAccount: 8 },
  // More than anybody writes by hand, and less than what would bury a cohort's discussion.
  discussion: { windowMinutes: 60, perAddress: 600, perAccount: 60 },
  // A calendar program asks a few times an hour, and a provider's for many people.
  calendar: { windowMinutes: 15, perAddress: 600 },
  // By the old link: a few mails a day at most, whoever holds it.
  'fresh-link': { windowMinutes: 24 * 60, perAddress: 50, perAccount: 3 },
  // What a manager of seats sends in an hour's work, and no list of guessed addresses.
  seats: { windowMinutes: 60, perAddress: 300, perAccount: 60 },
  // Each is told to everybody who reads concerns, by mail too.
  concern: { windowMinutes: 60, perAddress: 60, perAccount: 6 },
  // What one asks for here is told to training leads, and can be taken back and asked for again.
  enrolment: { windowMinutes: 60, perAddress: 600, perAccount: 30 },
  verify: { windowMinutes: 1, perAddress: 120 },
  // Of twenty people each at most.
  register: { windowMinutes: 15, perAddress: 150 },
} satisfies Record<string, Limit>

export type LimitedAction = keyof typeof limits

type Args = { context: Readonly<RouterContextProvider> }

/**
 * Counts this attempt against its address and, if given, its account; counts are in the database, so that all processes agree.
 * @param account an e-mail address or id, known here or not: both are counted alike.
 * @param attempts how many were made at once. They go on together as long as one may: a list is answered whole or not at all.
 * @throws a 429 Response that says when to try again.
 */
export async function limitRate(
  { context }: Args,
  action: LimitedAction,
  account?: string,
  attempts = 1,
): Promise<void> {
  const { now, clientAddress } = context.get(requestContext)
  const limit: Limit = limits[action]
  const allowed = new Map([[keyOf(action, 'address', clientAddress), limit.perAddress]])
  if (account && limit.perAccount) allowed.set(keyOf(action, 'account', account), limit.perAccount)

  const windowEndsAt = new Date(now.getTime() + limit.windowMinutes * 60_000)
  const windows = await countAttempts([...allowed.keys()], attempts, now, windowEndsAt)
  const exceeded = windows.filter(({ key, count }) => count - attempts >= (allowed.get(key) ?? 0))
  if (exceeded.length === 0) return
  const waitMs = Math.max(...exceeded.map(({ endsAt }) => endsAt.getTime() - now.getTime()))
  throw new Response('Too many tries in a short time. Please wait, then try again.', {
    status: 429,
    headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) },
  })
}

/** Forgets the account's failed attempts, once it has been shown that they were its owner's. */
export const forgiveAttempts = (action: LimitedAction, account: string): Promise<void> =>
  forgetAttempts(keyOf(action, 'account', account))

/** Keyed, so that the table holds no e-mail or network address. */
const keyOf = (action: LimitedAction, what: 'address' | 'account', whose: string) =>
  createHmac('sha256', settings().SESSION_SECRET).update(`${action} ${what} ${whose}`).digest('base64url')
