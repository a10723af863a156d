package source

// tomlKey is one part of a dotted key or table header.
type tomlKey struct {
	name string
	span Span
}

// header reads [table] or [[array of tables]] and opens it.
func (s *tomlScanner) header() *Error {
	start := s.pos
	s.pos++
	array := s.take('[')
	keys, err := s.keys()
	if err != nil {
		return err
	}
	if !s.take(']') || array && !s.take(']') {
		return s.lost(start)
	}
	s.open = s.open[:1]
	for _, key := range keys[:len(keys)-1] {
		if err := s.enter(key, start); err != nil {
			return err
		}
	}
	last := keys[len(keys)-1]
	if array {
		err = s.appendTable(last, start)
	} else {
		parent := s.open[len(s.open)-1]
		err = s.enter(last, start)
		if i, found := s.find(parent, last.name); found {
			// A table that was implied by [a.b] is named by [a].
			parent.Fields[i].KeySpan = last.span
		}
	}
	if err != nil {
		return err
	}
	s.extend(s.open, Span{start, s.pos})
	return nil
}

// enter goes from the open table into the one that key names, in an array of
// tables into its last element.
func (s *tomlScanner) enter(key tomlKey, start int) *Error {
	table, err := s.child(s.open[len(s.open)-1], key, start)
	if err != nil {
		return err
	}
	s.open = append(s.open, table)
	if table.Kind == List {
		if len(table.Items) == 0 || table.Items[len(table.Items)-1].Kind != Map {
			return duplicateKey(key.span, key.name)
		}
		s.open = append(s.open, table.Items[len(table.Items)-1])
	}
	return s.tooDeep(len(s.open), start)
}

// appendTable adds an element to the array of tables that key names and opens
// it.
func (s *tomlScanner) appendTable(key tomlKey, start int) *Error {
	parent := s.open[len(s.open)-1]
	var list *Node
	if i, found := s.find(parent, key.name); found {
		list = parent.Fields[i].Value
	} else {
		list = &Node{Kind: List, Span: Span{start, start}}
		if err := s.add(parent, key, list); err != nil {
			return err
		}
	}
	if list.Kind != List {
		return duplicateKey(key.span, key.name)
	}
	element := &Node{Kind: Map, Span: Span{start, start}}
	list.Items = append(list.Items, element)
	s.open = append(s.open, list, element)
	if err := s.count(start); err != nil {
		return err
	}
	return s.tooDeep(len(s.open), start)
}
