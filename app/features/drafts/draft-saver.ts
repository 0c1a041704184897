import type { FormKind, SavedDraft, WorkKind } from '#app/domain/draft.ts'
import { isSameJson } from '#app/domain/json.ts'
import { CopyKeeper } from './copy-keeper.ts'
import { sendDraft, sendLast } from './draft-sender.ts'
import {
  beginDraft,
  type DraftEvent,
  type DraftState,
  draftReducer,
  isUnsent,
  mayBeSent,
  type Rival,
} from './draft-state.ts'
import { hasForgotten } from './draft-store.ts'
import { type LocalCopy, reconcile } from './local-copies.ts'
import { watchPage } from './watch-page.ts'

/** Saved this long after the last change … */
const PAUSE_MS = 1_000
/** … and at the latest this long after the first that is unsent, for those who never pause. */
const LONGEST_WAIT_MS = 5_000
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 8_000

export type DraftOptions<Body> = {
  kind: WorkKind | `forms/${FormKind}`
  /** What stands in the address: an attempt's id, a script's code. */
  subject: string
  saved: SavedDraft<Body> | null
  initial: Body
  /** What came back with a refused form. */
  typed?: Body | undefined
  /** The version from elsewhere for which it was refused. */
  newer?: SavedDraft<Body> | undefined
  vault: { account: string; key: string }
  /** Whether a copy from this browser may be put back without asking: what it was written over may have changed. */
  fits?: (body: Body) => boolean
}

/**
 * Keeps one draft safe while its page is open: in this browser with every change, on the server after a pause. It does
 * nothing before `open`, so that it can be made while the page is rendered on the server.
 */
export class DraftSaver<Body> {
  readonly #options: DraftOptions<Body>
  readonly #url: string
  readonly #writer = randomName()
  readonly #listeners = new Set<() => void>()
  readonly #keeper: CopyKeeper<Body>
  readonly #firstRevision: number
  #state: DraftState<Body>
  #inFlight: Promise<void> | null = null
  #sendTimer: ReturnType<typeof setTimeout> | undefined
  #unsentSince = 0

  constructor(options: DraftOptions<Body>) {
    this.#options = options
    this.#url = `/drafts/${options.kind}/${encodeURIComponent(options.subject)}`
    this.#state = beginDraft(options)
    this.#firstRevision = this.#state.revision
    const { kind, subject, vault } = options
    this.#keeper = new CopyKeeper({
      place: { ...vault, kind, subject, writer: this.#writer },
      unsent: () => (isUnsent(this.#state) ? this.#sending() : null),
      onKept: (isKept) => isKept !== this.#state.isKept && this.#dispatch({ type: 'kept', isKept }),
    })
  }

  readonly read = (): DraftState<Body> => this.#state

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Begins to keep and to send. Gives what ends it. */
  readonly open = (): (() => void) => {
    const stopWatching = watchPage({
      onReturn: () => this.#tryAgain(),
      onHide: () => this.#send(),
      onLeave: () => this.#leave(),
    })
    this.#keeper.open().then((left) => this.#takeUp(left))
    this.#planSending(0)
    return () => {
      stopWatching()
      clearTimeout(this.#sendTimer)
      this.#sendTimer = undefined
      this.#keeper.close()
    }
  }

  readonly change = (next: Body | ((current: Body) => Body)): void => {
    const body = typeof next === 'function' ? (next as (current: Body) => Body)(this.#state.body) : next
    if (!isUnsent(this.#state)) this.#unsentSince = Date.now()
    this.#dispatch({ type: 'changed', body })
    this.#keeper.keepSoon()
    const longestWait = this.#unsentSince + LONGEST_WAIT_MS - Date.now()
    this.#planSending(Math.max(0, Math.min(PAUSE_MS, longestWait)))
  }

  /** Sends all that is unsent, now. True when the server has everything that stands on the page. */
  readonly settle = async (): Promise<boolean> => {
    await this.#inFlight
    await this.#send()
    return !isUnsent(this.#state) && this.#state.rivals.length === 0
  }

  /** Of the two texts to compare, the one on the page goes on top of the other. */
  readonly keepMine = (): void => this.#choose('kept-mine')

  /** Of the two texts to compare, the other replaces the one on the page. */
  readonly takeOther = (): void => this.#choose('took-other')

  #dispatch(event: DraftEvent<Body>): void {
    this.#state = draftReducer(this.#state, event)
    for (const listener of this.#listeners) listener()
  }

  #planSending(pauseMs: number): void {
    // Whoever types on while the server is away must not put off the next try.
    if (this.#state.trouble && this.#sendTimer !== undefined) return
    clearTimeout(this.#sendTimer)
    this.#sendTimer = setTimeout(() => this.#send(), pauseMs)
  }

  #send(): Promise<void> {
    clearTimeout(this.#sendTimer)
    this.#sendTimer = undefined
    if (!mayBeSent(this.#state)) return this.#inFlight ?? Promise.resolve()
    const sending = this.#sending()
    this.#dispatch({ type: 'sending' })
    this.#inFlight = sendDraft(this.#url, sending).then((event) => this.#hear(event))
    return this.#inFlight
  }

  #hear(event: DraftEvent<Body>): void {
    this.#inFlight = null
    this.#dispatch(event)
    if (event.type === 'saved') this.#keeper.forget(event.revision)
    if (this.#state.trouble) this.#planSending(retryPause(this.#state.failures))
    else if (mayBeSent(this.#state)) this.#planSending(PAUSE_MS)
  }

  #sending() {
    const { version, revision, body } = this.#state
    return { baseVersion: version, writer: this.#writer, revision, body }
  }

  #tryAgain(): void {
    if (this.#state.trouble) this.#send()
  }

  #leave(): void {
    if (!isUnsent(this.#state) || hasForgotten()) return
    this.#keeper.keep()
    if (this.#state.rivals.length === 0 && this.#state.phase !== 'closed') sendLast(this.#url, this.#sending())
  }

  #choose(type: 'kept-mine' | 'took-other'): void {
    this.#dispatch({ type })
    if (!isUnsent(this.#state)) this.#keeper.forget(this.#state.revision)
    this.#clearUp()
  }

  /** With nothing left to compare, what earlier pages kept is no longer needed, and what is unsent can go. */
  #clearUp(): void {
    if (this.#state.rivals.length === 0) this.#keeper.clearLeft()
    else this.#keeper.keep()
    this.#planSending(0)
  }

  /** Takes up what earlier pages left in this browser, unless something was written here in the meantime. */
  #takeUp(left: LocalCopy<Body>[]): void {
    const { restore, rivals } = reconcile(this.#options.saved, left, isSameJson)
    const isUntouched = this.#state.revision === this.#firstRevision
    const fits = restore && this.#options.fits?.(restore.body) !== false
    if (restore && isUntouched && fits) this.#dispatch({ type: 'restored', body: restore.body })
    else if (restore && !isSameJson(restore.body, this.#state.body)) rivals.unshift(rivalOf(restore))
    if (rivals.length > 0) this.#dispatch({ type: 'found', rivals })
    this.#clearUp()
  }
}

const rivalOf = <Body>({ body, writtenAt }: LocalCopy<Body>): Rival<Body> => ({
  from: 'browser',
  body,
  writtenAt,
  version: 0,
})

const retryPause = (failures: number) => Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS)

const randomName = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36).padStart(2, '0')).join('')
