const { writeFileSync } = require('node:fs');

/** Writes how many specs passed and failed to a file of this run's own, where the environment names one. */
function Tally() {
  this.onRunComplete = (_, { success, failed }) => {
    const file = process.env.TALLY;
    if (file) writeFileSync(`${file}.${process.pid}`, JSON.stringify({ passed: success, failed }));
  };
}

module.exports = (config) =>
  config.set({
    frameworks: ['jasmine'],
    plugins: [
      'karma-jasmine',
      'karma-chrome-launcher',
      'karma-coverage',
      { 'reporter:tally': ['type', Tally] },
    ],
    reporters: ['dots', 'tally'],
    browsers: ['Chrome'],
    customLaunchers: {
      Chrome: {
        base: 'ChromeHeadless',
        flags: [
          '--no-sandbox',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    },
    client: { jasmine: { random: true, ...(process.env.SEED ? { seed: process.env.SEED } : {}) } },
    restartOnFileChange: true,
  });
