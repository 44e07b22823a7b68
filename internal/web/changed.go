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
	was := parts{}
	was.of(before)
	for _, id := range []string{inputOf(typed), inputOf(typed) + "-noi", "doc-" + typed.Item} {
		delete(was, id)
	}
	now := parts{}
	now.of(after)
	var c changed
	if after.Working.Stale() {
		c.Stale = after
	}
	for _, l := range after.Levels {
		if now.differ(was, l.anchor()) {
			c.Levels = append(c.Levels, l)
		}
	}
	for _, g := range after.Groups {
		if now.differ(was, g.Anchor) {
			c.States = append(c.States, g)
		}
		for _, i := range g.Indicators {
			if now.differ(was, i.Outcome.Anchor) {
				c.Outcomes = append(c.Outcomes, i.Outcome)
			}
			for _, f := range i.Figures {
				if f.Elsewhere == "" && now.differ(was, "doc-"+f.ID) {
					c.Reads = append(c.Reads, f)
				}
				for _, cell := range f.Cells {
					if now.differ(was, cell.Input) {
						c.Versions = append(c.Versions, cell)
					}
					if now.differ(was, cell.Input+"-noi") {
						cell.Saved = cell.Input == inputOf(typed)
						c.Said = append(c.Said, cell)
					}
				}
			}
		}
	}
	return c
}

func (l levelTab) anchor() string { return "muc-" + string(l.ID) }

// parts are what each part of a page says, by its id.
type parts map[string]any

func (p parts) differ(was parts, id string) bool { return !reflect.DeepEqual(p[id], was[id]) }

func (p parts) of(v *figuresView) {
	for _, l := range v.Levels {
		p[l.anchor()] = l
	}
	for _, g := range v.Groups {
		p[g.Anchor] = g.Word
		for _, i := range g.Indicators {
			p[i.Outcome.Anchor] = i.Outcome
			for _, f := range i.Figures {
				if f.Elsewhere == "" {
					p["doc-"+f.ID] = f.Read
				}
				for _, c := range f.Cells {
					p[c.Input] = c.Version
					p[c.Input+"-noi"] = [][]string{c.Wrong, c.Noted}
				}
			}
		}
	}
}
