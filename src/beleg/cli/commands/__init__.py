"""The commands, one file each; each offers `command`. A file here is a command of `beleg`, without a list to edit."""
