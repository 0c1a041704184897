import { type RefObject, useEffect, useState } from 'react'

/** Whether something of this element's text is selected at the moment. */
export function useHasSelection(root: RefObject<Element | null>): boolean {
  const [hasSelection, setHasSelection] = useState(false)
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection()
      const range = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
      setHasSelection(Boolean(root.current && range?.intersectsNode(root.current)))
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [root])
  return hasSelection
}
