package document

import "github.com/ismslint/ismslint/lint/message"

// TooLarge returns the document of a file that was not read because it is
// larger than [MaxSize].
func TooLarge() *Document {
	return &Document{Problems: []Problem{{Kind: ProblemSize, Message: message.Textf(
		"ファイルの大きさが上限の %d MiB を超えているため、文書を分割するか、画像などを別のファイルに分けてください",
		"the file is larger than %d MiB; divide the document or keep images and data in files of their own", MaxSize>>20)}}}
}
