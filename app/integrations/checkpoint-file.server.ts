import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { settings } from '#app/env.server.ts'

/** Adds a line to the file of checkpoints, and waits until it is on the disk. */
export async function appendCheckpoint(line: string): Promise<void> {
  const file = settings().checkpointFile
  await mkdir(path.dirname(file), { recursive: true })
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(`${line}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What a file of checkpoints says; null where there is none. */
export async function readCheckpointFile(file = settings().checkpointFile): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
