/** One life of a worker: each call that it makes to the browser is a numbered point, at which it may end. */
export class Life {
  /** The calls made, by name; the first is point 0. */
  readonly points: string[] = [];
  dead = false;
  /** Resolves when this life ends. */
  readonly end: Promise<void>;
  private ended: () => void = () => undefined;

  /** It ends at point `at`: before the call takes effect, or `after` it, and nothing comes back to the worker. */
  constructor(
    private readonly at = Number.POSITIVE_INFINITY,
    private readonly after = false,
  ) {
    this.end = new Promise((resolve) => {
      this.ended = resolve;
    });
  }

  /** Passes a call on, unless this life is over or ends with it; then it never resolves. */
  async pass<Result>(name: string, call: () => Result | Promise<Result>): Promise<Result> {
    if (this.dead) return never();
    const mine = this.points.push(name) - 1;
    if (mine === this.at) {
      if (this.after) await call();
      this.dead = true;
      this.ended();
      return never();
    }
    const result = await call();
    return this.dead ? never() : result;
  }
}

/** A promise of its own for every call: one for all would hold on to everything that ever waited. */
const never = () => new Promise<never>(() => undefined);

/** Calls that answer at once; everything else of the browser answers with a promise. */
const AT_ONCE = /(?:addListener|removeListener|getURL|getManifest)$/;

/** The same browser, every call of which passes through `life`. */
export function within<Browser extends object>(browser: Browser, life: Life, path = ""): Browser {
  return new Proxy(browser, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      const name = path ? `${path}.${String(key)}` : String(key);
      if (typeof value === "object" && value !== null) return within(value, life, name);
      if (typeof value !== "function" || AT_ONCE.test(name)) return value;
      return (...args: unknown[]) => life.pass(name, () => value.apply(target, args));
    },
  });
}
