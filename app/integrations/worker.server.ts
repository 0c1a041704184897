import { EventEmitter } from 'node:events'
import { Logger, run, type WorkerEvents } from 'graphile-worker'
import { openLivePool } from '#app/db/live-pool.server.ts'
import { settings } from '#app/env.server.ts'

/** What the worker needs of a log. */
type Log = { warn: (facts: object, message: string) => void; error: (facts: object, message: string) => void }

export type Task = (payload: unknown) => Promise<void>

type WorkerOptions = {
  tasks: Record<string, Task>
  /** Lines of a crontab, in UTC. */
  crontab: string
  log: Log
}

/** Runs queued jobs in this process until it is stopped; a job under way is finished first. What a killed process had taken is done again. */
export async function runWorker({ tasks, crontab, log }: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const live = await openLivePool((err) => log.warn({ part: 'worker', err }, 'the workers are no longer said to live'))
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => live.begin(workerPool.id))
  const runner = await run({
    events,
    connectionString: settings().adminDatabaseUrl,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, (payload) => task(payload)])),
    crontab,
    concurrency: 2,
    // The process that runs us decides when to stop.
    noHandleSignals: true,
    logger: new Logger(({ jobId }) => (level, message) => {
      // What a job's failure says is logged below, once.
      if (jobId) return
      if (level === 'error') log.error({ part: 'worker' }, message)
      if (level === 'warning') log.warn({ part: 'worker' }, message)
    }),
  })
  events.on('job:error', ({ job, error }) => {
    log.warn({ task: job.task_identifier, jobId: job.id, attempt: job.attempts, err: error }, 'job failed')
  })
  let isStopping = false
  // It ends by itself when another version has changed the queue's tables: mail then waits until this process is started again.
  const ended = () => isStopping || log.error({ part: 'worker' }, 'the worker has ended and does no more work')
  runner.promise.then(ended, ended)
  return {
    async stop() {
      isStopping = true
      await runner.stop()
      await live.end()
    },
  }
}
