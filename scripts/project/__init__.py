"""Where things stand and who knows whom: paths, the reading of imports, the table of rooms. It knows no other room."""
