/** What happens before the page is first drawn: a link is read, or what was left last time is taken up. */
import { beginKeeping } from './keeping.ts'
import { isLink } from './link.ts'
import { openLink } from './opening.ts'
import { mayHoldMore } from './shelf.ts'

/** Milliseconds; a browser that keeps nothing, or thinks about it, may not hold up the page. */
const patience = 1_500

export async function begin(): Promise<void> {
  const { hash } = location
  addEventListener('hashchange', () => {
    if (isLink(location.hash)) void openLink(location.hash)
  })
  const ready = isLink(hash) ? beginKeeping(false).then(() => openLink(hash)) : beginKeeping(true)
  if (isLink(hash) || mayHoldMore()) await Promise.race([ready, new Promise((late) => setTimeout(late, patience))])
}
