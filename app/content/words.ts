import { z } from 'zod'

export const text = z.string().trim().min(1, 'must not be empty')
/** Shown as it stands, where Markdown is not read: an asterisk meant for emphasis would be seen. */
export const plainText = text.refine(
  (given) => !/\*\S[^*]*\*/.test(given),
  'is plain text: *these* would show as asterisks',
)
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens')

/** What a clinician should confirm; `npm run content:check` lists it. */
export const confirm = z.array(text).default([])
