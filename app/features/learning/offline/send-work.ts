import { outcomeOf, waits } from '#app/domain/offline.ts'
import { changeWork, forgetWork, unsentWork } from './unsent-work.ts'

let sending: Promise<void> = Promise.resolve()

/** Sends what waits, one after the other in the order of writing, and stops at the first that does not get through. */
export function sendWork(): Promise<void> {
  sending = sending.then(sendAll, sendAll)
  return sending
}

async function sendAll(): Promise<void> {
  for (const work of (await unsentWork()).filter(waits)) {
    const { key, account, path, fields } = work
    const body = new URLSearchParams([...fields, ['key', key], ['account', account], ['path', path]])
    const response = await fetch('/offline/work', { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
    const outcome = outcomeOf(response?.status ?? 0)
    if (outcome === 'later') return
    if (outcome === 'sent') await forgetWork(work.id)
    else await changeWork({ ...work, refused: await reasonIn(response) })
  }
}

async function reasonIn(response: Response | undefined): Promise<string> {
  const said = await response?.json().catch(() => undefined)
  return typeof said?.message === 'string' ? said.message : 'The lesson is no longer open to you.'
}
