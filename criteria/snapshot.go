package criteria

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/problem"

	"github.com/shopspring/decimal"
)

// SnapshotSchema names the document of a Snapshot.
const SnapshotSchema = "ntm.set.v1"

// Snapshot writes a set down, so that a commune can be judged by it again when
// its packs are long gone. Equal sets give the same bytes. What decides nothing
// and is shown to nobody is left out: the rules that did not hold, and where in
// which file each stood.
func (s *Set) Snapshot() ([]byte, error) {
	w := snapshotWriter{figures: map[string]bool{}, bases: map[Basis]int{}}
	doc := snapshot{
		Schema: SnapshotSchema, Digest: s.Digest, Query: s.Query, Overlays: s.Overlays,
		NationOnly: s.NationOnly,
		Levels:     make([]levelDoc, len(s.Levels)),
	}
	for i := range s.Levels {
		doc.Levels[i] = w.level(&s.Levels[i])
	}
	if p := s.Procedure; p != nil {
		doc.Procedure = procedureOf(p)
	}
	doc.LeftOut = each(s.LeftOut, w.leftOut)
	doc.Related = each(s.Related, func(f **Figure) string { return w.figure(*f) })
	doc.Figures, doc.Bases = w.listed, w.order
	return json.Marshal(doc)
}

// ReadSnapshot reads what Snapshot wrote. Figures of one id are one Figure again.
// The error is a problem.Problem: the document is not whole, or is not what its
// digest says. The digest leaves wording and sources out; who keeps a snapshot
// guards its bytes. Nothing but the very bytes Snapshot writes is read.
func ReadSnapshot(data []byte) (*Set, error) {
	broken := func(what string) (*Set, error) {
		return nil, problem.Problem{Message: "bản lưu bộ tiêu chí không đọc được: " + what,
			Hint: "bản lưu đã bị sửa hoặc hỏng; dùng bản gốc"}
	}
	var doc snapshot
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&doc); err != nil {
		return broken(err.Error())
	}
	if doc.Schema != SnapshotSchema {
		return broken(fmt.Sprintf("đọc thấy dạng %q, cần %q", doc.Schema, SnapshotSchema))
	}
	r := snapshotReader{doc: &doc, figures: map[string]*Figure{}}
	for _, f := range doc.Figures {
		r.figures[f.ID] = f.figure()
	}
	set := &Set{Query: doc.Query, Overlays: doc.Overlays, NationOnly: doc.NationOnly, Digest: doc.Digest}
	set.Levels, set.LeftOut = each(doc.Levels, r.level), each(doc.LeftOut, r.leftOut)
	set.Related = each(doc.Related, func(id *string) *Figure {
		if r.figures[*id] == nil {
			r.wrong = fmt.Sprintf("không rõ số liệu %q", *id)
		}
		return r.figures[*id]
	})
	if doc.Procedure != nil {
		set.Procedure = doc.Procedure.procedure()
	}
	if r.wrong != "" {
		return broken(r.wrong)
	}
	if digest(set) != doc.Digest {
		return broken("nội dung không khớp với mã " + doc.Digest)
	}
	// A missing key or a doubled one reads as if it were meant; written again it shows.
	if written, err := set.Snapshot(); err != nil || !bytes.Equal(written, data) {
		return broken("thiếu, thừa hoặc lặp mục")
	}
	return set, nil
}

// SnapshotQuery is what a snapshot answers, without the answer itself: for that,
// ReadSnapshot.
func SnapshotQuery(data []byte) (q Query, err error) {
	if err := json.Unmarshal(data, &q); err != nil {
		return Query{}, fmt.Errorf("a snapshot that is no JSON: %w", err)
	}
	return q, nil
}

// each is what becomes of each of a list, nil of nothing.
func each[A, B any](all []A, of func(*A) B) []B {
	if len(all) == 0 {
		return nil
	}
	out := make([]B, len(all))
	for i := range all {
		out[i] = of(&all[i])
	}
	return out
}

// snapshotWriter gathers the figures and grounds that requirements share.
type snapshotWriter struct {
	figures map[string]bool
	listed  []figureDoc
	bases   map[Basis]int
	order   []Basis
}

func (w *snapshotWriter) basis(b Basis) int {
	i, known := w.bases[b]
	if !known {
		i = len(w.order)
		w.bases[b], w.order = i, append(w.order, b)
	}
	return i
}

// figure lists a figure once and gives its id.
func (w *snapshotWriter) figure(f *Figure) string {
	if !w.figures[f.ID] {
		w.figures[f.ID] = true
		w.listed = append(w.listed, figureOf(f))
	}
	return f.ID
}

func (w *snapshotWriter) leftOut(l *LeftOut) leftOutDoc {
	out := leftOutDoc{Count: w.figure(l.Count), From: l.From}
	if l.From != "" {
		basis := w.basis(l.Basis)
		out.Basis = &basis
	}
	return out
}

func (w *snapshotWriter) level(l *SetLevel) levelDoc {
	out := levelDoc{SetLevel: *l}
	if p := l.Prerequisite; p.Level != "" {
		out.Prerequisite = &prerequisiteDoc{p, w.basis(p.Basis)}
	}
	if l.Lack != (Lack{}) {
		out.Lack = &l.Lack
	}
	out.Criteria = each(l.Criteria, func(c *SetCriterion) criterionDoc {
		return criterionDoc{c.No, c.Name, each(c.Indicators, func(ind *SetIndicator) indicatorDoc {
			return indicatorDoc{ind.No, ind.Name, ind.NotApplicable, w.requirement(&ind.Requirement)}
		})}
	})
	out.Conditions = each(l.Conditions, func(c *SetCondition) conditionDoc {
		return conditionDoc{c.ID, c.Name, w.requirement(&c.Requirement)}
	})
	return out
}

func (w *snapshotWriter) requirement(r *Requirement) requirementDoc {
	out := requirementDoc{Op: r.Op, Known: r.Known, Text: r.Text, Case: r.Case, IfGiven: r.IfGiven, Need: r.Need,
		Basis: w.basis(r.Basis)}
	if r.Figure != nil {
		out.Figure = w.figure(r.Figure)
	}
	if r.Known && r.Op.Sign() != "" {
		out.Value = &digits{r.Value}
	}
	out.Parts = each(r.Parts, w.requirement)
	if r.Replaces != nil {
		replaced := w.requirement(r.Replaces)
		out.Replaces = &replaced
	}
	out.Others = each(r.Others, w.requirement)
	return out
}

// snapshotReader builds a set from its document. wrong is something that cannot
// be.
type snapshotReader struct {
	doc     *snapshot
	figures map[string]*Figure
	wrong   string
}

func (r *snapshotReader) basis(i int) Basis {
	if i < 0 || i >= len(r.doc.Bases) {
		r.wrong = fmt.Sprintf("không có căn cứ thứ %d", i)
		return Basis{}
	}
	return r.doc.Bases[i]
}

func (r *snapshotReader) level(l *levelDoc) SetLevel {
	out := l.SetLevel
	switch {
	case !slices.Contains(Levels, out.Standard.Level):
		r.wrong = "có bộ tiêu chí không rõ mức"
	case len(l.Criteria) == 0:
		r.wrong = "có bộ tiêu chí không có tiêu chí nào"
	}
	if p := l.Prerequisite; p != nil {
		out.Prerequisite = p.SetPrerequisite
		out.Prerequisite.Basis = r.basis(p.Basis)
	}
	if lack := l.Lack; lack != nil {
		out.Lack = Lack{out.Standard.Number, lack.Known, lack.Declared}
		if lack.Known < 0 || lack.Known >= lack.Declared {
			r.wrong = "có bộ tiêu chí không rõ còn thiếu bao nhiêu chỉ tiêu"
		}
	}
	out.Criteria = each(l.Criteria, func(c *criterionDoc) SetCriterion {
		return SetCriterion{c.No, c.Name, each(c.Indicators, func(ind *indicatorDoc) SetIndicator {
			return SetIndicator{ind.No, ind.Name, ind.NotApplicable, r.requirement(&ind.Requirement)}
		})}
	})
	out.Conditions = each(l.Conditions, func(c *conditionDoc) SetCondition {
		return SetCondition{c.ID, c.Name, r.requirement(&c.Requirement)}
	})
	return out
}

func (r *snapshotReader) leftOut(doc *leftOutDoc) LeftOut {
	out := LeftOut{Count: r.figures[doc.Count], From: doc.From}
	if out.Count != nil {
		out.Rate = r.figures[out.Count.LeavesOutOf]
	}
	if out.Rate == nil || out.Rate.Unit != Percent || (doc.From == "") != (doc.Basis == nil) {
		r.wrong = fmt.Sprintf("có số được trừ %q không rõ của tỷ lệ nào", doc.Count)
		return LeftOut{Count: new(Figure), Rate: new(Figure)}
	}
	if doc.Basis != nil {
		out.Basis = r.basis(*doc.Basis)
	}
	return out
}

func (r *snapshotReader) requirement(doc *requirementDoc) Requirement {
	out := Requirement{Op: doc.Op, Figure: r.figures[doc.Figure], Known: doc.Known, Text: doc.Text, Case: doc.Case,
		IfGiven: doc.IfGiven,
		Need:    doc.Need, Basis: r.basis(doc.Basis)}
	composed := slices.Contains([]Op{AllOf, AnyOf, SomeOfParts}, doc.Op)
	switch {
	case composed && (len(doc.Parts) == 0 || doc.Figure != "" || doc.Need < 1 || doc.Need > len(doc.Parts)):
		r.wrong = "có yêu cầu gồm nhiều phần mà thiếu phần"
	case !composed && (out.Figure == nil || len(doc.Parts) > 0):
		r.wrong = fmt.Sprintf("có yêu cầu không rõ số liệu (%q)", doc.Figure)
	case doc.Op.Sign() != "" && doc.Known != (doc.Value != nil):
		r.wrong = fmt.Sprintf("có yêu cầu về %q thiếu ngưỡng", doc.Figure)
	case !composed && doc.Op == NotAsked:
	case !composed && doc.Op != ProvinceSets && (doc.Op == DeclaredMet) != (out.Figure.Unit == Declared):
		r.wrong = fmt.Sprintf("có phép so sánh %q không hợp với đơn vị của %q", doc.Op, doc.Figure)
	case !composed && doc.Op.Sign() == "" && doc.Op != DeclaredMet && doc.Op != ProvinceSets:
		r.wrong = fmt.Sprintf("có phép so sánh lạ %q", doc.Op)
	}
	if doc.Value != nil {
		out.Value = doc.Value.Decimal
	}
	out.Parts = each(doc.Parts, r.requirement)
	if doc.Replaces != nil {
		replaced := r.requirement(doc.Replaces)
		out.Replaces = &replaced
	}
	out.Others = each(doc.Others, r.requirement)
	return out
}

// digits is a decimal as text with the digits it was given.
type digits struct{ decimal.Decimal }

// mostDigits is more than any threshold has.
const mostDigits = 60

// MarshalJSON keeps trailing zeros, which a reader is shown.
func (e digits) MarshalJSON() ([]byte, error) {
	return []byte(`"` + e.StringFixed(max(0, -e.Exponent())) + `"`), nil
}

// UnmarshalJSON refuses exponents, with which a few letters are a giant number.
func (e *digits) UnmarshalJSON(data []byte) error {
	text := strings.Trim(string(data), `"`)
	d, err := decimal.NewFromString(text)
	if err != nil || len(text) > mostDigits || strings.ContainsAny(text, "eE") {
		return fmt.Errorf("đọc thấy %.20q, cần một số", text)
	}
	e.Decimal = d
	return nil
}
