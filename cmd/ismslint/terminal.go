package main

import (
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/ismslint/ismslint/lint/message"
)

// language returns the language to speak: --lang, else that of the locale if
// it is one of ours, else that of the configuration, else English.
func (a *app) language() message.Language {
	if a.lang != "" {
		return message.Language(a.lang)
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale := a.getenv(name)
		if locale == "" {
			continue
		}
		switch {
		case strings.HasPrefix(locale, "ja"):
			return message.Japanese
		case strings.HasPrefix(locale, "en"):
			return message.English
		}
		break
	}
	if a.config != nil && a.config.Organization.Language != "" {
		return a.config.Organization.Language
	}
	return message.English
}

// colored reports whether to colour what is written to w (NO_COLOR,
// FORCE_COLOR, TERM and the kind of w decide for --color=auto).
func (a *app) colored(w io.Writer) bool {
	switch {
	case a.color == "always":
		return true
	case a.color == "never", a.getenv("NO_COLOR") != "":
		return false
	case a.getenv("FORCE_COLOR") != "", a.getenv("CLICOLOR_FORCE") != "":
		return true
	}
	return a.getenv("TERM") != "dumb" && isTerminal(w)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// width returns the number of columns of the terminal behind w, or 0.
func width(w io.Writer) int {
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil {
			return columns
		}
	}
	return 0
}
