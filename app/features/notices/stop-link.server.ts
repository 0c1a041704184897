import { createHmac, timingSafeEqual } from 'node:crypto'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { findMailChoice, saveMailRefused } from '#app/db/notices.server.ts'
import { type NoticeKind, type Path, stoppedWith } from '#app/domain/notices.ts'
import { settings } from '#app/env.server.ts'
import { isNoticeKind, noticeSetting } from './kinds.ts'

type Stop = { userId: string; kind: NoticeKind }

/**
 * Where mails of one kind to one person are stopped, without signing in. The address is good for exactly that and for as long as the
 * mail lies somewhere: it is signed, not stored, and opens nothing else.
 */
export const stopPath = (userId: string, kind: NoticeKind): Path => `/stop-mails/${tokenOf({ userId, kind })}`

function tokenOf({ userId, kind }: Stop): string {
  const id = Buffer.from(userId.replaceAll('-', ''), 'hex').toString('base64url')
  return `${kind}.${id}.${signatureOf({ userId, kind })}`
}

const signatureOf = ({ userId, kind }: Stop) =>
  createHmac('sha256', settings().SESSION_SECRET).update(`stop mails:${kind}:${userId}`).digest('base64url')

/** What a token stops; nothing for one that we did not sign. */
function readToken(token: string): Stop | undefined {
  const [kind = '', id = '', signature = ''] = token.split('.')
  const hex = Buffer.from(id, 'base64url').toString('hex')
  if (!isNoticeKind(kind) || hex.length !== 32) return undefined
  const stop = { userId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), kind }
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(stop))]
  return given.length === right.length && timingSafeEqual(given, right) ? stop : undefined
}

export type StopView = { setting: string; isStopped: boolean }

/** What the link would stop, without saying whose it is. Changes nothing: programs that scan mail open every link in it. */
export async function viewStop(token: string): Promise<StopView | undefined> {
  const stop = readToken(token)
  const [kind] = stop ? stoppedWith(stop.kind) : []
  return (
    stop &&
    kind && { setting: noticeSetting(stop.kind), isStopped: (await findMailChoice(stop.userId, kind)) === 'none' }
  )
}

/**
 * Stops the mails of one kind to one person, and of those that are chosen with it; what they say goes on to stand on the notices page. Done again it changes nothing.
 * @returns false for a token that we did not sign.
 */
export async function stopMails(token: string, now: Date): Promise<boolean> {
  const stop = readToken(token)
  if (!stop) return false
  await transact(async (tx) => {
    if (!(await saveMailRefused(tx, stop.userId, stoppedWith(stop.kind)))) return
    const object = { kind: 'user', id: stop.userId }
    await recordAudit(tx, { actor: null, action: 'mails.stopped', object, details: { kind: stop.kind }, at: now })
  })
  return true
}
