// npm run build: one folder a browser. SITES bakes a clinic's match patterns in; OUT builds elsewhere than dist/.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const vite = fileURLToPath(new URL("../node_modules/vite/bin/vite.js", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));

for (const browser of ["chrome", "firefox"]) {
  const { status } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, BROWSER: browser },
  });
  if (status !== 0) process.exit(status ?? 1);
}
