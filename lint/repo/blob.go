package repo

import (
	"bytes"

	"github.com/go-git/go-git/v5/plumbing"

	"github.com/ismslint/ismslint/lint/message"
)

// ReadBlob returns the content of the file with the given object id, which
// belongs to the caller. A file larger than limit bytes is not read; the error
// is [ErrTooLarge]. Otherwise the error is an [ObjectError].
func (r *Repository) ReadBlob(id string, limit int64) ([]byte, error) {
	if err := r.Supported(); err != nil {
		return nil, err
	}
	if !plumbing.IsHash(id) {
		return nil, corruptObject(id, message.Errorf(
			"IDは16進数40桁のはずです", "an id of 40 hexadecimal digits was expected"))
	}
	return r.objects.blob(plumbing.NewHash(id), limit)
}

// BlobID returns the object id that git gives to a file with this content.
func BlobID(content []byte) string {
	return plumbing.ComputeHash(plumbing.BlobObject, content).String()
}

// SameBlob reports whether a file of a working tree has the content of the
// blob with the given id. A file that was checked out with CRLF line breaks
// (core.autocrlf, or eol=crlf in .gitattributes) is the same as its blob with
// LF, as it is for git.
func SameBlob(id string, content []byte) bool {
	if BlobID(content) == id {
		return true
	}
	crlf := []byte("\r\n")
	return bytes.Contains(content, crlf) && BlobID(bytes.ReplaceAll(content, crlf, []byte("\n"))) == id
}
