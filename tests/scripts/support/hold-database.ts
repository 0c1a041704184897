import { startDatabase } from '#scripts/database/launch.ts'

// Uses the database of a folder until it is asked to stop.
const database = await startDatabase({ directory: process.argv[2] ?? '' })
process.on('SIGTERM', () => void database.stop())
console.log(`holding ${database.adminUrl}`)
