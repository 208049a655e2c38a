/**
 * What a target showed, as lines of a trace.
 */

/** One line of a trace. */
export interface ObservedLine {
  readonly who: 'host' | 'kvm' | 'guest'
  readonly text: string
  /** Index of the event; of a record in the log, of the first exit after it. */
  readonly event: number
}
