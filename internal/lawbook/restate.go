package lawbook

import (
	"cmp"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/lawbook/binder"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// rulings turns the entries into rules. The parts of one requirement make one
// rule: an overlay replaces a requirement as a whole, so what was not entered
// is restated as it stands.
func (f *Filled) rulings() []binder.Rule {
	entries := list.Where(f.entries, func(e *entered) bool { return e.Standing.Prerequisite == nil })
	requirement := func(e *entered) string {
		whole := e.Slot
		whole.Path = ""
		return whole.Key(f.law)
	}
	var out []binder.Rule
	for _, mine := range list.By(entries, requirement) {
		slices.SortFunc(mine, func(a, b *entered) int { return cmp.Compare(a.Path, b.Path) })
		if i := slices.IndexFunc(mine, func(e *entered) bool { return !e.stands() }); i >= 0 {
			out = append(out, binder.Rule{Span: mine[i].Span, Set: f.restated(mine[i], mine)})
		}
	}
	return out
}

// restated is a requirement with its entries put in.
func (f *Filled) restated(e *entered, mine []*entered) *criteria.OverlayRule {
	latest := e
	var clauses []string
	for _, other := range mine {
		if other.check.on.After(latest.check.on.Time) {
			latest = other
		}
		clauses = list.Once(clauses, vi.NonEmpty(other.laxerBy)...)
	}
	doc, check := e.Standing.Doc, latest.check
	out := &criteria.OverlayRule{Indicator: e.Topic.ID, LaxerBy: strings.Join(clauses, "; ")}
	out.Decision, out.Article, out.CheckedBy, out.CheckedOn = &check.decision, check.article, check.by, check.on
	if check.decision.Number == doc.Decision.Number {
		out.AmendedBy = e.Standing.Rule.AmendedBy
	}
	r := restater{Law: f.law, standing: e.Standing, box: e.Span, mine: mine}
	ask, _ := r.ask(&e.Standing.Rule.Ask, "")
	out.Ask = *ask
	hoist(&out.Ask)
	return out
}

// restater rewrites one requirement.
type restater struct {
	*collation.Law
	standing *criteria.Standing
	box      criteria.Span
	mine     []*entered
}

// ask rewrites an ask and tells whether it was altered. Words that told the old
// thresholds are left out of what was.
func (r *restater) ask(ask *criteria.Ask, path string) (*criteria.Ask, bool) {
	if len(ask.Parts()) == 0 {
		return r.leaf(ask, path)
	}
	out, altered := *ask, false
	out.Grounds = criteria.Grounds{}
	rewrite := func(list []*criteria.Ask) []*criteria.Ask {
		var done []*criteria.Ask
		for i, part := range list {
			one, changed := r.ask(part, criteria.PartPath(path, i))
			done, altered = append(done, one), altered || changed
		}
		return done
	}
	out.AllOf, out.AnyOf = rewrite(ask.AllOf), rewrite(ask.AnyOf)
	if ask.SomeOf != nil {
		out.SomeOf = &criteria.SomeOf{Least: ask.SomeOf.Least, Of: rewrite(ask.SomeOf.Of)}
	}
	if altered {
		out.Text = ""
	}
	return &out, altered
}

func (r *restater) leaf(ask *criteria.Ask, path string) (*criteria.Ask, bool) {
	out := &criteria.Ask{Figure: ask.Figure, Case: ask.Case, IfGiven: ask.IfGiven, Text: ask.Text}
	i := slices.IndexFunc(r.mine, func(e *entered) bool { return e.Path == path })
	if i < 0 {
		asked := r.Lib.Asked(r.standing.Rule, ask, r.box.Years.From, r.box.Columns[0])
		out.Declared, out.SetBy, out.Relative, out.Grounds = ask.Declared, ask.SetBy, ask.Relative,
			r.grounds(asked.Basis)
		if ask.Table() != nil {
			compared(out, asked.Op, table(asked.Value, asked.Known))
		}
		return out, false
	}
	e := r.mine[i]
	out.Grounds = criteria.Grounds{Status: criteria.Confirmed, Source: e.source()}
	switch {
	case ask.Relative != nil:
		out.Relative = &criteria.Relative{To: ask.Relative.To, Op: e.op, Factor: e.value}
	case e.op == criteria.DeclaredMet:
		out.Declared = true
	case e.op == criteria.NotAsked:
		out.NotAsked = true
	case e.op == criteria.ProvinceSets:
		out.SetBy = criteria.Province
	default:
		compared(out, e.op, table(e.value, true))
	}
	if e.alters() {
		out.Text = ""
	}
	return out, e.alters()
}

// grounds are those of a part that was not entered. The rule around it now
// names the document that the others were held against, so its own is told here.
func (r *restater) grounds(b criteria.Basis) criteria.Grounds {
	if number := r.standing.Doc.Decision.Number; b.Status != criteria.Confirmed && !strings.Contains(b.Source, number) {
		b.Source = "theo " + number + "; " + b.Source
	}
	return criteria.Grounds{Status: b.Status, Source: b.Source}
}

// hoist puts the grounds that all parts share on the requirement itself, and
// else makes it as sure as its least sure part.
func hoist(ask *criteria.Ask) {
	var all []*criteria.Ask
	ask.Leaves(func(_ string, leaf *criteria.Ask) { all = append(all, leaf) })
	if all[0] == ask {
		return
	}
	shared := all[0].Grounds
	weakest := shared.Status
	for _, leaf := range all {
		if leaf.Grounds != shared {
			shared = criteria.Grounds{}
		}
		weakest = weakest.Weaker(leaf.Status)
	}
	if shared == (criteria.Grounds{}) {
		ask.Grounds = criteria.Grounds{Status: weakest, Source: "ghi ở từng phần"}
		return
	}
	ask.Grounds = shared
	for _, leaf := range all {
		leaf.Grounds = criteria.Grounds{}
	}
}
