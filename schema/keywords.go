package schema

// tableKeywords are the keywords that say what JSON Schema cannot about the
// rows of a table and their columns. They are documented where they end up, in
// [Table] and [Column].
type tableKeywords struct {
	Form string `json:"x-form"`

	// Of a row.
	Key     []string          `json:"x-key"`
	Defines map[string]string `json:"x-defines"`
	Order   [][]string        `json:"x-order"`
	Any     [][]string        `json:"x-any"`
	Columns [][]string        `json:"x-columns"`
	Log     bool              `json:"x-log"`
	Sheet   bool              `json:"x-sheet"`

	// Of a column.
	List        bool     `json:"x-list"`
	References  []string `json:"x-ref"`
	Mentions    []string `json:"x-mentions"`
	NoneAllowed bool     `json:"x-none"`
	Also        []string `json:"x-also"`
	Units       []string `json:"x-units"`
	Excuses     []string `json:"x-excuses"`
	Factor      string   `json:"x-factor"`
	Residual    string   `json:"x-residual"`
}
