import { cpSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { buildIfChanged } from '#scripts/serve/build.ts'
import { temporaryFolder } from '#tests/support/folders.ts'

const LINKED = ['app', 'node_modules', 'public', 'scripts', 'prisma', 'prisma.config.ts', 'tsconfig.json']
const BUILT_FROM = ['package.json', 'package-lock.json', 'vite.config.ts', 'react-router.config.ts']

/** This project in a folder of its own: the same source and build, other data, and content that a test may spoil. */
export async function projectFolder(): Promise<string> {
  await buildIfChanged()
  const folder = temporaryFolder()
  cpSync('build', path.join(folder, 'build'), { recursive: true })
  for (const name of [...LINKED, ...BUILT_FROM]) symlinkSync(path.resolve(name), path.join(folder, name))
  cpSync('content', path.join(folder, 'content'), { recursive: true })
  return folder
}
