import type { ServiceTable } from './types.ts';

// The place of a row gives its reference: add rows at the end of a table, never between.
export const economy: readonly ServiceTable[] = [
  {
    organisation: 'department-for-business-and-trade',
    prefix: 'DBT',
    rows: `
# Director, Exports and Growth
e | 96k | Ask the export support service | Businesses ask a question about selling abroad
e | 340k | Check how to export goods | Exporters see duties, rules and documents for a market
e | 21k | Find an export opportunity | Firms see and answer requests from buyers abroad
e+ | 410k | Find support for your business | Small firms find advice, finance and training
i | 58k | Account management for investors | Advisers record meetings and plans with investors
# Director, Export Control
e | 17k | Apply for a strategic export licence | Exporters of military and dual-use goods apply
i | 16k | Export licence assessment | Advisers in several departments assess an application
# Director, Trade Policy
e | 1.1k | Apply for a trade remedies investigation | Producers ask for action on unfair imports
e | 2.8k | Report a trade barrier | Businesses report rules that stop a sale abroad
# Director, Labour Markets and Consumers
e | 230k | Claim redundancy payments from the government | Workers of an insolvent employer claim money owed
e | 43k | Notify an unsafe product | Makers and sellers tell the regulator of a risk
i | 7.9k | National Minimum Wage naming rounds | Teams check and publish employers who underpaid
`,
  },
  {
    organisation: 'companies-house',
    prefix: 'CH',
    rows: `
# Director, Customer Delivery
e | 860k | Set up a limited company | Founders register a company and pay a fee
e | 4.1m | File a confirmation statement | Companies confirm that details are right each year
e | 3.9m | File annual accounts | Companies send accounts for the year
e | 2.7m | Change company officers | Companies appoint, change and remove directors
e | 480k | Close a limited company | Directors ask to strike a company off
e | 88m | Find and follow company information | Anyone can search the register and get alerts
# Director, Economic Crime
e+ | 6.4m | Verify your identity for Companies House | Directors and owners prove who they are
e+ | 31k | Register an overseas entity | Foreign owners of land name who controls them
i | 190k | Register integrity casework | Examiners query and remove false filings
i | 74k | Late filing penalties casework | Officers decide appeals against penalties
`,
  },
  {
    organisation: 'department-for-energy-security-and-net-zero',
    prefix: 'DESNZ',
    rows: `
# Director, Clean Heat
e | 92k | Apply for the Boiler Upgrade Scheme | Installers claim a voucher for a heat pump
e | 1.4m | Find ways to save energy in your home | People get advice and see what would help
e | 310k | Apply for help to insulate a home | Households on a low income ask for insulation
e+ | 6.8k | Register a heat network | Operators register networks and report on customers
# Director, Energy Markets
e | 26k | Claim relief as an energy-intensive business | Firms apply for relief on electricity costs
i | 3.4k | Contracts for Difference round management | Teams run a round from application to award
e | 1.9k | Apply for consent to build a power line | Developers apply for overhead lines
# Director, Carbon and Nuclear
e | 11k | Report emissions for the UK trading scheme | Operators report and give up allowances
i | 820 | Offshore decommissioning programmes | Officers review plans to take down platforms
i | 1.2k | Coal and mining subsidence claims | Officers assess damage and agree repairs
`,
  },
  {
    organisation: 'department-for-science-innovation-and-technology',
    prefix: 'DSIT',
    rows: `
# Director, Government Digital Service
e+ | 72m | Sign in with GOV.UK One Login | People prove who they are once and sign in to services
e | 89m | Send GOV.UK emails and texts | Public bodies send messages with one shared service
e | 24m | Take payments with GOV.UK Pay | Public bodies take card payments
e+ | 1.8m | Use the GOV.UK app | People keep services and documents on a phone
i | 41k | Service assessment booking | Teams book and follow an assessment against the standard
i | 5.6k | Technology spend approval | Advisers review business cases for digital spend
# Director, Science and Research
e | 2.3k | Apply for a research infrastructure grant | Universities apply for equipment and sites
i | 3.8k | Fellowship award management | Teams manage awards, reports and extensions
# Director, Telecoms
e | 130k | Claim a gigabit broadband voucher | Rural homes and firms get help with a connection
i | 1.5k | Telecoms security returns | Analysts check yearly returns from operators
`,
  },
  {
    organisation: 'hm-treasury',
    prefix: 'HMT',
    rows: `
# Director, Public Spending
i | 2.9k | Departmental spending plans and outturn | Departments send plans and spending every month
i | 1.1k | Major project approval | Spending teams and reviewers decide on business cases
i | 460 | Budget measures costing | Teams cost and agree measures before a fiscal event
# Director, Financial Services
e | 5.4k | Apply for a financial sanctions licence | People and firms ask to make a payment otherwise barred
e | 38k | Report a frozen asset | Firms tell the sanctions office what they hold
e | 740 | Send a representation before the Budget | Firms and charities send proposals
`,
  },
  {
    organisation: 'hm-land-registry',
    prefix: 'HMLR',
    rows: `
# Director, Registration
e | 26m | Search for property information | Anyone can buy a title or a plan
e | 3.8m | Apply to change the register | Conveyancers send applications online
e | 1.9m | Sign up for property alerts | Owners hear of changes to a title
e | 1.2m | Sign a mortgage deed | Borrowers sign a deed without paper
i | 3.5m | Casework for register updates | Caseworkers check and complete applications
i | 68k | Digitise local land charges | Teams move charges from councils to one register
# -
e | 2.1m | Check local land charges | Buyers and conveyancers search charges on land
`,
  },
  {
    organisation: 'uk-export-finance',
    prefix: 'UKEF',
    rows: `
# Director, Business Group
e | 2.6k | Check if you can get export finance | Exporters and banks see which products may fit
e | 1.4k | Apply for export insurance | Exporters ask for cover against not being paid
e | 1.1k | Apply for a General Export Facility guarantee | Banks apply for a partial guarantee
# Chief Risk Officer
i | 3.2k | Credit risk assessment | Analysts grade buyers and countries
i | 380 | Claims and recoveries | Officers pay claims and follow debts
`,
  },
];
