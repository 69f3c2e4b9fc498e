/** The date that Headway counts as today: London's. */
export const today = () => new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
