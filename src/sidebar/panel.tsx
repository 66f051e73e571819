import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { DispensedAgainstExpected } from "../engine/grams";
import { AdviceView } from "./advice/advice";
import { announcement } from "./advice/difference-line";
import { standingOfContent, withheld } from "./advice/freshness";
import type { OnUse } from "./advice/grams";
import { flush } from "./flush";
import { type Follower, follow, type Shown } from "./follow";
import { useKeptFocus } from "./kept-focus";
import { LookupStrip } from "./lookup-strip";
import { isSilenced } from "./notice";
import type { PanelPort, PanelState, PanelView, Role } from "./port";
import {
  Confirm,
  confirmWords,
  NoAnswer,
  NothingFound,
  NotPermitted,
  Reading,
  Silenced,
  TwoPatients,
} from "./states";
import { Strip } from "./strip";
import { Foot } from "./tools/foot";
import { type Knowledge, knowledgeOf, type Ui, UiProvider, wordsOf } from "./ui";
import type { WordKey } from "./words";

const NOTHING: Shown = { corrections: {}, failed: false, lookupFailed: false, moved: false };

/** States in which something of a patient may stand on the screen. */
const OF_A_PATIENT: readonly PanelState[] = ["nothing-found", "confirm", "advice", "lookup"];

/**
 * The panel. Everything it shows comes through the port; `now` is the clock, in milliseconds since 1970.
 * When the port takes a view back, its words are gone from the document before `watch`'s callback returns.
 */
export function Panel({ port, now = Date.now }: { port: PanelPort; now?: () => number }) {
  const [shown, setShown] = useState(NOTHING);
  // undefined: on its way. Advice waits for it, because it may say that it is too old to be followed.
  const [answered, setAnswered] = useState<{ knowledge?: Knowledge }>();
  const knowledge = answered?.knowledge;
  const [role, setRole] = useState<Role>("primary-care");
  // Typed in the advice, and carried into the note.
  const [use, setUse] = useState<DispensedAgainstExpected>();
  const follower = useRef<Follower | undefined>(undefined);
  const panel = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    let watching = false;
    const following = follow(port, (next) => {
      // A view given during this effect cannot be rendered within it; Preact renders it right after.
      if (watching) flush(() => setShown(next));
      else setShown(next);
    });
    watching = true;
    follower.current = following;
    return () => following.stop();
  }, [port]);
  useLayoutEffect(() => {
    // Asked for before the first frame is painted: advice waits for it.
    port.content().then(
      (content) => setAnswered({ knowledge: knowledgeOf(content) }),
      () => setAnswered({}),
    );
    port.role?.().then(
      (chosen) => chosen && setRole(chosen),
      () => undefined,
    );
  }, [port]);

  const stamp = shown.view?.stamp;
  useEffect(() => {
    // The mark in the page goes with the panel.
    const unmark = () => {
      if (stamp) void port.showInPage(stamp, undefined).catch(() => false);
    };
    addEventListener("pagehide", unmark);
    return () => removeEventListener("pagehide", unmark);
  }, [port, stamp]);

  const ui = useMemo(
    (): Ui => ({ port, ...wordsOf(port), knowledge, role, now }),
    [port, knowledge, role, now],
  );
  const given = shown.view?.state ?? "reading";
  const state = OF_A_PATIENT.includes(given) && !answered ? "reading" : given;
  const tooOld =
    knowledge !== undefined && standingOfContent(knowledge.content.reviewBy, now()) === "withheld";
  const ofPatient = OF_A_PATIENT.includes(state) ? shown.view : undefined;
  const view = ofPatient && tooOld ? withheld(ofPatient) : ofPatient;
  const before = tooOld ? undefined : shown.before;
  useKeptFocus(panel, `${state} ${stamp}`);

  return (
    <UiProvider value={ui}>
      <div ref={panel} class="panel" data-panel={state}>
        <div class="visually-hidden" role="status">
          {view && before ? announcement(ui, before, view) : standingWords(ui, state, shown)}
        </div>
        {!view && (
          <header class="strip">
            <h1>{ui.t("extensionName")}</h1>
          </header>
        )}
        {shown.lookupFailed && (
          <p class="amber" role="alert">
            {ui.t("lookup_failed")}
          </p>
        )}
        {view?.state === "lookup" && (
          <LookupStrip
            moved={shown.moved}
            onBack={() => follower.current?.closeLookup()}
            onAgain={() => follower.current?.openLookup()}
          />
        )}
        {view && view.state !== "lookup" && <Strip key={view.stamp} view={view} />}
        <Body
          state={state}
          view={view}
          shown={{ ...shown, before }}
          follower={follower}
          use={use}
          onUse={setUse}
        />
        {!isSilenced(shown.view) && (
          <Foot
            key={`foot ${view?.stamp}`}
            view={view}
            use={use}
            advised={view?.advice?.applicability === "applies" && !tooOld}
            onRole={(chosen) => {
              setRole(chosen);
              port.chooseRole?.(chosen).catch(() => undefined);
            }}
          />
        )}
      </div>
    </UiProvider>
  );
}

/** What is told of each state to those who do not see it come. */
const HEADINGS: Record<PanelState, WordKey> = {
  "not-permitted": "not_permitted_heading",
  reading: "reading_heading",
  "no-answer": "no_answer_heading",
  "two-patients": "two_patients_heading",
  "nothing-found": "nothing_found_heading",
  confirm: "confirm_missing",
  advice: "announce_read",
  lookup: "lookup_heading",
};

/** What the panel has come to, for the live region; while a correction is on its way there is nothing new to tell. */
function standingWords({ t }: Ui, state: PanelState, { corrections, failed, view }: Shown): string {
  if (failed || Object.keys(corrections).length > 0 || isSilenced(view)) return "";
  return state === "confirm" && view ? confirmWords(t, view, false) : t(HEADINGS[state]);
}

function Body(props: {
  state: PanelState;
  view?: PanelView;
  shown: Shown;
  follower: { current?: Follower };
  use?: DispensedAgainstExpected;
  onUse: OnUse;
}) {
  const { state, view, shown, follower, use, onUse } = props;
  const onLookup = () => follower.current?.openLookup();
  const onCorrect = (corrections: Shown["corrections"]) => follower.current?.correct(corrections);
  const notice = shown.view?.pilot?.notice;
  if (!view && notice) return <Silenced notice={notice} />;
  switch (state) {
    case "not-permitted":
      return <NotPermitted onLookup={onLookup} />;
    case "no-answer":
      return <NoAnswer onLookup={onLookup} />;
    case "reading":
      return <Reading />;
    case "two-patients":
      return <TwoPatients onLookup={onLookup} />;
    case "nothing-found":
    case "confirm": {
      if (!view) return null;
      const Found = state === "confirm" ? Confirm : NothingFound;
      return (
        <Found
          key={view.stamp}
          view={view}
          corrections={shown.corrections}
          onCorrect={onCorrect}
          onLookup={onLookup}
        />
      );
    }
    case "advice":
    case "lookup":
      return view ? (
        <AdviceView
          key={view.stamp}
          shown={shown}
          view={view}
          onCorrect={onCorrect}
          onAct={(run) => follower.current?.act(run)}
          use={use}
          onUse={onUse}
        />
      ) : null;
  }
}
