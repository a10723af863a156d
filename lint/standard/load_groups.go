package standard

import (
	"fmt"
	"io/fs"
	"strings"
)

// loadGroups reads the themes of an edition, or its domains and objectives.
func (c *contents) loadGroups(files fs.FS) error {
	if c.edition == Edition2022 {
		themes, err := c.readGroups(files, "annex-a-2022-themes.csv", Theme)
		c.groups = themes
		return err
	}
	name := "annex-a-" + string(c.edition)
	domains, err := c.readGroups(files, name+"-domains.csv", Domain)
	if err != nil {
		return err
	}
	objectives, err := c.readGroups(files, name+"-objectives.csv", Objective)
	if err != nil {
		return err
	}
	for _, d := range domains {
		c.groups = append(c.groups, d)
		for _, o := range objectives {
			if o.Parent == d.ID {
				c.groups = append(c.groups, o)
			}
		}
	}
	return nil
}

func (c *contents) readGroups(files fs.FS, name string, kind GroupKind) ([]*Group, error) {
	t, err := readTable(files, name, "id", "title_en", "title_ja", "en_confidence", "ja_confidence")
	if err != nil {
		return nil, err
	}
	var groups []*Group
	err = t.each(func(r row) error {
		g := &Group{ID: r.text("id"), Edition: c.edition, Kind: kind, Titles: r.titles()}
		if kind == Objective {
			g.Parent = parentID(g.ID)
			if _, ok := c.groupOf[g.Parent]; !ok {
				return fmt.Errorf("objective %q belongs to the unknown domain %q", g.ID, g.Parent)
			}
		}
		if _, ok := c.groupOf[g.ID]; ok {
			return fmt.Errorf("group %q appears twice", g.ID)
		}
		c.groupOf[g.ID] = g
		groups = append(groups, g)
		return nil
	})
	return groups, err
}

// parentID returns the id without its last number: Annex A is numbered so that
// this is the id of the group.
func parentID(id string) string {
	return id[:max(strings.LastIndexByte(id, '.'), 0)]
}
