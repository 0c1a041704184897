import type { FormKind } from '#app/domain/draft.ts'
import { keepForm, viewKeptForm } from '#app/features/drafts/keep-form.server.ts'
import { now } from './accounts.ts'

/** Has something written into a form of this person's and not sent. @returns whether it is still kept. */
export async function writeInto(
  owner: { id: string },
  form: FormKind,
  subject: string,
): Promise<() => Promise<boolean>> {
  const body = { text: { from: [''], to: ['Not sent yet.'] } }
  await keepForm(owner, { form, subject }, { baseVersion: 0, writer: 'page-1', revision: 1, body }, now)
  return async () => (await viewKeptForm(owner, { form, subject })) !== null
}
