import { Prisma } from './client.server.ts'

/** Letters that have no decomposition, and what people type for them. */
const UNDECOMPOSED = ['łøđħıßæœ', 'lodhisao'] as const

/** A name as people search for it: "tirlea" finds Țîrlea, "muller" Müller. */
export const foldedColumn = (column: Prisma.Sql) => Prisma.sql`
  -- Most names are of letters that need no folding, which costs half of a list of ten thousand.
  CASE WHEN octet_length(${column}) = length(${column}) THEN lower(${column}) ELSE
    regexp_replace(normalize(translate(lower(${column}), ${UNDECOMPOSED[0]}, ${UNDECOMPOSED[1]}), NFD), '[\\u0300-\\u036f]', '', 'g')
  END`

const folded = (text: string) =>
  [...text.toLowerCase()]
    .map((letter) => UNDECOMPOSED[1][[...UNDECOMPOSED[0]].indexOf(letter)] ?? letter)
    .join('')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')

/** A pattern for LIKE that finds a folded column in which this stands. */
export const containing = (term: string) => `%${folded(term).replace(/[\\%_]/g, '\\$&')}%`
