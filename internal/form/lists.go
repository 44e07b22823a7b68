package form

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

func (r *reader) poll() {
	var s commune.Satisfaction
	rows := r.rows(&layout.PollTable)
	asked := slices.ContainsFunc(rows, func(row record) bool {
		return !row.allBlank("ntm:forms_out", "ntm:forms_back", "ntm:satisfied")
	})
	answers := r.answers(&layout.PollAnswers)
	s.Whole, s.Questions = r.pollOfAll(answers), r.pollQuestions(answers["poll_questions"])
	if !asked { // villages by name, and no poll yet
		if s.Whole == nil && s.Questions == nil {
			return
		}
		rows, s.Pos = nil, answers["poll_rate"].at
	}
	seen := map[string]string{}
	for _, row := range rows {
		village := row.cell("ntm:village")
		if before, twice := seen[vi.FoldTone(village.Text)]; twice && !village.blank() {
			r.fail(village, "giữ một dòng, xóa dòng kia", "%q ghi hai lần (lần trước ở ô %s)", vi.NFC(village.Text),
				before)
		}
		seen[vi.FoldTone(village.Text)] = village.at.Cell
		r.need(row, "ntm:village", "ntm:forms_out", "ntm:forms_back", "ntm:satisfied")
		s.Villages = append(s.Villages, commune.Village{
			Pos: village.at, Name: r.text(village),
			Households: r.number(row.cell("ntm:households"), typed.Meaning{Unit: "hộ"}),
			FormsOut:   r.number(row.cell("ntm:forms_out"), typed.Meaning{Unit: "phiếu"}),
			FormsBack:  r.number(row.cell("ntm:forms_back"), typed.Meaning{Unit: "phiếu"}),
			Satisfied:  r.number(row.cell("ntm:satisfied"), typed.Meaning{Unit: "phiếu"}),
		})
	}
	s.Evidence = r.cites(answers["poll_evidence"], r.codes)
	r.report.Satisfaction = &s
}

func (r *reader) security() {
	a := r.answers(&layout.SecurityAnswers)
	if met := r.yes(a["security"]); met != nil {
		r.report.Security = &commune.Security{Pos: a["security"].at, Met: met,
			Evidence: r.cites(a["security_evidence"], r.codes)}
	}
}

func (r *reader) titles() {
	for _, row := range r.rows(&layout.TitleTable) {
		if voted := r.vote(row); voted && row.allBlank("ntm:title_year", "ntm:title_decision", "ntm:title_date") {
			continue // put to the vote, and not decided
		}
		r.need(row, "ntm:level", "ntm:title_year")
		r.report.Recognitions = append(r.report.Recognitions, commune.Recognition{
			Pos: row.cell("ntm:level").at, Level: criteria.Level(r.choose(row.cell("ntm:level"), layout.Levels())),
			Year:     r.year(row.cell("ntm:title_year")),
			Decision: row.text("ntm:title_decision"), Date: r.day(row.cell("ntm:title_date")),
		})
	}
}

func (r *reader) smart() {
	a := r.answers(&layout.SmartAnswers)
	names := []string{}
	for _, row := range r.rows(&layout.SmartTable) {
		names = append(names, r.name(row.cell("ntm:smart_village"), "thôn"))
	}
	if r.listed(a["smart"], len(names), "thôn thông minh") {
		r.report.SmartVillage = &commune.SmartVillage{Pos: a["smart"].at, Villages: names,
			Evidence: r.cites(a["smart_evidence"], r.codes)}
	}
}

func (r *reader) fields() {
	fields := []commune.Field{}
	for _, row := range r.rows(&layout.FieldTable) {
		r.need(row, "ntm:field")
		fields = append(fields, commune.Field{Pos: row.cell("ntm:field").at, Name: r.name(row.cell("ntm:field"),
			"lĩnh vực"), Evidence: r.cites(row.cell("ntm:field_evidence"), r.codes)})
	}
	if r.listed(r.answers(&layout.FieldAnswers)["fields"], len(fields), "lĩnh vực nổi trội") {
		r.report.OutstandingFields = fields
	}
}

// listed tells whether a section is answered: by Có and a list, by Không and
// none, or by the list alone.
func (r *reader) listed(answer given, count int, what string) bool {
	has := r.has(answer)
	switch {
	case has == nil:
		return count > 0
	case *has && count == 0:
		r.fail(answer, "ghi tên vào bảng dưới, hoặc chọn Không", "trả lời là có, nhưng bảng dưới chưa ghi %s nào", what)
	case !*has && count > 0:
		r.fail(answer, "chọn Có, hoặc xóa các dòng ở bảng dưới", "trả lời là không có, nhưng bảng dưới ghi %d %s",
			count, what)
	default:
		return true
	}
	return false
}
