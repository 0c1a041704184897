import { createContext } from 'react'
import type { DraftVault } from '../draft-vault.server.ts'

/** What a page needs to keep what its reader writes: where in this browser, and how it tells times. */
export type Keeping = { vault: DraftVault; timeZone: string }

/** Given by the frame of every page of somebody who is signed in; null elsewhere. */
export const KeepingContext = createContext<Keeping | null>(null)
