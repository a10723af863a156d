// Package isms is the information security management system as a model:
// the catalogue of documents, the people and their roles, and what each file
// of the repository is within it. It is built from documents and the
// configuration and knows nothing of git.
package isms
