import { pino } from 'pino'
import { settings } from '#app/env.server.ts'

/** One JSON line an event. Nothing that a person typed is ever logged. */
export const logger = pino({ level: settings().LOG_LEVEL, base: undefined })
