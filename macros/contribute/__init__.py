"""What helps a contributor: a scaffold, the reference pages, what changed and what must stay."""
