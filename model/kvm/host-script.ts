/**
 * A host script around a vCPU, as a VMM's thread goes through it. The same for every architecture under KVM; what the
 * actions do and what an exit means belongs to the machines.
 */

/** What the script is done to. */
export interface ScriptedVcpu<Action, Exit, Ending> {
  /** KVM_RUN. */
  readonly run: (immediateExit: boolean) => Exit
  /**
   * KVM_RUN has returned for the `run`-th time, from 0. Returns how the program ended by it, `null` if it goes on.
   */
  readonly exited: (exit: Exit, run: number) => Ending | null
  /** An action of group `group`. */
  readonly perform: (action: Action, group: number) => void
}

/**
 * Group k of the script is done before the k-th run; when the groups are used up the vCPU is run on until the program
 * ends. An action is asked for when the one before it has been performed. A run with immediate exit that returns for another reason stands for the run of its group. Before a save the
 * vCPU is run with immediate exit until nothing is left to complete, as Documentation/virt/kvm/api.rst asks of
 * userspace.
 */
export const runScript = <
  Action extends { readonly do: string },
  Exit extends { readonly reason: string },
  Ending extends string,
>(
  script: (group: number) => Iterable<Action>,
  vcpu: ScriptedVcpu<Action, Exit, Ending>,
): Ending => {
  let runs = 0
  let ending: Ending | null = null
  /** Returns whether the run stands for one of the program’s: with immediate exit it may have done nothing. */
  const run = (immediateExit: boolean): boolean => {
    const exit = vcpu.run(immediateExit)
    if (immediateExit && exit.reason === 'interrupted') return false
    ending = vcpu.exited(exit, runs)
    runs += 1
    return true
  }

  for (let group = 0; ending === null; group++) {
    let stands = false
    for (const action of script(group)) {
      stands = false
      if (action.do === 'immediate-exit') stands = run(true)
      if (action.do === 'save-restore') while (ending === null && run(true)) stands = true
      if (ending !== null) break
      vcpu.perform(action, group)
    }
    if (ending === null && !stands) run(false)
  }
  return ending!
}
