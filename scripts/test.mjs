import { bootstrap } from './bootstrap/bootstrap.mjs'

// npm test: every kind of test, from a fresh clone.
await bootstrap('scripts/test.ts', process.argv.slice(2))
