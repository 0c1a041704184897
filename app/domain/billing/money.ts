import { localeOf, readersRegion } from '../region.ts'

/** An amount as Stripe and the database hold it: whole minor units, of which a zero-decimal currency has none below its own unit. */
export type Money = { currency: Currency; minor: number }

/**
 * What courses can be sold in, with the digits after the point. Currencies with three, and those that Stripe charges in multiples
 * (ISK, HUF, TWD, UGX), are left out: their amounts would need rules of their own.
 */
const DIGITS = {
  GBP: 2,
  EUR: 2,
  USD: 2,
  AUD: 2,
  CAD: 2,
  CHF: 2,
  CZK: 2,
  DKK: 2,
  JPY: 0,
  KRW: 0,
  NOK: 2,
  NZD: 2,
  PLN: 2,
  SEK: 2,
} as const

export type Currency = keyof typeof DIGITS

export const CURRENCIES = Object.keys(DIGITS) as Currency[]

export const isCurrency = (code: string): code is Currency => Object.hasOwn(DIGITS, code)

/** What something costs, in the order of {@link CURRENCIES}: the database keeps none. */
export const pricesOf = (price: Partial<Record<Currency, number>>): Money[] =>
  CURRENCIES.flatMap((currency) => {
    const minor = price[currency]
    return minor === undefined ? [] : [{ currency, minor }]
  })

/** As whoever reads it writes an amount: "£240.00" and "¥45,000" in Britain. */
export function moneyText({ currency, minor }: { currency: string; minor: number }): string {
  const digits = isCurrency(currency) ? DIGITS[currency] : 2
  const format = new Intl.NumberFormat(localeOf(readersRegion()), {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return format.format(minor / 10 ** digits)
}

/**
 * Reads an amount that somebody typed, "12.50" or "1,200".
 * @returns nothing for what is no amount of this currency: "12.5.0", or "12.50" of one without a smaller unit.
 */
export function readMoney(typed: string, currency: Currency): Money | undefined {
  const digits = DIGITS[currency]
  const match = /^(\d{1,9})(?:\.(\d+))?$/.exec(typed.replaceAll(',', '').trim())
  const [, whole = '', fraction = ''] = match ?? []
  if (!match || fraction.length > digits) return undefined
  return { currency, minor: Number(whole + fraction.padEnd(digits, '0')) }
}

/** Without a currency, for a table that names it beside: "240.00". */
export function plainAmount({ currency, minor }: { currency: string; minor: number }): string {
  const digits = isCurrency(currency) ? DIGITS[currency] : 2
  const sign = minor < 0 ? '-' : ''
  const whole = String(Math.abs(minor)).padStart(digits + 1, '0')
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole.slice(0, -digits)}.${whole.slice(-digits)}`
}
