package main

import (
	"fmt"
	"path/filepath"

	"github.com/google/renameio/v2/maybe"
	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

func (a *app) baselineCommand() *cobra.Command {
	var asOf string
	c := &cobra.Command{
		Use:   "baseline [PATH]",
		Short: "Accept the findings of today, so that only new ones are reported",
		Long: `baseline checks the working tree and writes the findings to ` + lint.BaselineFile + ` at the
root of the ISMS. check then marks these findings as accepted and reports only
others. Findings are recognised by rule, document and text, not by line. Run it
again after mending some: the file only shrinks unless new findings are accepted.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			j, err := a.prepare(cmd.Context(), checkFlags{asOf: asOf, noBaseline: true}, args)
			if err != nil {
				return err
			}
			j.options.Restrict, j.options.Before = nil, nil // a change is judged once, not accepted for good
			r, err := lint.Run(cmd.Context(), j.options)
			if err != nil {
				return err
			}
			if r.Incomplete() {
				return message.Errorf("読み込めないファイルがあるため、ベースラインを書き込みませんでした。ismslint check で確認してください",
					"some files could not be read, so no baseline was written; see ismslint check")
			}
			lang := a.language()
			name := filepath.Join(j.project.Root, lint.BaselineFile)
			if err := maybe.WriteFile(name, lint.NewBaseline(r, lang), 0o644); err != nil {
				return message.Wrap(err, "ベースライン「%s」を書き込めません", "cannot write the baseline %q", name)
			}
			count := r.Summary.Errors + r.Summary.Warnings + r.Summary.Infos
			text := message.Textf("%[2]s に %[1]d 件の指摘を記録しました", "accepted %d findings in %s", count, lint.BaselineFile)
			_, err = fmt.Fprintln(a.stdout, text.In(lang))
			return err
		},
	}
	c.Flags().StringVar(&asOf, "as-of", "", "day of judgement, as 2026-11-21 (default: today)")
	return c
}
