import { Icon } from '#app/ui/icon.tsx'

/** A box where there is room for one, and on a phone the way to the page that has it. */
export function HeaderSearch({ action }: { action: string }) {
  return (
    <search aria-label="Everything" className="flex min-w-0 grow justify-end print:hidden">
      <form method="get" action={action} className="relative hidden w-full max-w-72 sm:block">
        <label htmlFor="header-search" className="sr-only">
          Search
        </label>
        <input
          type="search"
          id="header-search"
          name="q"
          maxLength={200}
          autoComplete="off"
          placeholder="Search"
          className="control pe-12"
        />
        <button
          type="submit"
          aria-label="Search"
          className="absolute inset-y-0 end-0 grid w-target place-items-center rounded-md text-ink-muted hover:text-ink"
        >
          <Icon name="search" />
        </button>
      </form>
      <a
        href={action}
        aria-label="Search"
        className="grid size-target place-items-center rounded-md text-ink sm:hidden"
      >
        <Icon name="search" />
      </a>
    </search>
  )
}
