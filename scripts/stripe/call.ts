import type { Params } from './form.ts'
import type { Told } from './money-moves.ts'
import type { State } from './state.ts'

/** What was asked, and what is answered to it. */
export type Asked = { state: State; params: Params; id: string; origin: string }

export type Answer = { status: number; body: object; told: Told[] }

export const refusal = (status: number, message: string, code?: string): Answer => ({
  status,
  body: { error: { type: 'invalid_request_error', message, ...(code && { code }) } },
  told: [],
})

export const listOf = (data: object[], hasMore = false): Answer => ({
  status: 200,
  body: { object: 'list', data, has_more: hasMore, url: '/v1/list' },
  told: [],
})
