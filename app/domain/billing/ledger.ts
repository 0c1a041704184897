import { plainAmount } from './money.ts'

/** One change of our balance at Stripe, in minor units of the balance's currency. */
export type Movement = {
  id: string
  at: Date
  kind: string
  currency: string
  amountMinor: number
  feeMinor: number
  netMinor: number
}

/** With the order that it belongs to, where it is known. */
type KnownMovement = Movement & {
  /** Of ours; none for what belongs to no order: a payout, a fee of the account. */
  orderId?: string | undefined
  title?: string | undefined
}

export type LedgerRow = KnownMovement & {
  /** Both know it, or one of the two alone. */
  knownTo: 'both' | 'stripe' | 'us'
}

/** Every movement of a month once, whoever knows of it, the oldest first, and of one second what came in before what went out. Amounts are Stripe's own where it has them. */
export function ledgerOf(ours: readonly KnownMovement[], atStripe: readonly Movement[]): LedgerRow[] {
  const own = new Map(ours.map((movement) => [movement.id, movement]))
  const theirs = new Set(atStripe.map(({ id }) => id))
  const rows: LedgerRow[] = [
    ...atStripe.map((movement): LedgerRow => {
      const { orderId, title } = own.get(movement.id) ?? {}
      return { ...movement, orderId, title, knownTo: own.has(movement.id) ? 'both' : 'stripe' }
    }),
    ...ours.filter(({ id }) => !theirs.has(id)).map((movement): LedgerRow => ({ ...movement, knownTo: 'us' })),
  ]
  return rows.sort((a, b) => a.at.getTime() - b.at.getTime() || b.amountMinor - a.amountMinor || (a.id < b.id ? -1 : 1))
}

export type LedgerTotal = { currency: string; amountMinor: number; feeMinor: number; netMinor: number }

/** Sums by currency, in alphabetical order. */
export function totalsOf(rows: readonly Movement[]): LedgerTotal[] {
  const totals = new Map<string, LedgerTotal>()
  for (const { currency, amountMinor, feeMinor, netMinor } of rows) {
    const sum = totals.get(currency) ?? { currency, amountMinor: 0, feeMinor: 0, netMinor: 0 }
    const added = { amountMinor: sum.amountMinor + amountMinor, feeMinor: sum.feeMinor + feeMinor }
    totals.set(currency, { currency, ...added, netMinor: sum.netMinor + netMinor })
  }
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

const HEADER = ['movement', 'at (UTC)', 'kind', 'order', 'item', 'currency', 'amount', 'fee', 'net', 'known to']

const KNOWN_TO = { both: 'Stripe and Stance', stripe: 'Stripe only', us: 'Stance only' }

/** The ledger as a table of texts, its header first and a total of each currency last: of everything, and of what Stripe knows. */
export function ledgerTable(rows: readonly LedgerRow[]): string[][] {
  const body = rows.map((row) => [
    ...[row.id, row.at.toISOString(), row.kind, row.orderId ?? '', row.title ?? '', row.currency],
    ...amountsOf(row),
    KNOWN_TO[row.knownTo],
  ])
  const sums = (label: string, of: readonly LedgerRow[]) =>
    totalsOf(of).map((total) => [label, '', '', '', '', total.currency, ...amountsOf(total), ''])
  const atStripe = rows.filter(({ knownTo }) => knownTo !== 'us')
  return [HEADER, ...body, ...sums('total', rows), ...sums('total at Stripe', atStripe)]
}

const amountsOf = ({ currency, amountMinor, feeMinor, netMinor }: LedgerTotal) =>
  [amountMinor, feeMinor, netMinor].map((minor) => plainAmount({ currency, minor }))
