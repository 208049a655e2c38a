/**
 * Ctrl-C while a target runs.
 */
import type { Session } from '../targets/session.ts'

/** Ctrl-C ends the campaign with its summary; a second one ends everything. */
export class Interruption {
  readonly #controller = new AbortController()
  #session: Session | null = null

  readonly #interrupt = (): void => {
    if (!this.#session || this.signal.aborted) process.exit(130)
    this.#controller.abort()
    void this.#session.close()
  }

  constructor() {
    process.on('SIGINT', this.#interrupt)
    process.on('SIGTERM', this.#interrupt)
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** From now on there is something to sum up. */
  of(session: Session): void {
    this.#session = session
  }

  over(): void {
    process.off('SIGINT', this.#interrupt)
    process.off('SIGTERM', this.#interrupt)
  }
}
