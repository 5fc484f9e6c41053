create schema exemptions;
grant usage on schema exemptions to candour_app, candour_report;

-- The register: on what ground something may be kept back, from when, by whom, and what the person is told.
create table exemptions.exemption (
  code text primary key check (code ~ '^[A-Z_]+$'),
  provision text not null,
  -- The articles of the UK GDPR that it disapplies.
  articles text[] not null check (cardinality(articles) > 0),
  -- Which controllers may rely on it: any, the Secretary of State alone, or those who are not health professionals.
  may_rely text not null check (may_rely in ('ANY', 'SECRETARY_OF_STATE', 'NON_HEALTH')),
  in_force_from date not null,
  in_force_to date,
  -- Whether it needs a determination of its own for each item; else an officer writes down why it applies.
  case_by_case boolean not null default false,
  -- Whether it shields other people; an entry of the ledger can be told in general words on no other.
  about_others boolean not null default false,
  -- Whether it is about data concerning health, and whether it needs a health professional's opinion that the test is met.
  about_health boolean not null default false,
  needs_opinion boolean not null default false check (about_health or not needs_opinion),
  name_en text not null,
  name_cy text not null,
  test_en text not null,
  test_cy text not null,
  guidance_en text,
  guidance_cy text,
  told_en text not null,
  told_cy text not null,
  check ((guidance_en is null) = (guidance_cy is null)),
  unique (code, about_others),
  constraint in_force_till_after_it_began check (in_force_to >= in_force_from)
);
grant select on exemptions.exemption to candour_app;
call common.shipped('exemptions.exemption');
insert into exemptions.exemption (code, provision, articles, may_rely, in_force_from, case_by_case, name_en, name_cy, test_en, test_cy,
    guidance_en, guidance_cy, told_en, told_cy) values
  ('IMMIGRATION', 'DPA 2018 Sch 2 paras 4, 4A, 4B', '{13,14,15,17,18,21}', 'SECRETARY_OF_STATE', '2024-03-08', true,
   'Immigration control', 'Rheolaeth fewnfudo',
   'Disclosure would give rise to a substantial risk of prejudice to immigration control; that risk outweighs the risk to the person; and using the exemption is necessary and proportionate.',
   'Byddai datgelu’n creu risg sylweddol o niwed i reolaeth fewnfudo; mae’r risg honno’n fwy na’r risg i’r person; ac mae defnyddio’r esemptiad yn angenrheidiol ac yn gymesur.',
   null, null,
   'Giving you this would be likely to harm immigration control, and that harm outweighs the harm to you.',
   'Byddai rhoi hyn i chi yn debygol o niweidio rheolaeth fewnfudo, ac mae’r niwed hwnnw’n fwy na’r niwed i chi.');
insert into exemptions.exemption (code, provision, articles, may_rely, in_force_from, about_others, name_en, name_cy, test_en, test_cy,
    guidance_en, guidance_cy, told_en, told_cy) values
  ('THIRD_PARTY', 'DPA 2018 Sch 2 para 16', '{15}', 'ANY', '2018-05-25', true,
   'About another person', 'Am berson arall',
   'Disclosure would reveal another person who can be identified from it, they do not consent, and it is not reasonable to disclose it without their consent.',
   'Byddai datgelu’n dangos pwy yw person arall y gellir ei adnabod ohono, nid yw’n cydsynio, ac nid yw’n rhesymol ei ddatgelu heb ei gydsyniad.',
   'Do not keep back the names of health, social work or education staff in what they wrote or did at work: disclosing those is deemed reasonable (para 17).',
   'Peidiwch â dal yn ôl enwau staff iechyd, gwaith cymdeithasol neu addysg yn yr hyn a ysgrifennwyd neu a wnaed ganddynt wrth eu gwaith: bernir bod datgelu’r rheini’n rhesymol (para 17).',
   'It is about another person, and it is not reasonable to show it without their consent.',
   'Mae am berson arall, ac nid yw’n rhesymol ei ddangos heb ei gydsyniad.');
insert into exemptions.exemption (code, provision, articles, may_rely, in_force_from, case_by_case, name_en, name_cy, test_en, test_cy,
    guidance_en, guidance_cy, told_en, told_cy) values
  ('LEGAL_PRIVILEGE', 'DPA 2018 Sch 2 para 19', '{13,14,15}', 'ANY', '2018-05-25', false,
   'Legal advice', 'Cyngor cyfreithiol',
   'A claim to legal professional privilege (in Scotland, confidentiality of communications) could be maintained, or a legal adviser owes a client a duty of confidentiality. No prejudice need be shown.',
   'Gellid cynnal hawliad i fraint broffesiynol gyfreithiol (yn yr Alban, cyfrinachedd cyfathrebu), neu mae ar gynghorydd cyfreithiol ddyletswydd cyfrinachedd i gleient. Nid oes angen dangos niwed.',
   'The privilege belongs to the client, not to the lawyer. What the client has already shown to others is no longer privileged.',
   'Y cleient biau’r fraint, nid y cyfreithiwr. Nid yw’r hyn y mae’r cleient eisoes wedi’i ddangos i eraill yn freintiedig mwyach.',
   'It is confidential legal advice, or was written for legal proceedings.',
   'Cyngor cyfreithiol cyfrinachol ydyw, neu fe’i hysgrifennwyd ar gyfer achos cyfreithiol.'),
  ('CRIME_TAX', 'DPA 2018 Sch 2 para 2', '{13,14,15,16,17,18,19,20,21,34}', 'ANY', '2018-05-25', false,
   'Crime and taxation', 'Troseddu a threthi',
   'Disclosure would be likely to prejudice the prevention, investigation or detection of crime, the apprehension or prosecution of offenders, or the assessment or collection of a tax; and only to that extent.',
   'Byddai datgelu’n debygol o niweidio atal, ymchwilio i neu ganfod troseddau, dal neu erlyn troseddwyr, neu asesu neu gasglu treth; ac i’r graddau hynny’n unig.',
   'It must not take the place of the immigration exemption where that was refused, returned or ended.',
   'Ni chaiff gymryd lle’r esemptiad mewnfudo lle gwrthodwyd hwnnw, lle’i dychwelwyd neu lle daeth i ben.',
   'Giving it to you would be likely to harm the prevention, investigation or detection of crime, the prosecution of offenders, or the collection of a tax.',
   'Byddai ei roi i chi yn debygol o niweidio atal, ymchwilio i neu ganfod troseddau, erlyn troseddwyr, neu gasglu treth.'),
  ('SELF_INCRIM', 'DPA 2018 Sch 2 para 20', '{13,14,15}', 'ANY', '2018-05-25', false,
   'Evidence of an offence against ourselves', 'Tystiolaeth o drosedd yn ein herbyn ein hunain',
   'Complying would reveal evidence of an offence and expose whoever complies to proceedings for it. Offences under data protection law itself do not count.',
   'Byddai cydymffurfio’n datgelu tystiolaeth o drosedd ac yn gwneud pwy bynnag sy’n cydymffurfio yn agored i achos amdani. Nid yw troseddau o dan gyfraith diogelu data ei hun yn cyfrif.',
   null, null,
   'Giving it to you would reveal evidence of an offence by whoever has to give it.',
   'Byddai ei roi i chi yn datgelu tystiolaeth o drosedd gan bwy bynnag sy’n gorfod ei roi.'),
  ('NEGOTIATION', 'DPA 2018 Sch 2 para 23', '{13,14,15}', 'ANY', '2018-05-25', false,
   'Negotiations with you', 'Trafodaethau gyda chi',
   'It records what we intend in negotiations with the person, and disclosure would be likely to prejudice those negotiations.',
   'Mae’n cofnodi’r hyn a fwriadwn mewn trafodaethau gyda’r person, a byddai datgelu’n debygol o niweidio’r trafodaethau hynny.',
   null, null,
   'It shows what we intend in negotiations with you, and giving it to you would be likely to harm them.',
   'Mae’n dangos yr hyn a fwriadwn mewn trafodaethau gyda chi, a byddai ei roi i chi yn debygol o’u niweidio.'),
  ('MGMT_FORECAST', 'DPA 2018 Sch 2 para 22', '{13,14,15}', 'ANY', '2018-05-25', false,
   'Management forecasts', 'Rhagolygon rheoli',
   'It is processed for management forecasting or planning of a business or other activity, and disclosure would be likely to prejudice that business or activity.',
   'Fe’i prosesir ar gyfer rhagolygon neu gynllunio rheoli busnes neu weithgaredd arall, a byddai datgelu’n debygol o niweidio’r busnes neu’r gweithgaredd hwnnw.',
   null, null,
   'It is part of planning how we will work, and giving it to you would be likely to harm that work.',
   'Mae’n rhan o gynllunio sut y byddwn yn gweithio, a byddai ei roi i chi yn debygol o niweidio’r gwaith hwnnw.'),
  ('CONF_REFERENCE', 'DPA 2018 Sch 2 para 24', '{13,14,15}', 'ANY', '2018-05-25', false,
   'A confidential reference', 'Geirda cyfrinachol',
   'It is a reference given, or to be given, in confidence for education, training, employment, volunteering, an appointment to an office or the provision of a service. No prejudice need be shown.',
   'Geirda ydyw a roddwyd, neu sydd i’w roi, yn gyfrinachol ar gyfer addysg, hyfforddiant, cyflogaeth, gwirfoddoli, penodiad i swydd neu ddarparu gwasanaeth. Nid oes angen dangos niwed.',
   null, null,
   'It is a reference that was given in confidence.', 'Geirda a roddwyd yn gyfrinachol ydyw.'),
  ('NOT_ABOUT_YOU', 'UK GDPR Art 15(1)', '{15}', 'ANY', '2018-05-25', false,
   'Not your personal data', 'Nid eich data personol chi',
   'It is not personal data of the person who asks: it neither is about them nor is used to learn, decide or influence anything about them.',
   'Nid data personol y person sy’n gofyn ydyw: nid yw amdano, ac ni chaiff ei ddefnyddio i ddysgu, penderfynu na dylanwadu ar ddim amdano.',
   null, null,
   'It is not information about you.', 'Nid gwybodaeth amdanoch chi ydyw.');
insert into exemptions.exemption (code, provision, articles, may_rely, in_force_from, about_health, needs_opinion, name_en, name_cy,
    test_en, test_cy, guidance_en, guidance_cy, told_en, told_cy) values
  ('HEALTH_SERIOUS_HARM', 'DPA 2018 Sch 3 para 5', '{15}', 'ANY', '2018-05-25', true, true,
   'Health: serious harm', 'Iechyd: niwed difrifol',
   'Disclosure would be likely to cause serious harm to the physical or mental health of the person or of somebody else.',
   'Byddai datgelu’n debygol o achosi niwed difrifol i iechyd corfforol neu feddyliol y person neu rywun arall.',
   'A health professional must have said so within the 6 months that end on the day you rely on it.',
   'Rhaid bod gweithiwr iechyd proffesiynol wedi dweud hynny o fewn y 6 mis sy’n dod i ben ar y diwrnod y byddwch yn dibynnu arno.',
   'A health professional has said that giving it to you would be likely to cause serious harm to somebody’s health.',
   'Mae gweithiwr iechyd proffesiynol wedi dweud y byddai ei roi i chi yn debygol o achosi niwed difrifol i iechyd rhywun.'),
  ('HEALTH_NO_OPINION', 'DPA 2018 Sch 3 para 6', '{15}', 'NON_HEALTH', '2018-05-25', true, false,
   'Health: no professional opinion', 'Iechyd: dim barn broffesiynol',
   'We are not a health professional, so we may not disclose health data until one has said that it would not be likely to cause serious harm; unless the person has seen it or knows it already.',
   'Nid gweithiwr iechyd proffesiynol ydym ni, felly ni chawn ddatgelu data iechyd nes bod un wedi dweud na fyddai’n debygol o achosi niwed difrifol; oni bai bod y person eisoes wedi’i weld neu’n ei wybod.',
   'This bars us only until the opinion comes. Ask for it first, and give the answer time.',
   'Dim ond hyd nes daw’r farn y mae hyn yn ein rhwystro. Gofynnwch amdani yn gyntaf, a rhowch amser i’r ateb.',
   'It is about health, and the law does not allow us to give it to you until a health professional has advised us. We asked for that advice.',
   'Mae’n ymwneud ag iechyd, ac nid yw’r gyfraith yn caniatáu inni ei roi i chi nes bod gweithiwr iechyd proffesiynol wedi’n cynghori. Gofynasom am y cyngor hwnnw.'),
  ('HEALTH_EXPECTATION', 'DPA 2018 Sch 3 para 4', '{13,14,15,16,17,18,20,21}', 'ANY', '2018-05-25', true, false,
   'Health: given in confidence', 'Iechyd: a roddwyd yn gyfrinachol',
   'A parent, or somebody whom a court appointed, asks for health data that the person gave, or a result they agreed to, expecting that it would not be disclosed to whoever asks; or said so expressly.',
   'Mae rhiant, neu rywun a benodwyd gan lys, yn gofyn am ddata iechyd a roddodd y person, neu ganlyniad y cytunodd iddo, gan ddisgwyl na châi ei ddatgelu i’r sawl sy’n gofyn; neu a ddywedodd hynny’n bendant.',
   'For children under 18 in England, Wales and Northern Ireland, and under 16 in Scotland.',
   'Ar gyfer plant o dan 18 yng Nghymru, Lloegr a Gogledd Iwerddon, ac o dan 16 yn yr Alban.',
   'It was given in confidence, in the expectation that it would not be shown to you.',
   'Fe’i rhoddwyd yn gyfrinachol, gan ddisgwyl na châi ei ddangos i chi.');

-- What an officer has to write down to rely on a ground, each in words of its own.
create table exemptions.required_field (
  code text not null references exemptions.exemption,
  field text not null check (field ~ '^[a-z]+$'),
  position smallint not null,
  least smallint not null default 20 check (least >= 2),
  label_en text not null,
  label_cy text not null,
  hint_en text not null,
  hint_cy text not null,
  primary key (code, field),
  unique (code, position)
);
grant select on exemptions.required_field to candour_app;
call common.shipped('exemptions.required_field');
insert into exemptions.required_field (code, position, field, label_en, label_cy, hint_en, hint_cy) values
  ('THIRD_PARTY', 1, 'kind', 'What kind of information is it?', 'Pa fath o wybodaeth yw hi?',
   'And whether it is about the other person alone, or about both', 'A hefyd a yw am y person arall yn unig, ynteu am y ddau'),
  ('THIRD_PARTY', 2, 'confidence', 'Is there a duty of confidentiality to the other person?', 'A oes dyletswydd cyfrinachedd i’r person arall?',
   'What they were told, or could expect', 'Yr hyn a ddywedwyd wrtho, neu’r hyn y gallai ei ddisgwyl'),
  ('THIRD_PARTY', 3, 'consent', 'What was done to seek their consent?', 'Beth a wnaed i geisio ei gydsyniad?',
   'If nothing, why not', 'Os dim byd, pam'),
  ('THIRD_PARTY', 4, 'capacity', 'Can the other person give consent?', 'A all y person arall gydsynio?',
   'For example whether they are a child, cannot be found or have died', 'Er enghraifft, a yw’n blentyn, yn amhosibl dod o hyd iddo, neu wedi marw'),
  ('THIRD_PARTY', 5, 'refusal', 'Have they expressly refused?', 'A yw wedi gwrthod yn bendant?',
   'When and how; or that nobody has asked', 'Pryd a sut; neu nad oes neb wedi gofyn'),
  ('THIRD_PARTY', 6, 'jigsaw', 'What does the requester probably know or hold already?', 'Beth y mae’r ceisydd yn debygol o’i wybod neu ei ddal eisoes?',
   'Would the other person be known from what is left, and is there still anything to protect?',
   'A fyddai’r person arall yn hysbys o’r hyn sy’n weddill, ac a oes unrhyw beth i’w ddiogelu o hyd?'),
  ('LEGAL_PRIVILEGE', 1, 'owner', 'Whose privilege is it?', 'Pwy biau’r fraint?',
   'The client: this department, or somebody else', 'Y cleient: yr adran hon, neu rywun arall'),
  ('LEGAL_PRIVILEGE', 2, 'type', 'Which type is it, and why?', 'Pa fath ydyw, a pham?',
   'Legal advice, litigation, confidentiality of communications in Scotland, or an adviser’s duty to a client',
   'Cyngor cyfreithiol, ymgyfreitha, cyfrinachedd cyfathrebu yn yr Alban, neu ddyletswydd cynghorydd i gleient'),
  ('LEGAL_PRIVILEGE', 3, 'kept', 'Has it been kept confidential?', 'A yw wedi’i gadw’n gyfrinachol?',
   'Who has seen it, and whether the privilege was given up', 'Pwy sydd wedi’i weld, ac a ildiwyd y fraint'),
  ('CRIME_TAX', 1, 'purpose', 'Which purpose would be prejudiced?', 'Pa ddiben a gâi ei niweidio?',
   'Preventing, investigating or detecting which crime, prosecuting whom, or collecting which tax',
   'Atal, ymchwilio i neu ganfod pa drosedd, erlyn pwy, neu gasglu pa dreth'),
  ('CRIME_TAX', 2, 'prejudice', 'How would disclosing this prejudice it, and how likely is that?', 'Sut y byddai datgelu hyn yn ei niweidio, a pha mor debygol yw hynny?',
   'A real and weighty chance, not a mere possibility', 'Siawns wirioneddol a sylweddol, nid posibilrwydd yn unig'),
  ('CRIME_TAX', 3, 'extent', 'Why can no less be kept back?', 'Pam na ellir dal llai yn ôl?',
   'The exemption goes no further than the prejudice', 'Nid yw’r esemptiad yn mynd ymhellach na’r niwed'),
  ('SELF_INCRIM', 1, 'offence', 'Which offence would it be evidence of?', 'O ba drosedd y byddai’n dystiolaeth?',
   'Not one under data protection law', 'Nid un o dan gyfraith diogelu data'),
  ('SELF_INCRIM', 2, 'exposure', 'Who would be exposed to proceedings, and how?', 'Pwy fyddai’n agored i achos, a sut?',
   'Whoever has to comply with the request', 'Pwy bynnag sy’n gorfod cydymffurfio â’r cais'),
  ('NEGOTIATION', 1, 'negotiations', 'Which negotiations with the person are they?', 'Pa drafodaethau gyda’r person ydynt?',
   'What they are about, and whether they still go on', 'Am beth y maent, ac a ydynt yn parhau'),
  ('NEGOTIATION', 2, 'prejudice', 'How would disclosing our intentions prejudice them?', 'Sut y byddai datgelu ein bwriadau’n eu niweidio?',
   'And how likely that is', 'A pha mor debygol yw hynny'),
  ('MGMT_FORECAST', 1, 'activity', 'Which business or activity is being planned?', 'Pa fusnes neu weithgaredd sy’n cael ei gynllunio?',
   'And what this forecast or plan is for', 'A diben y rhagolwg neu’r cynllun hwn'),
  ('MGMT_FORECAST', 2, 'prejudice', 'How would disclosing it prejudice that activity?', 'Sut y byddai ei ddatgelu’n niweidio’r gweithgaredd hwnnw?',
   'And how likely that is', 'A pha mor debygol yw hynny'),
  ('CONF_REFERENCE', 1, 'purpose', 'What was the reference for?', 'Ar gyfer beth yr oedd y geirda?',
   'Education, training, employment, volunteering, an office or a service', 'Addysg, hyfforddiant, cyflogaeth, gwirfoddoli, swydd neu wasanaeth'),
  ('CONF_REFERENCE', 2, 'confidence', 'How do you know that it was given in confidence?', 'Sut y gwyddoch iddo gael ei roi’n gyfrinachol?',
   'What was said or understood when it was given', 'Yr hyn a ddywedwyd neu a ddeallwyd pan roddwyd ef'),
  ('NOT_ABOUT_YOU', 1, 'subject', 'What, or whom, is it about?', 'Am beth, neu am bwy, y mae?',
   'In words that make it clear to whoever checks this', 'Mewn geiriau sy’n ei gwneud yn glir i’r sawl sy’n gwirio hyn'),
  ('NOT_ABOUT_YOU', 2, 'reason', 'Why is it not about the person who asks?', 'Pam nad yw am y person sy’n gofyn?',
   'Neither in what it says, nor in why it was made, nor in what it does to them',
   'Nid yn yr hyn a ddywed, nac yn y rheswm dros ei wneud, nac yn ei effaith arno'),
  ('HEALTH_SERIOUS_HARM', 1, 'harm', 'Whose health would be harmed, and how?', 'Iechyd pwy a gâi ei niweidio, a sut?',
   'Physical or mental; serious harm only', 'Corfforol neu feddyliol; niwed difrifol yn unig'),
  ('HEALTH_SERIOUS_HARM', 2, 'opinion', 'Why is it reasonable to rely on the opinion without asking again?', 'Pam y mae’n rhesymol dibynnu ar y farn heb ofyn eto?',
   'What has or has not changed since it was given', 'Beth sydd wedi newid, neu heb newid, ers ei rhoi'),
  ('HEALTH_SERIOUS_HARM', 3, 'extent', 'Why can no less be kept back?', 'Pam na ellir dal llai yn ôl?',
   'What in it would do the harm', 'Beth ynddo a wnâi’r niwed'),
  ('HEALTH_NO_OPINION', 1, 'asked', 'Who was asked for an opinion, when, and what came of it?', 'I bwy y gofynnwyd am farn, pryd, a beth a ddaeth ohono?',
   'The professional who last had the person in their care', 'Y gweithiwr proffesiynol y bu’r person o dan ei ofal ddiwethaf'),
  ('HEALTH_NO_OPINION', 2, 'known', 'Why do you think that the person has not seen it and does not know it?', 'Pam y credwch nad yw’r person wedi’i weld ac nad yw’n ei wybod?',
   'What they have seen or know already is not kept back', 'Ni ddelir yn ôl yr hyn y mae eisoes wedi’i weld neu’n ei wybod'),
  ('HEALTH_EXPECTATION', 1, 'asker', 'Who asks, and in what capacity?', 'Pwy sy’n gofyn, ac yn rhinwedd beth?',
   'A parent of a child, or somebody whom a court appointed', 'Rhiant plentyn, neu rywun a benodwyd gan lys'),
  ('HEALTH_EXPECTATION', 2, 'expectation', 'What did the person expect or say?', 'Beth yr oedd y person yn ei ddisgwyl, neu beth a ddywedodd?',
   'And how you know it', 'A sut y gwyddoch hynny');

-- Whether words say anything: spaces do not count towards the least that has to be written, and nobody needs more than 20,000.
create function exemptions.says(words text, fewest integer) returns boolean language sql immutable parallel safe
  return char_length(btrim(regexp_replace(words, '\s+', ' ', 'g'))) >= fewest and char_length(words) <= 20000;

-- What may be decided on: a record, one of its pages, a named set of regions, or a ledger entry; each of one case.
create table exemptions.item (
  item_id uuid primary key,
  case_id uuid not null references casework.request,
  kind text not null check (kind in ('RECORD', 'PAGE', 'REGIONS', 'DISCLOSURE')),
  -- The record that it is or lies in, or the ledger entry.
  within_id uuid not null,
  -- The page, an item too, that a set of regions lies on; which they are is in records.place.
  page_id uuid,
  words text not null check (exemptions.says(words, 1) and char_length(words) <= 400),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (item_id, case_id, within_id),
  foreign key (page_id, case_id, within_id) references exemptions.item (item_id, case_id, within_id),
  constraint regions_lie_on_a_page check ((kind = 'REGIONS') = (page_id is not null))
);
create index item_case on exemptions.item (case_id, recorded_at);
create unique index one_item_an_entry on exemptions.item (case_id, within_id) where kind = 'DISCLOSURE';
call common.acts('exemptions.item');
call platform.emptied_with_case('exemptions.item', 'case_id = $1', 'words');

-- One immigration-exemption determination: one item, one provision, one occasion; never a case, never a batch.
create table exemptions.proposal (
  proposal_id uuid primary key,
  case_id uuid not null references casework.request,
  -- Each time disapplying the provision to the item is considered afresh (para 4A(2)); counted by the database.
  occasion_no integer not null default 1 check (occasion_no >= 1),
  item_id uuid not null,
  within_id uuid not null,
  provision text not null constraint one_of_six_provisions check (provision in
    ('ART_13_1_3', 'ART_14_1_4', 'ART_15_1_3', 'ART_17_1_2', 'ART_18_1', 'ART_21_1')),
  art5_addon boolean not null default false,
  purpose text not null check (purpose in ('IMM_CONTROL', 'UNDERMINING_ACTIVITY', 'BOTH')),
  extent text not null check (extent in ('FULL', 'PARTIAL')),
  prejudice_to text not null check (exemptions.says(prejudice_to, 40)),
  prejudice_likelihood text not null check (exemptions.says(prejudice_likelihood, 40)),
  lesser_step text not null check (exemptions.says(lesser_step, 40)),
  review_on date not null,
  limb_a_met boolean not null,
  limb_a_reason text not null check (exemptions.says(limb_a_reason, 40)),
  limb_b_met boolean not null,
  limb_b_reason text not null check (exemptions.says(limb_b_reason, 40)),
  limb_c_met boolean not null,
  limb_c_reason text not null check (exemptions.says(limb_c_reason, 40)),
  outcome text not null check (outcome in ('APPLIED', 'NOT_APPLIED')),
  -- Whether the person is to be told (para 4B): proposed here, decided in tell_decision; nothing to tell where nothing is applied.
  tell boolean,
  tell_reason text check (exemptions.says(tell_reason, 40)),
  tell_review_on date,
  summary text not null check (exemptions.says(summary, 20) and char_length(summary) <= 2000),
  decided_on date not null,
  rule_version text not null default 'IMM_V3' check (rule_version = 'IMM_V3'),
  proposed_by uuid not null references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (item_id, provision, occasion_no),
  unique (proposal_id, proposed_by),
  unique (proposal_id, proposed_by, tell),
  unique (proposal_id, case_id),
  unique (proposal_id, case_id, within_id),
  unique (proposal_id, case_id, item_id, provision, outcome),
  foreign key (item_id, case_id, within_id) references exemptions.item (item_id, case_id, within_id),
  constraint all_three_limbs check (outcome = 'NOT_APPLIED' or (limb_a_met and limb_b_met and limb_c_met)),
  constraint review_within_a_year check (review_on > decided_on and review_on <= decided_on + interval '1 year'),
  constraint rule_in_force check (decided_on >= date '2024-03-08'),
  constraint telling_is_decided_where_applied check ((outcome = 'APPLIED') = (tell is not null)),
  constraint not_told_needs_reason
    check ((tell is not false) = (tell_reason is null) and (tell is not false) = (tell_review_on is null)),
  constraint not_told_review_within_a_year
    check (tell_review_on > decided_on and tell_review_on <= decided_on + interval '1 year'),
  constraint summary_names_nobody check (summary !~ '[0-9@]')
);
create index proposal_case on exemptions.proposal (case_id, recorded_at);
create index proposal_proposer on exemptions.proposal (proposed_by, recorded_at);
call common.acts('exemptions.proposal', 'proposed_by');
call platform.in_office('exemptions.proposal', 'proposed_by', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('exemptions.proposal', 'case_id = $1', 'prejudice_to', 'prejudice_likelihood', 'lesser_step', 'limb_a_reason', 'limb_b_reason', 'limb_c_reason', 'tell_reason');

-- The seven considerations of para 4A(3), each with its own words.
create table exemptions.consideration (
  proposal_id uuid not null references exemptions.proposal,
  code text not null check (code in ('VULNERABILITY', 'RIGHTS_FREEDOMS', 'REFUGEE_CONVENTION', 'TRAFFICKING_CONVENTION',
    'S55_BCIA_2009', 'UK_GDPR_COMPLIANCE', 'OTHER_DUTY')),
  words text not null check (exemptions.says(words, 20)),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (proposal_id, code)
);
call common.acts('exemptions.consideration');
call platform.emptied_with_case('exemptions.consideration', 'proposal_id in (select proposal_id from exemptions.proposal where case_id = $1)', 'words');

create function exemptions.considered_in_full() returns trigger language plpgsql as $$
begin
  if (select count(*) from exemptions.consideration c where c.proposal_id = new.proposal_id) <> 7 then
    raise exception using errcode = 'CD012', message = 'seven-considerations';
  end if;
  return null;
end $$;
create constraint trigger considered_in_full after insert on exemptions.proposal
  deferrable initially deferred for each row execute function exemptions.considered_in_full();

-- What each reason text is found by: the smallest numbers of its runs of four words (candour.exemptions.likeness).
create table exemptions.sketch (
  -- The proposal's identifier, or that of going on not telling.
  proposal_id uuid not null,
  case_id uuid not null,
  field text not null constraint one_of_the_reasons check (field in ('PREJUDICE_TO', 'PREJUDICE_LIKELIHOOD',
    'LESSER_STEP', 'VULNERABILITY', 'RIGHTS_FREEDOMS', 'REFUGEE_CONVENTION', 'TRAFFICKING_CONVENTION', 'S55_BCIA_2009',
    'UK_GDPR_COMPLIANCE', 'OTHER_DUTY', 'LIMB_A', 'LIMB_B', 'LIMB_C', 'NOT_TELLING', 'GOING_ON')),
  hashes bigint[] not null check (cardinality(hashes) between 1 and 16),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (proposal_id, field, case_id)
);
call common.acts('exemptions.sketch');
create function exemptions.of_a_reason() returns trigger language plpgsql as $$
begin
  if not (new.field = 'GOING_ON' and exists (select from exemptions.silence s
        where (s.silence_id, s.case_id) = (new.proposal_id, new.case_id))
      or new.field <> 'GOING_ON' and exists (select from exemptions.proposal p
        where (p.proposal_id, p.case_id) = (new.proposal_id, new.case_id))) then
    raise exception using errcode = 'CD019', message = 'sketch-of-a-reason';
  end if;
  return new;
end $$;
create trigger of_a_reason before insert on exemptions.sketch for each row execute function exemptions.of_a_reason();
call platform.emptied_with_case('exemptions.sketch', 'case_id = $1', 'hashes');

-- The sketches number by number, kept by the database alone: the newest texts that share one are the first found.
create table exemptions.fingerprint (
  hash bigint not null,
  proposal_id uuid not null,
  field text not null,
  case_id uuid not null,
  primary key (hash, proposal_id, field) include (case_id)
);
call common.evidence('exemptions.fingerprint');
revoke insert on exemptions.fingerprint from candour_app;
call common.personal('exemptions.fingerprint');
call platform.deleted_with_case('exemptions.fingerprint', 'case_id = $1');
create policy of_sketches on exemptions.fingerprint for insert to current_user with check (true);
create function exemptions.fingerprints() returns trigger language plpgsql
    security definer set search_path = exemptions, pg_temp as $$
begin
  insert into exemptions.fingerprint (hash, proposal_id, field, case_id)
    select distinct hash, new.proposal_id, new.field, new.case_id from unnest(new.hashes) hash;
  return null;
end $$;
revoke execute on function exemptions.fingerprints from public;
create trigger fingerprints after insert on exemptions.sketch for each row execute function exemptions.fingerprints();

-- No reason of a proposal goes without its sketch, so that none escapes comparison.
create function exemptions.sketched_in_full() returns trigger language plpgsql as $$
begin
  if (select count(*) from exemptions.sketch s where s.proposal_id = new.proposal_id)
      <> 13 + (new.tell_reason is not null)::integer then
    raise exception using errcode = 'CD019', message = 'sketched-in-full';
  end if;
  return null;
end $$;
create constraint trigger sketched_in_full after insert on exemptions.proposal
  deferrable initially deferred for each row execute function exemptions.sketched_in_full();

-- Reasons that are close to one of another case, found when they were proposed. Its approver sees both and says why.
create table exemptions.likeness (
  proposal_id uuid not null,
  field text not null,
  case_id uuid not null,
  other_id uuid not null,
  other_field text not null,
  other_case_id uuid not null,
  -- Of all runs of four words in both, the share that both have.
  share numeric(4, 3) not null constraint likeness_is_close check (share between 0.6 and 1),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (proposal_id, field, other_id, other_field),
  constraint likeness_is_to_another_case check (other_case_id <> case_id),
  foreign key (proposal_id, field, case_id) references exemptions.sketch (proposal_id, field, case_id),
  foreign key (other_id, other_field, other_case_id) references exemptions.sketch (proposal_id, field, case_id)
);
call common.acts('exemptions.likeness');

-- What nobody has decided on yet, proposals and going on not telling, kept by the database alone: whoever may decide finds it here.
create table exemptions.waiting (
  -- The proposal's identifier, or that of going on not telling.
  waiting_id uuid primary key,
  proposal_id uuid not null references exemptions.proposal,
  case_id uuid not null references casework.request,
  proposed_by uuid not null references platform.account (account_id)
);
create index waiting_proposal on exemptions.waiting (proposal_id);
grant select on exemptions.waiting to candour_app;
call common.personal('exemptions.waiting');
create policy of_proposals on exemptions.waiting to current_user using (true) with check (true);
create function exemptions.waits() returns trigger language plpgsql
    security definer set search_path = exemptions, pg_temp as $$
begin
  insert into exemptions.waiting (waiting_id, proposal_id, case_id, proposed_by)
    values ((to_jsonb(new) ->> tg_argv[0])::uuid, new.proposal_id, new.case_id, new.proposed_by);
  return null;
end $$;
revoke execute on function exemptions.waits from public;
create trigger waits after insert on exemptions.proposal for each row execute function exemptions.waits('proposal_id');
create function exemptions.waits_no_more() returns trigger language plpgsql
    security definer set search_path = exemptions, pg_temp as $$
begin
  delete from exemptions.waiting where waiting_id = (to_jsonb(new) ->> tg_argv[0])::uuid;
  return null;
end $$;
revoke execute on function exemptions.waits_no_more from public;

-- Whether another officer has approved or returned the proposal; the approver is never the proposer.
create table exemptions.ruling (
  proposal_id uuid primary key,
  ruling text not null check (ruling in ('APPROVED', 'RETURNED')),
  reason text not null check (exemptions.says(reason, 10)),
  -- Why words that are close to those of another case do for this one; needed where there are any (likeness).
  likeness_reason text check (exemptions.says(likeness_reason, 40)),
  -- Whether the approver read the committee's summary and found nobody in it.
  summary_names_nobody boolean not null default false,
  proposed_by uuid not null,
  decided_by uuid not null references platform.account (account_id),
  decided_on date not null,
  -- The proposal's, set by the database: how often each provision is disapplied is counted here.
  provision text not null,
  outcome text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (proposal_id, decided_by, ruling),
  constraint four_eyes check (decided_by <> proposed_by),
  constraint summary_is_confirmed check (ruling <> 'APPROVED' or summary_names_nobody),
  foreign key (proposal_id, proposed_by) references exemptions.proposal (proposal_id, proposed_by)
);
create index ruling_applied on exemptions.ruling (provision, decided_on) where ruling = 'APPROVED' and outcome = 'APPLIED';
call common.acts('exemptions.ruling', 'decided_by');
call platform.in_office('exemptions.ruling', 'decided_by', 'senior-officer-only', 'SENIOR');
call platform.emptied_with_case('exemptions.ruling', 'proposal_id in (select proposal_id from exemptions.proposal where case_id = $1)', 'reason', 'likeness_reason');
create function exemptions.of_proposal() returns trigger language plpgsql as $$
begin
  select p.provision, p.outcome into new.provision, new.outcome from exemptions.proposal p where p.proposal_id = new.proposal_id;
  return new;
end $$;
create trigger of_proposal before insert on exemptions.ruling for each row execute function exemptions.of_proposal();
create trigger waits_no_more after insert on exemptions.ruling for each row execute function exemptions.waits_no_more('proposal_id');
-- Nor does anything of a request that ended without an answer.
create function exemptions.nothing_waits_of_withdrawn() returns trigger language plpgsql
    security definer set search_path = exemptions, pg_temp as $$
begin
  delete from exemptions.waiting where case_id = new.case_id;
  return null;
end $$;
revoke execute on function exemptions.nothing_waits_of_withdrawn from public;
create trigger nothing_waits_of_withdrawn after update of outcome on casework.request
  for each row when (new.outcome in ('WITHDRAWN', 'JOINED')) execute function exemptions.nothing_waits_of_withdrawn();

-- Whether the person is told of an applied determination (para 4B): telling is the rule. Not telling is a decision of its own,
-- with a reason of its own, by the officer who approves; and only where not telling was proposed.
create table exemptions.tell_decision (
  proposal_id uuid primary key,
  told boolean not null,
  reason text check (exemptions.says(reason, 40)),
  proposed_told boolean not null,
  proposed_by uuid not null,
  ruling text not null default 'APPROVED' check (ruling = 'APPROVED'),
  approved_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (proposal_id, proposed_by, proposed_told) references exemptions.proposal (proposal_id, proposed_by, tell),
  foreign key (proposal_id, approved_by, ruling) references exemptions.ruling (proposal_id, decided_by, ruling),
  constraint tell_four_eyes check (approved_by <> proposed_by),
  constraint not_told_needs_proposal check (told or not proposed_told),
  constraint not_told_needs_reason check (told = (reason is null))
);
call common.acts('exemptions.tell_decision', 'approved_by');
call platform.emptied_with_case('exemptions.tell_decision', 'proposal_id in (select proposal_id from exemptions.proposal where case_id = $1)', 'reason');

-- Going on not telling (para 4B): at the review of that, one officer says afresh why the person may still not be told, and until when.
create table exemptions.silence (
  silence_id uuid primary key,
  proposal_id uuid not null,
  case_id uuid not null,
  -- Each time it is considered afresh; counted by the database.
  occasion_no integer not null default 1 check (occasion_no >= 1),
  reason text not null check (exemptions.says(reason, 40)),
  review_on date not null,
  proposed_by uuid not null references platform.account (account_id),
  proposed_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (proposal_id, occasion_no),
  unique (silence_id, proposal_id, case_id, proposed_by),
  foreign key (proposal_id, case_id) references exemptions.proposal (proposal_id, case_id),
  constraint not_told_review_within_a_year
    check (review_on > proposed_on and review_on <= proposed_on + interval '1 year')
);
create index silence_case on exemptions.silence (case_id);
call common.acts('exemptions.silence', 'proposed_by');
call platform.in_office('exemptions.silence', 'proposed_by', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('exemptions.silence', 'case_id = $1', 'reason');
create trigger waits after insert on exemptions.silence for each row execute function exemptions.waits('silence_id');

-- What was written of a proposal, or of going on not telling where that identifier is given.
create function exemptions.reason(of_proposal uuid, of_field text) returns text language sql stable
  return case when of_field = 'GOING_ON' then (select s.reason from exemptions.silence s where s.silence_id = of_proposal) else (select case of_field
      when 'PREJUDICE_TO' then p.prejudice_to
      when 'PREJUDICE_LIKELIHOOD' then p.prejudice_likelihood
      when 'LESSER_STEP' then p.lesser_step
      when 'LIMB_A' then p.limb_a_reason
      when 'LIMB_B' then p.limb_b_reason
      when 'LIMB_C' then p.limb_c_reason
      when 'NOT_TELLING' then p.tell_reason
      else (select c.words from exemptions.consideration c where c.proposal_id = p.proposal_id and c.code = of_field) end
    from exemptions.proposal p where p.proposal_id = of_proposal) end;

create function exemptions.sketched_silence() returns trigger language plpgsql as $$
begin
  if not exists (select from exemptions.sketch s where s.proposal_id = new.silence_id and s.field = 'GOING_ON') then
    raise exception using errcode = 'CD019', message = 'sketched-in-full';
  end if;
  return null;
end $$;
create constraint trigger sketched_in_full after insert on exemptions.silence
  deferrable initially deferred for each row execute function exemptions.sketched_silence();

-- Another officer decides on that, who says why as much as the first did: not telling is never one person's.
create table exemptions.silence_ruling (
  silence_id uuid primary key,
  proposal_id uuid not null,
  case_id uuid not null,
  ruling text not null check (ruling in ('APPROVED', 'RETURNED')),
  reason text not null check (exemptions.says(reason, case ruling when 'APPROVED' then 40 else 10 end)),
  -- Why a reason that is close to one of another case does for this one; needed where there is any (likeness).
  likeness_reason text check (exemptions.says(likeness_reason, 40)),
  proposed_by uuid not null,
  decided_by uuid not null references platform.account (account_id),
  decided_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (silence_id, proposal_id, case_id, proposed_by)
    references exemptions.silence (silence_id, proposal_id, case_id, proposed_by),
  constraint four_eyes check (decided_by <> proposed_by)
);
create index silence_ruling_case on exemptions.silence_ruling (case_id);
call common.acts('exemptions.silence_ruling', 'decided_by');
call platform.in_office('exemptions.silence_ruling', 'decided_by', 'senior-officer-only', 'SENIOR');
call platform.emptied_with_case('exemptions.silence_ruling', 'case_id = $1', 'reason', 'likeness_reason');
create trigger waits_no_more after insert on exemptions.silence_ruling
  for each row execute function exemptions.waits_no_more('silence_id');

-- Until when the person is not told; null where they were to be told from the start.
create function exemptions.untold_until(of_proposal uuid) returns date language sql stable
  return coalesce(
    (select s.review_on from exemptions.silence s join exemptions.silence_ruling r using (silence_id)
      where s.proposal_id = of_proposal and r.ruling = 'APPROVED' order by s.occasion_no desc limit 1),
    (select p.tell_review_on from exemptions.proposal p where p.proposal_id = of_proposal));

-- The last day of a determination: that of its own review, or of the review of not telling where that comes first.
create function exemptions.last_day(of_proposal uuid) returns date language sql stable
  return (select case when coalesce(t.told, p.tell) then p.review_on
      else least(p.review_on, exemptions.untold_until(p.proposal_id)) end
    from exemptions.proposal p left join exemptions.tell_decision t using (proposal_id) where p.proposal_id = of_proposal);

-- How a determination in force came to its end.
create table exemptions.ending (
  proposal_id uuid primary key references exemptions.proposal,
  ending text not null check (ending in ('WITHDRAWN', 'LAPSED', 'OVERTURNED')),
  -- In an officer's words; what ends by itself, at its review or because the request became guarded, needs none.
  reason text check (exemptions.says(reason, 10)),
  ended_by text not null check (ended_by in ('OFFICE', 'RECLASSIFIED', 'COMPLAINT', 'COMMISSIONER', 'TRIBUNAL', 'COURT', 'REVIEW_DATE')),
  officer_id uuid references platform.account (account_id),
  -- When whoever overruled the office decided, and under which reference they keep it.
  outcome_on date,
  outcome_reference text check (exemptions.says(outcome_reference, 2) and char_length(outcome_reference) <= 200),
  ended_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint ends_by_itself
    check (ended_by not in ('REVIEW_DATE', 'RECLASSIFIED') or officer_id is null and reason is null),
  constraint ended_for_a_reason check (ended_by in ('REVIEW_DATE', 'RECLASSIFIED') or reason is not null),
  constraint ended_by_an_officer check (ended_by in ('REVIEW_DATE', 'RECLASSIFIED') or officer_id is not null),
  constraint overturned_by_an_outcome check ((ending = 'OVERTURNED') = (outcome_on is not null)
    and (ending = 'OVERTURNED') = (outcome_reference is not null)),
  constraint overruled_while_in_force check (outcome_on <= ended_on),
  constraint ended_by_whom check (ended_by = any (case ending when 'WITHDRAWN' then array['OFFICE', 'RECLASSIFIED']
    when 'LAPSED' then array['REVIEW_DATE'] else array['COMPLAINT', 'COMMISSIONER', 'TRIBUNAL', 'COURT'] end))
);
create index ending_overturned on exemptions.ending (outcome_on) where ending = 'OVERTURNED';
call common.acts('exemptions.ending', 'officer_id');
call platform.in_office('exemptions.ending', 'officer_id', 'senior-officer-only', 'SENIOR');
call platform.emptied_with_case('exemptions.ending', 'proposal_id in (select proposal_id from exemptions.proposal where case_id = $1)', 'reason', 'outcome_reference');

create function exemptions.nothing_waits() returns trigger language plpgsql
    security definer set search_path = exemptions, pg_temp as $$
begin
  delete from exemptions.waiting where proposal_id = new.proposal_id;
  return null;
end $$;
revoke execute on function exemptions.nothing_waits from public;
create trigger nothing_waits after insert on exemptions.ending for each row execute function exemptions.nothing_waits();

-- What is in force. The foreign key carries the request's kind, so a guarded request cannot have one, whatever the code does.
create table exemptions.standing (
  proposal_id uuid primary key,
  case_id uuid not null,
  case_kind text not null constraint windrush_guard check (case_kind <> 'GUARDED'),
  item_id uuid not null,
  provision text not null,
  outcome text not null default 'APPLIED' check (outcome = 'APPLIED'),
  -- The first day on which it, or not telling of it, is to be reviewed (last_day); set by the database. After that day it lapses.
  review_on date not null,
  foreign key (case_id, case_kind) references casework.request (case_id, kind) on update restrict,
  foreign key (proposal_id, case_id, item_id, provision, outcome)
    references exemptions.proposal (proposal_id, case_id, item_id, provision, outcome),
  unique (case_id, item_id, provision),
  unique (proposal_id, case_id)
);
create index standing_review on exemptions.standing (review_on, proposal_id);
grant select, insert, delete on exemptions.standing to candour_app;
call common.personal('exemptions.standing');
call common.logged('exemptions.standing');

-- Each step first takes the case's row for writing, then looks at the rest: of two officers at once, one comes first.

create function exemptions.guard_proposal() returns trigger language plpgsql as $$
declare
  guarded boolean;
begin
  perform casework.touch(new.case_id);
  select kind = 'GUARDED' into guarded from casework.request where case_id = new.case_id;
  -- The Windrush guard, and whose exemption it is: only the Secretary of State's, never on a guarded request.
  if new.outcome = 'APPLIED' and guarded then
    raise exception using errcode = 'CD010', message = 'windrush-guard';
  elsif not coalesce((select secretary_of_state from platform.controller), false) then
    raise exception using errcode = 'CD011', message = 'secretary-of-state-only';
  -- It is an exemption from UK GDPR, which does not cover the dead.
  elsif exists (select from casework.request r where r.case_id = new.case_id and r.regime = 'DECEASED') then
    raise exception using errcode = 'CD011', message = 'not-for-the-dead';
  elsif exists (select from exemptions.standing s
      where s.case_id = new.case_id and s.item_id = new.item_id and s.provision = new.provision) then
    raise exception using errcode = 'CD015', message = 'already-in-force';
  elsif exists (select from exemptions.proposal p where p.item_id = new.item_id and p.provision = new.provision
      and not exists (select from exemptions.ruling r where r.proposal_id = p.proposal_id)) then
    raise exception using errcode = 'CD015', message = 'already-proposed';
  end if;
  new.occasion_no := 1 + (select count(*) from exemptions.proposal p
    where p.item_id = new.item_id and p.provision = new.provision);
  return new;
end $$;
create trigger guard before insert on exemptions.proposal for each row execute function exemptions.guard_proposal();

create function exemptions.touch_by_proposal() returns trigger language plpgsql as $$
begin
  perform casework.touch((select case_id from exemptions.proposal p where p.proposal_id = new.proposal_id));
  return new;
end $$;
create trigger a_touch before insert on exemptions.ruling for each row execute function exemptions.touch_by_proposal();
create trigger a_touch before insert on exemptions.tell_decision
  for each row execute function exemptions.touch_by_proposal();
create trigger a_touch before insert on exemptions.ending for each row execute function exemptions.touch_by_proposal();

create function exemptions.likeness_is_justified() returns trigger language plpgsql as $$
begin
  if new.ruling = 'APPROVED' and new.likeness_reason is null
      and exists (select from exemptions.likeness l where l.proposal_id = (to_jsonb(new) ->> tg_argv[0])::uuid) then
    raise exception using errcode = 'CD019', message = 'likeness-is-justified';
  end if;
  return new;
end $$;
create trigger justified before insert on exemptions.ruling
  for each row execute function exemptions.likeness_is_justified('proposal_id');
create trigger justified before insert on exemptions.silence_ruling
  for each row execute function exemptions.likeness_is_justified('silence_id');

-- What was found is found before anybody decides.
create function exemptions.found_before_decided() returns trigger language plpgsql as $$
begin
  perform casework.touch(case_id) from (select distinct case_id from found) c;
  if exists (select from exemptions.ruling join found using (proposal_id))
      or exists (select from exemptions.silence_ruling r join found f on f.proposal_id = r.silence_id) then
    raise exception using errcode = 'CD013', message = 'already-decided';
  end if;
  return null;
end $$;
create trigger before_decided after insert on exemptions.likeness referencing new table as found
  for each statement execute function exemptions.found_before_decided();

-- The Windrush guard again: what was proposed before the request became guarded can be returned, never approved.
create function exemptions.guard_ruling() returns trigger language plpgsql as $$
begin
  if new.ruling = 'APPROVED' and exists (select from exemptions.proposal p join casework.request r using (case_id)
      where p.proposal_id = new.proposal_id and p.outcome = 'APPLIED' and r.kind = 'GUARDED') then
    raise exception using errcode = 'CD010', message = 'windrush-guard';
  end if;
  return new;
end $$;
create trigger guard before insert on exemptions.ruling for each row execute function exemptions.guard_ruling();

-- Approving an applied determination, standing and the decision to tell are one.
create function exemptions.approved_in_full() returns trigger language plpgsql as $$
begin
  if new.ruling = 'APPROVED'
      and exists (select from exemptions.proposal p where p.proposal_id = new.proposal_id and p.outcome = 'APPLIED')
      and not (exists (select from exemptions.tell_decision t where t.proposal_id = new.proposal_id)
        and exists (select from exemptions.standing s where s.proposal_id = new.proposal_id
          union all select from exemptions.ending e where e.proposal_id = new.proposal_id)) then
    raise exception using errcode = 'CD017', message = 'approved-in-full';
  end if;
  return null;
end $$;
create constraint trigger approved_in_full after insert on exemptions.ruling
  deferrable initially deferred for each row execute function exemptions.approved_in_full();

create function exemptions.stands_by_ruling() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'review_on' <> to_jsonb(old) - 'review_on'
        or new.review_on is distinct from exemptions.last_day(new.proposal_id) then
      raise exception using errcode = 'CD001', message = 'evidence-is-append-only', table = tg_table_name;
    end if;
    return new;
  end if;
  perform casework.touch(coalesce(new.case_id, old.case_id));
  if tg_op = 'DELETE' then
    if not exists (select from exemptions.ending e where e.proposal_id = old.proposal_id) then
      raise exception using errcode = 'CD014', message = 'ends-by-an-ending-only';
    end if;
    return old;
  elsif not exists (select from exemptions.ruling r where r.proposal_id = new.proposal_id and r.ruling = 'APPROVED') then
    raise exception using errcode = 'CD013', message = 'not-approved';
  elsif exists (select from exemptions.ending e where e.proposal_id = new.proposal_id) then
    raise exception using errcode = 'CD013', message = 'already-ended';
  end if;
  new.review_on := exemptions.last_day(new.proposal_id);
  if new.review_on < (select r.decided_on from exemptions.ruling r where r.proposal_id = new.proposal_id) then
    raise exception using errcode = 'CD013', message = 'approved-before-review';
  end if;
  return new;
end $$;
create trigger by_ruling before insert or update or delete on exemptions.standing
  for each row execute function exemptions.stands_by_ruling();
create trigger evidence_whole before truncate on exemptions.standing
  for each statement execute function common.refuse_change();

-- Only what stands can end, and what has ended does not stand.
create function exemptions.ends_what_stands() returns trigger language plpgsql as $$
begin
  if not exists (select from exemptions.standing s where s.proposal_id = new.proposal_id) then
    raise exception using errcode = 'CD018', message = 'not-in-force';
  elsif new.ending = 'LAPSED' and (select s.review_on >= new.ended_on from exemptions.standing s
      where s.proposal_id = new.proposal_id) then
    raise exception using errcode = 'CD019', message = 'review-not-past';
  elsif new.ending = 'OVERTURNED' and (select r.decided_on > new.outcome_on from exemptions.ruling r
      where r.proposal_id = new.proposal_id) then
    raise exception using errcode = 'CD019', message = 'overruled-while-in-force';
  elsif new.ended_by = 'COMPLAINT' and not exists (select from exemptions.proposal p join casework.complaint_outcome o using (case_id)
      where p.proposal_id = new.proposal_id and o.outcome <> 'NOT_UPHELD' and o.decided_on = new.outcome_on) then
    raise exception using errcode = 'CD019', message = 'no-upheld-complaint';
  end if;
  return new;
end $$;
create trigger of_what_stands before insert on exemptions.ending
  for each row execute function exemptions.ends_what_stands();
-- Nobody decides a complaint about a determination that they proposed or ruled on, nor about what was kept back on their word.
create function exemptions.judges_others() returns trigger language plpgsql
    security definer set search_path = exemptions, pg_temp as $$
begin
  if exists (select from exemptions.proposal p left join exemptions.ruling r using (proposal_id)
      where p.case_id = new.case_id and new.decided_by in (p.proposed_by, r.decided_by))
    or exists (select from exemptions.silence s left join exemptions.silence_ruling r using (silence_id)
      where s.case_id = new.case_id and new.decided_by in (s.proposed_by, r.decided_by))
    or exists (select from exemptions.reliance r where r.case_id = new.case_id and r.officer_id = new.decided_by) then
    raise exception using errcode = 'CD026', message = 'complaint-about-own-work';
  end if;
  return new;
end $$;
revoke execute on function exemptions.judges_others from public;
create trigger judges_determinations_of_others before insert on casework.complaint_outcome
  for each row execute function exemptions.judges_others();

create function exemptions.ended_for_good() returns trigger language plpgsql as $$
begin
  if exists (select from exemptions.standing s where s.proposal_id = new.proposal_id) then
    raise exception using errcode = 'CD018', message = 'ended-does-not-stand';
  end if;
  return null;
end $$;
create constraint trigger ended_for_good after insert on exemptions.ending
  deferrable initially deferred for each row execute function exemptions.ended_for_good();

-- Going on not telling changes nothing of what may be answered, so it holds the case, answered or not, and leaves its version.
create function exemptions.said_before(of_proposal uuid, words text) returns boolean language sql stable
  return exists (select from (
      select p.tell_reason from exemptions.proposal p where p.proposal_id = of_proposal
      union all select t.reason from exemptions.tell_decision t where t.proposal_id = of_proposal
      union all select s.reason from exemptions.silence s where s.proposal_id = of_proposal
      union all select r.reason from exemptions.silence_ruling r where r.proposal_id = of_proposal) said (earlier)
    where regexp_replace(lower(earlier), '[^[:alnum:]]', '', 'g') = regexp_replace(lower(words), '[^[:alnum:]]', '', 'g'));
create function exemptions.guard_silence() returns trigger language plpgsql as $$
declare
  held casework.request := casework.hold(new.case_id);
  rules constant boolean := tg_table_name = 'silence_ruling';
  today constant date := to_jsonb(new) ->> case when rules then 'decided_on' else 'proposed_on' end;
  standing exemptions.standing;
begin
  select * into standing from exemptions.standing s where s.proposal_id = new.proposal_id;
  if to_jsonb(new) ->> 'ruling' = 'RETURNED' then
    return new;
  elsif standing.proposal_id is null then
    raise exception using errcode = 'CD018', message = 'not-in-force';
  elsif (select told from exemptions.tell_decision t where t.proposal_id = new.proposal_id) then
    raise exception using errcode = 'CD018', message = 'is-told';
  elsif standing.review_on < today
      or rules and (select s.review_on <= today from exemptions.silence s where s.silence_id = new.silence_id) then
    raise exception using errcode = 'CD019', message = 'review-past';
  elsif not rules and exists (select from exemptions.waiting w where w.proposal_id = new.proposal_id) then
    raise exception using errcode = 'CD015', message = 'silence-proposed';
  elsif exemptions.said_before(new.proposal_id, new.reason) then
    raise exception using errcode = 'CD019', message = 'reason-is-not-fresh';
  end if;
  if not rules then
    new.occasion_no := 1 + (select count(*) from exemptions.silence s where s.proposal_id = new.proposal_id);
  end if;
  return new;
end $$;
create trigger guard before insert on exemptions.silence for each row execute function exemptions.guard_silence();
create trigger guard before insert on exemptions.silence_ruling for each row execute function exemptions.guard_silence();
create policy by_silence on exemptions.standing for update to current_user using ((select common.at_work()));
create function exemptions.stands_on() returns trigger language plpgsql
    security definer set search_path = exemptions, pg_temp as $$
begin
  update exemptions.standing set review_on = exemptions.last_day(proposal_id) where proposal_id = new.proposal_id;
  return null;
end $$;
revoke execute on function exemptions.stands_on from public;
create trigger stands_on after insert on exemptions.silence_ruling
  for each row when (new.ruling = 'APPROVED') execute function exemptions.stands_on();

-- A request is about to become guarded: all that stands on it is withdrawn, whoever asks for it, and nothing else may come of that.
create policy by_guard on exemptions.ending for insert to current_user with check (ended_by = 'RECLASSIFIED');
create policy by_guard on exemptions.standing for delete to current_user using (true);
create function exemptions.end_for_guard(guarded uuid, today date) returns table (proposal_id uuid, provision text) language plpgsql
    security definer set search_path = exemptions, pg_temp as $$
declare
  standing exemptions.standing;
begin
  if not (common.at_work() or common.acting_role() = 'REQUESTER' and common.acting_key() = guarded) then
    raise exception using errcode = 'CD003', message = 'no-such-case';
  end if;
  perform casework.touch(guarded);
  for standing in select s.* from exemptions.standing s where s.case_id = guarded order by s.proposal_id loop
    insert into exemptions.ending (proposal_id, ending, ended_by, ended_on)
      values (standing.proposal_id, 'WITHDRAWN', 'RECLASSIFIED', today);
    delete from exemptions.standing s where s.proposal_id = standing.proposal_id;
    return query select standing.proposal_id, standing.provision;
  end loop;
end $$;
revoke execute on function exemptions.end_for_guard from public;
grant execute on function exemptions.end_for_guard to candour_app;
create function exemptions.reclassified_is_guarded() returns trigger language plpgsql
    security definer set search_path = exemptions, pg_temp as $$
begin
  if new.ended_by = 'RECLASSIFIED' and not exists (select from exemptions.proposal p join casework.request r using (case_id)
      where p.proposal_id = new.proposal_id and r.kind = 'GUARDED') then
    raise exception using errcode = 'CD018', message = 'reclassified-is-guarded';
  end if;
  return null;
end $$;
revoke execute on function exemptions.reclassified_is_guarded from public;
create constraint trigger reclassified_is_guarded after insert on exemptions.ending
  deferrable initially deferred for each row execute function exemptions.reclassified_is_guarded();

-- Every attempt that the guard or another rule refused.
create table exemptions.refused_attempt (
  attempt_id uuid primary key,
  case_id uuid not null references casework.request,
  -- Null where the attempt named none of the six.
  provision text check (provision in
    ('ART_13_1_3', 'ART_14_1_4', 'ART_15_1_3', 'ART_17_1_2', 'ART_18_1', 'ART_21_1')),
  rule text not null check (rule in ('WINDRUSH_GUARD', 'SECRETARY_OF_STATE_ONLY', 'FOUR_EYES')),
  officer_id uuid not null references platform.account (account_id),
  attempted_on date not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index refused_attempt_case on exemptions.refused_attempt (case_id, recorded_at);
call common.acts('exemptions.refused_attempt', 'officer_id');

-- Health data in the hands of whoever is not a health professional (Sch 3). The opinion of one: whether disclosing the record, or one page of
-- it, would be likely to cause serious harm. It counts for the six months that end on the day it is relied on.
create table exemptions.health_opinion (
  opinion_id uuid primary key,
  case_id uuid not null references casework.request,
  item_id uuid not null,
  within_id uuid not null,
  professional text not null check (exemptions.says(professional, 5) and char_length(professional) <= 300),
  registration text not null check (exemptions.says(registration, 5) and char_length(registration) <= 100),
  test_met boolean not null,
  words text not null check (exemptions.says(words, 20)),
  given_on date not null,
  officer_id uuid not null references platform.account (account_id),
  recorded_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (item_id, case_id, within_id) references exemptions.item (item_id, case_id, within_id),
  constraint health_opinion_not_given_yet check (given_on <= recorded_on),
  constraint health_opinion_expired check (given_on > recorded_on - interval '6 months')
);
create index health_opinion_case on exemptions.health_opinion (case_id, recorded_at);
create index health_opinion_item on exemptions.health_opinion (item_id);
call common.acts('exemptions.health_opinion', 'officer_id');
call platform.in_office('exemptions.health_opinion', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('exemptions.health_opinion', 'case_id = $1', 'professional', 'registration', 'words');

-- What the person has seen or knows already needs no opinion (Sch 3 para 6(2)).
create table exemptions.known_to_person (
  known_id uuid primary key,
  case_id uuid not null references casework.request,
  item_id uuid not null,
  within_id uuid not null,
  reason text not null check (exemptions.says(reason, 20)),
  officer_id uuid not null references platform.account (account_id),
  known_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (item_id, case_id, within_id) references exemptions.item (item_id, case_id, within_id)
);
create index known_to_person_case on exemptions.known_to_person (case_id, recorded_at);
create index known_to_person_item on exemptions.known_to_person (item_id);
call common.acts('exemptions.known_to_person', 'officer_id');
call platform.in_office('exemptions.known_to_person', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('exemptions.known_to_person', 'case_id = $1', 'reason');

-- The newest opinion about an item, or the record it lies in, that counts on a day.
create function exemptions.opinion_on(item uuid, within uuid, relied_on date) returns exemptions.health_opinion language sql stable
  return (select o from exemptions.health_opinion o
    where o.item_id in (item, within) and o.given_on > relied_on - interval '6 months'
    order by o.given_on desc, o.recorded_at desc limit 1);

-- Whether health data of an item may be disclosed on a day.
create function exemptions.health_clear(item uuid, within uuid, relied_on date) returns boolean language sql stable
  return coalesce((select health_professional from platform.controller), false)
    or exists (select from exemptions.known_to_person k where k.item_id in (item, within))
    or coalesce(not (exemptions.opinion_on(item, within, relied_on)).test_met, false);

-- Why a ground other than immigration control applies to a record, a page or an entry of the ledger: the officer's own words in each field that the ground requires.
create table exemptions.reliance (
  reliance_id uuid primary key,
  case_id uuid not null references casework.request,
  item_id uuid not null,
  within_id uuid not null,
  code text not null references exemptions.exemption,
  -- The health professional's opinion that is relied on, where the ground needs one; found by the database.
  opinion_id uuid references exemptions.health_opinion,
  officer_id uuid not null references platform.account (account_id),
  relied_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (reliance_id, code),
  unique (reliance_id, case_id, within_id, code),
  foreign key (item_id, case_id, within_id) references exemptions.item (item_id, case_id, within_id)
);
create index reliance_case on exemptions.reliance (case_id, recorded_at);
call common.acts('exemptions.reliance', 'officer_id');
call platform.in_office('exemptions.reliance', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');

create table exemptions.reliance_reason (
  reliance_id uuid not null,
  code text not null,
  field text not null,
  words text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (reliance_id, field),
  foreign key (reliance_id, code) references exemptions.reliance (reliance_id, code),
  foreign key (code, field) references exemptions.required_field
);
call common.acts('exemptions.reliance_reason');
call platform.emptied_with_case('exemptions.reliance_reason', 'reliance_id in (select reliance_id from exemptions.reliance where case_id = $1)', 'words');

-- Whether a ground is law on a day, and this controller's to use.
create function exemptions.open_to_us(ground text, relied_on date) returns boolean language sql stable
  return exists (select from exemptions.exemption x, platform.controller c
    where x.code = ground and x.in_force_from <= relied_on and (x.in_force_to is null or x.in_force_to >= relied_on)
      and case x.may_rely when 'SECRETARY_OF_STATE' then c.secretary_of_state when 'NON_HEALTH' then not c.health_professional
        else true end);

create function exemptions.on_item() returns trigger language plpgsql as $$
begin
  perform casework.touch(new.case_id);
  if not exists (select from exemptions.item i where i.item_id = new.item_id and i.kind = any (tg_argv)) then
    raise exception using errcode = 'CD050',
      message = case when 'DISCLOSURE' = any (tg_argv) then 'on-a-record-page-or-entry' else 'on-a-record-or-page' end;
  end if;
  return new;
end $$;
create trigger an_item before insert on exemptions.health_opinion
  for each row execute function exemptions.on_item('RECORD', 'PAGE');
create trigger an_item before insert on exemptions.known_to_person
  for each row execute function exemptions.on_item('RECORD', 'PAGE');
create trigger an_item before insert on exemptions.reliance
  for each row execute function exemptions.on_item('RECORD', 'PAGE', 'DISCLOSURE');

create function exemptions.rely() returns trigger language plpgsql as $$
declare
  ground exemptions.exemption;
  opinion exemptions.health_opinion := exemptions.opinion_on(new.item_id, new.within_id, new.relied_on);
begin
  select * into ground from exemptions.exemption x where x.code = new.code;
  if ground.case_by_case then
    raise exception using errcode = 'CD051', message = 'immigration-ground-needs-a-determination';
  elsif not exemptions.open_to_us(new.code, new.relied_on) then
    raise exception using errcode = 'CD051', message = 'unknown-ground';
  elsif ground.about_health and exists (select from exemptions.item i where i.item_id = new.item_id and i.kind = 'DISCLOSURE') then
    raise exception using errcode = 'CD050', message = 'on-a-record-or-page';
  elsif new.code = 'HEALTH_NO_OPINION' and exemptions.health_clear(new.item_id, new.within_id, new.relied_on) then
    raise exception using errcode = 'CD052',
      message = case when not opinion.test_met then 'health-opinion-is-there' else 'health-is-known' end;
  end if;
  new.opinion_id := null;
  if ground.needs_opinion and not (select health_professional from platform.controller) then
    if opinion.opinion_id is null then
      raise exception using errcode = 'CD052', message = case when exists (select from exemptions.health_opinion o
        where o.item_id in (new.item_id, new.within_id)) then 'health-opinion-expired' else 'health-opinion-needed' end;
    elsif not opinion.test_met then
      raise exception using errcode = 'CD052', message = 'health-opinion-says-otherwise';
    end if;
    new.opinion_id := opinion.opinion_id;
  end if;
  return new;
end $$;
create trigger rely before insert on exemptions.reliance for each row execute function exemptions.rely();

create function exemptions.each_says_enough() returns trigger language plpgsql as $$
begin
  if not exemptions.says(new.words, (select least from exemptions.required_field f
      where f.code = new.code and f.field = new.field)) then
    raise exception using errcode = 'CD053', message = 'says-too-little';
  end if;
  return new;
end $$;
create trigger enough before insert on exemptions.reliance_reason
  for each row execute function exemptions.each_says_enough();
create function exemptions.written_in_full() returns trigger language plpgsql as $$
begin
  if (select count(*) from exemptions.reliance_reason r where r.reliance_id = new.reliance_id)
      <> (select count(*) from exemptions.required_field f where f.code = new.code) then
    raise exception using errcode = 'CD053', message = 'every-field-in-words';
  end if;
  return null;
end $$;
create constraint trigger written_in_full after insert on exemptions.reliance
  deferrable initially deferred for each row execute function exemptions.written_in_full();

-- Reliances on crime and taxation where immigration control was refused, returned, not applied or ended on the same thing: a ground that
-- may have taken its place. An attempt that a rule refused names no item, so it counts for the whole case.
-- It reads with its owner's rights, for the facts; so it tells names of reliances and nothing else.
create view exemptions.instead_of_immigration as
  select r.reliance_id from exemptions.reliance r
  where r.code = 'CRIME_TAX' and (
    exists (select from exemptions.proposal p join exemptions.item i using (item_id)
      left join exemptions.ruling g using (proposal_id) left join exemptions.ending e using (proposal_id)
      where p.case_id = r.case_id
        and (r.item_id in (i.item_id, i.page_id) or i.item_id = r.within_id or r.item_id = r.within_id and p.within_id = r.within_id)
        and (g.ruling = 'RETURNED' or p.outcome = 'NOT_APPLIED' or e.proposal_id is not null))
    or exists (select from exemptions.refused_attempt a where a.case_id = r.case_id and a.rule <> 'FOUR_EYES'));
grant select on exemptions.instead_of_immigration to candour_app;

create view exemptions.facts as
  select 'DETERMINATION' as fact, date_trunc('month', p.decided_on)::date as month, p.provision, p.outcome,
    case when e.proposal_id is not null then 'ENDED' when r.ruling = 'RETURNED' then 'RETURNED'
      when r.ruling = 'APPROVED' then 'APPROVED' else 'PROPOSED' end as state,
    p.extent, t.told, null as rule,
    exists (select from exemptions.likeness l where l.proposal_id = p.proposal_id or l.proposal_id in (
      select s.silence_id from exemptions.silence s where s.proposal_id = p.proposal_id)) as alike,
    null as ended_by
  from exemptions.proposal p
    left join exemptions.ruling r using (proposal_id)
    left join exemptions.tell_decision t using (proposal_id)
    left join exemptions.ending e using (proposal_id)
  union all
  select 'ENDING', date_trunc('month', e.ended_on)::date, p.provision, p.outcome, e.ending, p.extent, t.told, null, null, e.ended_by
  from exemptions.ending e join exemptions.proposal p using (proposal_id) join exemptions.tell_decision t using (proposal_id)
  union all
  select 'SILENCE', date_trunc('month', s.proposed_on)::date, p.provision, p.outcome, coalesce(r.ruling, 'PROPOSED'), p.extent, false, null,
    null, null
  from exemptions.silence s join exemptions.proposal p using (proposal_id)
    left join exemptions.silence_ruling r using (silence_id)
  union all
  select 'REFUSED_ATTEMPT', date_trunc('month', attempted_on)::date, coalesce(provision, 'NOT_SAID'), null, null, null, null,
    rule, null, null
  from exemptions.refused_attempt
  union all
  select 'RELIANCE', date_trunc('month', relied_on)::date, code, null, null, null, null,
    case when i.reliance_id is not null then 'INSTEAD_OF_IMMIGRATION' end, null, null
  from exemptions.reliance r left join exemptions.instead_of_immigration i using (reliance_id);
grant select on exemptions.facts to candour_report;
