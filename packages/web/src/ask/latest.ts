/**
 * Asks one thing at a time and, while an answer is on its way, remembers only the newest question: a hand that drags asks more often than
 * anyone can answer, and what it has passed no longer matters. What is on its way is still taken when it comes: it is newer than what stands.
 */
export class Latest<Q, A> {
  private readonly ask: (question: Q) => Promise<A>
  private readonly take: (answer: A, question: Q) => void
  private readonly fail: (error: unknown, question: Q) => void
  private busy = false
  private next: { readonly question: Q } | undefined
  /** Answers to questions before the last `drop` are not taken. */
  private round = 0

  constructor(
    ask: (question: Q) => Promise<A>,
    take: (answer: A, question: Q) => void,
    fail: (error: unknown, question: Q) => void,
  ) {
    this.ask = ask
    this.take = take
    this.fail = fail
  }

  put(question: Q): void {
    if (this.busy) this.next = { question }
    else void this.run(question)
  }

  /** Wants no answer to what was asked so far. */
  drop(): void {
    this.round++
    this.next = undefined
  }

  private async run(question: Q): Promise<void> {
    this.busy = true
    const { round } = this
    try {
      const answer = await this.ask(question)
      if (round === this.round) this.take(answer, question)
    } catch (error) {
      if (round === this.round) this.fail(error, question)
    } finally {
      this.busy = false
      const { next } = this
      this.next = undefined
      if (next) void this.run(next.question)
    }
  }
}
