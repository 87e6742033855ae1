-- A file that was offered, for an hour at most. id is a digest: whoever reads this table can neither fetch the file nor open it.
create table file_offer (
  id text not null primary key,
  conversation text not null,
  name text not null,
  content_type text not null,
  description text not null,
  sealed bytea not null,
  claimed_until bigint not null,
  expires bigint not null
);
create index file_offer_expires on file_offer (expires);
