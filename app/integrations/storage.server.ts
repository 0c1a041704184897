import type { FileStorage } from '@remix-run/file-storage'
import { createFsFileStorage } from '@remix-run/file-storage/fs'
import { settings } from '#app/env.server.ts'
import { makeStorageFolder } from './storage-folder.ts'

let opened: FileStorage | undefined

/** Where uploaded files lie, out of reach of what is served and of other users of the machine. Made at first use. */
function storage(): FileStorage {
  if (!opened) {
    makeStorageFolder(settings().storageFolder)
    opened = createFsFileStorage(settings().storageFolder)
  }
  return opened
}

/** @param key ours, never a name that somebody gave. */
export async function storeFile(key: string, bytes: Uint8Array<ArrayBuffer>, { now }: { now: Date }): Promise<void> {
  await storage().set(key, new File([bytes], key, { lastModified: now.getTime() }))
}

/** The bytes under a key as a stream; null where nothing lies there. */
export async function openStoredFile(key: string): Promise<ReadableStream<Uint8Array> | null> {
  const file = await storage().get(key)
  return file ? file.stream() : null
}

/** Removes what lies under a key. To remove it again does nothing. */
export const removeStoredFile = async (key: string): Promise<void> => storage().remove(key)

/** Every key under which something was stored before `before`. */
export async function storedKeys({ before }: { before: Date }): Promise<string[]> {
  const keys: string[] = []
  let cursor: string | undefined
  do {
    const page = await storage().list({ includeMetadata: true, limit: 1000, ...(cursor && { cursor }) })
    keys.push(...page.files.filter(({ lastModified }) => lastModified < before.getTime()).map(({ key }) => key))
    cursor = page.cursor
  } while (cursor)
  return keys
}
