package lawbook

import (
	"cmp"
	"slices"

	"ntm/criteria"
	"ntm/internal/vi"
)

// law is one standard as it stands in one province: the nation's table with
// every overlay that the library holds laid over it.
type law struct {
	lib      *criteria.Library
	std      *criteria.Standard
	province string
	columns  []criteria.Region // every column of the standard
	topics   []*topic
}

// topic is an indicator or a condition of recognition, with everything that
// holds for it somewhere and at some time.
type topic struct {
	id            string // LEVEL/NO, or LEVEL/ID of a condition
	criterion     string // "10. Thu nhập"
	no, name      string
	standings     []standing
	criterionSort string
}

// standing is one requirement where it holds, and the document that says so.
type standing struct {
	box
	rule *criteria.Rule
	doc  document
	// zones are the requirements of a province that divides its communes by
	// zones of its own. They are shown, but are set in the province's own pack.
	zones  []string
	zoning *criteria.Overlay
	// prerequisite is set when the standing is a level to hold before.
	prerequisite *criteria.Prerequisite
}

func newLaw(lib *criteria.Library, std *criteria.Standard, province string) *law {
	l := &law{lib: lib, std: std, province: province, columns: std.Columns()}
	l.gather()
	for _, o := range l.overlays() {
		l.lay(o)
	}
	l.prerequisites()
	for _, t := range l.topics {
		slices.SortStableFunc(t.standings, func(a, b standing) int {
			return cmp.Or(cmp.Compare(a.years.From, b.years.From), a.from.Compare(b.from.Time), cmp.Compare(slices.Index(l.columns, a.columns[0]), slices.Index(l.columns, b.columns[0])))
		})
	}
	return l
}

// overlays lists those that may hold, from the nation's side down to the
// office.
func (l *law) overlays() []*criteria.Overlay {
	var out []*criteria.Overlay
	for _, layer := range criteria.Layers {
		for _, o := range l.lib.Overlays {
			if o.Layer == layer && l.concerns(o) {
				out = append(out, o)
			}
		}
	}
	return out
}

// gather lists the topics with what the nation asks, or the overlay that adds
// them.
func (l *law) gather() {
	nation := document{l.std.Decision, l.std.Annex, "", criteria.Nation}
	for _, c := range l.std.Criteria {
		l.criterion(c, l.std.Years, nation, nil)
	}
	for _, o := range l.lib.Overlays {
		for _, a := range o.Add {
			if a.Level == l.std.Level && l.concerns(o) {
				l.criterion(&a.Criterion, o.Years, document{o.Decision, o.Annex, "", o.Layer}, o)
			}
		}
	}
	slices.SortStableFunc(l.topics, func(a, b *topic) int { return vi.Compare(a.criterionSort, b.criterionSort) })
	for _, p := range l.lib.Procedures {
		for _, c := range p.Conditions {
			t := &topic{id: string(l.std.Level) + "/" + c.ID, criterion: "Điều kiện công nhận", name: c.Name}
			l.add(t, c.Rules, p.Years, document{p.Decision, "", p.AmendedBy, criteria.Nation}, nil)
		}
	}
}

func (l *law) criterion(c *criteria.Criterion, years criteria.Years, doc document, added *criteria.Overlay) {
	for _, ind := range c.Indicators {
		t := &topic{id: string(l.std.Level) + "/" + ind.No, criterion: c.No + ". " + l.criterionName(c), no: ind.No, name: ind.Name, criterionSort: c.No}
		l.add(t, ind.Rules, years, doc, added)
	}
}

// criterionName is the standard's own name, whatever an overlay that adds to
// the criterion calls it.
func (l *law) criterionName(c *criteria.Criterion) string {
	for _, own := range l.std.Criteria {
		if own.No == c.No {
			return own.Name
		}
	}
	return c.Name
}

// add adds a topic with the rules of the document it first stands in, which is
// the overlay that adds it, if one does.
func (l *law) add(t *topic, rules []*criteria.Rule, years criteria.Years, doc document, added *criteria.Overlay) {
	for _, rule := range rules {
		b, ok := l.box(acrossZones(rule, added), years)
		if !ok {
			continue
		}
		s := standing{box: b, rule: rule, doc: doc.of(rule)}
		if added != nil && len(added.Groups) > 0 {
			s = l.zoned(s, added, rule)
		}
		t.standings = append(t.standings, s)
	}
	if len(t.standings) > 0 {
		l.topics = append(l.topics, t)
	}
}

// concerns tells whether an overlay may hold in the province and the
// standard's years.
func (l *law) concerns(o *criteria.Overlay) bool {
	return o.Years.From <= l.std.Years.To && l.std.Years.From <= o.Years.To &&
		(o.Province == "" || vi.Fold(o.Province) == vi.Fold(l.province))
}

// box is where a rule of the standard's level holds, or false when it does
// nowhere.
func (l *law) box(rule *criteria.Rule, years criteria.Years) (box, bool) {
	if len(rule.Levels) > 0 && !slices.Contains(rule.Levels, l.std.Level) {
		return box{}, false
	}
	own := box{years: years, from: rule.From, until: rule.Until, columns: rule.Columns, with: rule.With, without: rule.Without}
	if len(own.columns) == 0 {
		own.columns = l.columns
	}
	return box{years: l.std.Years, columns: l.columns}.meet(own)
}
