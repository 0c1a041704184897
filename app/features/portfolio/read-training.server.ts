import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { parseUploadForm } from '#app/http/upload-form.server.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { findIdentifiers } from '#app/screen/identifier-screen.server.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { MAX_CERTIFICATE_BYTES, readCertificate } from './certificate-file.server.ts'
import type { SentTraining } from './keep-training.server.ts'
import { trainingForm } from './training-form.ts'

type ReadTraining = { ok: true; sent: SentTraining; typed: ScreenFault['values'] } | { ok: false; fault: ScreenFault }

/**
 * Reads the form of a training with its file, and screens what was typed. The name of a file that seems to name somebody is not kept:
 * to ask about it would make the person choose the file again.
 * @param confirmed what was confirmed for the version that is corrected.
 */
export async function readTraining(
  actor: Actor,
  request: Request,
  now: Date,
  confirmed: readonly Confirmation[] = [],
): Promise<ReadTraining> {
  const form = await parseUploadForm(request, trainingForm, { maxFileBytes: MAX_CERTIFICATE_BYTES })
  const certificate = await readCertificate(form)
  if (certificate && 'fault' in certificate) {
    const values = form.ok ? form.typed : form.fault.values
    const errors = form.ok ? {} : form.fault.errors
    return { ok: false, fault: { errors: { ...errors, certificate: [certificate.fault] }, values } }
  }
  if (!form.ok) return form
  const { value: fields, typed } = form
  const today = todayIn(actor.timeZone, now)
  const screened = screenFields(
    {
      title: { label: 'Title', text: fields.title },
      providerName: { label: 'Name of that provider', text: fields.providerName },
    },
    { typed, today, confirmed },
  )
  if (!screened.clean) return { ok: false, fault: screened.fault }
  const isTelling = certificate && findIdentifiers(certificate.name.replace(/[._-]+/g, ' '), today).length > 0
  const named = certificate && isTelling ? { ...certificate, name: UNTELLING_NAME } : certificate
  return { ok: true, typed, sent: { fields, certificate: named, confirmed: screened.confirmed } }
}

const UNTELLING_NAME = 'Certificate'
