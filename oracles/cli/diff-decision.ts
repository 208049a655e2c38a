import type { Invocation } from './command.ts'
export const diffDecision = async (_invocation: Invocation, _id: string): Promise<number> => 4
