package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/ismslint/ismslint/lint/message"
)

// confirm asks on a terminal. Elsewhere the user must have said yes already.
func (a *app) confirm(ctx context.Context, yes bool) (bool, error) {
	if yes {
		return true, nil
	}
	in, ok := a.stdin.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return false, usageError(message.Errorf("端末ではないため確認できません。承認するには --yes を付けてください",
			"nobody can be asked, as this is no terminal; say --yes to approve"))
	}
	fmt.Fprint(a.stderr, message.Textf("承認しますか [y/N] ", "approve? [y/N] ").In(a.language()))
	answer, err := interruptible(ctx, func() (string, error) {
		line, _ := bufio.NewReader(in).ReadString('\n') // the end of the input is no yes
		return line, nil
	})
	if err != nil {
		return false, err
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes", "はい":
		return true, nil
	}
	a.printText(message.Textf("承認しませんでした", "nothing was approved"))
	return false, &exitError{code: exitFindings}
}

// passphrase asks for that of a key on a terminal; nil where there is none.
func (a *app) passphrase(ctx context.Context) func(path string) ([]byte, error) {
	in, ok := a.stdin.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return nil
	}
	fd := int(in.Fd())
	return func(path string) ([]byte, error) {
		before, err := term.GetState(fd)
		if err != nil {
			return nil, err
		}
		fmt.Fprint(a.stderr, printable(message.Textf("%s のパスフレーズ: ", "passphrase of %s: ", path).In(a.language())))
		secret, err := interruptible(ctx, func() ([]byte, error) { return term.ReadPassword(fd) })
		fmt.Fprintln(a.stderr)
		if err != nil {
			err = errors.Join(err, term.Restore(fd, before))
		}
		return secret, err
	}
}

// interruptible reads from a terminal until there is an answer or the user
// interrupts.
func interruptible[T any](ctx context.Context, read func() (T, error)) (T, error) {
	type answer struct {
		value T
		err   error
	}
	done := make(chan answer, 1)
	go func() {
		value, err := read()
		done <- answer{value, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, message.Wrap(ctx.Err(), "中断しました", "interrupted")
	}
}
