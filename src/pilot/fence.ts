/** Match patterns of the browsers ("https://ehr.example/*"), for the policy's list of sites that may be read. */

interface Pattern {
  scheme: string;
  host: string;
  port?: string;
  path: string;
}

function parse(pattern: string): Pattern | undefined {
  const match = /^(\*|https?):\/\/(\*|(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::(\d{1,5}|\*))?(\/.*)$/i.exec(
    pattern,
  );
  if (!match) return undefined;
  const [, scheme = "", host = "", port, path = ""] = match;
  return {
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    port: port === "*" ? undefined : port,
    path,
  };
}

export function isMatchPattern(text: unknown): text is string {
  return typeof text === "string" && text.length <= 300 && parse(text) !== undefined;
}

const schemeFits = (one: string, other: string) => one === "*" || one === other;

function hostFits(pattern: string, host: string): boolean {
  if (pattern === "*") return true;
  if (!pattern.startsWith("*.")) return pattern === host;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}

function pathFits(pattern: string, path: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(path);
}

/**
 * Whether a page may be read under `fence`. No fence: the browser's own permissions decide.
 * `address` absent or unreadable: it may not, because nobody can tell.
 */
export function mayRead(fence: string[] | undefined, address: string | undefined): boolean {
  if (!fence) return true;
  if (!address || !URL.canParse(address)) return false;
  const { protocol, hostname, port, pathname, search } = new URL(address);
  if (!/^https?:$/.test(protocol)) return false;
  return fence.some((text) => {
    const pattern = parse(text);
    return (
      pattern !== undefined &&
      schemeFits(pattern.scheme, protocol.slice(0, -1)) &&
      hostFits(pattern.host, hostname) &&
      (pattern.port === undefined || pattern.port === (port || (protocol === "https:" ? "443" : "80"))) &&
      pathFits(pattern.path, pathname + search)
    );
  });
}

/**
 * Whether a granted origin ("https://ehr.example/*") can hold a page that `fence` lets through, so that the reader is
 * worth registering there. The page itself is checked again when it speaks.
 */
export function mayHold(fence: string[] | undefined, origin: string): boolean {
  if (!fence) return true;
  const granted = parse(origin);
  if (!granted) return false;
  const bare = (host: string) => host.replace(/^\*\./, "");
  return fence.some((text) => {
    const pattern = parse(text);
    return (
      pattern !== undefined &&
      (schemeFits(pattern.scheme, granted.scheme) || granted.scheme === "*") &&
      (hostFits(pattern.host, bare(granted.host)) || hostFits(granted.host, bare(pattern.host)))
    );
  });
}
