-- key is a digest of an activity's conversation and id, so nothing in it says whose it was.
create table seen (
  key text not null primary key,
  done boolean not null,
  holder text,
  held_until bigint not null,
  at bigint not null
);
create index seen_at on seen (at);

-- A named job that one instance at a time may do.
create table lease (
  name text not null primary key,
  holder text not null,
  held_until bigint not null,
  done_at bigint not null
);
