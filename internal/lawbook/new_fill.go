package lawbook

import (
	"cmp"
	"slices"

	"ntm/criteria"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
)

// fill puts what the columns ask into the line.
func (n *newLine) fill(columns []criteria.Region, mine map[criteria.Region]*item) {
	f := cmp.Or(n.figure, &n.invented)
	j := judged{figure: f, name: n.name + " " + n.part, op: neighbours(columns, mine)}
	asks := map[criteria.Region]demand{}
	for _, c := range columns {
		if mine[c] == nil {
			continue
		}
		one, why := j.demand(&mine[c].reading)
		if one.op == criteria.NotAsked {
			n.at[c] = notApplied
			continue
		}
		n.doubt(why)
		if one.op == "" {
			continue
		}
		asks[c] = one
		if n.op == "" || n.op == criteria.ProvinceSets {
			n.op = one.op
		}
	}
	for _, c := range columns {
		one, ok := asks[c]
		switch {
		case !ok:
		case one.op == criteria.ProvinceSets && n.op != criteria.ProvinceSets:
			n.at[c] = way(criteria.ProvinceSets)
		case one.compares() && one.op != n.op:
			n.at[c] = one.op.Sign() + " " + one.value()
		case one.compares():
			n.at[c] = one.value()
		case one.op == criteria.DeclaredMet && n.op == criteria.DeclaredMet && len(n.at) > 0:
			n.at[c] = "Đạt"
		}
	}
	n.settle(columns, asks[columns[0]].compares())
}

// settle writes what every column asks once.
func (n *newLine) settle(columns []criteria.Region, isNumber bool) {
	if n.op == criteria.DeclaredMet && len(n.at) > 0 { // some do not apply: the others say so
		for _, c := range columns {
			if n.at[c] == "" {
				n.at[c] = "Đạt"
			}
		}
	}
	first := n.at[columns[0]]
	for _, c := range columns {
		if n.at[c] != first {
			return
		}
	}
	if isNumber {
		n.all, n.at = first, map[criteria.Region]string{}
	}
}

// neighbours is the comparison that the numbers of a line have, where all that have one
// have the same.
func neighbours(columns []criteria.Region, mine map[criteria.Region]*item) criteria.Op {
	var out criteria.Op
	for _, c := range columns {
		if mine[c] == nil || mine[c].reading.Kind != threshold.Value {
			continue
		}
		var op criteria.Op
		switch mine[c].reading.Op {
		case threshold.AtLeast:
			op = criteria.AtLeast
		case threshold.AtMost:
			op = criteria.AtMost
		case threshold.Above, threshold.Below:
			return "" // what stands beside a "trên" may mean that or "từ"
		default:
			continue
		}
		if out != "" && op != out {
			return ""
		}
		out = op
	}
	return out
}

var indicatorNo = pattern.New(`^\d{1,2}(\.\d{1,2}){0,2}$`)

// isIndicatorNo tells whether an indicator can have the number: "3.2".
func isIndicatorNo(no string) bool { return indicatorNo.MatchString(no) }

// finish settles the lines of one indicator.
func (r *reading) finish(lines []*newLine) {
	for _, n := range lines {
		if !isIndicatorNo(n.no) {
			n.doubt("chỉ tiêu này không có số: ghi số như trong quyết định")
		}
		switch {
		case len(n.why) > 0:
			n.kind = Again
		case len(n.candidates) > 0:
			n.kind = Choose
		default:
			n.kind = New
		}
	}
	first := slices.MinFunc(lines, func(a, b *newLine) int { return cmp.Compare(a.kind.rank(), b.kind.rank()) })
	for _, n := range lines {
		n.rank = first.kind.rank() // what belongs together stays together
	}
}
