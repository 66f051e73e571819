import type { Item, Reason } from "../../engine/advice";
import type { LabelFact } from "../../engine/content";
import type { FactName, Jurisdiction } from "../../engine/facts";
import { isMutable } from "../../pilot/items";
import { type Ui, useActions, useUi } from "../ui";
import { ReasonWords, Verified } from "./badges";
import { whyOf } from "./face";
import { Quieten } from "./quieten";
import { Guidelines, Sources, Statements } from "./sources";

/** How the knowledge says that a label's date is in none of its sources. */
const UNDATED = "not stated";

interface Props {
  item: Item;
  /** Unknown facts that decide it. */
  missing: FactName[];
  jurisdiction: Jurisdiction;
  pitfall?: boolean;
}

/** What a card says on opening: every reason, how to, limits of the label, guidelines, differences, sources. */
export function CardBody({ item, missing, jurisdiction, pitfall }: Props) {
  const ui = useUi();
  const { t, knowledge, role } = ui;
  const { ask } = useActions();
  const card = knowledge?.items.get(item.id);
  const differences = (card?.differences ?? []).flatMap((id) => knowledge?.differences.get(id) ?? []);

  return (
    <div class="body">
      {item.reasons.length > 0 && (
        <ul class="reasons">
          {inOrder(item).map((reason) => (
            <li key={`${reason.code} ${reason.text}`}>
              <ReasonWords reason={reason} />
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p class="asks">
          {missing.map((fact) => (
            <button key={fact} type="button" onClick={() => ask(fact)}>
              {t("ask_fact", t(`fact_${fact}`).toLowerCase())}
            </button>
          ))}
        </p>
      )}
      {item.check && item.check.length > 0 && (
        <>
          <h4>{t("check_heading")}</h4>
          <ul class="checks">
            {item.check.map((check) => (
              <li key={check}>{check}</li>
            ))}
          </ul>
        </>
      )}
      {card && card.howTo.length > 0 && (
        <details open={role !== "dermatology"}>
          <summary>{t(pitfall ? "pitfall_how_heading" : "how_to_heading")}</summary>
          <ul>
            {card.howTo.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      {card?.notes?.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {card && card.labels.length > 0 && <Labels labels={card.labels} jurisdiction={jurisdiction} />}
      {((card && card.guidelines.length > 0) || differences.length > 0) && (
        <details open={role === "dermatology"}>
          <summary>{t("guidelines_heading")}</summary>
          <div class="side-by-side">
            <Guidelines guidelines={card?.guidelines ?? []} />
            <ul class="differences">
              {differences.map(({ id, text, variants, when, verification }) => (
                <li key={id}>
                  <span class="statement-id">{id}</span> {when && <b>{t("difference_when", when)} </b>}
                  {variants?.[jurisdiction] ?? text} <Verified verification={verification} />
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
      <Statements ids={item.statements} />
      <Sources item={item} />
      {mayGo(item) && <Quieten item={item.id} />}
    </div>
  );
}

/** Every reason: what holds for this patient, what it waits for, what the tags say. */
function inOrder(item: Item): Reason[] {
  const { telling, why } = whyOf(item);
  return [...new Set([...telling, ...why, ...item.reasons])];
}

/** What warns of harm, is excluded or is tripped by the chart stays in sight. */
const mayGo = ({ id, status, reasons }: Item) =>
  isMutable(id) && status !== "exclude" && !reasons.some(({ code }) => code === "tripped");

/** Whose label, and of when. */
function labelWords({ t, name }: Ui, fact?: LabelFact): string {
  const date = !fact || fact.labelDate === UNDATED ? t("label_undated") : fact.labelDate;
  if (!fact || fact.jurisdiction === "other") return t("label_elsewhere", date);
  return t("label_of", name("jurisdiction", fact.jurisdiction), date);
}

/** Label facts of one label: the patient's own country first. */
function Labels({ labels, jurisdiction }: { labels: LabelFact[]; jurisdiction: Jurisdiction }) {
  const ui = useUi();
  const { t, name } = ui;
  const groups = new Map<string, LabelFact[]>();
  for (const label of labels) {
    const key = [name("jurisdiction", label.jurisdiction), label.labelDate].join(", ");
    groups.set(key, [...(groups.get(key) ?? []), label]);
  }
  const own = ([, facts]: [string, LabelFact[]]) => Number(facts[0]?.jurisdiction !== jurisdiction);
  return (
    <details>
      <summary>{t("labels_heading")}</summary>
      {[...groups]
        .sort((one, other) => own(one) - own(other))
        .map(([key, facts]) => (
          <section key={key}>
            <h4>{labelWords(ui, facts[0])}</h4>
            <ul>
              {facts.map(({ text, verification }) => (
                <li key={text}>
                  {text} <Verified verification={verification} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </details>
  );
}
