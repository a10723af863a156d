package standard

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed data/*.csv
var data embed.FS

// Load reads the data that is built into the program. It takes about a
// millisecond, and the caller keeps the result. An error means that the
// program was built from broken data.
func Load() (*Standard, error) {
	files, err := fs.Sub(data, "data")
	if err != nil {
		return nil, fmt.Errorf("open the data of the standard: %w", err)
	}
	return load(files)
}

func load(files fs.FS) (*Standard, error) {
	s := &Standard{editions: map[Edition]*contents{}, relations: map[span]*relation{}}
	for _, e := range Editions() {
		c := &contents{
			edition:   e,
			controlOf: map[string]*Control{}, groupOf: map[string]*Group{}, clauseOf: map[string]*Clause{},
		}
		s.editions[e] = c
		for _, read := range [...]func(fs.FS) error{c.loadGroups, c.loadControls, c.loadClauses} {
			if err := read(files); err != nil {
				return nil, err
			}
		}
	}
	if err := s.editions[Edition2022].loadAttributes(files); err != nil {
		return nil, err
	}
	if err := s.loadRelations(files); err != nil {
		return nil, err
	}
	return s, nil
}
