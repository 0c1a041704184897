import { createHmac } from 'node:crypto'
import { settings } from '#app/env.server.ts'

/** Enough to tell the people of one device apart, and nothing that says who they are. */
export const deviceAccount = (userId: string): string =>
  createHmac('sha256', settings().SESSION_SECRET).update(`device account:${userId}`).digest('base64url').slice(0, 16)
