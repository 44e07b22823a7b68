package departments

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/vi"
)

// evidence gives a code of its own to each piece of evidence: two forms may both have a
// "1", and mean two documents. Whoever came first keeps it.
func (out *Gathered) evidence() {
	taken := map[string]string{} // by the code, what it is
	for _, r := range out.returned {
		for i := range r.Records {
			if rec := &r.Records[i]; rec.Table == &layout.EvidenceTable {
				if code := vi.FoldTone(rec.Cells["ntm:code"].Said); taken[code] == "" {
					taken[code] = described(rec)
				}
			}
		}
	}
	for _, r := range out.returned {
		renamed := map[string]string{}
		for i := range r.Records {
			rec := &r.Records[i]
			w, is := rec.Cells["ntm:code"]
			if rec.Table != &layout.EvidenceTable || !is || taken[vi.FoldTone(w.Said)] == described(rec) {
				continue
			}
			code := out.free(r, plain(w.Value), taken)
			taken[vi.FoldTone(code)] = described(rec)
			renamed[vi.FoldTone(plain(w.Value))] = code
			out.Notes.Add(w.At.Problem(fmt.Sprintf("mã minh chứng %s đã có ở phiếu khác cho một văn bản khác",
				plain(w.Value)), "trong biểu gộp, văn bản này mang mã "+code))
			w.Value, w.Said = code, code
			rec.Cells["ntm:code"] = w
		}
		recite(r, renamed)
	}
}

// free is a code that nothing has yet.
func (out *Gathered) free(r *form.Returned, code string, taken map[string]string) string {
	prefix := "P"
	if r.Department != nil {
		prefix = r.Department.Code
	}
	if strings.HasPrefix(code, prefix) {
		prefix = ""
	}
	name := prefix + code
	for n := 2; taken[vi.FoldTone(name)] != ""; n++ {
		name = fmt.Sprintf("%s%s.%d", prefix, code, n)
	}
	return name
}

// described is what a row of evidence says besides its code.
func described(rec *form.Record) string {
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(rec.Cells)) {
		if id != "ntm:code" {
			fmt.Fprintf(&b, "%s=%s\x00", id, vi.FoldTone(rec.Cells[id].Said))
		}
	}
	return b.String()
}

// recite has the rows of a form cite what has another code now.
func recite(r *form.Returned, renamed map[string]string) {
	if len(renamed) == 0 {
		return
	}
	for i := range r.Records {
		rec := &r.Records[i]
		for _, c := range rec.Table.Columns {
			w, is := rec.Cells[c.ID]
			if !is || rec.Table.KindOf(rec.Key, c.ID) != layout.Cites {
				continue
			}
			if value, changed := form.Citing(w.Value, renamed); changed {
				w.Value, w.Said = value, value.(string)
				rec.Cells[c.ID] = w
			}
		}
	}
}

// sortEvidence puts the evidence of several forms in the order of its codes.
func (out *Gathered) sortEvidence() {
	if len(out.returned) > 1 {
		slices.SortStableFunc(out.Answers.Rows["ntm:code"], func(a, b map[string]any) int {
			return vi.Compare(plain(a["ntm:code"]), plain(b["ntm:code"]))
		})
	}
}
