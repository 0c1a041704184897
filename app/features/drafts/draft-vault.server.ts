import { createHmac } from 'node:crypto'
import { settings } from '#app/env.server.ts'

/** What a browser needs to keep one account's unsent work: a name to file it under and the key that it is encrypted with. */
export type DraftVault = { account: string; key: string }

/** Enough to tell accounts of one browser apart. */
const ACCOUNT_NAME_LENGTH = 16

/**
 * The vault of an account. It stays the same over sessions, so that the same person gets their work back after signing in
 * again; the next person at that computer never learns the key.
 */
export function draftVault(accountId: string): DraftVault {
  return {
    account: derive('draft account', accountId).slice(0, ACCOUNT_NAME_LENGTH),
    key: derive('draft key', accountId),
  }
}

const derive = (purpose: string, accountId: string) =>
  createHmac('sha256', settings().SESSION_SECRET).update(`${purpose}:${accountId}`).digest('base64url')
