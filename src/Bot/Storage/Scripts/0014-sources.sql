-- Documents and folders found in a source. listed changes whenever the source says that a document may have changed and is empty
-- where it is gone; mark is what listed was when the document was last taken in, so a document is due while the two differ.
-- known is the name under which its articles stand: it stays when the document is renamed.
create table source_item (
  source text not null,
  id text not null,
  parent text not null,
  name text not null,
  known text not null,
  is_folder boolean not null,
  listed text not null,
  mark text not null,
  hash text not null,
  seen_at bigint not null,
  problem text,
  primary key (source, id)
);

-- bookmark says from where a source lists its changes; place is where that was, so that a source that moves begins anew.
create table source_state (
  source text not null primary key,
  place text not null,
  root text not null,
  bookmark text not null,
  refreshed_at bigint not null,
  problem text
);

-- Articles whose source changed or vanished. Over when the served text is another than digest says, or when somebody dismisses it.
create table source_mark (
  article_id text not null,
  source text not null,
  reason text not null,
  digest text not null,
  at bigint not null,
  primary key (article_id, source)
);

-- Links of sources that are looked at by the clock.
create table watched_link (
  url text not null primary key,
  etag text not null,
  modified text not null,
  hash text not null,
  missed bigint not null,
  checked_at bigint not null
);
