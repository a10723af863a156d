package standard

import (
	"fmt"
	"io/fs"
)

func (c *contents) loadControls(files fs.FS) error {
	t, err := readTable(files, "annex-a-"+string(c.edition)+".csv",
		"id", "title_en", "title_ja", "en_confidence", "ja_confidence")
	if err != nil {
		return err
	}
	return t.each(func(r row) error {
		control := &Control{
			ID: r.text("id"), Edition: c.edition, Group: parentID(r.text("id")),
			Titles: r.titles(), New: r.flag("is_new_2022"),
		}
		if _, ok := c.groupOf[control.Group]; !ok {
			return fmt.Errorf("control %q belongs to the unknown group %q", control.ID, control.Group)
		}
		if _, ok := c.controlOf[control.ID]; ok {
			return fmt.Errorf("control %q appears twice", control.ID)
		}
		c.controlOf[control.ID] = control
		c.controls = append(c.controls, control)
		return nil
	})
}

func (c *contents) loadAttributes(files fs.FS) error {
	t, err := readTable(files, "attributes-2022.csv", "id", "control_type", "information_security_properties",
		"cybersecurity_concepts", "operational_capabilities", "security_domains", "confidence")
	if err != nil {
		return err
	}
	return t.each(func(r row) error {
		control, ok := c.controlOf[r.text("id")]
		if !ok {
			return fmt.Errorf("attributes of the unknown control %q", r.text("id"))
		}
		control.Attributes = &Attributes{
			Types:        r.list("control_type"),
			Properties:   r.list("information_security_properties"),
			Concepts:     r.list("cybersecurity_concepts"),
			Capabilities: r.list("operational_capabilities"),
			Domains:      r.list("security_domains"),
			Confidence:   r.confidence("confidence"),
		}
		return nil
	})
}
