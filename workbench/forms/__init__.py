"""WTForms, one file a noun: what a person may type, checked before anything is stored."""
