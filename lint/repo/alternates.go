package repo

import (
	"os"
	"path/filepath"
	"strings"
)

// maxAlternates is the depth to which git follows alternates of alternates.
const maxAlternates = 5

// objectDirs lists the folders in which the objects of a repository are, its
// own first. During a push the server keeps the new objects in quarantine and
// names that folder, and the permanent one, in the environment.
func objectDirs(common string, env Env) []string {
	own := env.get("GIT_OBJECT_DIRECTORY")
	if own == "" {
		own = filepath.Join(common, "objects")
	}
	var dirs []string
	dirs = appendObjectDir(dirs, own, 0)
	for _, d := range filepath.SplitList(env.get("GIT_ALTERNATE_OBJECT_DIRECTORIES")) {
		if d != "" {
			dirs = appendObjectDir(dirs, d, 0)
		}
	}
	return dirs
}

// appendObjectDir adds dir and its alternates. A folder that is not there is
// left out, as git does: the objects it held are then reported as missing.
func appendObjectDir(dirs []string, dir string, depth int) []string {
	dir, err := realPath(dir)
	if err != nil || depth > maxAlternates {
		return dirs
	}
	for _, d := range dirs {
		if d == dir {
			return dirs
		}
	}
	dirs = append(dirs, dir)
	list, err := os.ReadFile(filepath.Join(dir, "info", "alternates"))
	if err != nil {
		return dirs
	}
	for line := range strings.Lines(string(list)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
			dirs = appendObjectDir(dirs, relativeTo(dir, line), depth+1)
		}
	}
	return dirs
}
