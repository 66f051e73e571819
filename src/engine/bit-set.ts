/** Sets of small whole numbers (rules, items), one bit for each. */
export type BitSet = Int32Array;

/** The empty set of numbers below `size`. */
export const emptySet = (size: number): BitSet => new Int32Array((size + 31) >> 5);

/** All numbers below `size`. */
export function fullSet(size: number): BitSet {
  const set = emptySet(size).fill(-1);
  if (size % 32 !== 0) set[set.length - 1] = (1 << (size % 32)) - 1;
  return set;
}

/** Of the numbers below `size`, those that pass. */
export function setOf(size: number, passes: (number: number) => boolean): BitSet {
  const set = emptySet(size);
  for (let number = 0; number < size; number++) if (passes(number)) add(set, number);
  return set;
}

export const has = (set: BitSet, number: number): boolean =>
  (((set[number >> 5] as number) >>> (number & 31)) & 1) === 1;

export function add(set: BitSet, number: number): void {
  set[number >> 5] = (set[number >> 5] as number) | (1 << (number & 31));
}

export function remove(set: BitSet, number: number): void {
  set[number >> 5] = (set[number >> 5] as number) & ~(1 << (number & 31));
}

/** Keeps of the first set what is in the second as well. */
export function intersect(set: BitSet, other: BitSet): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] as number) & (other[word] as number);
}

/** Adds the second set to the first. */
export function unite(set: BitSet, other: BitSet): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] as number) | (other[word] as number);
}

/** Takes the second set out of the first. */
export function subtract(set: BitSet, other: BitSet): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] as number) & ~(other[word] as number);
}

/** What is in one of the sets but not in both. */
export function difference(one: BitSet, other: BitSet): BitSet {
  const set = one.slice();
  for (let word = 0; word < set.length; word++) set[word] = (set[word] as number) ^ (other[word] as number);
  return set;
}

/** The numbers of the set, in order. */
export function numbersOf(set: BitSet): number[] {
  const numbers: number[] = [];
  for (let word = 0; word < set.length; word++) {
    for (let bits = set[word] as number; bits !== 0; bits &= bits - 1) {
      numbers.push((word << 5) + 31 - Math.clz32(bits & -bits));
    }
  }
  return numbers;
}
