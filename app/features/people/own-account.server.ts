import { findProfile, type Profile, saveLetterKeys, saveProfile } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { listSessionsOf } from '#app/db/sessions.server.ts'
import { describeDevice } from '#app/domain/device.ts'
import type { Actor } from '#app/domain/people.ts'

/** One's own name, registration and time zone. */
export async function readProfile(actor: Actor): Promise<Profile> {
  const profile = await findProfile(actor.id)
  if (!profile) throw new Response('This account is gone.', { status: 404 })
  return profile
}

/** Whether a course may be led by them, so that its page may name them. */
export const teaches = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.includes('training_lead')

/** Changes one's own profile. A certificate that was issued before keeps the name that it was issued to. */
export async function changeProfile(actor: Actor, profile: Profile, now: Date): Promise<void> {
  await transact(async (tx) => {
    const teachingLine = teaches(actor) ? profile.teachingLine : ''
    await saveProfile(tx, actor.id, { ...profile, teachingLine })
    await recordAudit(tx, { actor, action: 'profile.changed', object: { kind: 'user', id: actor.id }, at: now })
  })
}

/** Switches single letters as keys on or off, for oneself. */
export const chooseLetterKeys = (actor: Pick<Actor, 'id'>, usesLetterKeys: boolean): Promise<void> =>
  saveLetterKeys(actor.id, usesLetterKeys)

/** One's own sessions in words that one recognises, the newest first. */
export async function readSessions(actor: Actor, sessionSecret: string) {
  const sessions = await listSessionsOf(actor.id, sessionSecret)
  return sessions.map((session) => ({ ...session, device: describeDevice(session.device) }))
}

/** Notes that somebody ends all their sessions. */
export async function recordSignOutEverywhere(actor: Actor, now: Date): Promise<void> {
  const object = { kind: 'user', id: actor.id }
  await transact((tx) => recordAudit(tx, { actor, action: 'session.all_ended', object, at: now }))
}
