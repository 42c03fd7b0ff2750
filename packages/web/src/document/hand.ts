/** Whether a hand is down on the page: a drag is one gesture, however long it rests on the way. */

let since: number | null = null

/** The moment since which it is down; null: it is not. */
export const handSince = (): number | null => since

if (typeof window !== 'undefined') {
  const listen = (name: string, down: boolean): void =>
    window.addEventListener(name, () => (since = down ? performance.now() : null), { capture: true, passive: true })
  listen('pointerdown', true)
  listen('pointerup', false)
  listen('pointercancel', false)
}
