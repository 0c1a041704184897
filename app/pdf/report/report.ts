export type Fact = { term: string; value: string }

/** `indent`: how many steps it stands in from the left. */
export type Block =
  /** Level 1 is the title; 2 and 3 stand in the contents. */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string; startsPage?: boolean; indent?: number }
  | { kind: 'paragraph'; text: string; tone?: 'plain' | 'quiet' | 'large'; indent?: number }
  | { kind: 'list'; items: readonly string[]; indent?: number }
  | { kind: 'facts'; facts: readonly Fact[] }
  /** `share`: how wide a column is, beside the others. The first cell of a row names it. */
  | { kind: 'table'; columns: readonly { title: string; share: number }[]; rows: readonly (readonly string[])[] }

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
  issuer: string
  madeAt: Date
  blocks: readonly Block[]
}
