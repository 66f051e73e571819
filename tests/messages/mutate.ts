/** Messages that nobody of ours would send: valid ones bent in one place or more, and things that were never one. */
import fc from "fast-check";
import { OPTIONAL } from "./samples";

export interface Bent {
  message: unknown;
  /** No reading of the message makes it valid: it must be refused. Undefined: it may be taken or refused. */
  refuse?: true;
}

/** Of no use where a string, a number, a truth or an object is wanted: whatever is asked for, most of these are wrong. */
const WRONG: Record<string, unknown[]> = {
  string: [0, true, null, [], {}, ["page/reading"], { toString: "x" }],
  number: ["0", true, null, [], {}, Number.NaN, Number.POSITIVE_INFINITY, 0.5, -0.5],
  boolean: ["true", 1, 0, null, [], {}],
  object: ["{}", 1, true, null, "[]"],
};

/** Longer than any text in any message may be. */
const GIANT = ["x".repeat(50_000), "\u202e\u0000😀".repeat(4_000), `${"<b>".repeat(9_000)}`];

/** Keys that mean something to JavaScript itself. */
const PROTOTYPE_KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then"];

const FREE = ["settings/set value", "panel/severity score"];

const own = (target: object, key: string, value: unknown) =>
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });

const copy = <Value>(value: Value): Value => structuredClone(value);

/** One wrong thing in a top-level field: surely refused, whatever else is right. */
function broken(samples: object[]): fc.Arbitrary<Bent> {
  return fc.constantFrom(...samples).chain((sample) =>
    fc.constantFrom(...Object.keys(sample)).chain((key) => {
      const value = (sample as Record<string, unknown>)[key];
      const wrong = WRONG[typeof value] ?? [];
      const type = (sample as { type: string }).type;
      const kinds: fc.Arbitrary<unknown>[] = [fc.constantFrom(...wrong)];
      if (typeof value === "string") kinds.push(fc.constantFrom(...GIANT));
      // A setting may be given any plain value, and a score any number; what they mean is judged later.
      const free = FREE.includes(`${type} ${key}`);
      const lone = fc.constantFrom(...kinds).chain((kind) => kind);
      const replaced = lone.map((given): Bent => {
        const message = copy(sample) as Record<string, unknown>;
        message[key] = given;
        return free ? { message } : { message, refuse: true };
      });
      if (OPTIONAL.has(`${type} ${key}`)) return replaced;
      const lacking = fc.constant(null).map((): Bent => {
        const message = copy(sample) as Record<string, unknown>;
        delete message[key];
        return { message, refuse: true };
      });
      return fc.oneof(replaced, lacking);
    }),
  );
}

/** Every place in a value that holds something, as paths. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function bendAt(message: unknown, path: string[], given: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return given;
  const holder = (typeof message === "object" && message !== null ? message : {}) as Record<string, unknown>;
  own(holder, key, bendAt(Object.hasOwn(holder, key) ? holder[key] : undefined, rest, given));
  return holder;
}

const anything = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true }),
  fc.constantFrom(...GIANT, Number.NaN, Number.NEGATIVE_INFINITY, 1e308, -1, 2 ** 53, undefined, null),
  fc.constantFrom(
    ...PROTOTYPE_KEYS.map((key) => own({}, key, { polluted: true })),
    Array.from({ length: 3_000 }, () => ({})),
  ),
);

/** Bent anywhere, one to four times: may still be valid. */
function bent(samples: object[]): fc.Arbitrary<Bent> {
  return fc.constantFrom(...samples).chain((sample) => {
    const bend = fc.tuple(
      fc.constantFrom(...placesIn(sample)),
      fc.option(fc.oneof(fc.constantFrom(...PROTOTYPE_KEYS), fc.string({ maxLength: 12 })), {
        nil: undefined,
      }),
      anything,
    );
    return fc.array(bend, { minLength: 1, maxLength: 4 }).map((bends): Bent => {
      let message: unknown = copy(sample);
      for (const [path, extra, given] of bends)
        message = bendAt(message, extra === undefined ? path : [...path, extra], given);
      return { message };
    });
  });
}

/** Messages for a receiver of `samples`; those of `others` are valid elsewhere and wrong here. */
export const bentMessages = (samples: object[], others: object[]): fc.Arbitrary<Bent> =>
  fc.oneof(
    { weight: 4, arbitrary: broken(samples) },
    { weight: 4, arbitrary: bent(samples) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...others)
        .map((message): Bent => ({ message: copy(message), refuse: true })),
    },
    { weight: 1, arbitrary: fc.anything().map((message): Bent => ({ message })) },
  );
