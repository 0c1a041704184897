/**
 * Names that are words as well. Such a word is taken for a name only where a name would be seen: with a capital, and not at the
 * beginning of a sentence. Without this nobody called Will could write "Will you sit down?".
 */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `april art august autumn baker bill black bond brown carol chance clay cook cross dale dawn day dean drew eve faith field
  finch fisher fox frank gene glen grace grant gray green grey guy hall harmony heath heather hill hope hunter iris ivy jack
  jasmine jay joy june king lake lane law lily little long love major mark mason may mercy miles mills moss nick noble north page
  parker pat patience penny piper poppy price prince ray read reed rich rob robin rock rose ruby rush sandy sharp short skip
  stone storm story street sue summer terry trinity violet wade walker ward wells west white will winter wise wolf wood woods
  young`.split(/\s+/),
)

const SENTENCE_END = /[.?!:;…\n"“”‘'([*|>#_/•·–—-]/

/** Whether what stands at this place begins a sentence, a line, a quotation or a bracket: a capital says nothing there. */
export function beginsSentence(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && text[before] !== '\n' && /\s/.test(text.charAt(before))) before -= 1
  return before < 0 || SENTENCE_END.test(text.charAt(before))
}

/** Lower case without accents, unit by unit: what is found in it stands at the same place in the text. */
export const foldName = (text: string): string =>
  IS_ASCII.test(text)
    ? text.toLowerCase()
    : Array.from({ length: text.length }, (_, at) => foldUnit(text.charAt(at))).join('')

/** Most text is, and needs no look at each of its units. */
const IS_ASCII = /^[\p{ASCII}]*$/u

function foldUnit(unit: string): string {
  const plain = unit.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.length === 1 ? plain : unit
}
