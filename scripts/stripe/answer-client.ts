import type { IncomingMessage } from 'node:http'
import { answerCall } from './api.ts'
import type { Books } from './books.ts'
import { type Answer, refusal } from './call.ts'
import { readParams } from './form.ts'

type Asked = { path: string; sent: string; origin: string }

/** Answers a call of the real client. Null: what was asked for is done, and the answer gets lost on its way. */
export function answerClient(books: Books, request: IncomingMessage, asked: Asked): Answer | null {
  const { switches } = books
  const isLost = switches.lose > 0 && switches.lose-- > 0
  const answer = (!isLost && misbehaved(books)) || called(books, request, asked)
  return isLost ? null : answer
}

function misbehaved({ switches }: Books): Answer | undefined {
  if (switches.fail > 0 && switches.fail--)
    return { ...refusal(500, 'Stripe fails.'), body: { error: { type: 'api_error' } } }
  if (switches.limit > 0 && switches.limit--) return refusal(429, 'Too many requests', 'rate_limit')
  return undefined
}

function called(
  { state, tell }: Books,
  { method = 'GET', headers }: IncomingMessage,
  { path, sent, origin }: Asked,
): Answer {
  if (!/^Bearer (sk|rk)_test_/.test(headers.authorization ?? '')) return refusal(401, 'Invalid API Key provided')
  const key = method === 'POST' ? String(headers['idempotency-key'] ?? '') : ''
  const asked = `${path}?${sent}`
  const before = key ? state.answers[key] : undefined
  if (before && before.asked !== asked)
    return {
      ...refusal(400, 'Keys for idempotent requests can only be used with the same parameters.'),
      body: { error: { type: 'idempotency_error' } },
    }
  if (before) return { ...before, told: [] }
  const answered = answerCall(method, path, { state, params: readParams(sent), origin })
  // As Stripe does, what was never begun may be asked for again under the same key.
  if (key && answered.status !== 400)
    state.answers[key] = { asked, status: answered.status, body: structuredClone(answered.body) }
  if (method !== 'GET') tell(answered.told)
  return answered
}
