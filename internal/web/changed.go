package web

import (
	"reflect"

	"ntm/internal/form"
)

// changed are the parts of a page that a typed cell has changed: a browser takes seconds to
// exchange all of them.
type changed struct {
	Levels   []levelTab
	States   []groupView
	Outcomes []outcomeView
	Reads    []figureView
	Versions []cellView
	Said     []cellView
	Stale    *figuresView // another report came in: that is told again with each cell, nil for none
}

// changesOf are the parts of a page that are not what they were. What is of the cell that was
// typed is always among them: an earlier answer may have been lost.
func changesOf(before, after *figuresView, typed form.Place) changed {
	input, was := inputOf(typed), map[string]any{}
	before.parts(new(changed), func(id string, says any, _ func()) { was[id] = says })
	for _, id := range []string{input, input + "-noi", "doc-" + typed.Item} {
		delete(was, id)
	}
	var c changed
	if after.Working.Stale() {
		c.Stale = after
	}
	after.parts(&c, func(id string, says any, add func()) {
		if !reflect.DeepEqual(was[id], says) {
			add()
		}
	})
	for i := range c.Said {
		c.Said[i].Saved = c.Said[i].Input == input
	}
	return c
}

// parts goes through the parts of a page: the id of each, what it says, and how it is added to
// those that have changed.
func (v *figuresView) parts(c *changed, part func(id string, says any, add func())) {
	for _, l := range v.Levels {
		part("muc-"+string(l.ID), l, func() { c.Levels = append(c.Levels, l) })
	}
	for _, g := range v.Groups {
		part(g.Anchor, g.Word, func() { c.States = append(c.States, g) })
		for _, i := range g.Indicators {
			part(i.Outcome.Anchor, i.Outcome, func() { c.Outcomes = append(c.Outcomes, i.Outcome) })
			for _, f := range i.Figures {
				if f.Elsewhere == "" {
					part("doc-"+f.ID, f.Read, func() { c.Reads = append(c.Reads, f) })
				}
				for _, cell := range f.Cells {
					part(cell.Input, cell.Version, func() { c.Versions = append(c.Versions, cell) })
					part(cell.Input+"-noi", [][]string{cell.Wrong, cell.Noted},
						func() { c.Said = append(c.Said, cell) })
				}
			}
		}
	}
}
