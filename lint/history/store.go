package history

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"

	"github.com/ismslint/ismslint/lint"
)

// idSize is the length of the id of a finding in the store, in hexadecimal
// digits.
const idSize = 24

// A record is kept as the ids of the findings on the state, those on the
// change, and the failure as JSON or nothing, with a bar between them. A
// finding stands in hundreds of records, so that each is kept once, under the
// digest of what it says.
func encode(state, change []string, f *failure) (string, error) {
	text := strings.Join(state, "") + "|" + strings.Join(change, "") + "|"
	if f == nil {
		return text, nil
	}
	b, err := json.Marshal(f)
	return text + string(b), err
}

// records are the records in a store, with the findings that were read so far.
type records struct {
	lint.Store
	findings map[string]Finding
	// lastIDs are the ids of a state, last its findings: most commits change
	// none.
	lastIDs string
	last    []Finding
}

func newRecords(s lint.Store) *records {
	if s == nil {
		return nil
	}
	return &records{Store: s, findings: map[string]Finding{}}
}

// findingKey is what the keys of findings begin with; those of records are ids
// of commits.
const findingKey = "finding:"

// load returns the record of a key if the store has all of it.
func (s *records) load(key string) (*record, bool) {
	b, ok := s.Get(key)
	parts := strings.SplitN(b, "|", 3)
	if !ok || len(parts) != 3 {
		return nil, false
	}
	r := &record{stateIDs: parts[0]}
	if len(parts[2]) > 0 {
		r.Failure = &failure{}
		if json.Unmarshal([]byte(parts[2]), r.Failure) != nil {
			return nil, false
		}
	}
	if r.stateIDs != s.lastIDs {
		state, ok := s.loadFindings(parts[0])
		if !ok {
			return nil, false
		}
		s.lastIDs, s.last = r.stateIDs, state
	}
	r.State = s.last
	r.Change, ok = s.loadFindings(parts[1])
	return r, ok
}

func (s *records) loadFindings(ids string) ([]Finding, bool) {
	if len(ids) == 0 {
		return nil, true
	}
	findings := make([]Finding, 0, len(ids)/idSize)
	for ; len(ids) >= idSize; ids = ids[idSize:] {
		f, known := s.findings[ids[:idSize]]
		if !known {
			id := ids[:idSize]
			b, ok := s.Get(findingKey + id)
			if !ok || json.Unmarshal([]byte(b), &f) != nil {
				return nil, false
			}
			s.findings[id] = f
		}
		findings = append(findings, f)
	}
	return findings, len(ids) == 0
}

// save keeps a record. What cannot be written as JSON is not kept.
func (s *records) save(key string, r *record) {
	b, err := encode(s.saveFindings(r.State), s.saveFindings(r.Change), r.Failure)
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
		id := hex.EncodeToString(sum[:idSize/2])
		ids = append(ids, id)
		if _, known := s.Get(findingKey + id); !known {
			s.Put(findingKey+id, string(b))
		}
	}
	return ids
}
