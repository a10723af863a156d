package schema

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/message"
)

// formFolders hold one schema for each form: of its rows, or of its records.
var formFolders = []string{"rows", "records"}

// forms reads the schemas of forms when they are first asked for, because an
// ISMS in the making has few of them and reading all takes longer than a check.
type forms map[string]func() (*Form, error)

func newForms() (forms, error) {
	all := forms{}
	for _, folder := range formFolders {
		entries, err := fs.ReadDir(files, folder)
		if err != nil {
			return nil, fmt.Errorf("schemas of %s: %w", folder, err)
		}
		for _, e := range entries {
			name := path.Join(folder, e.Name())
			number := strings.TrimSuffix(e.Name(), ".schema.json")
			all[number] = sync.OnceValues(func() (*Form, error) { return loadForm(name) })
		}
	}
	return all, nil
}

// Form returns what the tables and fields of a form mean, by its number in the
// built-in catalogue. It returns nil for a document whose tables have no
// meaning, and an error only when an embedded schema is broken.
func (s *Set) Form(number string) (*Form, error) {
	load := s.forms[number]
	if load == nil {
		return nil, nil
	}
	return load()
}

// FormNumbers returns the numbers of the forms that there are schemas for,
// in no order.
func (s *Set) FormNumbers() []string {
	numbers := make([]string, 0, len(s.forms))
	for number := range s.forms {
		numbers = append(numbers, number)
	}
	return numbers
}

func loadForm(name string) (*Form, error) {
	raw, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	root, err := parseNode(raw)
	if err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	form := &Form{Number: root.Form, Title: titleOf(root)}
	for _, p := range root.Properties {
		if p.node.Items == nil {
			continue
		}
		row := root.Def[strings.TrimPrefix(p.node.Items.Ref, "#/$defs/")]
		if row == nil {
			return nil, fmt.Errorf("schema %s: the rows of %s have no definition", name, p.name)
		}
		form.Tables = append(form.Tables, newTable(p.name, row))
	}
	if len(root.Key) > 0 {
		form.Record = newTable(RecordTable, root)
		form.Record.Any = root.Any
	} else {
		form.Required = root.Any
	}
	for _, r := range root.Required {
		if form.Table(r) != nil {
			form.Required = append(form.Required, []string{r})
		}
	}
	return form, nil
}

func newTable(name string, n *node) *Table {
	t := &Table{
		Name: name, Title: titleOf(n), Description: message.Text{JA: n.DescriptionJA, EN: n.Description},
		Key: n.Key, Defines: n.Defines, Order: n.Order, Any: n.Any, Present: n.Columns, Log: n.Log, Sheet: n.Sheet,
	}
	for _, p := range n.Properties {
		if p.node.Items == nil {
			t.Columns = append(t.Columns, newColumn(n, p))
		}
	}
	t.index()
	return t
}

func newColumn(row *node, p property) Column {
	n := p.node
	c := Column{
		Property: newProperty(row, p), List: n.List, References: n.References, Mentions: n.Mentions,
		NoneAllowed: n.NoneAllowed, Also: n.Also, Units: n.Units, Excuses: n.Excuses, Factor: n.Factor, Residual: n.Residual,
	}
	if len(c.Excuses) > 0 {
		c.excuses = map[string]bool{}
		for _, e := range c.Excuses {
			c.excuses[fold.Key(e)] = true
		}
	}
	if len(c.Values) == 0 {
		return c
	}
	c.values = map[string]string{}
	for _, v := range c.Values {
		for _, label := range append([]string{v.Value}, v.Labels...) {
			c.values[label], c.values[fold.Key(label)] = v.Value, v.Value
		}
	}
	return c
}

func titleOf(n *node) message.Text { return message.Text{JA: n.TitleJA, EN: n.Title} }
