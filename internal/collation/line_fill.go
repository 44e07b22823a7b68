package collation

import (
	"cmp"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
)

// fill puts what the columns ask into the line.
func (n *Line) fill(columns []criteria.Region, mine []asked) {
	f := cmp.Or(n.Figure, &n.Invented)
	j := judged{figure: f, name: n.Name + " " + n.Part, op: neighbours(mine)}
	asks := map[criteria.Region]Demand{}
	for _, a := range mine {
		one, why := j.demand(&a.reading)
		if one.Op == criteria.NotAsked {
			n.At[a.column] = NotApplied
			continue
		}
		if isDash(a.item) && slices.ContainsFunc(mine, asked.isNumber) {
			continue // left open: what a dash means, only a person can say
		}
		n.doubt(why)
		if one.Op == "" {
			continue
		}
		asks[a.column] = one
		if n.Op == "" || n.Op == criteria.ProvinceSets {
			n.Op = one.Op
		}
	}
	for _, c := range columns {
		one, ok := asks[c]
		switch {
		case !ok:
		case one.Op == criteria.ProvinceSets && n.Op != criteria.ProvinceSets:
			n.At[c] = Way(criteria.ProvinceSets)
		case one.compares() && one.Op != n.Op:
			n.At[c] = one.Op.Sign() + " " + one.Value()
		case one.compares():
			n.At[c] = one.Value()
		case one.Op == criteria.DeclaredMet && n.Op == criteria.DeclaredMet && len(n.At)+len(n.openAt) > 0:
			n.At[c] = "Đạt"
		}
	}
	n.settle(columns, asks[columns[0]].compares())
}

// isDash tells whether a cell has the dash of what is not asked.
func isDash(i *item) bool {
	return i.reading.Kind == threshold.None && len(i.doubts) == 0 && strings.Trim(i.cell.Words, "-–—− ") == "" &&
		i.cell.Words != ""
}

// isNumber tells whether a column asks for a number: of a line without any, of dashes, or of
// what is met or not, nothing can be left open.
func (a asked) isNumber() bool {
	return a.reading.Kind == threshold.Value || a.reading.Kind == threshold.Grade && isGrade(a.reading.Word)
}

// settle writes what every column asks once.
func (n *Line) settle(columns []criteria.Region, isNumber bool) {
	if n.Op == criteria.DeclaredMet && len(n.At) > 0 { // some do not apply: the others say so
		for _, c := range columns {
			if n.At[c] == "" && !slices.Contains(n.openAt, c) {
				n.At[c] = "Đạt"
			}
		}
	}
	first := n.At[columns[0]]
	for _, c := range columns {
		if n.At[c] != first {
			return
		}
	}
	if isNumber {
		n.All, n.At = first, map[criteria.Region]string{}
	}
}

// neighbours is the comparison that the numbers of a line have, where all that have one
// have the same.
func neighbours(mine []asked) criteria.Op {
	var out criteria.Op
	for _, a := range mine {
		op := ops[a.reading.Op]
		if a.reading.Kind != threshold.Value || op == "" || op == criteria.Exactly {
			continue
		}
		if op.IsStrict() || out != "" && op != out {
			return "" // what stands beside a "trên" may mean that or "từ"
		}
		out = op
	}
	return out
}

var indicatorNo = pattern.New(`^\d{1,2}(\.\d{1,2}){0,2}$`)

// IsIndicatorNo tells whether an indicator can have the number: "3.2".
func IsIndicatorNo(no string) bool { return indicatorNo.MatchString(no) }

// finish settles the lines of one indicator.
func (r *Collation) finish(lines []*Line) {
	var whole *Line
	for _, n := range lines {
		if !n.isAmong {
			whole = n
		} else if whole != nil && (len(whole.Why) > 0 || len(whole.open) > 0) {
			n.doubt("mức chung mà phần này nằm trong đó cần đọc lại: xem dòng trên")
		}
		if !IsIndicatorNo(n.No) {
			n.doubt("chỉ tiêu này không có số: ghi số như trong quyết định")
		}
		n.IsPart = len(n.Why) == 0 && len(n.open) > 0 && n.Op != criteria.DeclaredMet // which a blank would be too
		n.doubt(n.open...)
		switch {
		case len(n.Why) > 0:
			n.Kind = Again
		case len(n.Candidates) > 0:
			n.Kind = Choose
		default:
			n.Kind = New
		}
	}
	first := slices.MinFunc(lines, func(a, b *Line) int { return cmp.Compare(a.Kind.rank(), b.Kind.rank()) })
	for _, n := range lines {
		n.rank = first.Kind.rank() // what belongs together stays together
	}
}
