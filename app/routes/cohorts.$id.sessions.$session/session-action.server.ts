import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { cancelSession } from '#app/features/cohorts/cancel-session.server.ts'
import { changeSession } from '#app/features/cohorts/change-session.server.ts'
import { MAX_MATERIAL_BYTES, readMaterialFile } from '#app/features/cohorts/material-file.server.ts'
import { addSessionFile, removeSessionFile } from '#app/features/cohorts/session-files.server.ts'
import { materialFields, sessionFields } from '#app/features/cohorts/session-form.ts'
import { addMaterial, removeMaterial } from '#app/features/cohorts/session-materials.server.ts'
import { type FormAnswer, type FormFault, faultIn } from '#app/http/form.server.ts'
import { parseUploadForm } from '#app/http/upload-form.server.ts'

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('change'), ...sessionFields }),
  z.object({ intent: z.literal('cancel') }),
  z.object({ intent: z.literal('add-material'), ...materialFields }),
  z.object({ intent: z.literal('remove-material'), url: z.string() }),
  z.object({ intent: z.literal('add-file') }),
  z.object({ intent: z.literal('remove-file'), file: z.string() }),
])

type Address = { cohortId: string; sessionId: string }

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changeOneSession(
  actor: Actor,
  address: Address,
  request: Request,
  now: Date,
): Promise<FormAnswer> {
  const sent = await parseUploadForm(request, form, { maxFileBytes: MAX_MATERIAL_BYTES })
  if (!sent.ok) return sent
  const wish = sent.value
  switch (wish.intent) {
    case 'change': {
      const { intent, ...session } = wish
      const changed = await changeSession(actor, address, session, now)
      if ('fault' in changed) return { fault: faultIn(changed.fault.field, changed.fault.message, sent.typed) }
      return saidOf(changed, 'The session is changed.', '', sent.typed)
    }
    case 'cancel':
      return saidOf(await cancelSession(actor, address, now), 'The session is cancelled.', '', sent.typed)
    case 'add-material': {
      const material = { title: wish.materialTitle, url: wish.url }
      return saidOf(await addMaterial(actor, address, material, now), 'The link is added.', 'url', sent.typed)
    }
    case 'remove-material':
      return saidOf(await removeMaterial(actor, address, wish.url, now), 'The link is gone.', 'url', sent.typed)
    case 'add-file': {
      const file = await readMaterialFile(sent)
      if ('fault' in file) return { fault: faultIn('materialFile', file.fault, sent.typed) }
      return saidOf(await addSessionFile(actor, address, file, now), 'The file is added.', 'materialFile', sent.typed)
    }
    case 'remove-file':
      await removeSessionFile(actor, address, wish.file, now)
      return { done: 'The file is gone.' }
  }
}

const saidOf = (outcome: object | { refused: string }, done: string, field: string, typed: FormFault['values']) =>
  'refused' in outcome ? { fault: faultIn(field, String(outcome.refused), typed) } : { done }
