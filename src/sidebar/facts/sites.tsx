import type { Site } from "../../engine/facts";
import { SITES } from "../../engine/vocabulary";
import { BodyFigure } from "./body-figure";
import { toggle } from "./edit";
import type { FieldProps } from "./editor";
import { WordSet } from "./word-set";

/** Sites on a figure for the mouse, and as a list for everybody. */
export function SitesField(props: FieldProps) {
  const { view, corrections, onCorrect } = props;
  const current = view.facts.sites ?? [];
  return (
    <div class="sites">
      <BodyFigure
        marked={current}
        onPress={(site: Site) =>
          onCorrect(toggle(corrections, `sites.${site}`, !current.includes(site), view.evidence))
        }
      />
      <WordSet {...props} words={SITES} />
    </div>
  );
}
