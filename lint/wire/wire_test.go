package wire_test

import (
	"math"
	"testing"

	"github.com/ismslint/ismslint/lint/wire"
)

func TestRoundTrip(t *testing.T) {
	var w wire.Writer
	numbers := []uint64{0, 1, 127, 128, 1 << 20, math.MaxUint64}
	signed := []int64{0, -1, 63, -64, 64, math.MinInt64, math.MaxInt64}
	for _, n := range numbers {
		w.Uint(n)
	}
	for _, n := range signed {
		w.Int(n)
	}
	w.Offset(1000)
	w.Offset(990)
	w.Float(-0.5)
	w.Bool(true)
	w.Text("管理策")
	w.Text("")
	r := wire.NewReader(string(w.Bytes))
	for _, want := range numbers {
		if n := r.Uint(); n != want {
			t.Errorf("Uint = %d, want %d", n, want)
		}
	}
	for _, want := range signed {
		if n := r.Int(); n != want {
			t.Errorf("Int = %d, want %d", n, want)
		}
	}
	if a, b := r.Offset(), r.Offset(); a != 1000 || b != 990 {
		t.Errorf("Offset = %d, %d, want 1000, 990", a, b)
	}
	if f, b := r.Float(), r.Bool(); f != -0.5 || !b {
		t.Errorf("Float, Bool = %v, %v, want -0.5, true", f, b)
	}
	if a, b := r.Text(), r.Text(); a != "管理策" || b != "" {
		t.Errorf("Text = %q, %q", a, b)
	}
	if !r.Done() {
		t.Error("something is left, or failed")
	}
}

func TestTooShort(t *testing.T) {
	var w wire.Writer
	w.Text("管理策")
	for n := range len(w.Bytes) {
		r := wire.NewReader(string(w.Bytes[:n]))
		if text := r.Text(); text != "" || !r.Failed() || r.Done() {
			t.Errorf("%d bytes: Text = %q, failed %v", n, text, r.Failed())
		}
	}
}
