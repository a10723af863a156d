package history

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Store keeps results between runs.
type Store interface {
	Get(key string) (value []byte, ok bool)
	Put(key string, value []byte)
}

// stored is a record as the store keeps it. A finding stands in hundreds of
// records, so that each is kept once, under the digest of what it says.
type stored struct {
	State   []string `json:"s,omitempty"`
	Change  []string `json:"c,omitempty"`
	Failure *failure `json:"f,omitempty"`
}

// records are the records in a store, with the findings that were read so far.
type records struct {
	Store
	findings map[string]Finding
}

func newRecords(s Store) *records {
	if s == nil {
		return nil
	}
	return &records{s, map[string]Finding{}}
}

// findingKey is what the keys of findings begin with; those of records are ids
// of commits.
const findingKey = "finding:"

// load returns the record of a key if the store has all of it.
func (s *records) load(key string) (*record, bool) {
	b, ok := s.Get(key)
	if !ok {
		return nil, false
	}
	var in stored
	if json.Unmarshal(b, &in) != nil {
		return nil, false
	}
	state, ok := s.loadFindings(in.State)
	if !ok {
		return nil, false
	}
	change, ok := s.loadFindings(in.Change)
	return &record{state, change, in.Failure}, ok
}

func (s *records) loadFindings(ids []string) ([]Finding, bool) {
	findings := make([]Finding, 0, len(ids))
	for _, id := range ids {
		f, known := s.findings[id]
		if !known {
			b, ok := s.Get(findingKey + id)
			if !ok || json.Unmarshal(b, &f) != nil {
				return nil, false
			}
			s.findings[id] = f
		}
		findings = append(findings, f)
	}
	return findings, true
}

// save keeps a record. What cannot be written as JSON is not kept.
func (s *records) save(key string, r *record) {
	b, err := json.Marshal(stored{s.saveFindings(r.State), s.saveFindings(r.Change), r.Failure})
	if err == nil {
		s.Put(key, b)
	}
}

func (s *records) saveFindings(findings []Finding) []string {
	var ids []string
	for i := range findings {
		b, err := json.Marshal(&findings[i])
		if err != nil {
			continue
		}
		sum := sha256.Sum256(b)
		id := hex.EncodeToString(sum[:12])
		ids = append(ids, id)
		if _, known := s.Get(findingKey + id); !known {
			s.Put(findingKey+id, b)
		}
	}
	return ids
}
