import { z } from 'zod'

export const text = z.string().trim().min(1, 'must not be empty')
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens')
