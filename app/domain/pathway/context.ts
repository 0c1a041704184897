import type { Standing } from './evaluated.ts'
import type { Day, PathwayFacts } from './facts.ts'
import type { Piece } from './piece.ts'
import type { Pieces } from './pieces.ts'
import type { Requirement, Turn } from './rules.ts'

/** What the rules of one pathway are evaluated in. */
export type Context = {
  facts: PathwayFacts
  at: Day
  pieces: Pieces
  evaluate: (requirement: Requirement) => Standing
  /** The day on which another requirement was begun or met, and its title. */
  turnOf: (turn: Turn) => { day: Day | undefined; title: string }
}

export const refOf = ({ ref }: Piece) => ref

export const notCountedAs = ({ ref }: Piece, reason: string) => ({ ...ref, reason })
