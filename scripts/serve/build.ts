import { step } from '#scripts/narrate.mjs'
import { runQuietly } from './child.ts'
import { compressFiles } from './compress.ts'
import { whenChanged } from './digest.ts'

const SOURCES = ['app', 'public', 'vite.config.ts', 'react-router.config.ts', 'package.json', 'package-lock.json']

export const buildIfChanged = () =>
  whenChanged('build/.stance-digest', SOURCES, () =>
    step('Building the pages', async () => {
      const words = ['node_modules/@react-router/dev/bin.cjs', 'build']
      await runQuietly('The build', words, { NODE_ENV: 'production' })
      await compressFiles('build/client')
    }),
  )
