package dossier

import (
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/vi"
)

// issuer is the people's committee that hands the dossier in.
func (d *dossier) issuer() string { return "UBND xã " + d.a.Commune.Name }

// ownAuthor is the commune's committee in the index, whose title names the commune.
const ownAuthor = "UBND xã"

// papers are those that a commune hands in, by name: no public source tells the
// numbers of their forms.
func (d *dossier) papers(sheets []string) []listed {
	arrears := arrearsName
	if !slices.Contains(sheets, arrears) && d.owed != "" {
		arrears = capitalName // which says that there are none
	}
	r, top := d.a.Report, d.top()
	aim := fmt.Sprintf("xã đạt chuẩn %s năm %d", top.Level.Title(), d.a.Year)
	out := []listed{
		{name: "Tờ trình đề nghị xét, công nhận " + aim, author: ownAuthor},
		{name: "Báo cáo kết quả xây dựng " + aim, author: ownAuthor},
	}
	for i := range d.a.Levels {
		l := d.a.Levels[i].Level
		out = append(out, listed{name: "Biểu tổng hợp kết quả thực hiện tiêu chí xã " + l.Title(), author: ownAuthor,
			sheet: tableName(l)})
	}
	var poll, police []string
	if r.Satisfaction != nil {
		poll = r.Satisfaction.Evidence
	}
	if r.Security != nil {
		police = r.Security.Evidence
	}
	out = append(out,
		listed{name: "Báo cáo tổng hợp ý kiến tham gia vào kết quả thực hiện các tiêu chí", author: ownAuthor},
		listed{name: "Biên bản cuộc họp đề nghị xét, công nhận " + aim, author: ownAuthor},
		listed{name: "Báo cáo tình hình nợ đọng xây dựng cơ bản thuộc chương trình", author: ownAuthor, sheet: arrears},
		listed{name: "Hình ảnh minh họa kết quả xây dựng nông thôn mới", author: ownAuthor, sheet: photosName},
		listed{name: "Báo cáo kết quả lấy ý kiến về sự hài lòng của người dân", author: "Ủy ban MTTQ Việt Nam",
			sheet: satisfactionName, proofs: poll},
		listed{name: "Văn bản xác nhận về an ninh, trật tự", author: "Công an", proofs: police},
	)
	if top.Prerequisite != nil {
		out = append(out, recognised(r, top.Prerequisite.Level))
	}
	if top.Level == criteria.KieuMau {
		out = append(out, model(r)...)
	}
	return out
}

// recognised is the decision that gave the commune the level below.
func recognised(r *commune.Report, level criteria.Level) listed {
	p := listed{name: "Quyết định công nhận xã đạt chuẩn " + level.Title()}
	for _, rec := range r.Recognitions {
		if rec.Level == level && rec.Decision != "" {
			p.number, p.date = rec.Decision, vi.Date(rec.Date.Time)
		}
	}
	return p
}

// model are the further papers of a commune that asks for kiểu mẫu.
func model(r *commune.Report) []listed {
	income := listed{name: "Văn bản xác nhận thu nhập bình quân đầu người"}
	for _, f := range r.Figures {
		if f.ID == "income_per_capita" {
			income.proofs = f.Evidence
		}
	}
	village := listed{name: "Tài liệu chứng minh có thôn thông minh"}
	if r.SmartVillage != nil {
		village.proofs = r.SmartVillage.Evidence
	}
	field := listed{name: "Tài liệu chứng minh lĩnh vực nổi trội theo quy định của tỉnh"}
	for _, f := range r.OutstandingFields {
		field.proofs = append(field.proofs, f.Evidence...)
	}
	return []listed{income, village, field}
}
