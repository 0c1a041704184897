import { type Money, moneyText } from '#app/domain/billing/money.ts'
import { SelectField } from '#app/ui/select-field.tsx'

/** What the button says yes to goes with it, so that a price which changed meanwhile is told and not charged. */
const seenPrice = ({ currency, minor }: Money) => `${currency}-${minor}`

export function PriceChoice({ prices, errors }: { prices: readonly Money[]; errors: string[] | undefined }) {
  const [only] = prices
  if (only && prices.length === 1)
    return (
      <p id="price" className="font-serif text-2xl tabular-nums">
        {moneyText(only)}
        <input type="hidden" name="price" value={seenPrice(only)} />
      </p>
    )
  const options = prices.map((price) => ({ value: seenPrice(price), label: moneyText(price) }))
  return <SelectField name="price" label="Price" options={options} errors={errors} required />
}
