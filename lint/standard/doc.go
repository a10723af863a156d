// Package standard knows the structure of ISO/IEC 27001 and its identical
// Japanese standard JIS Q 27001 in three editions: the clauses, the controls
// of Annex A with their groups, their titles in Japanese and English, and how
// the controls of one edition correspond to those of another.
//
// The data are the CSV files in data/, collected from public pages of
// publishers, consultancies and certification bodies; no print of ISO, IEC or
// JIS was read. Titles are names; the text of controls is not here and must
// not be added. Every title and every correspondence carries a [Confidence],
// and only what is [TwoSources] may be the ground of a finding.
//
// An id alone says nothing: 58 ids are controls of both 2005 and 2013 and
// mean different ones, and 9 ids of 2022 controls are ids of objectives of
// 2013. Every question to a [Standard] therefore names an edition.
package standard
