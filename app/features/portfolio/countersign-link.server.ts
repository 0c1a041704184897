import { timingSafeEqual } from 'node:crypto'
import { CODE_TRIES, hashCode } from '#app/auth/supervisor-link.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { type CountersignRequest, findRequests } from '#app/db/countersigning.server.ts'
import { sendAccountMail } from '#app/db/notices.server.ts'
import {
  closeLink,
  countCodeTry,
  findLink,
  findLinkPage,
  holdLink,
  type LinkPage,
  type SupervisorLink,
  spendCode,
} from '#app/db/supervisor-links.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { standingOf } from '#app/domain/portfolio/countersigning.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { type Answered, answerHeld, type GivenAnswer } from './answer-requests.server.ts'

export type LinkView =
  /** Never made, or its supervisor is none any more: nobody is told which. */
  | { state: 'unknown' }
  | { state: 'expired'; expiredAt: Date; timeZone: string }
  | { state: 'other-person'; signedInAs: string }
  | {
      state: 'open'
      supervisorName: string
      timeZone: string
      maskedEmail: string
      expiresAt: Date
      /** Whoever is signed in as this supervisor needs no code. */
      isSignedIn: boolean
      /** A code was sent that can still be used. */
      hasCode: boolean
      requests: CountersignRequest[]
    }

/**
 * What stands behind a personal link. It changes nothing, as programs that scan mail open every link; and it shows nothing to
 * somebody else who is signed in, who may have been sent it by mistake.
 */
export async function viewLink(secret: string, actor: Actor | null, now: Date): Promise<LinkView> {
  const link = await findLinkPage(secret, now)
  if (!link) return { state: 'unknown' }
  if (actor && actor.id !== link.supervisorId) return { state: 'other-person', signedInAs: actor.name }
  if (link.expiresAt <= now) return { state: 'expired', expiredAt: link.expiresAt, timeZone: link.timeZone }
  return {
    state: 'open',
    supervisorName: link.name,
    timeZone: link.timeZone,
    maskedEmail: masked(link.email),
    expiresAt: link.expiresAt,
    isSignedIn: actor !== null,
    hasCode: isCodeOpen(link, now),
    requests: asMailed(link),
  }
}

/** Entries by the digest that the link was made for: what says something else now counts as changed. */
const asMailed = ({ entries, requests }: LinkPage): CountersignRequest[] =>
  requests.map((request) => ({ ...request, digest: entries[request.id] ?? '' }))

const masked = (email: string) => email.replace(/^(.).*(@.*)$/, '$1…$2')

const isCodeOpen = ({ codeHash, codeExpiresAt, codeTries }: SupervisorLink, now: Date): boolean =>
  codeHash !== null && codeExpiresAt !== null && codeExpiresAt > now && codeTries < CODE_TRIES

/** What a link is asked with: whose request it is, and who is signed in. */
export type Asked = { actor: Actor | null; requestId: string; now: Date }

const isUsable = (link: SupervisorLink | undefined, { actor, now }: Asked): link is SupervisorLink =>
  link !== undefined && link.expiresAt > now && (!actor || actor.id === link.supervisorId)

/**
 * Mails a code to the supervisor whose link it is. The code is made as the mail is written, and stands in it and nowhere else.
 * @returns false when the link cannot be used.
 */
export function sendSigningCode(secret: string, asked: Asked): Promise<boolean> {
  return transact(async (tx) => {
    const link = await findLink(tx, secret, asked.now)
    if (!isUsable(link, asked)) return false
    const { id: linkId, supervisorId: userId } = link
    await sendAccountMail(tx, { userId, kind: 'signing-code', params: { linkId }, now: asked.now })
    const object = { kind: 'user', id: userId }
    await recordAudit(tx, { actor: null, action: 'countersigning.code-requested', object, at: asked.now })
    return true
  })
}

export type AnsweredByLink = { answered: Answered } | { refused: 'code' | 'link'; because: string }

const WRONG_CODE = 'This is not the code that was sent last. Please look again.'
const CODE_IS_OVER = 'This code is over: it works once, for 15 minutes, and takes five tries. Have another one sent.'

/**
 * Answers by a link: with the code that was mailed, or as the supervisor who is signed in. Only what the link was made for can be
 * answered, as it was then.
 * @returns why not, when the code or the link does not do; a wrong code is counted.
 * @throws 404 for an entry that is not behind this link.
 */
export function answerByLink(
  secret: string,
  { code, answers, confirmed }: { code: string; answers: readonly GivenAnswer[]; confirmed?: readonly Confirmation[] },
  asked: Asked,
): Promise<AnsweredByLink> {
  const { now, requestId } = asked
  return transact(async (tx) => {
    await holdLink(tx, secret)
    const link = await findLink(tx, secret, now)
    if (!isUsable(link, asked)) return { refused: 'link', because: 'This link does not work any more.' }
    if (answers.some(({ id }) => !(id in link.entries)))
      throw new Response('This does not wait for an answer of yours.', { status: 404 })
    if (!asked.actor) {
      if (!isCodeOpen(link, now)) return { refused: 'code', because: CODE_IS_OVER }
      if (!isRightCode(link, code)) {
        await countCodeTry(tx, link.id)
        return { refused: 'code', because: WRONG_CODE }
      }
      await spendCode(tx, link.id)
    }
    const { supervisorId, name, timeZone } = link
    const supervisor = { id: supervisorId, name, timeZone, requestId }
    const answered = await answerHeld(tx, supervisor, answers, {
      via: asked.actor ? 'account' : 'link',
      now,
      confirmed,
    })
    const left = await findRequests(supervisorId, Object.keys(link.entries), tx)
    if (left.every((request) => standingOf(request) !== 'waiting')) await closeLink(tx, link.id, now)
    return { answered }
  })
}

function isRightCode({ id, codeHash }: SupervisorLink, code: string): boolean {
  const given = Buffer.from(hashCode(id, code.replaceAll(/\s/g, '')))
  return codeHash !== null && timingSafeEqual(given, Buffer.from(codeHash))
}
