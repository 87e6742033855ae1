-- Wordings of the gap board that somebody has dealt with: digests only. Who and why are in the audit log.
create table gap_settled (
  wording text not null primary key,
  for_good boolean not null,
  at bigint not null
);
