import type { ServiceTable } from './types.ts';

// The place of a row gives its reference: add rows at the end of a table, never between.
export const homeAndJustice: readonly ServiceTable[] = [
  {
    organisation: 'home-office',
    prefix: 'HO',
    rows: `
# Director General, Passports and Citizenship
e | 5.6m | Renew or replace an adult passport | Adults apply, send a photo and pay
e | 1.3m | Apply for a child passport | Parents apply for a first or renewed passport for a child
e | 340k | Report a lost or stolen passport | Passport holders cancel a passport that is missing
e | 250k | Apply for British citizenship | People with settled lives in the UK apply to naturalise
e | 18k | Give up British citizenship | People declare that they no longer wish to be British
e | 490k | Order a birth, death or marriage certificate | People buy copies of register entries
i | 4.9m | Passport examination workflow | Examiners check identity and decide applications
# Director, Visas
e | 2.4m | Apply for a visitor visa | People who plan a short visit apply and book a biometric appointment
e | 520k | Apply for a Student visa | Students with an offer from a licensed sponsor apply
e | 310k | Apply for a Skilled Worker visa | Workers with a job offer from a sponsor apply
e | 110k | Apply for a family visa | Partners, parents and children apply to live in the UK
e | 29k | Apply for a Global Talent visa | Leaders in research, arts and technology apply
e+ | 18m | Get an electronic travel authorisation | Visitors who need no visa ask for permission to travel
e+ | 9.1m | View your eVisa | People see and share proof of their immigration status
e | 74k | Apply for a sponsor licence | Employers and colleges apply to sponsor workers and students
e | 840k | Assign a certificate of sponsorship | Sponsors give details of a job to a worker
i | 3.2m | Visa decision workbench | Decision makers check evidence and record outcomes
# Director, Asylum and Protection
e | 88k | Book an asylum registration appointment | People who claim asylum arrange to be registered
i | 81k | Asylum interview and decision record | Decision makers prepare, hold and record interviews
i | 130k | Asylum accommodation allocation | Officers place people in housing and record moves
e | 26k | Apply for a refugee travel document | People with protection apply for a document to travel
# Director, Border Force
i | 97m | Primary control point checks | Border officers check travellers at the arrival desk
i | 46k | Seizure and detention log | Officers record goods held or taken at the border
e+ | 37k | Tell Border Force about a private flight | Pilots give notice of people on board
# Director, Settlement and Status
e | 980k | Apply to the EU Settlement Scheme | EU citizens and families apply to stay or update status
e | 16m | Check a job applicant's right to work | Employers check that a person may work
e | 1.2m | Check a tenant's right to rent | Landlords check that a person may rent a home
# Director, Public Safety
e | 48k | Apply for a firearms dealer registration | Dealers apply to be registered and to renew
e | 5.5k | Apply for a controlled drugs licence | Laboratories and growers apply to hold or make drugs
e | 9.2k | Report modern slavery | First responders refer possible victims
e | 1.4k | Apply for an explosives precursor licence | Members of the public apply to hold poisons
i | 7.4k | Serious crime grants management | Grant teams pay police forces and charities and check returns
# -
i | 64k | Enforcement visit planning | Immigration officers plan visits and record results
i | 92k | Subject access request handling | Information teams gather and release personal records
`,
  },
  {
    organisation: 'ministry-of-justice',
    prefix: 'MOJ',
    rows: `
# Director, Prisons Digital
e | 1.6m | Book a prison visit | Families and friends book a time to visit a prisoner
e | 2.1m | Send money to someone in prison | People pay into a prisoner's account
i | 4.4m | Prison roll count | Officers record where each prisoner is during the day
i | 86k | Prisoner release planning | Resettlement teams plan housing, work and licence conditions
i | 230k | Adjudications on the wing | Governors record hearings about broken prison rules
# Director, Probation
i | 1.9m | Probation contact record | Practitioners record appointments and what was said
i | 410k | Assess risk of reoffending | Practitioners score risk and need before a sentence plan
i | 73k | Unpaid work allocation | Teams match people to projects and record hours
# Director, Legal Aid
e | 390k | Apply for civil legal aid | Providers apply for funding for a client
e | 270k | Claim payment for criminal defence work | Barristers and solicitors claim fees
e | 640k | Check if you can get legal aid | People see whether they may qualify and find an adviser
# Public Guardian
e | 1.3m | Make a lasting power of attorney | People choose who will decide for them
e+ | 680k | Use a lasting power of attorney | Attorneys give banks and others proof of their role
# -
e | 34k | Claim criminal injuries compensation | Victims of violent crime apply for compensation
`,
  },
  {
    organisation: 'hm-courts-and-tribunals-service',
    prefix: 'HMCTS',
    rows: `
# Director, Civil and Family
e | 1.4m | Make a court claim for money | People and businesses claim money that they are owed
e | 310k | Respond to a court claim for money | Defendants admit, defend or ask for time to pay
e | 105k | Apply for a divorce | Spouses apply alone or together
e | 290k | Apply for probate | Executors apply for the right to deal with an estate
e | 62k | Apply to court about child arrangements | Parents ask a court where a child should live
e | 4.1k | Apply to adopt a child through the court | Adopters apply for an adoption order
e | 140k | Claim possession of a property | Landlords and lenders ask a court for possession
e | 21k | Apply for a non-molestation order | People at risk from someone close ask for protection
# Director, Crime
e | 530k | Make a plea online | People charged with a minor offence plead and give their means
e | 2.2m | Pay a court fine | People pay fines and fixed penalties
e | 1.1m | Reply to a jury summons | Jurors confirm, defer or ask to be excused
i | 1.5m | Record a court hearing outcome | Clerks record results and send them to police and prisons
i | 1.2m | Crown Court case file | Judges, advocates and clerks work from one digital file
i | 380k | Magistrates' court listing | Listing officers give cases a courtroom and a day
# Director, Tribunals
e | 160k | Appeal a benefit decision | People appeal to the Social Security tribunal
e | 43k | Appeal a visa or asylum decision | People appeal to the Immigration and Asylum Chamber
e | 98k | Make a claim to an employment tribunal | Workers claim against an employer
e | 17k | Appeal a special educational needs decision | Parents appeal against a council's decision
e | 11k | Apply to the property tribunal | Leaseholders and tenants bring a dispute
# Director, Operations
e | 850k | Apply for help paying court fees | People on a low income ask for a fee to be cut
i | 690k | Video hearing booking | Court staff set up and run hearings by video
i | 54k | Judicial sitting and fee payments | Finance teams pay fee-paid judges for sittings
`,
  },
];
