import type { LocalCopy } from './local-copies.ts'
import { openSealer, type Sealer } from './sealed-text.ts'

/** A page that is closing needs a moment until the next one is told so; one that stays open keeps its copy to itself. */
const WAIT_FOR_CLOSING_PAGE_MS = 2_000

export type DraftStore<Body> = {
  /** Writes this page's copy. False when the browser is full or forbids it. */
  keep: (copy: LocalCopy<Body>) => Promise<boolean>
  /** Removes this page's copy, unless a later revision of it was written meanwhile. */
  forget: (revision: number) => Promise<void>
  /** What pages that are no longer open left behind. */
  readLeft: () => Promise<LocalCopy<Body>[]>
  /** Removes what `readLeft` gave, once it is on the page or on the server. */
  clearLeft: () => void
  close: () => void
}

export type Place = { account: string; key: string; kind: string; subject: string; writer: string }

/** Where all copies of an account are filed in this browser. */
const accountPrefix = (account: string) => `stance.draft.${account}.`

/** Everything that this browser keeps of an account's unsent work, by name. */
export const copiesOf = (account: string): string[] =>
  Object.keys(localStorage).filter((name) => name.startsWith(accountPrefix(account)))

let isForgotten = false

/** The person signs out: nothing of theirs stays, and this page writes and sends nothing more while it goes. */
export function forgetAccount(account: string): void {
  isForgotten = true
  for (const name of copiesOf(account)) localStorage.removeItem(name)
}

export const hasForgotten = (): boolean => isForgotten

/** The browser's own storage for one subject. Null where nothing can be kept safely. */
export async function openDraftStore<Body>({
  account,
  key,
  kind,
  subject,
  writer,
}: Place): Promise<DraftStore<Body> | null> {
  const sealer = await openSealer(key)
  if (!sealer) return null
  const prefix = `${accountPrefix(account)}${kind}.${subject}.`
  const own = prefix + writer
  const close = holdLock(own)
  let kept = 0
  let left: string[] = []
  // One write after the other: sealing takes its time, and an older text must not overtake a newer one.
  let queue: Promise<unknown> = Promise.resolve()
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work)
    queue = result.catch(() => {})
    return result
  }
  return {
    keep: (copy) =>
      inOrder(async () => {
        kept = copy.revision
        return write(own, await sealer.seal(JSON.stringify(copy), own))
      }),
    forget: (revision) =>
      inOrder(async () => {
        if (kept <= revision) localStorage.removeItem(own)
      }),
    async readLeft() {
      const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix) && name !== own)
      const copies = await Promise.all(names.map((name) => readWhenClosed<Body>(name, sealer)))
      left = names.filter((_, index) => copies[index])
      return copies.filter((copy) => copy !== null)
    },
    clearLeft() {
      for (const name of left) localStorage.removeItem(name)
    },
    close,
  }
}

function write(name: string, value: string): boolean {
  if (isForgotten) return false
  try {
    localStorage.setItem(name, value)
    return true
  } catch {
    return false
  }
}

/** A page holds a lock of its copy's name while it is open, however it ends: that is how others know. */
function holdLock(name: string): () => void {
  let release = () => {}
  const closed = new Promise<void>((resolve) => {
    release = resolve
  })
  navigator.locks?.request(name, () => closed).catch(() => {})
  return release
}

async function readWhenClosed<Body>(name: string, sealer: Sealer): Promise<LocalCopy<Body> | null> {
  const read = async () => {
    const text = await sealer.unseal(localStorage.getItem(name) ?? '', name)
    return text === null ? null : (JSON.parse(text) as LocalCopy<Body>)
  }
  if (!navigator.locks) return read()
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(WAIT_FOR_CLOSING_PAGE_MS) }, read)
  } catch {
    return null
  }
}
