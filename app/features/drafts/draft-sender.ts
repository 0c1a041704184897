import type { SavedDraft } from '#app/domain/draft.ts'
import type { DraftEvent } from './draft-state.ts'

export type Sending<Body> = { baseVersion: number; writer: string; revision: number; body: Body }

const TIMEOUT_MS = 15_000
/** Answers that will not change however often one asks. */
const FINAL = new Set([403, 404, 410])
const UNEXPLAINED = 'This work cannot be saved under the account that is signed in here now.'

/** Sends one revision to the server and says in the draft's own terms what came of it. Never throws. */
export async function sendDraft<Body>(url: string, sending: Sending<Body>): Promise<DraftEvent<Body>> {
  try {
    const response = await post(url, sending, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    return await eventOf<Body>(response, sending.revision)
  } catch {
    return { type: 'unreachable' }
  }
}

/** The last word of a page that is going: nobody waits for the answer. */
export function sendLast<Body>(url: string, sending: Sending<Body>): void {
  // Refused by the browser when it is very long: then the copy in this browser stands.
  post(url, sending, { keepalive: true }).catch(() => {})
}

const post = <Body>(url: string, sending: Sending<Body>, init: RequestInit) =>
  fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(sending),
    ...init,
  })

async function eventOf<Body>(response: Response, revision: number): Promise<DraftEvent<Body>> {
  switch (response.status) {
    case 200: {
      const { saved } = (await response.json()) as { saved: { version: number; savedAt: string } }
      return { type: 'saved', revision, ...saved }
    }
    case 409: {
      const { newer } = (await response.json()) as { newer: SavedDraft<Body> }
      return { type: 'newer', draft: newer }
    }
    case 401:
      return { type: 'signed-out' }
    case 400:
    case 403:
    case 404:
    case 410:
    case 413:
      return { type: 'refused', refusal: await messageOf(response), isFinal: FINAL.has(response.status) }
    default:
      return { type: 'unreachable' }
  }
}

async function messageOf(response: Response): Promise<string> {
  try {
    const { message } = (await response.json()) as { message?: string }
    return message ?? UNEXPLAINED
  } catch {
    return UNEXPLAINED
  }
}
