import { z } from 'zod'
import { CURRENCIES } from '#app/domain/billing/money.ts'

/** In minor units: 24000 is £240.00 and, without a smaller unit, 45000 is ¥45,000. */
export const priceByCurrency = z
  .partialRecord(
    z.enum(CURRENCIES),
    z.int('must be whole minor units: 24000 for 240.00').min(100, 'must be at least 100 minor units').max(99_999_999),
  )
  .refine((price) => Object.keys(price).length > 0, 'names no currency')
