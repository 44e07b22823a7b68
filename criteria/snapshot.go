package criteria

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"unicode/utf8"

	"ntm/internal/problem"
)

// SetSchema names the JSON document of a Set.
const SetSchema = "ntm.set.v1"

const (
	mostOfSnapshot = 4 << 20 // bytes; a set has some two hundred thousand
	deepest        = 32      // parts of parts and what they replace; a set has four
)

// Snapshot is the set as a JSON document that ReadSnapshot reads without any
// pack at hand. The same set gives the same bytes. It is an error when the set
// was changed since it was resolved.
func (s *Set) Snapshot() ([]byte, error) {
	if digest(s) != s.Digest {
		return nil, problem.Problem{Message: "bộ tiêu chí đã bị sửa sau khi xác định, không lưu được", Hint: "xác định lại bộ tiêu chí rồi lưu"}
	}
	w := snapshotWriter{}
	doc := setDoc{Schema: SetSchema, Digest: s.Digest, Query: queryDoc(s.Query), Procedure: keptProcedure(s.Procedure),
		Levels: each(s.Levels, w.level),
		Overlays: each(s.Overlays, func(o **Overlay) overlayDoc {
			return overlayDoc{(*o).ID, (*o).Name, (*o).Layer, (*o).Decision}
		}),
	}
	for _, id := range slices.Sorted(maps.Keys(w)) {
		f := figureDoc{Figure: *w[id]}
		if p := f.Figure.Plausible; p != nil {
			f.Plausible = &rangeDoc{exact{p.From}, exact{p.To}}
		}
		doc.Figures = append(doc.Figures, f)
	}
	return json.Marshal(doc)
}

// each is in with f done to every item; nil for none.
func each[A, B any](in []A, f func(*A) B) []B {
	var out []B
	for i := range in {
		out = append(out, f(&in[i]))
	}
	return out
}

func keptProcedure(p *Procedure) *procedureDoc {
	if p == nil {
		return nil
	}
	share := func(s Share) shareDoc { return shareDoc{exact{s.Value}, s.Grounds} }
	out := &procedureDoc{ID: p.ID, Name: p.Name, Years: p.Years, Decision: p.Decision, AmendedBy: p.AmendedBy, AmendedOn: p.AmendedOn,
		Quorum: share(p.Council.Quorum), Proposal: share(p.Council.Proposal), Meeting: share(p.Council.Meeting)}
	if r := p.Revocation; r != nil {
		out.Revocation = &revocationDoc{Against: r.Against, Grounds: r.Grounds, Clauses: each(r.Clauses, func(c *RevocationClause) clauseDoc {
			return clauseDoc{exact{c.From}, exact{c.Below}, c.Key, c.Text}
		})}
	}
	return out
}

// snapshotWriter gathers the figures it meets, by id.
type snapshotWriter map[string]*Figure

func (w snapshotWriter) level(l *SetLevel) levelDoc {
	s, p := l.Standard, l.Prerequisite
	return levelDoc{
		Standard: standardDoc{s.ID, s.Level, s.Name, s.Years, s.Decision, s.Annex},
		Column:   l.Column, ColumnTitle: l.ColumnTitle, ColumnNote: l.ColumnNote,
		Prerequisite: prerequisiteDoc{p.Level, p.Text, basisDoc(p.Basis)},
		Criteria: each(l.Criteria, func(c *SetCriterion) criterionDoc {
			return criterionDoc{c.No, c.Name, each(c.Indicators, func(ind *SetIndicator) askedDoc {
				return askedDoc{ind.No, ind.Name, ind.NotApplicable, w.requirement(&ind.Requirement)}
			})}
		}),
		Conditions: each(l.Conditions, func(c *SetCondition) askedDoc {
			return askedDoc{No: c.ID, Name: c.Name, Requirement: w.requirement(&c.Requirement)}
		}),
	}
}

func (w snapshotWriter) requirement(r *Requirement) requirementDoc {
	out := requirementDoc{Op: r.Op, Known: r.Known, Text: r.Text, Case: r.Case, Need: r.Need, Parts: each(r.Parts, w.requirement), Basis: basisDoc(r.Basis)}
	if r.Figure != nil {
		out.Figure = r.Figure.ID
		w[r.Figure.ID] = r.Figure
	}
	if r.Known && r.Op.Sign() != "" {
		out.Value = &exact{r.Value}
	}
	if r.Replaces != nil {
		replaced := w.requirement(r.Replaces)
		out.Replaces = &replaced
	}
	return out
}

// ReadSnapshot reads a set as Snapshot wrote it: the same verdicts come of it,
// in the same words. Whatever Snapshot would not write is refused, but for
// other spaces and escapes; so is a set whose digest is another. The digest
// names requirements, not wording and sources: those are as safe as the place
// the document is kept in. The error is a problem.Problem.
func ReadSnapshot(data []byte) (*Set, error) {
	fail := func(message string) (*Set, error) {
		return nil, problem.Problem{Message: fmt.Sprintf("không đọc được bộ tiêu chí đã lưu: %.300s", message), Hint: "lấy lại bản gốc, chưa bị sửa"}
	}
	var head struct {
		Schema string `json:"schema"`
	}
	var doc setDoc
	switch {
	case len(data) > mostOfSnapshot:
		return fail(fmt.Sprintf("lớn hơn %d MB", mostOfSnapshot>>20))
	case !utf8.Valid(data) || json.Unmarshal(data, &head) != nil:
		return fail("sai cú pháp JSON")
	case head.Schema != SetSchema:
		return nil, problem.Problem{Message: fmt.Sprintf("không phải bộ tiêu chí đã lưu: schema là %.40q, cần %q", head.Schema, SetSchema),
			Hint: "chọn đúng tệp; nếu tệp do bản chương trình mới hơn ghi thì dùng bản đó"}
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) {
			return fail(fmt.Sprintf("mục %s ghi sai cách", kind.Field))
		}
		return fail(err.Error())
	}
	set, wrong := doc.set()
	if wrong != "" {
		return fail(wrong)
	}
	if digest(set) != set.Digest {
		return fail("nội dung không khớp mã đã ghi (digest)")
	}
	again, err := set.Snapshot()
	if err != nil {
		return nil, err
	}
	if at, odd := firstOdd(data, again); odd != "" {
		return fail(fmt.Sprintf("có chỗ lạ ở ký tự thứ %d: %s", at, odd))
	}
	return set, nil
}

// firstOdd finds the first word of one JSON document that is not that of the
// other, and at which character it ends; "" when they say the same. So nothing
// of a document is passed over: no key that is strange, written twice or in
// other letters.
func firstOdd(data, want []byte) (at int, odd string) {
	if bytes.Equal(data, want) {
		return 0, ""
	}
	a, b := json.NewDecoder(bytes.NewReader(data)), json.NewDecoder(bytes.NewReader(want))
	a.UseNumber()
	b.UseNumber()
	for {
		x, err := a.Token()
		y, _ := b.Token()
		if x != y {
			return utf8.RuneCount(data[:a.InputOffset()]), fmt.Sprintf("%.40q", fmt.Sprint(x))
		}
		if errors.Is(err, io.EOF) {
			return 0, ""
		}
	}
}

// set is the Set of a document, or what is wrong with it.
func (doc *setDoc) set() (set *Set, wrong string) {
	r := snapshotReader{figures: map[string]*Figure{}}
	for i := range doc.Figures {
		f := &doc.Figures[i]
		if p := f.Plausible; p != nil {
			f.Figure.Plausible = &Range{p.From.Decimal, p.To.Decimal}
		}
		if f.Unit == "" {
			r.fail("số liệu %q thiếu đơn vị", f.ID)
		}
		r.figures[f.ID] = &f.Figure
	}
	if len(doc.Levels) == 0 {
		r.fail("không có mức nào")
	}
	set = &Set{Digest: doc.Digest, Query: Query(doc.Query), Procedure: doc.Procedure.read(), Levels: each(doc.Levels, r.level),
		Overlays: each(doc.Overlays, func(o *overlayDoc) *Overlay {
			return &Overlay{ID: o.ID, Name: o.Name, Layer: o.Layer, Decision: o.Decision}
		}),
	}
	return set, r.wrong
}

func (p *procedureDoc) read() *Procedure {
	if p == nil {
		return nil
	}
	share := func(s shareDoc) Share { return Share{s.Value.Decimal, s.Grounds} }
	out := &Procedure{ID: p.ID, Name: p.Name, Years: p.Years, Decision: p.Decision, AmendedBy: p.AmendedBy, AmendedOn: p.AmendedOn,
		Council: Council{share(p.Quorum), share(p.Proposal), share(p.Meeting)}}
	if r := p.Revocation; r != nil {
		out.Revocation = &Revocation{Against: r.Against, Grounds: r.Grounds, Clauses: each(r.Clauses, func(c *clauseDoc) RevocationClause {
			return RevocationClause{c.From.Decimal, c.Below.Decimal, c.Key, c.Text}
		})}
	}
	return out
}

// snapshotReader keeps the first thing that is wrong.
type snapshotReader struct {
	figures map[string]*Figure
	depth   int
	wrong   string
}

func (r *snapshotReader) fail(format string, args ...any) {
	if r.wrong == "" {
		r.wrong = fmt.Sprintf(format, args...)
	}
}

func (r *snapshotReader) level(l *levelDoc) SetLevel {
	if s := l.Standard; s.Level == "" || len(l.Criteria) == 0 {
		r.fail("bộ tiêu chí %q thiếu mức hoặc không có tiêu chí nào", s.ID)
	}
	return SetLevel{
		Standard: &Standard{ID: l.Standard.ID, Level: l.Standard.Level, Name: l.Standard.Name, Years: l.Standard.Years,
			Decision: l.Standard.Decision, Annex: l.Standard.Annex},
		Column: l.Column, ColumnTitle: l.ColumnTitle, ColumnNote: l.ColumnNote,
		Prerequisite: SetPrerequisite{l.Prerequisite.Level, l.Prerequisite.Text, Basis(l.Prerequisite.Basis)},
		Criteria: each(l.Criteria, func(c *criterionDoc) SetCriterion {
			return SetCriterion{c.No, c.Name, each(c.Indicators, func(ind *askedDoc) SetIndicator {
				return SetIndicator{ind.No, ind.Name, ind.NotApplicable, r.requirement(&ind.Requirement)}
			})}
		}),
		Conditions: each(l.Conditions, func(c *askedDoc) SetCondition {
			return SetCondition{c.No, c.Name, r.requirement(&c.Requirement)}
		}),
	}
}

// requirement reads one that can be judged by: every leaf has its figure, and
// one that is known its value.
func (r *snapshotReader) requirement(doc *requirementDoc) Requirement {
	out := Requirement{Op: doc.Op, Figure: r.figures[doc.Figure], Known: doc.Known, Text: doc.Text, Case: doc.Case, Need: doc.Need, Basis: Basis(doc.Basis)}
	if r.depth++; r.depth > deepest {
		r.fail("lồng quá sâu")
		return out
	}
	defer func() { r.depth-- }()
	out.Parts = each(doc.Parts, r.requirement)
	if doc.Replaces != nil {
		out.Replaces = new(r.requirement(doc.Replaces))
	}
	if doc.Value != nil {
		out.Value = doc.Value.Decimal
	}
	switch doc.Op {
	case AllOf, AnyOf, SomeOfParts:
		if doc.Need < 1 || doc.Need > len(doc.Parts) {
			r.fail("cần đạt %d trong %d phần", doc.Need, len(doc.Parts))
		}
		return out
	case AtLeast, AtMost, Exactly:
		if doc.Known && doc.Value == nil {
			r.fail("thiếu ngưỡng của số liệu %q", doc.Figure)
		}
	case DeclaredMet, ProvinceSets:
	default:
		r.fail("không có cách xét %q", doc.Op)
	}
	if len(doc.Parts) > 0 {
		r.fail("cách xét %q không có phần", doc.Op)
	} else if why := unfit(&out); why != "" {
		r.fail("%s", why)
	}
	return out
}
