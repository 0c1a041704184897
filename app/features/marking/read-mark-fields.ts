import { z } from 'zod'
import type { MarkFields } from '#app/domain/mark-form.ts'

const fieldsSchema = z.record(z.string(), z.string())

/** The fields of a stored draft. Whatever is no text counts as not filled in. */
export function readMarkFields(body: unknown): MarkFields {
  const parsed = fieldsSchema.safeParse(body)
  return parsed.success ? parsed.data : {}
}
