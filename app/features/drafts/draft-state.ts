import type { SavedDraft } from '#app/domain/draft.ts'

/** Another text on the same subject, to be compared with the one on the page. */
export type Rival<Body> = {
  /** `server`: saved from another page. `browser`: left behind here by a page that could not save it. */
  from: 'server' | 'browser'
  body: Body
  writtenAt: string
  /** The version that the text on the page will be based on once this rival is dealt with. */
  version: number
}

export type DraftState<Body> = {
  body: Body
  /** Rises when `body` is replaced from outside, so that a form knows to show it anew. */
  generation: number
  /** Rises with every change made on this page. */
  revision: number
  /** The last revision that the server has. */
  savedRevision: number
  /** The server's version that `body` is based on; 0 for none. */
  version: number
  savedAt: string | null
  /** `refused`: not as it is now, so the next change is tried again. `closed`: never any more. */
  phase: 'resting' | 'sending' | 'refused' | 'closed'
  /** What stood in the way last time; it stays until something was saved, also while it is tried again. */
  trouble: 'unreachable' | 'signed-out' | null
  /** Why the server will not take this work, in its own words. */
  refusal: string | null
  /** Whether this browser keeps what is unsent; it may be full or forbid it. */
  isKept: boolean
  /** Sendings that failed one after the other. */
  failures: number
  rivals: readonly Rival<Body>[]
}

export type DraftEvent<Body> =
  | { type: 'changed'; body: Body }
  | { type: 'restored'; body: Body }
  | { type: 'found'; rivals: readonly Rival<Body>[] }
  | { type: 'sending' }
  | { type: 'saved'; version: number; savedAt: string; revision: number }
  | { type: 'newer'; draft: SavedDraft<Body> }
  | { type: 'unreachable' }
  | { type: 'signed-out' }
  | { type: 'refused'; refusal: string; isFinal: boolean }
  | { type: 'kept'; isKept: boolean }
  | { type: 'kept-mine' }
  | { type: 'took-other' }

type Beginning<Body> = {
  saved: SavedDraft<Body> | null
  initial: Body
  typed?: Body | undefined
  newer?: SavedDraft<Body> | undefined
}

/**
 * The state of a page that was just opened. `typed` came back with a refused form and has yet to be saved; `newer` is why
 * it was refused.
 */
export function beginDraft<Body>({ saved, initial, typed, newer: other }: Beginning<Body>): DraftState<Body> {
  return {
    body: typed ?? saved?.body ?? initial,
    generation: 0,
    revision: typed === undefined ? 0 : 1,
    savedRevision: 0,
    version: saved?.version ?? 0,
    savedAt: saved?.savedAt ?? null,
    phase: 'resting',
    trouble: null,
    refusal: null,
    isKept: false,
    failures: 0,
    rivals: other ? [rivalOf(other)] : [],
  }
}

export const isUnsent = (state: DraftState<unknown>): boolean => state.revision > state.savedRevision

/** Nothing is sent while there are two texts to choose from, nor while the server has said no for good. */
export const mayBeSent = (state: DraftState<unknown>): boolean =>
  isUnsent(state) && state.rivals.length === 0 && !['sending', 'refused', 'closed'].includes(state.phase)

/** What becomes of a draft, one event after the other. Pure: nothing here knows of time, network or storage. */
export function draftReducer<Body>(state: DraftState<Body>, event: DraftEvent<Body>): DraftState<Body> {
  switch (event.type) {
    case 'changed':
      return { ...state, body: event.body, revision: state.revision + 1, phase: afterChange(state.phase) }
    case 'restored':
      return replaceBody(state, event.body)
    case 'found':
      return { ...state, rivals: [...state.rivals, ...event.rivals] }
    case 'sending':
      return { ...state, phase: 'sending' }
    case 'saved':
      return saved(state, event)
    case 'newer':
      return newer(state, event.draft)
    case 'unreachable':
    case 'signed-out':
      return { ...state, phase: 'resting', trouble: event.type, failures: state.failures + 1 }
    case 'refused':
      return { ...state, ...answered, phase: event.isFinal ? 'closed' : 'refused', refusal: event.refusal }
    case 'kept':
      return { ...state, isKept: event.isKept }
    case 'kept-mine':
      return keptMine(state)
    case 'took-other':
      return tookOther(state)
  }
}

/** The server was there and said something. */
const answered = { phase: 'resting', trouble: null, failures: 0 } as const

const afterChange = <Phase extends DraftState<unknown>['phase']>(phase: Phase) =>
  phase === 'refused' ? 'resting' : phase

/** A body from outside is a change like any other, except that the form has to be shown anew. */
const replaceBody = <Body>(state: DraftState<Body>, body: Body): DraftState<Body> => ({
  ...state,
  body,
  revision: state.revision + 1,
  generation: state.generation + 1,
})

const saved = <Body>(
  state: DraftState<Body>,
  { version, savedAt, revision }: { version: number; savedAt: string; revision: number },
): DraftState<Body> => ({ ...state, ...answered, version, savedAt, savedRevision: revision })

const newer = <Body>(state: DraftState<Body>, draft: SavedDraft<Body>): DraftState<Body> => ({
  ...state,
  ...answered,
  rivals: [rivalOf(draft), ...state.rivals],
})

const rivalOf = <Body>({ body, savedAt, version }: SavedDraft<Body>): Rival<Body> => ({
  from: 'server',
  body,
  writtenAt: savedAt,
  version,
})

/** The text on the page will go on top of the other one, knowingly. */
function keptMine<Body>(state: DraftState<Body>): DraftState<Body> {
  const [rival, ...rivals] = state.rivals
  if (!rival) return state
  return { ...state, rivals, version: Math.max(state.version, rival.version), revision: state.revision + 1 }
}

function tookOther<Body>(state: DraftState<Body>): DraftState<Body> {
  const [rival, ...rivals] = state.rivals
  if (!rival) return state
  const taken = { ...replaceBody(state, rival.body), rivals, version: Math.max(state.version, rival.version) }
  // What came from the server is there already; what was found in this browser has yet to be sent.
  return rival.from === 'server' ? { ...taken, savedRevision: taken.revision, savedAt: rival.writtenAt } : taken
}
