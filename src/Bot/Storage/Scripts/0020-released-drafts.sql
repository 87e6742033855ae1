-- Which drafts a release holds, until it is served: they go in the transaction that moves the pointer.
create table released_draft (
  number bigint not null,
  path text not null,
  at bigint not null,
  primary key (number, path)
);
