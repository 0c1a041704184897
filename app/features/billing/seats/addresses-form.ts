import { z } from 'zod'

/** As many as can be bought at once, however long their addresses. */
const CHARACTERS_AT_MOST = 100_000
/** More is no help to whoever reads them. */
const SHOWN_AT_MOST = 20

const email = z.email()

/** What stands between the brackets of `Ada Whitcombe <ada@trust.example>`, or else the whole. */
const addressIn = (typed: string) => (/<([^<>]*)>\s*$/.exec(typed)?.[1] ?? typed).trim().toLowerCase()

type Piece = { line: number; typed: string; address: string }

function piecesOf(text: string): Piece[] {
  return text
    .split('\n')
    .flatMap((line, index) => line.split(/[,;]/).map((typed) => ({ line: index + 1, typed: typed.trim() })))
    .filter(({ typed }) => typed !== '')
    .map((piece) => ({ ...piece, address: addressIn(piece.typed) }))
}

/** Addresses as people paste them: in lines or apart by commas or semicolons, with or without a name. */
export function readAddresses(text: string): { addresses: string[]; faults: string[] } {
  const seen = new Set<string>()
  const faults: string[] = []
  for (const { line, typed, address } of piecesOf(text)) {
    if (address.length > 254 || !email.safeParse(address).success)
      faults.push(`Line ${line}: “${typed.slice(0, 100)}” is not an e-mail address.`)
    else if (seen.has(address)) faults.push(`Line ${line}: ${address} stands here twice.`)
    seen.add(address)
  }
  return { addresses: [...seen], faults }
}

export const addressesForm = z.object({
  addresses: z
    .string()
    .max(CHARACTERS_AT_MOST, 'This is too much at once: give the seats in several steps.')
    .transform((text, context) => {
      const { addresses, faults } = readAddresses(text)
      for (const message of shownFaults(faults)) context.addIssue({ code: 'custom', message })
      if (addresses.length === 0) context.addIssue({ code: 'custom', message: 'Write at least one e-mail address.' })
      return addresses
    }),
})

/** Each with its line, and how many more there are. */
export const shownFaults = (faults: readonly string[]): string[] =>
  faults.length > SHOWN_AT_MOST
    ? [...faults.slice(0, SHOWN_AT_MOST), `And ${faults.length - SHOWN_AT_MOST} more lines like these.`]
    : [...faults]
