import { expect, it } from 'vitest'
import { moneyText, plainAmount, readMoney } from '#app/domain/billing/money.ts'

it.each([
  ['GBP', 24000, '£240.00', '240.00'],
  ['GBP', 5, '£0.05', '0.05'],
  ['JPY', 45000, 'JP¥45,000', '45000'],
  ['EUR', -1250, '-€12.50', '-12.50'],
] as const)('%s %i is read as %s', (currency, minor, text, plain) => {
  expect(moneyText({ currency, minor })).toBe(text)
  expect(plainAmount({ currency, minor })).toBe(plain)
})

it.each([
  ['12.50', 'GBP', 1250],
  ['1,200', 'GBP', 120000],
  ['0.1', 'EUR', 10],
  ['1200', 'JPY', 1200],
] as const)('%s in %s is an amount', (typed, currency, minor) => {
  expect(readMoney(typed, currency)).toEqual({ currency, minor })
})

it.each([
  ['12.505', 'GBP'],
  ['12.50', 'JPY'],
  ['-1', 'GBP'],
  ['', 'GBP'],
  ['twelve', 'EUR'],
] as const)('%s in %s is no amount', (typed, currency) => expect(readMoney(typed, currency)).toBeUndefined())
