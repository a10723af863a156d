package demo

import (
	"strconv"
	"strings"
)

// field returns the value of a field of the front matter.
func field(s, key string) string {
	from, to, ok := findField(s, key)
	if !ok {
		return ""
	}
	return strings.TrimSpace(strings.TrimPrefix(s[from:to], key+":"))
}

// findField returns the line of a field of the front matter.
func findField(s, key string) (from, to int, ok bool) {
	end := strings.Index(s, "\n---\n")
	i := strings.Index(s, "\n"+key+":")
	if i < 0 || i > end {
		return 0, 0, false
	}
	from = i + 1
	return from, from + strings.IndexByte(s[from:], '\n'), true
}

// setField sets a field of the front matter; a new one comes below another.
func setField(s, key, value, below string) string {
	line := key + ": " + value
	if from, to, ok := findField(s, key); ok {
		return s[:from] + line + s[to:]
	}
	_, to, ok := findField(s, below)
	if !ok {
		to = strings.Index(s, "\n---\n")
	}
	return s[:to] + "\n" + line + s[to:]
}

// section returns where the section of a heading of the second level begins
// and ends. A number stands for the heading that begins with it.
func section(s, heading string) (from, to int, ok bool) {
	from = strings.Index(s, "\n## "+heading)
	if from < 0 {
		return 0, 0, false
	}
	from++
	to = len(s)
	if next := strings.Index(s[from:], "\n## "); next >= 0 {
		to = from + next + 1
	}
	return from, to, true
}

// addRow adds rows below the last table of a section.
func addRow(s, heading, rows string) (string, bool) {
	from, to, ok := section(s, heading)
	if !ok {
		return s, false
	}
	last := strings.LastIndex(s[from:to], "\n|")
	if last < 0 {
		return s, false
	}
	at := from + last + 1
	at += strings.IndexByte(s[at:], '\n') + 1
	return s[:at] + strings.TrimRight(rows, "\n") + "\n" + s[at:], true
}

// setCells changes cells of the rows of the last table of a section whose
// first cell begins with a key.
func setCells(s, heading, key string, cells map[int]string) (string, bool) {
	from, to, ok := section(s, heading)
	if !ok {
		return s, false
	}
	lines := strings.SplitAfter(s[from:to], "\n")
	changed := false
	for i, line := range lines {
		if !strings.HasPrefix(line, "| "+key) || i < 2 || !isBody(lines, i) {
			continue
		}
		parts := strings.Split(strings.TrimRight(line, "\n"), "|")
		for n, value := range cells {
			if n+1 < len(parts)-1 {
				parts[n+1] = " " + value + " "
				changed = true
			}
		}
		lines[i] = strings.Join(parts, "|") + "\n"
	}
	return s[:from] + strings.Join(lines, "") + s[to:], changed
}

// isBody reports whether a line of a table is one of its rows.
func isBody(lines []string, i int) bool {
	for j := i - 1; j >= 0 && strings.HasPrefix(lines[j], "|"); j-- {
		if strings.HasPrefix(lines[j], "|---") {
			return true
		}
	}
	return false
}

// dropRows removes the rows of the last table of a section whose first cell
// begins with a key.
func dropRows(s, heading, key string) string {
	from, to, ok := section(s, heading)
	if !ok {
		return s
	}
	lines := strings.SplitAfter(s[from:to], "\n")
	var kept []string
	for i, line := range lines {
		if !strings.HasPrefix(line, "| "+key) || !isBody(lines, i) {
			kept = append(kept, line)
		}
	}
	return s[:from] + strings.Join(kept, "") + s[to:]
}

// revisionOf returns the revision number of a document.
func revisionOf(s string) int {
	n, _ := strconv.Atoi(field(s, "revision"))
	return n
}
