export const barriersForPlaces = `
DFT-001 structure 372
Councils decide, and each has its own form and its own system.
> Agree a shared form with the ten largest councils | Deputy Director, Local Transport

DFT-003 funding 420
Too few orders a year to pay for a build.
> Look for a product that Planning has already built | Service owner

DFT-006 legacy_technology 236 66
Claims were checked in a spreadsheet that stopped opening on new laptops.
> Move the checks into the payment system | Head of Finance Systems

DVLA-002 supplier 104
Motor traders' software will not send changes until its makers agree a format.
> Publish the format and a test site | Product manager

DVLA-005 legacy_technology 730 410
Number plates were kept on the mainframe only.
> Move the register to the new platform | Chief Architect

DVLA-008 data_sharing 259
Proof of a disability benefit comes by post, though government pays it.
> Use the check that Blue Badge has | Data protection lead

DVLA-009 skills 115
The identity team is shared with four services and is late for all of them.
> Set one order of work for all five | Head of Product

DVSA-001 procurement 530 248
The test centre contract left no room for changes to booking.
> Agree a change to the contract | Commercial lead

DVSA-003 other 212
Slots that come free are gone before most learners see them.
> Limit changes for each booking | Service owner
> 75 | Measure how many slots come back to learners | Service owner

DVSA-010 leadership 183
Nobody has decided who may open test lanes on Saturdays.
> Decide with the trade associations | Director, Vehicle Services

DEFRA-001 policy_or_law 137
The rules of the next offer are not settled, so the form cannot be.
> Settle the actions and their rates | Deputy Director, Farming Policy

DEFRA-003 legacy_technology 688
Land maps and entitlements are kept in one system that cannot be changed in the claim season.
> Take maps out first, in the winter | Chief Architect

DEFRA-007 skills 119 21
Inspectors had no signal on farms and no way to work without it.
> Release the version that works offline | Product manager

DEFRA-009 supplier 470
Markets use five kinds of software, and two makers no longer answer.
> Offer a plain upload for the two that are left | Product manager

DEFRA-011 structure 198
Vets, licensing and digital each own a third of the register.
> Name one service owner | Director, Animal Health

DEFRA-015 data_sharing 366 131
Certificates could not be read at ports in other countries.
> Agree the electronic format | Head of Trade Systems

DEFRA-019 funding 225
Boats need an app that works at sea, and only the desk version is funded.
> Bid with the fisheries regulators together | Finance business partner

DEFRA-024 leadership 540 325
Private offices and policy teams each wanted a register of their own.
> Settle on one | Director, Ministerial Business

EA-003 data_sharing 281
Surface water data belongs to councils, and forty do not share it.
> Offer councils the model in exchange | Head of Data

EA-006 policy_or_law 394
Each kind of permit has a form in law.
> Ask for one schedule in place of eleven | Policy lead, Regulation

DHSC-001 procurement 174 38
Blood test kits could not be ordered through the first contract.
> Let a second lot | Commercial lead

DHSC-003 supplier 99
Results arrive as text in the body of an email.
> Write the format into the contract at renewal | Contract manager

DHSC-006 other 318
Councils are asked for the same evidence by two inspectorates.
> Agree with the other one what to ask once | Service owner

NHSBSA-003 skills 142
Two of three developers left when the last contract ended.
> Hire two permanent developers | Head of Engineering

NHSBSA-006 data_sharing 270 109
Whether someone is exempt was known to three systems and asked of a fourth.
> Check all three when the charge is made | Head of Data

NHSBSA-009 supplier 333
Trusts buy their own recruitment systems, and each takes vacancies in its own way.
> Publish one feed that all must take | Product manager

DFE-003 policy_or_law 288
The law lists countries by name, and the list changes each year.
> Move the list out of the regulations | Policy lead, Teacher Recruitment

DFE-008 legacy_technology 349 160
Data about schools came from nine collections with different keys.
> Join them by one school number | Head of Data

DFE-012 structure 244
Nine regional teams each follow a process of their own.
> Walk through one project with all nine | Deputy Director, Regions

MHCLG-001 funding 190 55
Search cost more to run than was planned for.
> Move to cheaper hosting | Head of Platforms

MHCLG-005 data_sharing 460
A quarter of councils publish plans as pictures.
> Fund the last 80 to publish as data | Deputy Director, Digital Planning

PINS-003 other 168 47
Comments held names and addresses that had to be blacked out by hand.
> Leave out what need not be asked | Product manager

PINS-004 skills 214
Evidence of 10,000 pages needs tools and people that casework does not have.
> Train six case officers in handling large files | Head of Casework

DCMS-006 funding 391
The campaign system is nobody's budget line.
> Bid with other departments that run campaigns | Finance business partner

DCMS-007 procurement 128
Fund managers are chosen anew each round, and each brings a form.
> Ask for one form in the next tender | Commercial lead
`;
