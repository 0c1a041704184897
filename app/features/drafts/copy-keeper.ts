import { type DraftStore, openDraftStore, type Place } from './draft-store.ts'
import type { LocalCopy } from './local-copies.ts'

/** The copy in this browser is written at most this often. */
const KEEP_EVERY_MS = 200

type Keeping<Body> = {
  place: Place
  /** What is unsent at this moment, or null when nothing is. */
  unsent: () => Omit<LocalCopy<Body>, 'writtenAt'> | null
  onKept: (isKept: boolean) => void
}

/** Keeps a copy of one page's unsent work in this browser. */
export class CopyKeeper<Body> {
  readonly #keeping: Keeping<Body>
  #isOpen = false
  #store: DraftStore<Body> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(keeping: Keeping<Body>) {
    this.#keeping = keeping
  }

  /** Opens the browser's storage and gives what earlier pages left there. */
  async open(): Promise<LocalCopy<Body>[]> {
    this.#isOpen = true
    const store = await openDraftStore<Body>(this.#keeping.place)
    if (!store) return []
    if (!this.#isOpen) {
      store.close()
      return []
    }
    this.#store = store
    this.keep()
    return store.readLeft()
  }

  close(): void {
    this.#isOpen = false
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#store?.close()
    this.#store = null
  }

  /** Keeps the copy now, and once more a little later if there is more by then. */
  keepSoon(): void {
    if (this.#timer !== undefined) return
    this.keep()
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.keep()
    }, KEEP_EVERY_MS)
  }

  /** False when there is something to keep and this browser does not keep it. */
  async keep(): Promise<boolean> {
    const copy = this.#keeping.unsent()
    if (!copy) return true
    const isKept = (await this.#store?.keep({ ...copy, writtenAt: new Date().toISOString() })) ?? false
    this.#keeping.onKept(isKept)
    return isKept
  }

  /** The server has everything up to this revision. */
  forget(revision: number): void {
    this.#store?.forget(revision)
  }

  /** What earlier pages left has been dealt with: this page keeps what is worth keeping of it. */
  async clearLeft(): Promise<void> {
    if (await this.keep()) this.#store?.clearLeft()
  }
}
