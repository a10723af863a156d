package signature

import "strings"

// matchList reports whether s matches a list of patterns as OpenSSH defines it
// (PATTERNS in ssh_config(5)): one must match, and none that begins with !.
func matchList(s string, patterns []string) bool {
	found := false
	for _, p := range patterns {
		bare, negated := strings.CutPrefix(p, "!")
		if !match(s, bare) {
			continue
		}
		if negated {
			return false
		}
		found = true
	}
	return found
}

// match reports whether s matches the pattern, in which * stands for any
// characters and ? for one. It takes time proportional to the product of the
// lengths at most, whatever the pattern.
func match(s, pattern string) bool {
	i, j := 0, 0
	star, resume := -1, 0
	for i < len(s) {
		switch {
		case j < len(pattern) && pattern[j] == '*':
			star, resume = j, i
			j++
		case j < len(pattern) && (pattern[j] == '?' || pattern[j] == s[i]):
			i++
			j++
		case star >= 0:
			resume++
			i, j = resume, star+1
		default:
			return false
		}
	}
	return strings.Trim(pattern[j:], "*") == ""
}
