#!/bin/sh
# ismslint-hook: written by "ismslint hook install", which overwrites changes.
# A hook that was here before stands beside this one with the ending
# @SUFFIX@ and runs first. "ismslint hook uninstall" puts it back.
folder=@FOLDER@
program=@PROGRAM@
earlier=${0%/*}/@HOOK@@SUFFIX@

say() {
	case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
	ja*) printf 'ismslint: %s\n' "$1" >&2 ;;
	*) printf 'ismslint: %s\n' "$2" >&2 ;;
	esac
}

find_program() {
	if command -v ismslint >/dev/null 2>&1; then
		program=ismslint
	elif [ ! -x "$program" ]; then
		say "エラー: ismslint が見つかりません（PATH にも $program にもありません）。インストールしてから、やり直してください" \
			"error: ismslint is neither in PATH nor at $program; install it and try again"
		exit 3
	fi
}
