import { Mark } from '#app/ui/mark.tsx'

export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Mark className="size-7" />
      <span className="font-medium font-serif text-[1.4375rem] leading-none tracking-[-0.02em]">Stance</span>
    </span>
  )
}
