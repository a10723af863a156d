package date

// Format is a notation of dates.
type Format string

// The notations, named by an example.
const (
	ISO          Format = "2023-10-01"
	Slash        Format = "2023/10/1"
	Dot          Format = "2023.10.1"
	Kanji        Format = "2023年10月1日"
	Era          Format = "令和5年10月1日"
	EraDot       Format = "R5.10.1"
	EnglishLong  Format = "1 October 2023"
	EnglishMonth Format = "October 1, 2023"
)
