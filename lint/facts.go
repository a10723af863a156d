package lint

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
)

// Store keeps values between runs of one build of the program. It is safe for
// concurrent use, and may forget.
type Store interface {
	Get(key string) (value string, ok bool)
	Put(key, value string)
}

// facts are what was read of files by earlier runs, by path and content.
type facts struct {
	store Store
	// config tells the configuration that the rules of scope Document judged by.
	config string
	// readOnly leaves it to [Session.SaveFacts] what is kept.
	readOnly bool
}

// What the value of a fact begins with: whether the rules of scope Document
// have anything to say about the file.
const (
	silentFact   = "s"
	speakingFact = "f"
)

// KeepFacts makes the session take from a store what earlier runs read of files,
// and keep there what it reads. With last, it keeps only the files of the last
// state, when SaveFacts is called.
func (s *Session) KeepFacts(store Store, last bool) {
	sum := sha256.Sum256(s.builder.Organization().Config.Source)
	const digits = 16
	s.facts = &facts{store: store, config: hex.EncodeToString(sum[:])[:digits], readOnly: last}
}

// SaveFacts keeps what was read of the files of the last state.
func (s *Session) SaveFacts() {
	if s.facts == nil || s.last == nil {
		return
	}
	for _, c := range s.last.results {
		if c.id == "" {
			continue
		}
		if _, known := s.facts.store.Get(s.facts.key(c.file.Path, c.id)); !known {
			s.facts.put(c.id, c)
		}
	}
}

func (f *facts) key(path, blob string) string { return f.config + " " + blob + " " + path }

func (f *facts) put(blob string, c *checked) {
	kind := silentFact
	// Rows in another file may change while the file does not.
	if len(c.findings)+len(c.notEvaluated) > 0 || c.file.RowsFile != nil {
		kind = speakingFact
	}
	if b, ok := c.file.Doc.AppendEncoded([]byte(kind)); ok {
		f.store.Put(f.key(c.file.Path, blob), string(b))
	}
}

// known returns what became of a file by the facts of earlier runs, or nil.
func (r *run) known(path, blob string) *checked {
	f := r.Session.facts
	if f == nil {
		return nil
	}
	value, ok := f.store.Get(f.key(path, blob))
	if !ok || value == "" {
		return nil
	}
	doc, ok := document.Decode(value[1:])
	if !ok {
		return nil
	}
	file := r.builder.File(path, doc, besideReader(r.Snapshot))
	if value[:1] == silentFact {
		return &checked{file: file}
	}
	return r.Session.apply(file)
}

// read reads a file, from the facts of earlier runs where they have it, and
// applies the rules of scope Document.
func (r *run) read(e repo.Entry) *checked {
	if e.ID != "" {
		if c := r.known(e.Path, e.ID); c != nil {
			return r.identified(c, e.ID)
		}
	}
	src, err := r.Snapshot.Read(e, document.MaxSize)
	if err != nil && err != repo.ErrTooLarge {
		return &checked{notEvaluated: []NotEvaluated{unreadable(e.Path, err)}}
	}
	if err != nil {
		return r.identified(r.Session.apply(r.file(e.Path, document.TooLarge())), e.ID)
	}
	id := e.ID
	if facts := r.Session.facts; id == "" && (facts != nil || r.Before != nil) {
		id = repo.BlobID(src)
		if c := r.known(e.Path, id); c != nil {
			return r.identified(c, id)
		}
	}
	c := r.identified(r.Session.apply(r.file(e.Path, r.Session.parser.Parse(src))), id)
	if facts := r.Session.facts; facts != nil && !facts.readOnly {
		facts.put(id, c)
	}
	return c
}

func (r *run) file(path string, d *document.Document) *isms.File {
	return r.builder.File(path, d, besideReader(r.Snapshot))
}

// identified notes git's ids of a file and of that with its rows.
func (r *run) identified(c *checked, id string) *checked {
	c.id = id
	if rows := c.file.RowsFile; rows != nil {
		c.beside, c.besideID = rows.Path, r.blobOf(rows.Path)
	}
	return c
}
