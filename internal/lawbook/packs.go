package lawbook

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

// Packs gives the office's packs that the entries change, each whole: what the
// office set before and what it sets now. A pack that the office had before
// keeps its place (Pos.File); a new one has none. The error is a problem.List.
func (f *Filled) Packs(office string, layer criteria.Layer) ([]*criteria.Overlay, error) {
	s := officePacks{law: f.law, file: f.file, office: office, layer: layer}
	if err := s.open(); err != nil {
		return nil, err
	}
	for _, r := range f.rulings() {
		s.put(r)
	}
	for _, e := range f.entries {
		if e.Standing.Prerequisite != nil && !e.stands() {
			s.require(e)
		}
	}
	for _, a := range f.additions {
		if a.of != nil {
			s.rewrite(a)
			continue
		}
		s.add(a)
	}
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	return s.changed(), nil
}

// officePacks is the packs of one office. There is one for the standard's years, and
// one for each shorter span of years that something was set for.
type officePacks struct {
	law      *collation.Law
	file     string
	office   string
	layer    criteria.Layer
	packs    []*criteria.Overlay
	before   map[string]string // the packs as they were, by id
	problems problem.List
}

// layerNames part the packs of one office by the layer they are of.
var layerNames = map[criteria.Layer]string{criteria.Nation: "trung-uong-", criteria.Ministry: "bo-nganh-",
	criteria.Province: "tinh-"}

// id names the pack of a span of years: "so-nong-nghiep-thanh-hoa-2021-2025".
func (s *officePacks) id(y criteria.Years) string { return s.named(layerNames[s.layer], y) }

func (s *officePacks) named(layer string, y criteria.Years) string {
	return vi.Join("-", vi.Slug(s.office), layer+strings.ReplaceAll(collation.YearsText(y), "–", "-"))
}

// open takes the office's packs of these years from the library.
func (s *officePacks) open() error {
	fail := func(hint, press, format string, args ...any) error {
		return problem.List{{File: s.file, Message: fmt.Sprintf(format, args...), Hint: hint,
			Page: problem.Press(press)}}
	}
	switch {
	case !strings.ContainsFunc(vi.Fold(s.office), func(r rune) bool { return r >= 'a' && r <= 'z' }):
		return fail("ghi tên cơ quan sau --office", "ghi tên ở ô Cơ quan", "chưa có tên cơ quan đã đối chiếu")
	case s.layer == criteria.Province && s.law.Province == "":
		return fail("xuất lại bảng với --province", "thả lại tệp, ghi tên tỉnh ở ô Chỉ các cột của tỉnh",
			"quy định của tỉnh phải nói là tỉnh nào, bảng này xuất cho mọi tỉnh")
	}
	s.before = map[string]string{}
	for _, o := range s.law.Lib.Overlays {
		isEarlier := o.ID == s.named("", o.Years) && o.Layer == s.layer // of a version that did not part them
		if o.ID != s.id(o.Years) && !isEarlier || o.Years.From > s.law.Std.Years.To ||
			s.law.Std.Years.From > o.Years.To {
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
		s.packs, s.before[o.ID] = append(s.packs, &own), textOf(&own)
	}
	return nil
}

// pack gives the pack of a span of years.
func (s *officePacks) pack(y criteria.Years) *criteria.Overlay {
	i := slices.IndexFunc(s.packs, func(o *criteria.Overlay) bool { return o.Years == y })
	if i < 0 {
		s.packs = append(s.packs, &criteria.Overlay{
			Schema: "ntm.overlay.v1", ID: s.id(y), Layer: s.layer, Province: s.law.Province, Years: y,
			Decision: s.law.Std.Decision, Annex: s.law.Std.Annex,
			Name: fmt.Sprintf("Ngưỡng%s do %s đối chiếu, áp dụng %s", ofLayer(s.layer), s.office, span(y)),
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

func span(y criteria.Years) string {
	if y.From == y.To {
		return "năm " + collation.YearsText(y)
	}
	return "giai đoạn " + collation.YearsText(y)
}

// put sets a rule, cutting away from the office's earlier ones what it now
// covers.
func (s *officePacks) put(r ruling) {
	var kept []ruling
	for _, o := range s.packs {
		o.Set = slices.DeleteFunc(o.Set, func(set *criteria.OverlayRule) bool {
			b, ok := s.law.Span(&set.Rule, o.Years, o)
			if _, meets := b.Meet(r.Span); set.Indicator != r.set.Indicator || !ok || !meets {
				return false
			}
			for _, rest := range b.Minus(r.Span) {
				kept = append(kept, ruling{rest, citing(set, o)})
			}
			return true
		})
	}
	for _, one := range append(kept, r) {
		set := *one.set
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

// add adds an indicator, in place of the one of that number that the office
// added before.
func (s *officePacks) add(a *addition) {
	level, std := s.law.Std.Level, s.law.Std
	o := s.pack(std.Years)
	for _, other := range s.law.Lib.Overlays {
		for _, added := range other.Add {
			if other.ID != o.ID && added.Level == level && s.law.Concerns(other) &&
				slices.ContainsFunc(added.Indicators,
					func(ind *criteria.Indicator) bool { return ind.No == a.indicator.No }) {
				s.problems.Add(problem.Problem{File: s.file, Sheet: a.at.shown(), Cell: a.at.cell(idNo),
					Message: fmt.Sprintf("chỉ tiêu %s đã được thêm ở bộ quy định %q (%s)", a.indicator.No, other.ID,
						other.Pos.File), Hint: "bỏ dòng này, hoặc sửa ở bộ quy định ấy"})
			}
		}
	}
	for i, added := range o.Add {
		if added.Level == level {
			one := *added
			one.Indicators = slices.DeleteFunc(slices.Clone(added.Indicators),
				func(ind *criteria.Indicator) bool { return ind.No == a.indicator.No })
			o.Add[i] = &one
		}
	}
	i := slices.IndexFunc(o.Add, func(added *criteria.Addition) bool {
		return added.Level == level &&
			added.No == a.criterion.No
	})
	if i < 0 {
		i = len(o.Add)
		o.Add = append(o.Add, &criteria.Addition{Level: level, Criterion: a.criterion})
	}
	o.Add[i].Indicators = append(o.Add[i].Indicators, a.indicator)
	slices.SortStableFunc(o.Add[i].Indicators, func(x, y *criteria.Indicator) int { return byNumber(x.No, y.No) })
	o.Add = slices.DeleteFunc(o.Add, func(added *criteria.Addition) bool { return len(added.Indicators) == 0 })
	for _, f := range a.figures {
		if s.law.Lib.Figures[f.ID] == nil && !slices.Contains(o.Figures, f) {
			o.Figures = append(o.Figures, f)
		}
	}
}

// changed gives the packs that are no longer as they were, in their order of
// years.
func (s *officePacks) changed() []*criteria.Overlay {
	var out []*criteria.Overlay
	for _, o := range s.packs {
		s.tidy(o)
		if textOf(o) != s.before[o.ID] {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b *criteria.Overlay) int {
		return cmp.Or(cmp.Compare(a.Years.From, b.Years.From), cmp.Compare(a.Years.To, b.Years.To))
	})
	return out
}
