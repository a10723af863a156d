package history

import (
	"context"
	"sync"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
)

// fileID is a content under a path.
type fileID struct{ path, blob string }

// summary is what the history keeps of a content.
type summary struct {
	id       string // what identifies the file; see [isms.File.ID]
	approved bool

	mu   sync.Mutex
	bind string // its digest, "" before it was asked for
}

func (s *summary) digest(read func() (*isms.File, error)) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.bind == "" {
		f, err := read()
		if err != nil || f == nil {
			return "", err
		}
		s.bind = f.Digest()
	}
	return s.bind, nil
}

// summary reads what there is to know of a content; nil when it is too large
// to be a document.
func (r *Reader) summary(ctx context.Context, path, blob string, beside func(string) ([]byte, error)) (*summary, error) {
	id := fileID{path, blob}
	r.mu.Lock()
	s, known := r.summaries[id]
	r.mu.Unlock()
	if known {
		return s, nil
	}
	f, err := r.file(ctx, path, blob, beside)
	if err != nil {
		return nil, err
	}
	if f != nil {
		s = &summary{id: f.ID(), approved: f.Meta.Status == isms.Approved}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.summaries[id] = s
	return s, nil
}

// file reads a file as it was under a path in some commit; nil when it is too
// large to be a document.
func (r *Reader) file(ctx context.Context, path, blob string, beside func(string) ([]byte, error)) (*isms.File, error) {
	id := fileID{path, blob}
	r.mu.Lock()
	f, known := r.known(id)
	r.mu.Unlock()
	if known {
		return f, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	src, err := r.repository.ReadBlob(blob, document.MaxSize)
	if err != nil && err != repo.ErrTooLarge {
		return nil, err
	}
	if err == nil {
		f = r.builder.File(path, r.parser.Parse(src), beside)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.keep(id, f)
	return f, nil
}

func (r *Reader) known(id fileID) (*isms.File, bool) {
	f, known := r.young[id]
	if !known {
		if f, known = r.old[id]; known {
			r.keep(id, f)
		}
	}
	return f, known
}

func (r *Reader) keep(id fileID, f *isms.File) {
	const generation = 256
	if r.young == nil || len(r.young) >= generation {
		r.young, r.old = map[fileID]*isms.File{}, r.young
	}
	r.young[id] = f
}
