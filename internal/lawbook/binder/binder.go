// Package binder holds the packs of one office while a workbook's entries are put into them: what the
// office set before, cut away where it is set anew, and what it sets now. It writes no file.
package binder

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Rule is an office's rule for one indicator, and where it holds.
type Rule struct {
	criteria.Span
	Set *criteria.OverlayRule
}

// Indicator is one that the office adds to a criterion, with the figures that are new.
type Indicator struct {
	Criterion criteria.Criterion // without its indicators
	*criteria.Indicator
	Figures []*criteria.Figure
}

// Binder is the packs of one office. There is one for the standard's years, and
// one for each shorter span of years that something was set for.
type Binder struct {
	law    *collation.Law
	office string
	layer  criteria.Layer
	packs  []*criteria.Overlay
	before map[string]string // the packs as they were, by id
}

// layerNames part the packs of one office by the layer they are of.
var layerNames = map[criteria.Layer]string{criteria.Nation: "trung-uong-", criteria.Ministry: "bo-nganh-",
	criteria.Province: "tinh-"}

// ID names the pack of an office for a span of years: "so-nong-nghiep-thanh-hoa-2021-2025".
func ID(office string, y criteria.Years) string { return named(office, "", y) }

func named(office, layer string, y criteria.Years) string {
	return vi.Join("-", vi.Slug(office), layer+strings.ReplaceAll(collation.YearsText(y), "–", "-"))
}

func (s *Binder) id(y criteria.Years) string { return named(s.office, layerNames[s.layer], y) }

// Open takes the office's packs of the standard's years from the library. The error is a problem.Problem
// about what the office calls itself.
func Open(law *collation.Law, office string, layer criteria.Layer) (*Binder, error) {
	s := &Binder{law: law, office: office, layer: layer, before: map[string]string{}}
	fail := func(hint, press, format string, args ...any) (*Binder, error) {
		return nil, problem.Problem{Message: fmt.Sprintf(format, args...), Hint: hint, Page: problem.Press(press)}
	}
	switch {
	case !strings.ContainsFunc(vi.Fold(s.office), func(r rune) bool { return r >= 'a' && r <= 'z' }):
		return fail("ghi tên cơ quan sau --office", "ghi tên ở ô Cơ quan", "chưa có tên cơ quan đã đối chiếu")
	case s.layer == criteria.Province && s.law.Province == "":
		return fail("xuất lại bảng với --province", "thả lại tệp, ghi tên tỉnh ở ô Chỉ các cột của tỉnh",
			"quy định của tỉnh phải nói là tỉnh nào, bảng này xuất cho mọi tỉnh")
	}
	for _, o := range s.law.Lib.Overlays {
		isEarlier := o.ID == ID(office, o.Years) && o.Layer == s.layer // of a version that did not part them
		if o.ID != s.id(o.Years) && !isEarlier || !o.Years.Overlap(s.law.Std.Years) {
			continue
		}
		if o.Layer != s.layer || vi.Fold(o.Province) != vi.Fold(s.law.Province) || len(o.Groups) > 0 {
			return fail("nhập với tên cơ quan khác ở --office, hoặc sửa tệp ấy",
				"ghi tên cơ quan khác ở ô Cơ quan, hoặc sửa tệp ấy",
				"bộ quy định %q (%s) là của cấp khác, tỉnh khác, hoặc chia vùng riêng", o.ID, o.Pos.File)
		}
		own := *o
		own.Figures, own.Add, own.Set, own.Prerequisites = slices.Clone(o.Figures), slices.Clone(o.Add),
			slices.Clone(o.Set), slices.Clone(o.Prerequisites)
		s.tidy(&own) // another order of the same is no change
		s.packs, s.before[o.ID] = append(s.packs, &own), Text(&own)
	}
	return s, nil
}

// pack gives the pack of a span of years.
func (s *Binder) pack(y criteria.Years) *criteria.Overlay {
	i := slices.IndexFunc(s.packs, func(o *criteria.Overlay) bool { return o.Years == y })
	if i < 0 {
		s.packs = append(s.packs, &criteria.Overlay{
			Schema: "ntm.overlay.v1", ID: s.id(y), Layer: s.layer, Province: s.law.Province, Years: y,
			Decision: s.law.Std.Decision, Annex: s.law.Std.Annex,
			Name: fmt.Sprintf("Ngưỡng%s do %s đối chiếu, áp dụng %s", ofLayer(s.layer), s.office, When(y)),
		})
		i = len(s.packs) - 1
	}
	return s.packs[i]
}

// ofLayer says whose thresholds they are, where they are not the office's own.
func ofLayer(l criteria.Layer) string {
	if l == criteria.Office {
		return ""
	}
	return " của " + l.Title()
}

// When says for which years: "giai đoạn 2021–2025".
func When(y criteria.Years) string {
	if y.From == y.To {
		return "năm " + collation.YearsText(y)
	}
	return "giai đoạn " + collation.YearsText(y)
}

// Put sets a rule, cutting away from the office's earlier ones what it now
// covers.
func (s *Binder) Put(r Rule) {
	var kept []Rule
	for _, o := range s.packs {
		o.Set = slices.DeleteFunc(o.Set, func(set *criteria.OverlayRule) bool {
			b, ok := s.law.Span(&set.Rule, o.Years, o)
			if _, meets := b.Meet(r.Span); set.Indicator != r.Set.Indicator || !ok || !meets {
				return false
			}
			for _, rest := range b.Minus(r.Span) {
				kept = append(kept, Rule{rest, citing(set, o)})
			}
			return true
		})
	}
	for _, one := range append(kept, r) {
		set := *one.Set
		set.From, set.Until, set.With, set.Without = one.From, one.Until, one.With, one.Without
		set.Columns = one.Columns
		o := s.pack(one.Years)
		o.Set = append(o.Set, &set)
	}
}

// citing is a rule that names its document itself, for it may move to a pack
// with another.
func citing(set *criteria.OverlayRule, o *criteria.Overlay) *criteria.OverlayRule {
	out := *set
	if out.Decision == nil {
		out.Decision, out.Article = &o.Decision, cmp.Or(out.Article, o.Annex)
	}
	return &out
}

// Add adds an indicator, in place of the one of that number that the office added before. What
// comes back is the pack of another office that has it too, nil for none.
func (s *Binder) Add(a Indicator) (clash *criteria.Overlay) {
	level, std := s.law.Std.Level, s.law.Std
	o := s.pack(std.Years)
	isIt := func(ind *criteria.Indicator) bool { return ind.No == a.No }
	for _, other := range s.law.Lib.Overlays {
		for _, added := range other.Add {
			if other.ID != o.ID && added.Level == level && s.law.Concerns(other) &&
				slices.ContainsFunc(added.Indicators, isIt) {
				clash = other
			}
		}
	}
	for i, added := range o.Add {
		if added.Level == level {
			one := *added
			one.Indicators = slices.DeleteFunc(slices.Clone(added.Indicators), isIt)
			o.Add[i] = &one
		}
	}
	i := slices.IndexFunc(o.Add, func(added *criteria.Addition) bool {
		return added.Level == level && added.No == a.Criterion.No
	})
	if i < 0 {
		i = len(o.Add)
		o.Add = append(o.Add, &criteria.Addition{Level: level, Criterion: a.Criterion})
	}
	o.Add[i].Indicators = append(o.Add[i].Indicators, a.Indicator)
	slices.SortStableFunc(o.Add[i].Indicators, func(x, y *criteria.Indicator) int { return byNumber(x.No, y.No) })
	o.Add = slices.DeleteFunc(o.Add, func(added *criteria.Addition) bool { return len(added.Indicators) == 0 })
	s.Ask(std.Years, a.Figures)
	return clash
}

// Ask puts figures that no pack has into the pack of a span of years.
func (s *Binder) Ask(y criteria.Years, figures []*criteria.Figure) {
	o := s.pack(y)
	for _, f := range figures {
		if s.law.Lib.Figures[f.ID] == nil && !slices.Contains(o.Figures, f) {
			o.Figures = append(o.Figures, f)
		}
	}
}

// Require sets the prerequisite of the standard's level in the pack of a span of years.
func (s *Binder) Require(y criteria.Years, p criteria.Prerequisite) {
	o, level := s.pack(y), s.law.Std.Level
	o.Prerequisites = slices.DeleteFunc(o.Prerequisites,
		func(old *criteria.OverlayPrerequisite) bool { return old.For == level })
	o.Prerequisites = append(o.Prerequisites, &criteria.OverlayPrerequisite{For: level, Prerequisite: p})
	slices.SortFunc(o.Prerequisites, func(a, b *criteria.OverlayPrerequisite) int {
		return byLevel(string(a.For), string(b.For))
	})
}

// Changed gives the packs that are no longer as they were, in their order of
// years.
func (s *Binder) Changed() []*criteria.Overlay {
	var out []*criteria.Overlay
	for _, o := range s.packs {
		s.tidy(o)
		if Text(o) != s.before[o.ID] {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b *criteria.Overlay) int {
		return cmp.Or(cmp.Compare(a.Years.From, b.Years.From), cmp.Compare(a.Years.To, b.Years.To))
	})
	return out
}
