import type { ServiceTable } from './types.ts';

// The place of a row gives its reference: add rows at the end of a table, never between.
export const benefitsAndTax: readonly ServiceTable[] = [
  {
    organisation: 'department-for-work-and-pensions',
    prefix: 'DWP',
    rows: `
# Director, Universal Credit
e | 2.6m | Apply for Universal Credit | People on a low income or out of work make a claim
e | 31m | Report a change in your Universal Credit account | Claimants report work, rent and family changes
e | 1.4m | Ask for a Universal Credit advance | New claimants ask for money before their first payment
e | 180k | Appoint someone to act for a claimant | Relatives and carers ask to manage a claim for someone
i | 9.8m | Work coach diary and appointments | Work coaches plan interviews and record attendance
i | 640k | Claimant commitment builder | Work coaches agree and store what a claimant will do to find work
# Director, Disability and Health
e | 830k | Apply for Personal Independence Payment | People with a long-term condition claim help with costs
e | 420k | Apply for Employment and Support Allowance | People who cannot work because of illness make a claim
e | 95k | Apply for Attendance Allowance | People over State Pension age claim help with personal care
e | 150k | Apply for Access to Work | Disabled people ask for support at work
e | 72k | Apply for Disability Living Allowance for a child | Parents claim for a child who needs extra care
e+ | 210k | Send medical evidence for a health assessment | Claimants upload letters and reports before an assessment
i | 1.1m | Health assessment referral | Case managers send claims to assessment providers and track them
i | 88k | Special rules fast track | Case managers decide claims from people nearing the end of life
# Director, Working Age
e | 410k | Apply for Carer's Allowance | Carers claim a weekly payment for looking after someone
e | 230k | Report a change to Carer's Allowance | Carers report earnings and changes at home
e | 160k | Apply for New Style Jobseeker's Allowance | People with enough National Insurance claim while seeking work
e | 64k | Apply for Maternity Allowance | People who cannot get Statutory Maternity Pay make a claim
e | 48k | Apply for a Budgeting Loan | People on certain benefits borrow for essential things
e | 39k | Apply for Support for Mortgage Interest | Home owners on benefits ask for help with interest
e | 27k | Apply for Bereavement Support Payment | Widowed people and surviving partners claim support
e | 33k | Apply for a Funeral Expenses Payment | People on a low income ask for help with a funeral
e | 22k | Apply for Industrial Injuries Disablement Benefit | People hurt or made ill by work make a claim
# Director, Retirement
e | 740k | Get your State Pension | People reaching State Pension age make a claim
e | 14m | Check your State Pension forecast | People see how much State Pension they could get and when
e | 240k | Apply for Pension Credit | Pensioners on a low income claim a top-up
e | 11m | Get a Winter Fuel Payment | Pensioners get or claim help with heating
e | 510k | Tell us about a change to a pension | Pensioners report a new address, bank or relationship
e | 120k | Trace a lost pension | People find contact details for a former scheme
# Director, Child Maintenance
e | 105k | Arrange child maintenance | Separated parents apply for a maintenance arrangement
e | 2.3m | Manage a child maintenance case | Parents see payments and report changes
i | 76k | Child maintenance enforcement casework | Case workers take action where payments are missed
# Director, Counter Fraud, Compliance and Debt
e | 170k | Report benefit fraud | Members of the public report suspected fraud
e | 1.9m | Repay benefit money | People repay overpayments and loans
i | 540k | Debt recovery casework | Agents set repayment plans and record hardship
i+ | 260k | Targeted case review workbench | Review agents check claims at risk of being wrong
# Director, Employers and Partnerships
e | 3.4m | Find a job | People search and apply for jobs advertised by employers
e+ | 58k | Find a supported employment place | Disabled people and advisers look for supported work
# Director, Corporate Services
i | 310k | Benefit complaints handling | Complaints teams record and answer complaints
i | 84k | Book an interpreter for an interview | Staff book spoken and sign language interpreters
`,
  },
  {
    organisation: 'hm-revenue-and-customs',
    prefix: 'HMRC',
    rows: `
# Director, Personal Tax
e | 12m | Send a Self Assessment tax return | People and partnerships file a return each year
e | 1.6m | Register for Self Assessment | People tell HMRC that they need to send a return
e | 26m | Check your Income Tax for the current year | Employees see their tax code and estimated tax
e | 4.2m | Claim a tax refund | People who paid too much Income Tax ask for it back
e | 1.3m | Claim tax relief for your job expenses | Employees claim for tools, uniforms and travel
e | 620k | Apply for Marriage Allowance | Couples move part of a Personal Allowance
e | 290k | Get proof of employment history | People ask for a record of their employers and tax
e | 150k | Report and pay Capital Gains Tax on UK property | Sellers report a gain within 60 days
# Director, National Insurance and Child Benefit
e | 780k | Claim Child Benefit | Parents and guardians claim for a child
e | 1.1m | Manage Child Benefit | Parents report changes and confirm that a child stays in education
e | 900k | Apply for a National Insurance number | People who have moved to the UK ask for a number
e | 5.8m | Check your National Insurance record | People see gaps in contributions and pay to fill them
e | 1.7m | Sign in to your childcare account | Parents pay providers with Tax-Free Childcare
e | 210k | Get Help to Save | People on a low income open and use a savings account
# Director, Business Tax
e | 9.4m | Submit a VAT return | Businesses send VAT returns through compatible software
e | 290k | Register for VAT | Businesses register when turnover passes the threshold
e | 3.1m | File a Company Tax Return | Companies file accounts and Corporation Tax computations
e | 38m | Send PAYE information to HMRC | Employers report pay and deductions in real time
e | 240k | Register as an employer | New employers register before their first payday
e | 480k | Apply for a Construction Industry Scheme refund | Subcontractors claim deductions back
e | 71k | Claim Research and Development tax relief | Companies send the details that support a claim
e+ | 860k | Use Making Tax Digital for Income Tax | Sole traders and landlords send quarterly updates
e+ | 12k | Register for Plastic Packaging Tax | Makers and importers of packaging register and report
e+ | 31k | Register as a digital platform operator | Platforms report what sellers earn
# Director, Customs and Borders
e | 54m | Make an import declaration | Traders and agents declare goods brought into the UK
e | 29m | Make an export declaration | Traders and agents declare goods leaving Great Britain
e | 190k | Get an EORI number | Businesses that move goods apply for an identifier
e | 66m | Look up a commodity code | Traders find duty and licences for goods
e | 46k | Apply for an advance tariff ruling | Traders ask for a binding decision on a code
e | 15k | Apply for Authorised Economic Operator status | Traders apply for simpler customs checks
e | 330k | Declare goods you carry in your luggage | Travellers declare goods and pay duty before arrival
# Director, Debt and Payments
e | 1.2m | Set up a payment plan for tax | People spread what they owe over monthly payments
e | 19m | Pay a tax bill | People and businesses pay by bank, card or Direct Debit
i | 3.3m | Debt management casework | Advisers agree time to pay and start recovery
i | 420k | Repayment checks queue | Officers check repayments held for risk
# Director, Compliance
i | 270k | Compliance case management | Caseworkers open, plan and close enquiries
i | 58k | Large business risk reviews | Customer managers record a yearly review of risk
i | 96k | Statutory reviews and appeals | Review officers look again at disputed decisions
i+ | 44k | Offshore disclosure triage | Officers sort reports from other tax authorities
e | 92k | Tell HMRC about underpaid tax | People own up to tax that was not paid
# Chief Digital and Information Officer
i | 7.6m | Adviser desktop for helplines | Helpline advisers see a caller's records in one place
i | 1.5m | Post and scanning hub | Incoming letters are scanned and sent to the right team
`,
  },
];
