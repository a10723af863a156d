
if [ -x "$earlier" ]; then
	"$earlier" "$@" || exit $?
fi
if [ -n "$folder" ] && [ ! -d "$folder" ]; then
	say "ISMSのフォルダ「$folder」がここにはないため、検査していません" \
		"the folder $folder of the ISMS is not here, so nothing is checked"
	exit 0
fi
find_program
exec "$program" hook run @HOOK@ --folder="$folder"
