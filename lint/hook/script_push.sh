
# Both hooks read what git says on standard input.
lines=$(cat)
feed() {
	if [ -n "$lines" ]; then
		printf '%s\n' "$lines" 2>/dev/null
	fi
}
if [ -x "$earlier" ]; then
	feed | "$earlier" "$@" || exit $?
fi
find_program
feed | "$program" hook run @HOOK@ --folder="$folder" -- "$@"
