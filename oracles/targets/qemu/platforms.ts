/**
 * The platforms that there are.
 */
import { arm64Platform } from './arm64.ts'
import type { Platform } from './platform.ts'
import { svmPlatform } from './svm.ts'

export const platforms: readonly Platform[] = [svmPlatform, arm64Platform]

/** The platform of a target, or nothing where the target is none. */
export const platformNamed = (target: string): Platform | undefined =>
  platforms.find((platform) => platform.target === target)

/** The releases that any of them knows. */
export const RELEASE_NAMES: readonly string[] = [
  ...new Set(platforms.flatMap(({ kernels }) => Object.keys(kernels.releases))),
]
