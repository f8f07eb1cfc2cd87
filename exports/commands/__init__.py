"""The commands of python -m exports: a module each, which adds its own words to the command line and carries them out."""
