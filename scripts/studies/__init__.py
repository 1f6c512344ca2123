"""Content: one file for each training or long random trial, beside the dated record of what it found. Figures and claims read the record, and train nothing."""
