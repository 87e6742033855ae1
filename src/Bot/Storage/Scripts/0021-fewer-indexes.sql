-- Only the sweep asks for these by time, every six hours; to keep the indexes in order cost every turn.
drop index last_turn_at;
drop index recent_answer_at;
