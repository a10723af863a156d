package source

import "testing"

func TestYAMLNumbers(t *testing.T) {
	tests := []struct {
		text string
		kind Kind
		any  any
	}{
		{"0", Int, int64(0)}, {"42", Int, int64(42)}, {"+5", Int, int64(5)}, {"-5", Int, int64(-5)},
		{"010", Int, int64(10)}, {"08", Int, int64(8)}, {"0o17", Int, int64(15)}, {"0x1F", Int, int64(31)},
		{"9223372036854775807", Int, int64(9223372036854775807)},
		{"1.5", Float, 1.5}, {"-.5", Float, -0.5}, {"5.", Float, 5.0}, {"1e3", Float, 1000.0}, {"+1.5E-1", Float, 0.15}, {"010.5", Float, 10.5},
		{".inf", Float, ".inf"}, {"-.INF", Float, "-.INF"}, {"+.inf", Float, "+.inf"}, {".nan", Float, ".nan"},
		{"true", Bool, true}, {"False", Bool, false}, {"~", Null, nil}, {"NULL", Null, nil},
		{"1_000", String, "1_000"}, {"0b11", String, "0b11"}, {"0o8", String, "0o8"}, {"0xg", String, "0xg"}, {"0x", String, "0x"}, {"0x-1", String, "0x-1"},
		{"+-5", String, "+-5"}, {"--5", String, "--5"}, {"+", String, "+"}, {".", String, "."}, {"1e", String, "1e"}, {"e3", String, "e3"}, {"1.2.3", String, "1.2.3"},
		{"9223372036854775808", String, "9223372036854775808"}, {"1e999", String, "1e999"}, {"0x1p3", String, "0x1p3"}, {"+inf", String, "+inf"}, {"nan", String, "nan"},
		{"yes", String, "yes"}, {"No", String, "No"}, {"on", String, "on"}, {"tRUE", String, "tRUE"}, {"12:30", String, "12:30"}, {"１２", String, "１２"}, {"\"5\"", String, "5"},
		{"2023-10-01", Date, "2023-10-01"}, {"2023-10-01T10:00:00+09:00", Date, "2023-10-01T10:00:00+09:00"}, {"2023/10/01", String, "2023/10/01"},
	}
	for _, tt := range tests {
		node := reparse("k: " + tt.text).Get("k")
		if node == nil || node.Kind != tt.kind || node.Any() != tt.any {
			t.Errorf("%s: got %+v", tt.text, node)
		}
	}
}

func TestTOMLNumbers(t *testing.T) {
	tests := []struct {
		text string
		kind Kind
		any  any
	}{
		{"0", Int, int64(0)}, {"+5", Int, int64(5)}, {"-1_000", Int, int64(-1000)}, {"0x1F", Int, int64(31)}, {"0o17", Int, int64(15)}, {"0b1_1", Int, int64(3)},
		{"1_000.5", Float, 1000.5}, {"1e3", Float, 1000.0}, {"-0.0", Float, 0.0}, {"1.0e-5", Float, 0.00001},
		{"inf", Float, "inf"}, {"-inf", Float, "-inf"}, {"nan", Float, "nan"}, {"-nan", Float, "-nan"},
		{"true", Bool, true}, {"false", Bool, false},
	}
	for _, tt := range tests {
		text := "k = " + tt.text
		root, err := ParseTOML([]byte(text), Span{0, len(text)})
		if err != nil {
			t.Errorf("%s: %v", tt.text, err)
			continue
		}
		if node := root.Get("k"); node.Kind != tt.kind || node.Any() != tt.any || node.Text != tt.text {
			t.Errorf("%s: got %+v = %v", tt.text, node, node.Any())
		}
	}
}
