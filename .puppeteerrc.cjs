// Browsers come from the system (scripts/browsers.mjs finds or installs them), never from a download of puppeteer's own.
module.exports = { skipDownload: true };
