/** Keeps the page itself on the device, so that it opens without a network. A newer version waits until the reader asks for it. */
import { registerSW } from 'virtual:pwa-register'
import { State } from './keep/state.ts'

interface Version {
  /** Takes the newer version that waits; null where none does. */
  readonly takeNewer: (() => void) | null
}

export const version = new State<Version>({ takeNewer: null })

/** After all else is loaded; not while the page is being developed, when its files change. */
export function beginOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const begin = (): void => {
    const update = registerSW({
      onNeedRefresh: () => version.set({ takeNewer: () => void update(true) }),
      // Private windows refuse it, and the page works without.
      onRegisterError: () => undefined,
    })
  }
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true })
}
