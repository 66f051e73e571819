import { useLayoutEffect, useRef } from "preact/hooks";
import type { Site } from "../../engine/facts";
import { SITES } from "../../engine/vocabulary";

/** Regions of a front view, later ones on top: [site, path]. Drawn on a grid of 100 × 210. */
const REGIONS: [Site, string][] = [
  ["limbs", "M31 45 L24 48 L15 92 L10 118 L18 120 L24 95 L32 66 Z"],
  ["limbs", "M69 45 L76 48 L85 92 L90 118 L82 120 L76 95 L68 66 Z"],
  ["limbs", "M34 108 L50 112 L47 150 L44 192 L34 192 L33 150 Z"],
  ["limbs", "M66 108 L50 112 L53 150 L56 192 L66 192 L67 150 Z"],
  ["trunk", "M32 43 Q50 38 68 43 L67 66 L66 112 L34 112 L33 66 Z"],
  ["diaper", "M34 100 L66 100 L65 116 L50 124 L35 116 Z"],
  ["genital", "M45 112 L55 112 L50 123 Z"],
  ["fold", "M32 50 L37 52 L35 62 L31 60 Z"],
  ["fold", "M68 50 L63 52 L65 62 L69 60 Z"],
  ["fold", "M35 110 L44 114 L43 119 L35 115 Z"],
  ["fold", "M65 110 L56 114 L57 119 L65 115 Z"],
  ["limb-flexure", "M19 78 L28 80 L26 90 L16 88 Z"],
  ["limb-flexure", "M81 78 L72 80 L74 90 L84 88 Z"],
  ["limb-flexure", "M33 146 L47 146 L46 156 L33 156 Z"],
  ["limb-flexure", "M67 146 L53 146 L54 156 L67 156 Z"],
  ["hands", "M10 118 L18 120 L18 132 L12 136 L7 130 Z"],
  ["hands", "M90 118 L82 120 L82 132 L88 136 L93 130 Z"],
  ["feet", "M34 192 L44 192 L44 203 L29 203 Z"],
  ["feet", "M66 192 L56 192 L56 203 L71 203 Z"],
  ["neck", "M45 33 L55 33 L57 42 L43 42 Z"],
  ["face", "M38 14 Q50 8 62 14 L61 25 Q50 42 39 25 Z"],
  ["scalp", "M38 15 Q38 2 50 2 Q62 2 62 15 Q50 8 38 15 Z"],
  ["eyelid", "M42.5 17 L47.5 17 L47 19.5 L43 19.5 Z"],
  ["eyelid", "M52.5 17 L57.5 17 L57 19.5 L53 19.5 Z"],
];

/**
 * The sites on a simple figure, a short cut for the mouse. The list beside it says and does the same for everybody,
 * so readers of the accessibility tree and of the keyboard meet only that.
 */
export function BodyFigure({ marked, onPress }: { marked: readonly Site[]; onPress(site: Site): void }) {
  const figure = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    const press = (event: Event) => {
      const name = event.target instanceof Element ? event.target.getAttribute("data-site") : null;
      const site = SITES.find((one) => one === name);
      if (site) onPress(site);
    };
    const element = figure.current;
    element?.addEventListener("click", press);
    return () => element?.removeEventListener("click", press);
  }, [onPress]);
  return (
    <svg ref={figure} class="body-figure" viewBox="0 0 100 206" aria-hidden="true">
      {REGIONS.map(([site, path]) => (
        <path key={path} d={path} class={marked.includes(site) ? "region on" : "region"} data-site={site} />
      ))}
    </svg>
  );
}
