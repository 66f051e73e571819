import type { Severity } from "./facts";

/** The scores that can be turned into a severity word. */
export const SEVERITY_SCALES = ["iga", "easi", "scorad", "poem"] as const;
export type SeverityScale = (typeof SEVERITY_SCALES)[number];

export type SeverityBand = "clear" | "almost-clear" | "mild" | "moderate" | "severe" | "very-severe";

/** What one published banding makes of a score. Two severities where the band lies between two of our words. */
export interface SeverityReading {
  /** The banding's name, e.g. "Leshem 2015". */
  by: string;
  band: SeverityBand;
  severities: Severity[];
}

/** The default banding's reading first, then those that differ from it; or why the score was refused. */
export type SeverityFromScore = { readings: SeverityReading[] } | { problem: string };

interface Banding {
  by: string;
  /** Highest score of each band, in tenths, ascending. */
  bands: [upTo: number, band: SeverityBand][];
}

interface Scale {
  name: string;
  /** In tenths. */
  max: number;
  /** Whole numbers only. */
  whole: boolean;
  bandings: Banding[];
}

/** Dossier §6.5. */
const SCALES: Record<SeverityScale, Scale> = {
  iga: {
    name: "IGA",
    max: 40,
    whole: true,
    bandings: [
      {
        by: "vIGA-AD",
        bands: [
          [0, "clear"],
          [10, "almost-clear"],
          [20, "mild"],
          [30, "moderate"],
          [40, "severe"],
        ],
      },
    ],
  },
  easi: {
    name: "EASI",
    max: 720,
    whole: false,
    bandings: [
      {
        by: "Leshem",
        bands: [
          [0, "clear"],
          [10, "almost-clear"],
          [70, "mild"],
          [210, "moderate"],
          [500, "severe"],
          [720, "very-severe"],
        ],
      },
      {
        by: "Chopra 2017",
        bands: [
          [0, "clear"],
          [59, "mild"],
          [229, "moderate"],
          [720, "severe"],
        ],
      },
    ],
  },
  scorad: {
    name: "SCORAD",
    max: 1030,
    whole: false,
    bandings: [
      {
        by: "SCORAD",
        bands: [
          [99, "clear"],
          [289, "mild"],
          [489, "moderate"],
          [1030, "severe"],
        ],
      },
    ],
  },
  poem: {
    name: "POEM",
    max: 280,
    whole: true,
    bandings: [
      {
        by: "POEM",
        bands: [
          [20, "almost-clear"],
          [70, "mild"],
          [160, "moderate"],
          [240, "severe"],
          [280, "very-severe"],
        ],
      },
    ],
  },
};

/** "Almost clear" lies between two of our words: the clinician chooses. */
const SEVERITIES_OF: Record<SeverityBand, Severity[]> = {
  clear: ["clear"],
  "almost-clear": ["clear", "mild"],
  mild: ["mild"],
  moderate: ["moderate"],
  severe: ["severe"],
  "very-severe": ["severe"],
};

/**
 * The severity that a score stands for, by the bands of dossier §6.5. Scores are read to one decimal place.
 * EASI has two bandings in use: where they disagree, both are given and neither is chosen.
 * A score outside its scale, or of an IGA with more than five points, is refused with what would be accepted.
 */
export function severityFromScore(scale: SeverityScale, score: number): SeverityFromScore {
  const { name, max, whole, bandings } = SCALES[scale];
  const tenths = Math.round(score * 10);
  const fits = Number.isFinite(score) && score >= 0 && tenths <= max && (!whole || Number.isInteger(score));
  if (!fits) return { problem: `${name} is a ${whole ? "whole " : ""}number from 0 to ${max / 10}.` };

  const readings = bandings.flatMap(({ by, bands }): SeverityReading[] => {
    const band = bands.find(([upTo]) => tenths <= upTo)?.[1];
    return band ? [{ by, band, severities: SEVERITIES_OF[band] }] : [];
  });
  const [first, ...others] = readings;
  if (!first) return { problem: `${name} ${score} has no band.` };
  const differing = others.filter(
    ({ severities }) => !severities.some((word) => first.severities.includes(word)),
  );
  return { readings: [first, ...differing] };
}
