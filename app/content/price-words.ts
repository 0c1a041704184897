import { isCurrency, moneyText } from '#app/domain/billing/money.ts'
import type { Price } from './course-schema.ts'

/** As a catalogue says it: "Free", "£240.00 or €285.00". */
export function priceWords(price: Price): string {
  if (price === 'free') return 'Free'
  const amounts = Object.entries(price).map(([currency, minor]) =>
    isCurrency(currency) ? moneyText({ currency, minor }) : '',
  )
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(amounts)
}
