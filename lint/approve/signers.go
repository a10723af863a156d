package approve

import (
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/signature"
)

// AllowedSigners returns the file with which ssh-keygen -Y verify repeats the
// verification of statements. The principals are the ids of the people.
func AllowedSigners(s *isms.System) ([]byte, error) {
	var entries []signature.Entry
	for _, key := range s.Keys.Keys {
		if owner := s.Keys.Owner(signature.Result{Key: key}); owner != nil {
			entries = append(entries, signature.Entry{Principals: []string{owner.ID}, Key: key})
		}
	}
	return signature.AllowedSigners(entries)
}
