import { outcomeOf } from '#app/domain/offline.ts'
import { changeAnswer, forgetAnswer, unsentAnswers } from './unsent-answers.ts'

let sending: Promise<void> = Promise.resolve()

/** Sends what waits, one after the other in the order of writing, and stops at the first that does not get through. */
export function sendAnswers(): Promise<void> {
  sending = sending.then(sendAll, sendAll)
  return sending
}

async function sendAll(): Promise<void> {
  for (const answer of await unsentAnswers()) {
    if (answer.refused) continue
    const { key, account, path, fields } = answer
    const body = new URLSearchParams([...fields, ['key', key], ['account', account], ['path', path]])
    const response = await fetch('/offline/answers', { method: 'POST', body, redirect: 'manual' }).catch(
      () => undefined,
    )
    const outcome = outcomeOf(response?.status ?? 0)
    if (outcome === 'later') return
    if (outcome === 'sent') await forgetAnswer(answer.id)
    else await changeAnswer({ ...answer, refused: await reasonIn(response) })
  }
}

async function reasonIn(response: Response | undefined): Promise<string> {
  const said = await response?.json().catch(() => undefined)
  return typeof said?.message === 'string' ? said.message : 'The lesson is no longer open to you.'
}
