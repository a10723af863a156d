package isms

import (
	"cmp"
	"slices"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
)

// orders returns the orders of factors that a matrix may have: the one that its
// corner and headers name, else all of them.
func (m *RiskModel) orders(d *document.Document, t *document.Table, rows int, across, down [][]string) []order {
	fixed, level := -1, 0
	if parts := rows + len(across[0]); parts < len(m.Factors) {
		ok := false
		texts := []string{t.Header[0].Text, textAbove(d, t)}
		if t.Section >= 0 {
			texts = append(texts, d.Headings[t.Section].Text)
		}
		for _, text := range texts {
			if fixed, level, ok = m.fixedIn(text); ok {
				break
			}
		}
		if !ok {
			return nil
		}
	}
	if named := m.named(t, fixed, down[0], across[0]); named != nil {
		return []order{{rows: named[:rows], columns: named[rows:], fixed: fixed, level: level}}
	}
	var free []int
	for i := range m.Factors {
		if i != fixed {
			free = append(free, i)
		}
	}
	var all []order
	permute(free, 0, func(p []int) {
		all = append(all, order{rows: slices.Clone(p[:rows]), columns: slices.Clone(p[rows:]), fixed: fixed, level: level})
	})
	return all
}

// named returns the factors in the order in which the corner or the headers
// name them, or nil when they do not name all.
func (m *RiskModel) named(t *document.Table, fixed int, down, across []string) []int {
	if order := m.inOrder(fold.Key(t.Header[0].Text), fixed); order != nil {
		return order
	}
	var order []int
	for _, part := range append(slices.Clone(down), across...) {
		if f := m.naming(part, fixed); f >= 0 && !slices.Contains(order, f) {
			order = append(order, f)
		}
	}
	if len(down) == 1 && len(order) == len(across) {
		if first := m.naming(t.Header[0].Text, fixed); first >= 0 && !slices.Contains(order, first) {
			order = append([]int{first}, order...)
		}
	}
	if len(order) == len(down)+len(across) {
		return order
	}
	return nil
}

// inOrder returns the factors in the order in which a text names them, or nil
// when it does not name all.
func (m *RiskModel) inOrder(key string, fixed int) []int {
	at := map[int]int{}
	var order []int
	for i := range m.Factors {
		if i == fixed {
			continue
		}
		start, _ := m.Factors[i].mentioned(key)
		if start < 0 {
			return nil
		}
		at[i] = start
		order = append(order, i)
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(at[a], at[b]) })
	return order
}

// naming returns the factor that a text names, or -1.
func (m *RiskModel) naming(text string, fixed int) int {
	key := fold.Key(text)
	for i := range m.Factors {
		if start, _ := m.Factors[i].mentioned(key); start >= 0 && i != fixed {
			return i
		}
	}
	return -1
}

// maxPermuted bounds the number of factors whose orders are all tried.
const maxPermuted = 4

func permute(list []int, from int, yield func([]int)) {
	if from == len(list) || len(list) > maxPermuted {
		yield(list)
		return
	}
	for i := from; i < len(list); i++ {
		list[from], list[i] = list[i], list[from]
		permute(list, from+1, yield)
		list[from], list[i] = list[i], list[from]
	}
}
