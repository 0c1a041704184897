import { z } from 'zod'
import { isDeeperThan, type Json, storableJson } from '#app/domain/json.ts'
import { readBody } from '#app/http/read-body.ts'

const MAX_DRAFT_BYTES = 1_000_000
/** A document of twenty levels in an object by prompt, with room. */
const MAX_DRAFT_DEPTH = 60

const count = z.int().min(0).max(1_000_000_000)

const draftSchema = z.object({
  baseVersion: count,
  revision: count,
  writer: z.string().regex(/^[\w-]{1,64}$/),
  body: z.custom<Json>((value) => value !== undefined),
})

export type SentDraft = z.output<typeof draftSchema>

/** Reads a draft that a page sent, in a form that the database can hold. `null`: no page of ours sends that. */
export async function readDraft(request: Request): Promise<SentDraft | 'too-large' | null> {
  const text = await readBody(request, MAX_DRAFT_BYTES)
  if (text === null) return 'too-large'
  const json = parseJson(text)
  if (isDeeperThan(json, MAX_DRAFT_DEPTH)) return null
  const { success, data } = draftSchema.safeParse(json)
  return success ? { ...data, body: storableJson(data.body) } : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
