package main

import (
	"path/filepath"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/repo"
)

// restrictPaths reports on the named files and on what is in the named
// folders; nil when the root of the ISMS is among them.
func restrictPaths(p *project.Project, dir string, paths []string) (func(string) bool, error) {
	var only []string
	for _, path := range paths {
		rel, ok := p.Relative(dir, path)
		if !ok && p.Root == "" {
			rel, ok = filepath.ToSlash(path), true
		}
		if !ok || rel == "." {
			return nil, nil
		}
		only = append(only, rel)
	}
	return func(file string) bool {
		for _, o := range only {
			if file == o || strings.HasPrefix(file, o+"/") {
				return true
			}
		}
		return false
	}, nil
}

// restrictStaged reports on staged files. Where one of them was deleted, or
// the configuration is among them, what is missing from the ISMS as a whole
// concerns the commit too.
func restrictStaged(s *repo.Snapshot, changed []string) func(string) bool {
	staged := make(map[string]bool, len(changed))
	for _, c := range changed {
		staged[c] = true
	}
	present := make(map[string]bool, len(s.Entries))
	for _, e := range s.Entries {
		present[e.Path] = true
	}
	whole := staged[config.FileName]
	for _, c := range changed {
		whole = whole || !present[c] && lint.IsMarkdown(c)
	}
	return func(file string) bool {
		return staged[file] || whole && (file == "." || file == config.FileName)
	}
}

func both(a, b func(string) bool) func(string) bool {
	if a == nil {
		return b
	}
	return func(s string) bool { return a(s) && b(s) }
}
