import type { ServiceTable } from './types.ts';

// The place of a row gives its reference: add rows at the end of a table, never between.
export const publicServices: readonly ServiceTable[] = [
  {
    organisation: 'department-of-health-and-social-care',
    prefix: 'DHSC',
    rows: `
# Director, Primary Care and Prevention
e+ | 210k | Check your health at home | Adults between 40 and 74 answer questions and get advice
e | 68k | Apply for Healthy Start | Families on a low income get money for milk and fruit
e | 430k | Order a sexual health test kit | People order a kit and get results by text
# Director, Adult Social Care
i | 52k | Adult social care workforce grant | Grant teams pay providers for training and check claims
e | 17k | Submit capacity data for a care home | Care homes report beds, staffing and risk each month
i | 9.4k | Council assurance review | Reviewers collect evidence on how councils meet care duties
# Director, Medicines and Life Sciences
e | 26k | Report a medicines shortage | Makers report when a medicine may run out
i | 4.6k | Medicines pricing casework | Analysts check prices and agree changes with suppliers
# -
e | 1.2k | Ask for a public health funding decision | Councils ask for ring-fenced money to be carried over
i | 21k | Parliamentary and public enquiries | Teams draft and clear answers to letters and questions
`,
  },
  {
    organisation: 'nhs-business-services-authority',
    prefix: 'NHSBSA',
    rows: `
# Director, Citizen Services
e | 7.4m | Buy a prescription prepayment certificate | People pay once for a year of prescriptions
e | 1.9m | Apply for the NHS Low Income Scheme | People ask for help with health costs
e | 2.6m | Apply for a UK Global Health Insurance Card | Travellers apply for a card for care abroad
e | 860k | Apply for a maternity exemption certificate | Midwives apply for pregnant patients
e | 5.1m | Check if you get help with NHS costs | People answer questions to see what they can get
e | 340k | Pay a penalty charge for a prescription | People pay or challenge a charge
# Director, Workforce Services
e | 1.4m | Get an NHS Pension estimate | Members see benefits and plan retirement
e | 92k | Apply for NHS student support | Students claim travel, training and hardship money
e | 210k | Apply for an NHS job | Applicants search, apply and follow progress
i | 28m | Electronic staff record changes | Managers and staff update jobs, leave and training
# Director, Primary Care Services
i | 93m | Prescription pricing and payment | Processors price prescriptions and pay pharmacies
i | 24k | Dental contract activity monitoring | Teams follow what practices deliver against contract
`,
  },
  {
    organisation: 'department-for-education',
    prefix: 'DfE',
    rows: `
# Director, Teachers and Teaching
e | 45k | Apply for teacher training | Graduates choose courses and apply for up to four
e | 380k | Find a teaching vacancy | Teachers search jobs that schools list free of charge
e | 62k | Apply for qualified teacher status in England | Teachers trained abroad apply to teach
e | 27k | Claim additional payments for teaching | Teachers of shortage subjects claim a payment
e | 510k | Access your teaching qualifications | Teachers see and download certificates
e | 34k | Register for a national professional qualification | Teachers register with a provider
i | 1.8k | Teacher misconduct casework | Caseworkers investigate and prepare hearings
# Director, Schools
e | 1.6m | Get information about schools | Anyone can find details of a school and its trust
e | 2.9m | Compare school performance | Parents compare results, staffing and spending
e | 74k | Complete the school census | Schools send data about pupils each term
e+ | 110k | Record and share school attendance | Schools share daily attendance with councils and trusts
i | 6.2k | Academy conversion and transfer | Regional teams manage projects to open and move academies
i | 22k | School grant payments | Payment teams calculate and pay grants to schools
# Director, Families
e | 1.1m | Get a code for funded childcare hours | Parents see entitlement and get a code for a provider
e | 920k | Check whether a child can get free school meals | Schools and councils check a family's entitlement
e+ | 15k | Find a foster care recruitment hub | People who may foster find who to talk to
e | 4.9k | Apply for children's social worker registration support | New social workers apply for a first-year programme
i | 2.3k | Children's services intervention record | Advisers follow progress in councils that need help
# Director, Skills and Student Finance
e | 2.3m | Apply for student finance | Students apply for loans and grants each year
e | 7.8m | Repay a student loan | Borrowers see a balance and pay more if they wish
e | 460k | Manage apprenticeship funding | Employers use their levy and approve apprentices
i | 88k | Funding audit and assurance | Auditors test claims from colleges and providers
`,
  },
  {
    organisation: 'ministry-of-housing-communities-and-local-government',
    prefix: 'MHCLG',
    rows: `
# Director, Building Safety and Housing
e | 1.9m | Find an energy certificate | Owners, buyers and tenants find a certificate
e | 5.7k | Apply for building remediation funding | Owners of unsafe blocks apply for money to make them safe
e+ | 140k | Register as a private landlord | Landlords record homes and safety checks
i | 12k | Remediation case monitoring | Case officers follow works on each building
# Director, Planning
e | 640k | Find planning data | Anyone can see plans, limits and applications on a map
e+ | 8.1k | Send a local plan for examination | Councils publish and submit a plan
# Director, Local Government Finance
e | 36k | Submit local authority finance returns | Councils send forms about spending and tax
i | 9.8k | Local grant payments run | Finance teams pay grants to councils
i | 720 | Local government intervention tracker | Teams record commissioners' reports and steps agreed
# Director, Communities and Places
e | 4.2k | Apply for a community ownership grant | Local groups apply to save a pub, hall or pitch
e | 210k | Register to host a Ukrainian guest | Sponsors offer a home and council checks are made
i | 2.9k | Places programme reporting | Councils' progress on regeneration is collected and checked
`,
  },
  {
    organisation: 'planning-inspectorate',
    prefix: 'PINS',
    rows: `
# Director, Casework
e | 17k | Appeal a planning decision | Applicants appeal when a council refuses or takes too long
e | 4.4k | Appeal an enforcement notice | People appeal against a notice to stop or undo work
e | 61k | Comment on a planning appeal | Neighbours and groups give their views
e | 24k | Have your say on a national infrastructure project | People register and send evidence
i | 19k | Inspector case allocation | Officers match cases to inspectors and dates
i | 16k | Appeal decision drafting | Inspectors write, check and issue decisions
# -
e | 1.3k | Appeal a rights of way order | People challenge a change to a footpath or bridleway
`,
  },
  {
    organisation: 'department-for-culture-media-and-sport',
    prefix: 'DCMS',
    rows: `
# Director, Arts, Heritage and Tourism
e | 2.7k | Apply for an export licence for a cultural object | Owners and dealers ask to send an object abroad
e | 1.6k | Apply to the Listed Places of Worship grant | Congregations claim towards repairs
e | 640 | Report a find of treasure | Finders report to a coroner and follow a case
i | 480 | Government indemnity for museum loans | Teams agree cover for objects lent to museums
# Director, Sport and Gambling
e | 3.9k | Apply for a community sports facility grant | Clubs apply for pitches and changing rooms
i | 950 | Public appointments campaigns | Teams run campaigns for boards of public bodies
# Director, Civil Society and Media
e | 5.1k | Apply to the Dormant Assets community fund | Charities apply for money from dormant accounts
i | 310 | Ceremonial events accreditation | Teams give passes to media and guests
`,
  },
];
