export const barriersForOrganisations = `
department-for-work-and-pensions skills 420
A third of digital posts are filled by contractors, who take what they know with them.
> Turn forty posts into permanent ones this year | Director of Digital

hm-revenue-and-customs legacy_technology 760
Six mainframe systems stand behind most services and can be changed four times a year.
> Agree the order in which they are taken apart | Chief Technology Officer
> 290 | Move the first one to monthly changes | Chief Technology Officer

home-office structure 515
Each directorate has a digital team of its own, and they build the same things.
> Decide which five components are shared | Chief Digital Officer

ministry-of-justice funding 300 121
Money came by project and ended with it, so nothing could be kept up.
> Fund teams by the year | Director of Finance

ministry-of-defence leadership 390
No one person answers for services to personnel, from recruitment to pension.
> Put a proposal for one owner to the board | Chief Information Officer

foreign-commonwealth-and-development-office skills 465
Posts rotate every three years, and digital skills leave with them.
> Open a career path for digital staff in London | Director of People

department-for-environment-food-and-rural-affairs legacy_technology 620
Many systems are out of support, and money goes to keeping them safe.
> Rank them by risk and replace the first eight | Chief Digital and Information Officer

department-for-culture-media-and-sport funding 510
With few transactions, no service makes a case by itself.
> Share a forms product with other small departments | Director of Corporate Services

cabinet-office procurement 344 160
Every purchase over a small sum was approved by three boards.
> Raise the limit for products on a framework | Chief Commercial Officer

department-of-health-and-social-care structure 275
Services are run by other bodies, and the department sees them late.
> Meet their service owners each quarter | Director of Digital Policy

hm-courts-and-tribunals-service supplier 330
Four suppliers keep parts of one case system, under contracts that end in different years.
> Let the contracts end together in two years | Commercial Director

department-for-energy-security-and-net-zero data_sharing 285 98
Data that came from the former department was owned by nobody.
> Name an owner for each of 40 sets of data | Chief Data Officer

hm-treasury other 240
Close to a fiscal event every team is needed elsewhere, twice a year.
> Plan releases around both events | Head of Digital

northern-ireland-office policy_or_law 198
Records must be kept on paper under rules from before devolution.
> Ask which of the rules still bind | Deputy Director, Corporate Services
`;
