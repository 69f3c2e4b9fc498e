export const barriersForEconomy = `
DBT-001 structure 286
Questions go to a phone line, an inbox and posts abroad, and nobody sees all three.
> Put the three in one list | Deputy Director, Exports

DBT-003 funding 430 239
Translation of opportunities was not paid for after the first year.
> Show them in English with a summary by machine | Service owner

DBT-007 legacy_technology 310
Advisers in four departments use an older system that cannot show attachments.
> Give the four departments access to the new one | Head of Platforms
> 117 | Move the first department over | Head of Platforms

DBT-012 policy_or_law 262 93
Names could not be prepared before the appeal time had passed.
> Change the order of the two steps | Policy lead, Labour Markets

CH-002 other 145
Many agents file for companies that they have not checked since last year.
> Ask them to confirm each officer in turn | Product manager

CH-004 legacy_technology 655
Changes wait for the night batch before anyone can see them.
> Write changes to the new register as they come | Head of Engineering

CH-008 skills 193 60
Caseworkers could not read trust deeds from other countries.
> Bring in two specialists | Head of Casework

DESNZ-003 procurement 340
Installers are chosen by a framework that ends in the spring.
> Let the next one by region | Commercial lead, Clean Heat

DESNZ-005 leadership 233
Two directors each think that the other decides.
> Write down who decides what | Director General, Energy Markets

DESNZ-009 skills 198
The two engineers who can read the programmes retire this year.
> Recruit two, with three months beside them | Deputy Director, Carbon and Nuclear

DSIT-002 supplier 122 26
One of the two text message suppliers was slow at busy times.
> Send more by the other one | Head of Operations

DSIT-005 structure 318
Assessors are volunteers from other departments, and too few in summer.
> Count assessing as part of the job of lead roles | Head of Profession

DSIT-009 supplier 441
Suppliers claim vouchers in a system of their own choosing.
> Publish a format and pay only claims in it | Deputy Director, Telecoms

HMT-001 legacy_technology 720
The spending database takes one change at a time, at night.
> Choose a product to replace it | Chief Technology Officer

HMT-004 policy_or_law 157
Some licences need two signatures from two departments.
> Agree that one decides | Policy lead, Sanctions

HMLR-002 other 366 174
One application in five came with a name that did not match.
> Show the registered name while people type | Product manager

HMLR-006 data_sharing 590
Sixty councils still hold charges on paper or microfiche.
> Scan the next twelve councils | Programme director
> 301 | Sign with the last twenty councils | Programme director

UKEF-003 procurement 149 19
Banks would not sign in with a product that they had not tested.
> Let banks test it for three months | Commercial lead

CO-001 legacy_technology 398
The applicant system cannot show one timeline for two applications.
> Move job adverts first, applications later | Head of Product

CO-005 procurement 137
The assessment product ends with its contract in the autumn.
> Begin the competition now | Commercial lead

CO-007 leadership 309 118
Reviewers could not agree on one set of questions.
> Try one set for three months | Director, Commercial Standards

FCDO-003 structure 420
Posts and London keep their own case lists.
> Trial one list with three posts | Deputy Director, Consular

FCDO-007 data_sharing 356
Names of people in difficulty cannot be shared with police by email.
> Agree a secure route with police | Head of Information Rights

FCDO-011 funding 333 127
No money was set aside for moving old postings.
> Move only postings that are still open | Finance business partner

MOD-003 supplier 515
The housing supplier keeps its own record of repairs, and it does not match.
> Compare the two lists every month until they do | Contract manager, Accommodation

MOD-006 data_sharing 280
Service records from before 1997 cannot be searched by name.
> Index the 400,000 asked for most | Head of Records

MOD-008 other 262 94
Paper files could not be reached while depots moved.
> Begin discovery again after the move | Head of Records

MOD-011 leadership 377
Bases and the centre do not agree who may close a fault.
> Decide for one region and watch it for a quarter | Deputy Director, Estates

NIO-003 funding 301
Two hundred events a year are too few to buy anything for.
> Ask whether the Cabinet Office product fits | Head of Corporate Services
`;
