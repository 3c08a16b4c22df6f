"""What a record must hold to, beyond types, and how it is said when it does not."""
