"""The authoring room: text to master, master to release, and an edited master back to text."""
