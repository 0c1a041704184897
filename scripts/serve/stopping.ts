import { explain } from '#scripts/narrate.mjs'

type Stop = () => Promise<void>

const stops: Stop[] = []
const controller = new AbortController()

/** Aborted as soon as this process is asked to stop. */
export const stopping = controller.signal

/** One Ctrl-C reaches us more than once: the terminal sends it to the whole group, and the launcher hands it on. */
const SAME_KEYSTROKE_MS = 1_000
const FORCED_PATIENCE_MS = 5_000
/** What PostgreSQL says to every connection when it stops. */
const ADMIN_SHUTDOWN = '57P01'

/** Remembers how to stop what has just been started. Things stop in the reverse order. */
export function onStop(stop: Stop): void {
  let stopped: Promise<void> | undefined
  stops.push(() => {
    stopped ??= stop()
    return stopped
  })
}

/** Ctrl-C and SIGTERM stop cleanly, also in the middle of starting. A second Ctrl-C no longer waits for anybody. */
export function stopOnSignals(): void {
  let asked: number | undefined
  const stop = () => {
    if (asked === undefined) void stopAndExit()
    asked ??= performance.now()
  }
  process.on('SIGINT', () => {
    if (asked !== undefined && performance.now() - asked > SAME_KEYSTROKE_MS) void forceExit()
    stop()
  })
  process.on('SIGTERM', stop)
  process.on('SIGHUP', stop)
  // The command that started us was killed.
  if (process.channel) process.on('disconnect', stop)
}

/** Ends a start that failed. */
export async function exitOnError(error: unknown): Promise<void> {
  if (stopping.aborted) return
  console.error(explain(error))
  await stopEverything()
  process.exit(1)
}

async function stopAndExit(): Promise<void> {
  console.log('\nStopping …')
  await stopEverything()
  process.exit(0)
}

async function stopEverything(): Promise<void> {
  controller.abort()
  process.on('uncaughtException', ignoreGoodbye)
  for (const stop of stops.toReversed()) await stop().catch((error) => console.error(explain(error)))
}

/** The worker lets go of its connections without waiting; the database's goodbye may reach one that is just closing. */
function ignoreGoodbye(error: NodeJS.ErrnoException): void {
  if (error.code === ADMIN_SHUTDOWN || error.code === 'ECONNRESET') return
  console.error(explain(error))
  process.exit(1)
}

/** Requests and jobs under way are dropped; the database, which was started first, still gets a moment. */
async function forceExit(): Promise<void> {
  setTimeout(() => process.exit(130), FORCED_PATIENCE_MS)
  await stops[0]?.().catch(() => {})
  process.exit(130)
}
