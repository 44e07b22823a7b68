package criteria

import (
	"cmp"
	"slices"

	"ntm/internal/vi"
)

// Law is one standard as it stands in one province: the nation's table with
// every overlay that concerns the province laid over it.
type Law struct {
	Standard     *Standard
	Columns      []Region       // every column of the standard
	Criteria     []LaidCriteria // the standard's, then those that overlays add
	Conditions   []*Topic
	Prerequisite *Topic
	overlays     []*Overlay // that concern it, from the nation's side to the office
}

// LaidCriteria is a criterion with the indicators that one document gives it.
type LaidCriteria struct {
	*Criterion
	Overlay *Overlay // that adds the indicators; nil for the standard
	Topics  []*Topic
}

// Topic is an indicator, a condition of recognition or a prerequisite, with
// everything that holds for it somewhere and at some time.
type Topic struct {
	ID        string // LEVEL/NO, or LEVEL/ID of a condition
	Name      string
	Indicator *Indicator // nil for what is none
	Procedure *Procedure // of a condition; nil where an overlay adds it
	Standings []*Standing
}

// Law lays the law of a standard in a province, "" for none. It is laid once for
// all who ask, and nobody may change it.
func (lib *Library) Law(std *Standard, province string) *Law { return lib.lawWith(std, province, "") }

// lawWith is the law with a column that the standard does not have, as one has
// that compares two standards: what is not set for some columns holds there.
func (lib *Library) lawWith(std *Standard, province string, foreign Region) *Law {
	province = vi.Fold(province)
	if !slices.ContainsFunc(lib.Overlays, func(o *Overlay) bool { return vi.Fold(o.Province) == province }) {
		province = "" // nothing is set for it alone
	}
	if slices.Contains(std.Columns(), foreign) {
		foreign = ""
	}
	key := lawKey{std, province, foreign}
	if law, ok := lib.laws.Load(key); ok {
		return law.(*Law)
	}
	law, _ := lib.laws.LoadOrStore(key, lib.lay(key))
	return law.(*Law)
}

// lawKey names a law that was laid.
type lawKey struct {
	std      *Standard
	province string // folded
	foreign  Region
}

func (lib *Library) lay(key lawKey) *Law {
	std := key.std
	l := &Law{Standard: std, Columns: std.Columns()}
	if key.foreign != "" {
		l.Columns = union(l.Columns, []Region{key.foreign})
	}
	for _, layer := range Layers {
		for _, o := range lib.Overlays {
			if o.Layer == layer && o.Years.Overlap(std.Years) &&
				(o.Province == "" || vi.Fold(o.Province) == key.province) {
				l.overlays = append(l.overlays, o)
			}
		}
	}
	l.gather(lib)
	for _, o := range l.overlays {
		l.override(o)
	}
	for topic := range l.Topics {
		slices.SortStableFunc(topic.Standings, func(a, b *Standing) int {
			return cmp.Or(cmp.Compare(a.Years.From, b.Years.From), a.From.Compare(b.From.Time),
				cmp.Compare(slices.Index(l.Columns, a.Columns[0]), slices.Index(l.Columns, b.Columns[0])))
		})
	}
	return l
}

// gather lists the topics with what the nation asks, or the overlay that adds
// them.
func (l *Law) gather(lib *Library) {
	std := l.Standard
	nation := Citation{std.Decision, std.Annex, "", Nation}
	for _, c := range std.Criteria {
		l.criterion(c, std.Years, nation, nil)
	}
	for _, o := range l.overlays {
		for _, a := range o.Add {
			if a.Level == std.Level {
				l.criterion(&a.Criterion, o.Years, o.citation(), o)
			}
		}
	}
	for _, p := range lib.Procedures {
		for _, c := range p.Conditions {
			l.condition(c, p, p.Years, Citation{p.Decision, "", p.AmendedBy, Nation}, nil)
		}
	}
	for _, o := range l.overlays {
		for _, c := range o.Conditions {
			l.condition(c, nil, o.Years, o.citation(), o)
		}
	}
	l.Prerequisite = &Topic{ID: string(std.Level) + "/prerequisite"}
	everywhere := Span{Years: std.Years, Columns: l.Columns}
	l.Prerequisite.Standings = []*Standing{{Span: everywhere, Rule: std.Prerequisite.rule(), Doc: nation,
		Prerequisite: &std.Prerequisite}}
}

func (l *Law) condition(c *Condition, p *Procedure, years Years, doc Citation, added *Overlay) {
	t := &Topic{ID: string(l.Standard.Level) + "/" + c.ID, Name: c.Name, Procedure: p}
	l.place(t, c.Rules, years, doc, added)
	if len(t.Standings) > 0 {
		l.Conditions = append(l.Conditions, t)
	}
}

func (l *Law) criterion(c *Criterion, years Years, doc Citation, added *Overlay) {
	laid := LaidCriteria{Criterion: c, Overlay: added}
	for _, ind := range c.Indicators {
		t := &Topic{ID: string(l.Standard.Level) + "/" + ind.No, Name: ind.Name, Indicator: ind}
		l.place(t, ind.Rules, years, doc, added)
		laid.Topics = append(laid.Topics, t)
	}
	l.Criteria = append(l.Criteria, laid)
}

// place gives a topic the rules of the document it first stands in, which is
// the overlay that adds it, if one does.
func (l *Law) place(t *Topic, rules []*Rule, years Years, doc Citation, added *Overlay) {
	for _, rule := range rules {
		if span, ok := l.Span(rule, years, added); ok {
			t.Standings = append(t.Standings, &Standing{Span: span, Rule: rule, Doc: doc.of(rule), Overlay: added})
		}
	}
}

// Span is where a rule of a pack of those years holds, or false when it does
// nowhere. A province's zones lie across the columns of the standard: whether a
// commune is of a rule's zone is for its traits to say.
func (l *Law) Span(rule *Rule, years Years, o *Overlay) (Span, bool) {
	if len(rule.Levels) > 0 && !slices.Contains(rule.Levels, l.Standard.Level) {
		return Span{}, false
	}
	own := rule.Span(years, l.Columns)
	if o.zoned() {
		own.Columns = l.Columns
	}
	return Span{Years: l.Standard.Years, Columns: l.Columns}.Meet(own)
}

// Topics goes through everything that the law asks.
func (l *Law) Topics(yield func(*Topic) bool) {
	var all []*Topic
	for _, c := range l.Criteria {
		all = append(all, c.Topics...)
	}
	for _, t := range append(append(all, l.Conditions...), l.Prerequisite) {
		if !yield(t) {
			return
		}
	}
}

// indicator finds an indicator of the standard by its number.
func (l *Law) indicator(no string) (*Topic, bool) {
	for _, c := range l.Criteria {
		for _, t := range c.Topics {
			if c.Overlay == nil && t.Indicator.No == no {
				return t, true
			}
		}
	}
	return nil, false
}
