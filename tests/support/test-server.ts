import { type Database, startDatabase } from '#scripts/database/launch.ts'

/** What the tests write need not survive a power cut. */
const OPTIONS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

/** The server that every kind of test shares, also several runs at the same time. */
export const startTestServer = (): Promise<Database> => startDatabase({ directory: '.data/test', options: OPTIONS })
