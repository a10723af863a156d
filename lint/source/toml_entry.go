package source

import "slices"

// child returns the list or map that key names within table. A missing one is
// a map that begins at start.
func (s *tomlScanner) child(table *Node, key tomlKey, start int) (*Node, *Error) {
	i, found := s.find(table, key.name)
	if !found {
		made := &Node{Kind: Map, Span: Span{start, start}}
		return made, s.add(table, key, made)
	}
	value := table.Fields[i].Value
	if value.Kind != Map && value.Kind != List {
		return nil, duplicateKey(key.span, key.name)
	}
	return value, nil
}

// add makes value an entry of table. The library lets some texts pass that
// define a key twice, and drops one of the values; here they are refused.
func (s *tomlScanner) add(table *Node, key tomlKey, value *Node) *Error {
	if _, found := s.find(table, key.name); found {
		return duplicateKey(key.span, key.name)
	}
	if index := s.index[table]; index != nil {
		index[key.name] = len(table.Fields)
	}
	table.Fields = append(table.Fields, Field{Key: key.name, KeySpan: key.span, Value: value})
	return s.count(key.span.Start)
}

// find returns the place of a key among the entries of table. Tables with many
// entries get an index, so that hostile texts take no quadratic time.
func (s *tomlScanner) find(table *Node, name string) (int, bool) {
	const many = 32
	if len(table.Fields) < many {
		i := slices.IndexFunc(table.Fields, func(f Field) bool { return f.Key == name })
		return i, i >= 0
	}
	if s.index[table] == nil {
		index := make(map[string]int, 2*many)
		for i, f := range table.Fields {
			index[f.Key] = i
		}
		s.index[table] = index
	}
	i, found := s.index[table][name]
	return i, found
}

// entry reads key = value into table, which stands at the given depth, and
// returns the span of the entry.
func (s *tomlScanner) entry(table *Node, depth int) (Span, *Error) {
	start := s.pos
	keys, err := s.keys()
	if err != nil {
		return Span{}, err
	}
	var implied []*Node
	for i, key := range keys[:len(keys)-1] {
		if table, err = s.child(table, key, keys[i+1].span.Start); err != nil {
			return Span{}, err
		}
		if table.Kind != Map {
			return Span{}, duplicateKey(key.span, key.name)
		}
		implied = append(implied, table)
	}
	if err := s.tooDeep(depth+len(implied), start); err != nil {
		return Span{}, err
	}
	if !s.take('=') {
		return Span{}, s.lost(start)
	}
	s.filler(false)
	value, err := s.value(depth + len(implied))
	if err != nil {
		return Span{}, err
	}
	for i := range implied {
		s.extend(implied[i:i+1], Span{keys[i+1].span.Start, value.Span.End})
	}
	return Span{start, value.Span.End}, s.add(table, keys[len(keys)-1], value)
}

// extend grows the spans of lists and maps to cover an entry. The root begins
// at its first entry.
func (s *tomlScanner) extend(open []*Node, by Span) {
	for _, n := range open {
		if n == s.root && n.Span.Len() == 0 {
			n.Span = by
		}
		n.Span = Span{min(n.Span.Start, by.Start), max(n.Span.End, by.End)}
	}
}

func (s *tomlScanner) tooDeep(depth, at int) *Error {
	if depth > MaxDepth {
		return tooDeep(restOfLine(s.src, s.at, at))
	}
	return nil
}
