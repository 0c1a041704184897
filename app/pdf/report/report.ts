import type { Drawing } from './drawing.ts'

export type Fact = { term: string; value: string }

/** Something to choose, to number or to answer, with its letter or number, and what there is to say on it. */
export type Choice = { label: string; text: string; note?: string }

/** `indent`: how many steps it stands in from the left. `kept`: whole on one page if one can hold it, and with the block after it as well. */
export type Block = { kept?: 'whole' | 'with-next' } & (
  | /** Level 1 is the title; 2 and 3 stand in the contents. */
  { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string; startsPage?: boolean; indent?: number }
  | { kind: 'paragraph'; text: string; tone?: 'plain' | 'quiet' | 'strong' | 'large'; indent?: number }
  | { kind: 'list'; items: readonly string[]; indent?: number }
  | { kind: 'facts'; facts: readonly Fact[] }
  /** `share`: how wide a column is, beside the others. The first cell of a row names it. */
  | { kind: 'table'; columns: readonly { title: string; share: number }[]; rows: readonly (readonly string[])[] }
  /** `alternative`: what it is, for whoever does not see it. */
  | { kind: 'figure'; drawing: Drawing; caption: string; alternative: string }
  /** `box`: to be ticked, round where one of them is; or to be written in. */
  | { kind: 'choices'; items: readonly Choice[]; box?: 'round' | 'square'; indent?: number }
  /** Two columns: each line has a box for the label of one of the answers. */
  | { kind: 'pairing'; lines: readonly Choice[]; answers: readonly Choice[] }
)

/** What a report says; how it is broken into pages is not its concern. */
export type Report = {
  title: string
  /** Whom or what it is about, large on the title page. */
  about: string
  /** On the title page. */
  facts: readonly Fact[]
  remarks: readonly string[]
  /** At the top of every page after the first. */
  runningHead: string
  /** Whether it is looked things up in, as most are, or read as a text. */
  manner?: 'report' | 'text'
  issuer: string
  madeAt: Date
  blocks: readonly Block[]
}
