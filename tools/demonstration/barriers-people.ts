/**
 * A block is a barrier: what it holds back, its category, on which day before today it was raised and, perhaps,
 * resolved; what it is; and from its own day on, or a later one, what is done next and by whom.
 */
export const barriersForPeople = `
DWP-004 policy_or_law 611
The law asks for a signature on paper from both people.
> Draft a clause for the next set of regulations | Policy lead, Universal Credit
> 228 | Clear the draft regulations with lawyers | Policy lead, Universal Credit

DWP-007 legacy_technology 402
Decisions are still typed into the old payment system, because nothing else can pay.
> Agree who pays for a link between the two systems | Chief Architect

DWP-008 supplier 188 44
The assessment supplier sent reports as scanned pictures that cannot be read by machine.
> Move all centres to the new report format | Contract manager, Health Assessments

DWP-010 funding 297
Money for the build runs out at the end of the financial year.
> Bid in the spring round, with savings counted | Finance business partner

DWP-015 skills 176
The team has had no interaction designer since the spring.
> Fill the post, or borrow a designer from Retirement | Head of Profession, Design

DWP-016 data_sharing 143
Earnings from HMRC arrive weekly, so people are asked for what government already knows.
> Sign the agreement to receive earnings every day | Data protection lead

DWP-020 other 330
Lenders want the form as it is, and half of it is theirs to fill in.
> Hold a workshop with the five largest lenders | Service owner

DWP-022 supplier 205
The supplier withdrew, and its licence for the form with it.
> Let a short contract for a form that we own | Commercial lead, Working Age
> 96 | Choose between two bids | Commercial lead, Working Age

DWP-023 leadership 254
No director has owned the service since Working Age was divided.
> Name a senior responsible owner | Director General, Services

DWP-026 data_sharing 501 266
Councils could not send housing costs without a letter each.
> Use the gateway that Housing Benefit has | Data protection lead

DWP-028 structure 388
Three teams answer for one change of address, each with its own backlog.
> Put the three queues under one manager | Head of Operations, Retirement

DWP-033 policy_or_law 362 151
Reports with a name could not be kept longer than 30 days.
> Agree how long reports may be kept | Head of Information Rights

DWP-040 procurement 121
The framework for interpreters ends before the new one begins.
> Extend it for six months | Commercial lead, Corporate Services

HMRC-002 data_sharing 233 87
Companies House had no way to say which directors were new.
> Take its daily list of appointments | Head of Data

HMRC-004 legacy_technology 455
Refunds go through a batch that runs on two nights a week.
> Size the work to run it every night | Head of Platforms

HMRC-016 supplier 97
The address checker returns nothing for one new business in eight.
> Test a second supplier's data | Product manager

HMRC-017 legacy_technology 590 322
Accounts and tax returns had to be sent to two places in two formats.
> Send both by one route | Head of Platforms

HMRC-019 skills 158 31
Nobody was left who knew the employer reference rules by heart.
> Write the rules down with the two who retire | Head of Operations, Business Tax

HMRC-023 structure 83
Policy, compliance and digital each keep a list of who is registered.
> Agree which list is the register | Deputy Director, Environmental Taxes

HMRC-027 other 207
Traders mix up four identifiers, and so do we.
> Publish one page that tells them apart | Content lead
> 61 | Test the page with 20 traders | Content lead

HMRC-034 skills 269
The team needs two more developers who know the ledger.
> Ask the platform team for two people until June | Delivery manager

HMRC-038 leadership 344 190
Reviewers and litigators could not agree on one case file.
> Decide at the board | Director, Compliance

HO-001 legacy_technology 560
Photos are checked by a system that takes two minutes each at busy times.
> Move checks to the new matching service | Head of Engineering, Passports

HO-004 supplier 312
The supplier of biometric appointments has too few in the north of England.
> Open six more sites under the contract | Contract manager, Biometrics

HO-015 structure 261 73
Checks on sponsors and their licences sat in two directorates.
> Bring both under one deputy director | Director, Visas

HO-019 skills 148
Two thirds of interviewers joined this year and learn on the old screens.
> Train on the new record from the first week | Head of Learning

HO-025 data_sharing 418 205
Automatic checks could not see pension records.
> Agree a link for checks of residence | Data protection lead

HO-027 other 251
Failed a security test; landlords phone until it is put right.
> Fix the two findings that are left | Head of Security
> 88 | Have the fixes tested again from outside | Head of Security

MOJ-001 legacy_technology 615
Each prison keeps its visit hall in a system of its own, and some on paper.
> Agree one calendar with the governors of ten prisons | Product manager

MOJ-007 policy_or_law 288 102
Scores could not be shared with police before sentence.
> Agree a protocol with chief officers | Policy lead, Probation

MOJ-012 policy_or_law 470
The law asks for wet signatures in a set order.
> Commence the part of the Act that allows signing online | Policy lead, Office of the Public Guardian

HMCTS-003 skills 133 29
Court staff in six sites had not been trained for joint applications.
> Train the last six sites | Head of Operations, Family

HMCTS-007 leadership 392
Housing and justice each wait for the other to go first.
> Put one decision to both ministers | Director, Civil and Family

HMCTS-014 legacy_technology 850
Listing runs on a system that only two people can change.
> Move three courts to the new scheduler as a trial | Head of Platforms

HMCTS-017 data_sharing 310 140
Claims did not reach the early conciliation service by themselves.
> Test the link with one office | Head of Data
`;
