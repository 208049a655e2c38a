/**
 * How a file of programs says of itself what it is.
 */

export interface Wording {
  readonly title: string
  /** How the file is read: a few sentences. */
  readonly about: readonly string[]
  /** What the group of programs that have nothing to prove is. */
  readonly spread: string
}

/** Of machines whose programs a VMM runs with KVM_RUN. */
export const KVM_WORDING: Wording = {
  title: 'Guest programs under one or two debuggers: what the VMM and the guest see.',
  about: [
    'Each test is a guest program with what the host does before each KVM_RUN (script), and the runs that are allowed (expect): what the VMM sees is right if it is one of them, event by event.',
    'A VMM needs contract, start, code and script, or the one line for this project’s runner; program is the same as data for gdo run and gdo diff.',
    'expect has the variants by id: the first variant of this file always, the others only where they allow something else than the first.',
    'allowed lists the runs that are allowed; where there are several, choices says which freedom of the manual or of the interface each comes from.',
    'An event of a run is an action of the host (what the ioctl returned) or an exit: why KVM_RUN returned, and the state that the VMM then reads. What is not in state is as in start.',
    'log is what the guest’s own exception handlers have written; guest is the same, decoded. ending says how the program ends; then says why nothing more is compared.',
    'notes name what it means if the test fails: each note of this file is a known bug, or a kernel that does something else here.',
  ],
  spread:
    'Every instruction under the host’s step, the guest’s step and a breakpoint of each, and the simplest program for everything else that a run can show.',
}
