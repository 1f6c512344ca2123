"""What was measured on other libraries and on machines, with its date: each script beside the record that it writes."""
