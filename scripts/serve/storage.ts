import { accessSync, constants } from 'node:fs'
import { makeStorageFolder } from '#app/integrations/storage-folder.ts'
import { Fault } from '#scripts/narrate.mjs'

/** Stops the start where uploaded files could not be kept, instead of the first upload. */
export function refuseClosedStorage(folder: string): void {
  try {
    makeStorageFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new Fault(
      `Stance cannot write to ${folder}, where uploaded files are kept: give this user the right to, or set STORAGE_URL.`,
    )
  }
}
