import { render } from "preact";
import { showState } from "../perform";
import { ALL_STATES, STATES } from "../states";

const root = document.getElementById("root");

/** Shows one state, in place of whatever stood there. */
async function show(name: string): Promise<void> {
  const state = ALL_STATES.find((one) => one.name === name);
  if (!root || !state) throw new Error(`No state is called "${name}"`);
  document.body.classList.remove("gallery");
  render(null, root);
  scrollTo(0, 0);
  // One page shows many states: what one of them takes away the next has back.
  if (state.noClipboard)
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
  else Reflect.deleteProperty(navigator, "clipboard");
  await showState(state, root);
}

// For the tests and for the pictures, which would otherwise load this page again for every state.
Object.assign(globalThis, { show });

const asked = new URLSearchParams(location.search).get("state");
if (asked) void show(asked);
else if (root) {
  document.body.classList.add("gallery");
  render(<Index />, root);
}

/** Every state in a frame as wide as a side panel. */
function Index() {
  return Object.entries(STATES).map(([component, states]) => (
    <section key={component}>
      <h2>{component}</h2>
      <div class="frames">
        {states.map(({ name }) => (
          <figure key={name}>
            <figcaption>
              <a href={`?state=${name}`}>{name}</a>
            </figcaption>
            <iframe title={name} src={`?state=${name}`} width="360" height="800" loading="lazy" />
          </figure>
        ))}
      </div>
    </section>
  ));
}
