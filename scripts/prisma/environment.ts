import { existsSync, readdirSync } from 'node:fs'
import { delimiter, dirname, resolve } from 'node:path'

const ENGINES = 'node_modules/@prisma/engines'

/**
 * What Prisma's command line needs beside its own settings. Its native schema engine is downloaded from a server of
 * Prisma's when packages are installed, and every command fails where only the npm registry can be reached. Our own
 * stand-in, made of packages from that registry, then takes its place.
 */
export function prismaEnvironment(): NodeJS.ProcessEnv {
  const standIn = hasNativeEngine() ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: resolve('scripts/prisma/schema-engine.ts') }
  return {
    ...standIn,
    // The stand-in is a script, and must find the Node that we run on.
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
}

const hasNativeEngine = () =>
  existsSync(ENGINES) &&
  readdirSync(ENGINES).some((name) => name.startsWith('schema-engine-') && !name.includes('.tmp'))
