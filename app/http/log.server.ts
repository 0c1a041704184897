import { pino, stdSerializers } from 'pino'
import { settings } from '#app/env.server.ts'
import { loggableError } from './loggable-error.ts'

/** One JSON line an event. Nothing that a person typed is ever logged; where nobody is a real person, an error says all that it has. */
export const logger = pino({
  level: settings().LOG_LEVEL,
  base: undefined,
  serializers: { err: settings().isProduction ? loggableError : stdSerializers.err },
})
