-- files is a compressed archive of every file of the content; a row is never changed.
create table release (
  number bigint not null primary key,
  hash text not null,
  made_from bigint not null,
  made_at bigint not null,
  made_by text not null,
  why text not null,
  files bytea not null
);

-- One row. wanted is what replicas make ready; number is what all of them serve; 0 is the content that the program brings.
create table served (
  id bigint not null primary key,
  number bigint not null,
  wanted bigint not null,
  problem text,
  moved bigint not null,
  at bigint not null
);
insert into served (id, number, wanted, moved, at) values (1, 0, 0, 0, 0);

create table replica (
  id text not null primary key,
  ready bigint not null,
  seen_at bigint not null
);

-- Articles taken back at once, whatever the release says.
create table withdrawn (
  article_id text not null primary key,
  why text not null,
  who text not null,
  at bigint not null
);

-- A change that is not in a release yet; text is null where the file is to go.
create table draft (
  path text not null primary key,
  text text,
  base text not null,
  origin text not null,
  who text not null,
  why text not null,
  at bigint not null
);

-- Append only: nothing in the program changes or deletes a row.
create table audit (
  id text not null primary key,
  at bigint not null,
  who text not null,
  action text not null,
  what text not null,
  why text not null
);
create index audit_what on audit (what, at);
