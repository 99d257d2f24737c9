// The checks of a production build for browsers: none. What is wrong was told in development; the checks weigh 1 kB, 2.5 kB with those of
// definitions.
import type { Kinds } from './check.ts'

export function checkThat(_isFit: boolean, _name: string, _expected: string, _value: unknown): void {}
export function checkClassifierOptions(_options: unknown, _own?: Kinds): void {}
export function checkPerCall(_value: unknown, _name: string): void {}
export function checkProviders(_providers: unknown): void {}
export function checkDefinition(_definition: unknown): void {}
export function checkCodes(_provider: unknown, _codes: unknown): void {}
export function checkPlaces(_provider: unknown, _places: readonly unknown[]): void {}
