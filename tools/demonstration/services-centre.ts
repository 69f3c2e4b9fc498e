import type { ServiceTable } from './types.ts';

// The place of a row gives its reference: add rows at the end of a table, never between.
export const centre: readonly ServiceTable[] = [
  {
    organisation: 'cabinet-office',
    prefix: 'CO',
    rows: `
# Chief People Officer, Government People Group
e | 1.6m | Find and apply for a Civil Service job | Applicants search, apply and take tests
i | 640k | Civil Service Learning bookings | Civil servants find and book courses
i | 96k | Civil Service People Survey | Civil servants answer each autumn and teams see results
e | 1.1m | Manage a Civil Service pension | Members see benefits and retire online
i | 52k | Fast Stream selection | Assessors run exercises and record scores
# Government Chief Commercial Officer
e | 310k | Find a tender | Suppliers search notices and follow contracts
i | 17k | Commercial spend approval | Reviewers decide on large contracts
# Director, National Security Vetting
i | 240k | Security clearance application | Staff and contractors give details and officers decide
# Director, Propriety and Constitution
e | 28k | Nominate someone for an honour | People put forward a person for an award
i | 5.9k | Business appointment applications | Leavers ask for advice before a new job
e+ | 1.9k | Register as a consultant lobbyist | Lobbyists register and report clients
e | 3.3k | Apply for a public appointment | People find and apply for roles on boards
`,
  },
  {
    organisation: 'foreign-commonwealth-and-development-office',
    prefix: 'FCDO',
    rows: `
# Director, Consular
e | 610k | Get a document legalised | People and firms have documents checked for use abroad
e | 41k | Apply for an emergency travel document | Travellers who lost a passport apply from abroad
e | 24k | Get consular help abroad | British people in trouble ask for help
e | 5.6k | Register a birth abroad | Parents register a child born abroad
e | 9.3k | Get a certificate to marry abroad | Couples get the notices that another country asks for
e | 58m | Get travel advice for a country | Travellers read advice and sign up for changes
i | 88k | Consular casework | Staff in posts and London manage cases
# Director, Development Finance
i | 14k | Programme approval and review | Teams propose, approve and score programmes
e | 1.2k | Apply for a Chevening scholarship placement | Scholars accept and arrange a place
i | 4.7k | Aid payments run | Finance teams pay partners in many currencies
# -
i | 36k | Diplomatic postings and moves | Staff bid for posts and arrange to move
e | 7.8k | Apply for diplomatic accreditation | Embassies in London register staff and families
`,
  },
  {
    organisation: 'ministry-of-defence',
    prefix: 'MOD',
    rows: `
# Chief of Defence People
e | 110k | Apply to join the armed forces | Recruits apply and follow progress to basic training
i | 4.9m | Service personnel pay and leave | Sailors, soldiers and aviators see pay and ask for leave
i | 160k | Service family accommodation allocation | Families apply for homes and report moves
i | 210k | Claim travel and duty expenses | Personnel claim for journeys and stays
i | 46k | Annual appraisal reports | Reporting officers write and personnel answer
# Director, Armed Forces and Veterans
e | 320k | Apply for a veteran card | Veterans prove service and get a card
e | 38k | Claim for an injury in service | Serving people and veterans claim compensation
e | 54k | Request service records | Veterans and families ask for records
e | 1.1m | Manage an armed forces pension | Members see forecasts and claim
e | 12k | Apply for a medal | Veterans and next of kin apply for medals not issued
# Director, Defence Infrastructure
i | 870k | Estate repairs and faults | Occupants report faults and contractors record work
e | 6.4k | Book military training land | Units and clubs ask to use ranges
i | 2.2k | Safeguarding planning consultations | Officers answer councils about building near airfields
# Director, Defence Commercial
i | 95k | Purchase to pay for units | Units order goods and confirm receipt
e | 3.7k | Find a defence contract | Suppliers see opportunities and submit bids
# -
i | 19k | Air safety occurrence reports | Crews report events and investigators respond
`,
  },
  {
    organisation: 'attorney-generals-office',
    prefix: 'AGO',
    rows: `
# Director, Attorney General's Office
e | 1.4k | Ask for a sentence to be reviewed | Anyone can ask for a sentence that seems too low to be reviewed
i | 380 | Consents to prosecute | Lawyers prepare cases that need the Attorney's consent
i | 900 | Panel counsel appointments | Teams run rounds to appoint barristers
`,
  },
  {
    organisation: 'office-of-the-advocate-general-for-scotland',
    prefix: 'OAG',
    rows: `
# Legal Secretary to the Advocate General
i | 1.1k | Litigation instructions from departments | Lawyers take instructions on cases in Scottish courts
`,
  },
  {
    organisation: 'office-of-the-leader-of-the-house-of-commons',
    prefix: 'LHC',
    rows: `
# Head of Office
i | 640 | Legislative programme tracker | Bill teams record readiness and handling plans
`,
  },
  {
    organisation: 'office-of-the-leader-of-the-house-of-lords',
    prefix: 'LHL',
    rows: `
# -
i | 210 | Lords business briefing packs | Private offices request and collect briefing for ministers
`,
  },
  {
    organisation: 'northern-ireland-office',
    prefix: 'NIO',
    rows: `
# Deputy Director, Corporate Services
e | 320 | Apply for an explosives licence in Northern Ireland | Quarries and firms apply to use or move explosives
i | 460 | Electoral and political donations returns | Officers check yearly returns from parties
i | 1.2k | Hillsborough Castle event bookings | Teams plan official events and guest lists
`,
  },
  {
    organisation: 'scotland-office',
    prefix: 'SO',
    rows: `
# Head of Corporate Services
e | 240 | Invite a minister to an event in Scotland | Organisations invite a minister and get a reply
i | 780 | Scottish Parliament bills scrutiny record | Lawyers record views on bills within time limits
`,
  },
  {
    organisation: 'wales-office',
    prefix: 'WO',
    rows: `
# Head of Corporate Services
e | 260 | Request a visit to Gwydyr House | Schools and groups ask to visit
i | 540 | Senedd bills scrutiny record | Policy teams record views on bills within time limits
`,
  },
];
