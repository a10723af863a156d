package repo

// Env looks up an environment variable, as [os.Getenv] does. A nil Env is an
// empty environment.
type Env func(name string) string

func (e Env) get(name string) string {
	if e == nil {
		return ""
	}
	return e(name)
}

// Options restricts what a snapshot takes up.
type Options struct {
	// Match says of a slash-separated path below the root of the ISMS whether
	// the file matters; the others are not looked at. A nil Match takes every
	// file.
	Match func(path string) bool
	// Env gives [WorktreeSnapshot] the variables that [Discover] reads.
	Env Env
}

func (o Options) match(path string) bool { return o.Match == nil || o.Match(path) }
