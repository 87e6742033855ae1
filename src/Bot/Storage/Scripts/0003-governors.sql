-- person is a keyed hash of the user id, as in trust_choice; dates are yyyy-MM-dd, empty where there is none.
create table walk (
  person text not null,
  trust text not null,
  question bigint not null,
  meeting text not null,
  at bigint not null,
  primary key (person, trust)
);

create table meeting_note (
  person text not null,
  trust text not null,
  meeting text not null,
  question bigint not null,
  put_to text not null,
  answer text not null,
  status text not null,
  follow_up text not null,
  follow_up_on text not null,
  version bigint not null,
  at bigint not null,
  primary key (person, trust, meeting, question)
);

create table term (
  person text not null,
  trust text not null,
  ends text not null,
  primary key (person, trust)
);
create index term_ends on term (ends);
