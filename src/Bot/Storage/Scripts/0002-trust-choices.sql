-- person is a keyed hash of the user id: the same person is found again, but the id cannot be read back.
create table trust_choice (
  person text not null,
  trust text not null,
  is_current boolean not null,
  at bigint not null,
  primary key (person, trust)
);
