import { step } from '#scripts/narrate.mjs'
import { prismaEnvironment } from '#scripts/prisma/environment.ts'
import { runQuietly } from './child.ts'
import { whenChanged } from './digest.ts'

const SOURCES = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']

/** The Prisma client in app/db/generated is not kept in git. */
export const generateClientIfChanged = () =>
  whenChanged('app/db/generated/.stance-digest', SOURCES, () =>
    step('Generating the database client', () =>
      runQuietly('prisma generate', ['node_modules/prisma/build/index.js', 'generate'], prismaEnvironment()),
    ),
  )
