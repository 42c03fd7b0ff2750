/** A list of the scenario that is found by key in one step, so that a hundred thousand rows stay quick. */
import type { Entry } from './scenarioObject.ts'

export class EntryIndex {
  readonly entries: Entry[]
  readonly #keysOf: (entry: Entry) => readonly string[]
  readonly #byKey = new Map<string, Entry[]>()
  readonly #places = new Map<Entry, number>()
  readonly #names = new Set<unknown>()
  /** Of the file at hand: by key, the entries that were there before it and that none of its facts is yet. */
  #free = new Map<string, Entry[]>()
  #used = new Set<Entry>()

  constructor(entries: Entry[], keysOf: (entry: Entry) => readonly string[]) {
    this.entries = entries
    this.#keysOf = keysOf
    for (const [place, entry] of entries.entries()) this.#enter(entry, place)
  }

  beginFile(): void {
    this.#free = new Map()
    this.#used = new Set()
  }

  add(entry: Entry): void {
    this.entries.push(entry)
    this.#enter(entry, this.entries.length - 1)
    this.#used.add(entry)
  }

  /** To be called when an entry has got a key that it lacked. */
  changed(entry: Entry): void {
    for (const key of this.#keysOf(entry)) if (!this.at(key).includes(entry)) this.#put(key, entry)
  }

  at(key: string): readonly Entry[] {
    return this.#byKey.get(key) ?? []
  }

  placeOf(entry: Entry): number {
    return this.#places.get(entry) ?? -1
  }

  /** The first entry with a key that was there before this file, is not taken yet and fits. */
  free(key: string, fits: (entry: Entry) => boolean = () => true): Entry | undefined {
    return this.#freeAt(key).find(fits)
  }

  /** Marks an entry as a fact of this file: another fact of it is another entry. */
  take(entry: Entry): void {
    for (const key of this.#keysOf(entry)) {
      const free = this.#freeAt(key)
      const place = free.indexOf(entry)
      const last = free.pop()
      if (last && last !== entry && place >= 0) free[place] = last
      else if (last && place < 0) free.push(last)
    }
  }

  /** Keeps a name from being given: something else has it. */
  reserve(name: unknown): void {
    this.#names.add(name)
  }

  /** The name wished for, or the next that is free: G1, G2, … */
  freeName(wish: string | undefined, letter: string): string {
    if (wish !== undefined && wish.length <= 200 && !this.#names.has(wish)) return wish
    let number = this.entries.length + 1
    while (this.#names.has(`${letter}${number}`)) number++
    return `${letter}${number}`
  }

  #freeAt(key: string): Entry[] {
    const known = this.#free.get(key)
    if (known) return known
    const free = this.at(key).filter((entry) => !this.#used.has(entry))
    this.#free.set(key, free)
    return free
  }

  #enter(entry: Entry, place: number): void {
    this.#places.set(entry, place)
    this.#names.add(entry['id'])
    for (const key of this.#keysOf(entry)) this.#put(key, entry)
  }

  #put(key: string, entry: Entry): void {
    const there = this.#byKey.get(key)
    if (there) there.push(entry)
    else this.#byKey.set(key, [entry])
  }
}
