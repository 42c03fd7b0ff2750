/** Whether the questions are open, and whether the strip that offers them was sent away on this device. */
import { State } from '../../keep/state.ts'

const name = 'isoline.strip'

interface Starting {
  readonly asking: boolean
  /** The scenario that the answers made; null before there is one. */
  readonly own: string | null
  readonly dismissed: boolean
}

export const starting = new State<Starting>({ asking: false, own: null, dismissed: remembered() })

/** Opens the questions for another scenario of one's own. */
export const beginOwn = (): void => starting.set({ asking: true, own: null })

export function dismiss(): void {
  starting.set({ dismissed: true })
  try {
    localStorage.setItem(name, 'dismissed')
  } catch {
    // Nothing may be kept on this device: it is dismissed until the page closes.
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(name) === 'dismissed'
  } catch {
    return false
  }
}
