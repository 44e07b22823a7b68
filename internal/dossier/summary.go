package dossier

import (
	"fmt"
	"strings"

	"ntm/internal/assess"
)

// summary is the sheet Tổng hợp: on a page or two, what was assessed, what came
// of it at each level, and what decides it.
func (d *dossier) summary() *sheet {
	proportions := []float64{29}
	for range d.a.Levels {
		proportions = append(proportions, 60/float64(len(d.a.Levels)))
	}
	s := newSheet(summaryName, d.portrait(), proportions...)
	s.line("TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ", title)
	s.line(sentence(d.a.Commune.Title), subtitle)
	outline := &outline{sheet: s}
	d.facts(outline)
	d.verdicts(outline)
	d.gates(outline)
	d.deciding(outline)
	d.history(outline)
	d.warnings(outline)
	s.gap(9)
	s.line(fmt.Sprintf("Bộ tiêu chí đã dùng: %s", d.a.Criteria.Digest), small)
	s.line(joined(" ", "Lập bằng phần mềm ntm", d.a.Engine.Version), small)
	return s
}

// outline numbers the sections of a sheet with Roman numerals.
type outline struct {
	*sheet
	sections int
}

func (o *outline) section(name string) {
	o.sections++
	o.gap(9)
	roman := []string{"I", "II", "III", "IV", "V", "VI"}[o.sections-1]
	o.heading(roman+". "+strings.ToUpper(name), section)
}

// fact is a row of a name and what is known under it; without anything it is
// left out.
func (o *outline) fact(name, value string) {
	if value != "" {
		o.add(text(name, label), text(value, body).over(o.columns()-1))
	}
}

func (d *dossier) facts(o *outline) {
	o.section("Thông tin chung")
	r := d.a.Report
	o.fact("Mã đơn vị hành chính", d.a.Commune.Code)
	o.fact("Vùng", d.a.Commune.Region.Title())
	traits := make([]string, len(r.Traits))
	for i, t := range r.Traits {
		traits[i] = t.Title()
	}
	o.fact("Đặc điểm", sentence(joined("; ", traits...)))
	o.fact("Năm xét, công nhận", fmt.Sprint(d.a.Year))
	o.fact("Văn bản áp dụng đến ngày", day(d.a.Date))
	if v := r.SmartVillage; v != nil {
		o.fact("Thôn thông minh", joined(", ", v.Villages...))
	}
	fields := make([]string, len(r.OutstandingFields))
	for i, f := range r.OutstandingFields {
		fields[i] = f.Name
	}
	o.fact("Lĩnh vực nổi trội", joined(", ", fields...))
	o.fact("Ghi chú của báo cáo", r.Note)
	o.fact("Quy định áp dụng thêm", joined("; ", d.a.Criteria.Overlays...))
}

// byLevel is a row with a cell for each level.
func (d *dossier) byLevel(o *outline, name string, l look, say func(*assess.Level) string) {
	cells := []cell{text(name, label)}
	for i := range d.a.Levels {
		cells = append(cells, text(say(&d.a.Levels[i]), l))
	}
	o.add(cells...)
}

func (d *dossier) levelHeads(o *outline, first string) {
	titles := []string{first}
	for i := range d.a.Levels {
		titles = append(titles, "Xã "+d.a.Levels[i].Level.Title())
	}
	o.head(heads(titles...)...)
}

func (d *dossier) verdicts(o *outline) {
	o.section("Kết quả theo từng mức")
	d.levelHeads(o, "Nội dung")
	centred := body.centred()
	d.byLevel(o, "Kết luận", centred.inBold(), func(l *assess.Level) string { return l.Verdict.Word() })
	d.byLevel(o, "Tiêu chí đạt", centred, criteriaCount)
	d.byLevel(o, "Chỉ tiêu đạt", centred, indicatorCount)
	d.byLevel(o, "Minh chứng", centred, func(l *assess.Level) string { return l.Evidence.Word() })
	d.byLevel(o, "Điều kiện tiên quyết", centred, func(l *assess.Level) string {
		if l.Prerequisite == nil {
			return "Không yêu cầu"
		}
		return wordAndReason(settled(l.Prerequisite), l.Prerequisite.Basis)
	})
	d.byLevel(o, "Mức áp dụng", centred, func(l *assess.Level) string {
		if l.ColumnNote != "" {
			return sentence(l.ColumnNote)
		}
		return l.ColumnTitle
	})
	d.byLevel(o, "Dự thảo", centred, func(l *assess.Level) string {
		left := toCheck(*l)
		switch {
		case !l.Draft:
			return "Không"
		case left == "":
			return "Có: kết quả của mức phải đạt trước còn là dự thảo"
		}
		return "Có: " + left + " cần đối chiếu"
	})
}

// gates are the conditions of recognition, which the levels share.
func (d *dossier) gates(o *outline) {
	if len(d.top().Conditions) == 0 {
		return
	}
	o.section("Điều kiện công nhận")
	d.levelHeads(o, "Điều kiện")
	for _, gate := range d.top().Conditions {
		d.byLevel(o, gate.Name, body, func(l *assess.Level) string {
			for _, c := range l.Conditions {
				if c.ID == gate.ID {
					return wordAndReason(c.Outcome, c.Detail)
				}
			}
			return ""
		})
	}
}

// wordAndReason does not say "Chưa có số liệu: chưa có số liệu".
func wordAndReason(o assess.Outcome, reason string) string {
	if strings.HasPrefix(strings.ToLower(reason), strings.ToLower(o.Word())) {
		return sentence(reason)
	}
	return joined(": ", o.Word(), reason)
}
