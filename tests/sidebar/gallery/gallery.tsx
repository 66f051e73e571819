import { render } from "preact";
import { showState } from "../perform";
import { ALL_STATES, STATES } from "../states";

const asked = new URLSearchParams(location.search).get("state");
const root = document.getElementById("root");
const state = ALL_STATES.find(({ name }) => name === asked);

if (root && state) {
  showState(state, root).then(
    () => {
      document.documentElement.dataset.ready = "true";
    },
    (error) => {
      document.documentElement.dataset.ready = String(error);
    },
  );
} else if (root) {
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
