import { randomBytes, randomUUID } from 'node:crypto'
import { readCatalogueStamp } from '#app/db/catalogue.server.ts'
import { utcDay } from '#app/domain/portfolio/days.ts'
import { settings } from '#app/env.server.ts'
import { logger } from './log.server.ts'
import { paymentPages } from './payment-pages.server.ts'
import { contentSecurityPolicy } from './security-headers.ts'
import { sharedAnswer } from './shared-answer.ts'

/** So much older than its request a page may be: nobody has seen a price and asked again in less. */
const STAMP_STANDS_MS = 100

/** What the HTTP server needs to answer with a page of the catalogue that it has kept. */
export type CatalogueDoor = {
  /** The same as long as no page of the catalogue would be another. */
  stamp: () => Promise<string>
  /** The address at which pages are asked for to be kept. */
  origin: () => string
  /** With a nonce of its own for every answer, as everywhere. */
  contentSecurityPolicy: () => string
  note: (answer: { path: string; status: number; ms: number }) => void
}

export const catalogueDoor: CatalogueDoor = {
  stamp: sharedAnswer(() => readCatalogueStamp(utcDay(new Date())), { standsMs: STAMP_STANDS_MS }),
  origin: () => settings().appUrl,
  contentSecurityPolicy: () => contentSecurityPolicy(randomBytes(16).toString('base64'), paymentPages()),
  note: ({ path, status, ms }) =>
    logger.info({ requestId: randomUUID(), method: 'GET', path, status, kept: true, ms: Math.round(ms) }, 'request'),
}
