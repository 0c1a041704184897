import { moneyText, pricesOf } from '#app/domain/billing/money.ts'
import { inChoice } from '#app/domain/listing.ts'
import type { Price } from './course-schema.ts'

/** As a catalogue says it: "Free", "£240.00 or €285.00". */
export const priceWords = (price: Price): string =>
  price === 'free' ? 'Free' : inChoice(pricesOf(price).map(moneyText))
