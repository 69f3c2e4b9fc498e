import type { ServiceTable } from './types.ts';

// The place of a row gives its reference: add rows at the end of a table, never between.
export const transportAndEnvironment: readonly ServiceTable[] = [
  {
    organisation: 'department-for-transport',
    prefix: 'DfT',
    rows: `
# Director, Roads and Local Transport
e | 1.1m | Apply for or renew a Blue Badge | Disabled people apply for a parking badge
e | 6.3k | Claim the bus operator grant | Bus operators claim a grant for each kilometre run
e | 2.4k | Object to a public path order | People object when a path is to be stopped or moved
e+ | 850 | Publish bus timetables and fares as open data | Operators publish timetables, fares and locations
# Director, Rail
e+ | 480k | Complain about a delayed rail journey | Passengers whose claim failed ask for it to be looked at
i | 1.9k | Rail grant and subsidy payments | Finance teams pay operators each period and check claims
# Director, Aviation, Maritime and Security
e | 14k | Renew a seafarer medical certificate | Approved doctors issue and renew certificates
i | 3.1k | Transport security inspection record | Inspectors record visits to ports and airports
`,
  },
  {
    organisation: 'driver-and-vehicle-licensing-agency',
    prefix: 'DVLA',
    rows: `
# Director, Vehicles Service
e | 48m | Tax your vehicle | Keepers pay vehicle tax or set up a Direct Debit
e | 9.7m | Tell DVLA you have sold or bought a vehicle | Keepers and traders change the registered keeper
e | 6.2m | Register a vehicle off the road | Keepers declare that a vehicle is not used
e | 81m | Get vehicle information | People and firms check tax, MOT and emissions
e | 1.8m | Keep or assign a private number plate | Owners move a registration between vehicles
e | 730k | Get a replacement vehicle log book | Keepers ask for a new V5C
e | 2.9m | Register a new vehicle through a dealer | Makers and dealers register at the point of sale
e | 120k | Apply for a vehicle tax exemption | Disabled keepers and makers of historic vehicles apply
# Director, Drivers Service
e | 1.9m | Apply for a first provisional driving licence | Learners apply with an identity check
e | 3.6m | Renew a driving licence | Drivers renew a photo every ten years and again from 70
e | 2.7m | Change the address on a driving licence | Drivers tell DVLA that they have moved
e | 52m | View or share driving licence information | Drivers create a code for employers and hirers
e | 810k | Report a medical condition that affects driving | Drivers report a condition and see progress
e | 66k | Apply for a lorry or bus licence | Drivers apply for vocational entitlement
e+ | 390k | Get a tachograph card | Drivers and companies apply for and renew cards
# Director, Operations and Customer Service
i | 740k | Drivers medical casework | Caseworkers and doctors decide fitness to drive
i | 2.1m | Vehicle tax enforcement casework | Officers issue penalties and instruct clamping
i | 5.3m | Contact centre knowledge and call log | Advisers find answers and record contacts
`,
  },
  {
    organisation: 'driver-and-vehicle-standards-agency',
    prefix: 'DVSA',
    rows: `
# Director, Driver Services
e | 2.8m | Book a theory test | Learners choose a centre and a time
e | 2.2m | Book a practical driving test | Learners and instructors book and pay
e | 3.3m | Change a driving test appointment | Learners move or cancel a test
e | 46k | Register as a driving instructor | Instructors apply, qualify and renew
i | 1.9m | Driving examiner tablet | Examiners record faults and results in the car
# Director, Vehicle Services
e | 43m | Check the MOT history of a vehicle | Anyone can see past tests and mileage
i | 41m | Record an MOT test result | Testers in garages record each test
e | 37k | Apply to become an MOT tester | Mechanics apply and complete yearly training
e | 92k | Apply for a vehicle operator licence | Haulage and coach firms apply and make changes
e | 610k | Book an annual test for a lorry or trailer | Operators book a slot at a test lane
i | 210k | Roadside check record | Enforcement officers record stops and prohibitions
# -
e+ | 8.4k | Report a vehicle safety defect | Drivers and makers report a defect and see recalls
`,
  },
  {
    organisation: 'department-for-environment-food-and-rural-affairs',
    prefix: 'Defra',
    rows: `
# Director, Farming and Countryside
e | 84k | Apply for the Sustainable Farming Incentive | Farmers choose actions and apply for an agreement
e | 31k | Apply for Countryside Stewardship | Land managers apply for long-term agreements
e | 190k | Manage land parcels and entitlements | Farmers keep a map of their land up to date
e | 12k | Apply for a farming equipment grant | Farmers ask for money for equipment and technology
e | 4.8k | Apply for the England Woodland Creation Offer | Land owners apply to plant and keep trees
i | 110k | Rural payments claim processing | Officers check claims and release payments
i | 9.6k | Agreement inspection scheduling | Inspectors plan farm visits and record findings
# Chief Veterinary Officer
e | 2.4m | Report a cattle movement | Keepers report births, deaths and moves of cattle
e | 870k | Report a sheep, goat or deer movement | Keepers report moves between holdings
e | 310k | Register as a keeper of livestock | Keepers register land and animals
e+ | 160k | Register as a keeper of birds | Keepers of poultry and pet birds register
i | 21k | Bovine TB case management | Vets and case officers manage a herd breakdown
i | 3.7k | Disease outbreak control centre | Teams trace, visit and cull during an outbreak
# Director, Biosecurity and Borders
e | 1.3m | Give notice of an animal or plant import | Importers pre-notify goods for checks at the border
e | 290k | Apply for an export health certificate | Exporters apply and vets certify goods
e | 140k | Get a pet travel document | Owners and vets prepare a pet for travel
e | 18k | Apply for a plant passport authorisation | Nurseries apply to issue plant passports
e | 11k | Apply for a wildlife trade permit | Traders apply to move protected species
# Director, Marine and Fisheries
e | 95k | Record a catch from a small fishing vessel | Skippers of boats under ten metres report a catch
e | 2.1k | Apply for a marine licence | Developers apply to build or dig at sea
e | 5.2k | Apply for a fishing vessel licence | Owners apply for, split and move licences
# Director, Resources and Waste
e+ | 260k | Track the movement of waste | Waste carriers and sites record each load
e+ | 14k | Report packaging data | Producers report packaging and see fees
# -
i | 7.8k | Ministerial correspondence register | Teams record letters, drafts and replies
i | 2.6k | Chemicals registration dossiers | Scientists check dossiers and ask for more evidence
`,
  },
  {
    organisation: 'environment-agency',
    prefix: 'EA',
    rows: `
# Director, Flood and Coastal Risk Management
e | 9.9m | Check for flooding | People see warnings, river levels and forecasts
e | 1.7m | Sign up for flood warnings | People choose places and ways to be warned
e | 330k | Check long-term flood risk | Buyers and owners see the risk at an address
i | 46k | Flood asset inspection | Field teams record the state of walls, gates and banks
# Director, Regulated Industry
e | 620k | Register as a waste carrier | Firms register to carry, broker or deal in waste
e | 23k | Apply for an environmental permit | Operators apply for and vary a permit
e | 210k | Register a waste exemption | Farms and businesses register low-risk activity
i | 64k | Permit compliance scoring | Officers score sites after a visit
i | 78k | Pollution incident log | Duty officers record and grade incidents
# Director, Water, Land and Biodiversity
e | 940k | Buy a rod fishing licence | Anglers buy a licence for a day or a year
e | 19k | Apply for a water abstraction licence | Farmers and firms apply to take water
e+ | 3.3k | Register a biodiversity gain site | Land owners record habitat that developers rely on
`,
  },
];
