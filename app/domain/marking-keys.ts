import { LEVELS } from './mark-form.ts'

/** What a single key does on a page where one marks. `rate` ticks the error of that number where critical errors stand. */
export type KeyWish =
  | { to: 'rate'; value: string }
  | { to: 'go'; by: 1 | -1 }
  | { to: 'comment' | 'bank' | 'passage' | 'lock' | 'lock-next' | 'help' }

/** The keys as the page explains them, in the order of the work. */
export const MARKING_KEYS: readonly {
  shown: string
  does: string
  wishes: Readonly<Record<string, KeyWish>>
  /** Not where one marks a benchmark. */
  isOfScripts?: true
}[] = [
  { shown: 'J', does: 'Next section', wishes: { j: { to: 'go', by: 1 } } },
  { shown: 'K', does: 'Previous section', wishes: { k: { to: 'go', by: -1 } } },
  {
    shown: '1 – 7',
    does: 'Give the section this level; among the critical errors, tick the first, the second …',
    wishes: Object.fromEntries(LEVELS.map((level) => [String(level), { to: 'rate', value: String(level) }])),
  },
  { shown: '0', does: 'Not rateable', wishes: { '0': { to: 'rate', value: 'not-rateable' } } },
  { shown: 'C', does: 'Write the section’s comment', wishes: { c: { to: 'comment' } } },
  { shown: 'B', does: 'Search the comment bank for it', wishes: { b: { to: 'bank' } } },
  { shown: 'P', does: 'Comment on a passage of the answer', wishes: { p: { to: 'passage' } }, isOfScripts: true },
  { shown: 'L', does: 'Go to the button that locks the mark', wishes: { l: { to: 'lock' } } },
  {
    shown: 'N',
    does: 'Go to the button that locks it and takes the next script',
    wishes: { n: { to: 'lock-next' } },
    isOfScripts: true,
  },
  { shown: '?', does: 'Show these keys', wishes: { '?': { to: 'help' } } },
]

const wishes: Readonly<Record<string, KeyWish>> = Object.assign({}, ...MARKING_KEYS.map((key) => key.wishes))

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

/** What a key that was pressed outside of a text field asks for; nothing together with Ctrl, Alt or ⌘, which are the browser's. */
export function keyWish({ key, ctrlKey, metaKey, altKey }: Pressed): KeyWish | null {
  if (ctrlKey || metaKey || altKey) return null
  const name = key.toLowerCase()
  return Object.hasOwn(wishes, name) ? (wishes[name] ?? null) : null
}
