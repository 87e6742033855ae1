-- What an answer said, once for each text.
create table certificate_text (
  digest text not null primary key,
  body text not null
);

-- An answer as it was given on a day, from a release. No question and no person; never deleted, so that it can be shown years later.
create table certificate (
  id text not null,
  digest text not null,
  subject text not null,
  day text not null,
  release_number bigint not null,
  revision text not null,
  primary key (id, digest)
);
