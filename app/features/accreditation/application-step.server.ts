import { insertEvent } from '#app/db/application-writing.server.ts'
import type { Application } from '#app/db/applications.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import type { Pathway } from '#app/domain/pathway/rules.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { auditedConfirmations } from '#app/screen/audited-confirmations.ts'

export type Refusal = { field: string; message: string }
/** Somebody at an application that is held, so that nobody else moves it meanwhile. */
export type Step = {
  actor: Actor
  application: Application
  pathway: Pathway & { slug: string }
  confirmed: readonly Confirmation[]
  now: Date
}

/** Why not, where no field is at fault. */
export const general = (message: string): Refusal => ({ field: '', message })

type Saying = Pick<Parameters<typeof insertEvent>[1], 'kind' | 'text' | 'requirementId' | 'isFavourable'>

/** Adds to the thread of the application. */
export const say = (tx: Db, { actor, application, now }: Step, saying: Saying) =>
  insertEvent(tx, { applicationId: application.id, byId: actor.id, at: now, ...saying })

export const record = (
  tx: Db,
  { actor, application, confirmed, now }: Step,
  action: `application.${string}`,
  details: Record<string, string | boolean>,
) =>
  recordAudit(tx, {
    ...{ actor, action, object: { kind: 'application', id: application.id }, at: now },
    details: { ...details, ...auditedConfirmations(confirmed) },
  })

export const tellApplicant = (tx: Db, { application: { userId, pathwayTitle }, now }: Step) =>
  notify(tx, { userId, kind: 'application-moved', params: { pathwayTitle }, now })
