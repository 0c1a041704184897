import { instalmentMinor, type Plan } from '#app/domain/billing/instalments.ts'
import { type Money, moneyText } from '#app/domain/billing/money.ts'
import { SelectField } from '#app/ui/select-field.tsx'

/** What the button says yes to goes with it, so that a price which changed meanwhile is told and not charged. */
const seenPrice = ({ currency, minor }: Money) => `${currency}-${minor}`

type PriceChoiceProps = { prices: readonly Money[]; plan?: Plan | undefined; errors: string[] | undefined }

export function PriceChoice({ prices, plan, errors }: PriceChoiceProps) {
  const [only] = prices
  if (only && prices.length === 1 && !plan)
    return (
      <p id="price" className="font-serif text-2xl tabular-nums">
        {moneyText(only)}
        <input type="hidden" name="price" value={seenPrice(only)} />
      </p>
    )
  const atOnce = prices.map((price) => ({ value: seenPrice(price), label: moneyText(price) }))
  const inParts = plan ? prices.map((price) => inPartsOf(price, plan)) : []
  return <SelectField name="price" label="Price" options={[...atOnce, ...inParts]} errors={errors} required />
}

function inPartsOf(price: Money, { instalments }: Plan) {
  const part = { ...price, minor: instalmentMinor(price.minor, instalments) }
  return {
    value: `${seenPrice(price)}-${instalments}`,
    label: `${moneyText(part)} a month, ${instalments} times: ${moneyText(price)}`,
  }
}
