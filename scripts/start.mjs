import { bootstrap } from './bootstrap/bootstrap.mjs'

// npm start and npm run dev: from a fresh clone to a running platform.
await bootstrap('scripts/serve.ts', process.argv.slice(2))
