import { Icon } from '#app/ui/icon.tsx'

export type SignedInUser = { name: string; detail?: string }

/** Name, account, sign out: a popover, so it opens, closes and gives focus back without scripts. */
export function UserMenu({
  user,
  accountHref,
  signOutAction,
}: {
  user: SignedInUser
  accountHref: string
  signOutAction: string
}) {
  return (
    <>
      <button
        type="button"
        popoverTarget="user-menu"
        aria-label={`Your account: ${user.name}`}
        className="flex min-h-target min-w-0 items-center gap-2 rounded-md px-2 hover:bg-sunk print:hidden"
      >
        <Icon name="person" />
        <span className="hidden max-w-60 truncate sm:block">{user.name}</span>
        <Icon name="chevron-down" className="size-4 text-ink-muted" />
      </button>
      <div id="user-menu" popover="auto" className="user-menu rounded-lg border border-line-strong p-2">
        <div className="border-line border-b px-3 pt-1 pb-3">
          <p className="font-medium wrap-anywhere">{user.name}</p>
          {user.detail && <p className="text-ink-muted text-sm">{user.detail}</p>}
        </div>
        <a href={accountHref} className={`mt-1 ${entry}`}>
          <Icon name="settings" /> Account and settings
        </a>
        <form method="post" action={signOutAction}>
          <button type="submit" className={`w-full ${entry}`}>
            <Icon name="lock" /> Sign out
          </button>
        </form>
      </div>
    </>
  )
}

const entry = 'flex min-h-target items-center gap-3 rounded-md px-3 text-start text-ink no-underline hover:bg-sunk'
