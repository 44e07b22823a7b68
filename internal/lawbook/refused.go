package lawbook

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/pattern"
	"ntm/internal/problem"
)

// Refused is a problem with a pack that the workbook made, told of the cell that it was made
// of. What the pack says of an earlier workbook stays as it was told.
func (f *Filled) Refused(p problem.Problem, pack []byte) problem.Problem {
	lines := strings.Split(string(pack), "\n")
	lines = lines[:max(0, min(len(lines), p.Line))]
	if strings.Contains(string(pack), "schema: "+procedureSchema) {
		return f.ofProcedure(p, lines)
	}
	switch last(lines, topKey) {
	case "set":
		return f.ofRule(p, pack)
	case "add", "figures":
		no := last(lines, numberKey)
		for _, a := range f.additions {
			if no == "" || a.indicator.No == no || strings.HasPrefix(a.indicator.No, no+".") { // or its criterion's
				return f.toldOf(p, a.at, idNo)
			}
		}
	case "prerequisites":
		for _, e := range f.entries {
			if e.Standing.Prerequisite != nil {
				return f.toldOf(p, e.at, idValue)
			}
		}
	}
	return f.toldOfHead(p)
}

// What tells where in a pack a line stands.
var (
	topKey    = pattern.New(`^([a-z_]+):`)
	numberKey = pattern.New(`^\s+(?:- )?no: ["']?([^"'\s]+)`)
	ruleKey   = pattern.New(`^\s+(?:- )?id: ["']?([^"'\s]+)|^\s+(quorum|proposal|meeting):|^(revocation|council):`)
)

// last is what the last of the lines that say it says.
func last(lines []string, key *pattern.Regexp) string {
	for _, line := range slices.Backward(lines) {
		if found := key.FindStringSubmatch(line); found != nil {
			return strings.Join(found[1:], "")
		}
	}
	return ""
}

// ofProcedure tells of a cell of the sheet on the procedure: the row that a line was made
// of, else the number of its decision.
func (f *Filled) ofProcedure(p problem.Problem, lines []string) problem.Problem {
	if f.procedure == nil {
		return p
	}
	id := last(lines, ruleKey)
	if id == "revocation" {
		id = askRevokeKey
	}
	if l, ok := f.procedure.rows[id]; ok {
		return f.toldOf(p, l, idValue)
	}
	return f.told(p, procedureSheet, f.procedure.head)
}

// ofRule tells of the cells of an entry.
func (f *Filled) ofRule(p problem.Problem, pack []byte) problem.Problem {
	var o criteria.Overlay
	if packs.Decode(p.File, pack, &o) != nil {
		return f.toldOfHead(p)
	}
	var set *criteria.OverlayRule // the last that begins before the line
	for _, one := range o.Set {
		if one.Pos.Line <= p.Line && (set == nil || one.Pos.Line > set.Pos.Line) {
			set = one
		}
	}
	if set == nil {
		return f.toldOfHead(p)
	}
	for _, e := range f.entries {
		if e.Topic.ID != set.Indicator || !slices.ContainsFunc(e.Columns, func(c criteria.Region) bool {
			return len(set.Columns) == 0 || slices.Contains(set.Columns, c)
		}) || strings.TrimPrefix(set.LaxerBy, e.laxerBy) != "" && e.laxerBy == "" {
			continue
		}
		return f.toldOf(p, e.at, idValue)
	}
	for _, a := range f.additions {
		if string(f.law.Std.Level)+"/"+a.indicator.No == set.Indicator {
			return f.toldOf(p, a.at, idNo)
		}
	}
	return f.toldOfHead(p)
}

// toldOfHead tells of what all rows share.
func (f *Filled) toldOfHead(p problem.Problem) problem.Problem { return f.told(p, checkSheet, f.head) }

// told tells of a cell of the workbook.
func (f *Filled) told(p problem.Problem, sheet, cell string) problem.Problem {
	p.File, p.Sheet, p.Cell, p.Line, p.Column = f.file, sheet, cell, 0, 0
	return p
}

func (f *Filled) toldOf(p problem.Problem, l line, id string) problem.Problem {
	if strings.Contains(p.Hint, "laxer_by") {
		p.Hint = "sửa ngưỡng ở ô này, hoặc ghi điều khoản cho phép thấp hơn vào ô " + l.cell(idLaxer) + " của dòng này"
	}
	return f.told(p, l.shown(), l.cell(id))
}
