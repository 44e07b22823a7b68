package lawbook

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/collation"
	"ntm/internal/list"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// procedureSheet is how recognition works beside the criteria, for years of which the
// program has no procedure.
const procedureSheet = "Thủ tục công nhận"

// The rows of the sheet, by what they ask.
const (
	askArrears      = "arrears"
	askSatisfaction = "satisfaction"
	askCoverage     = "coverage"
	askSecurity     = "security"
	askQuorum       = "quorum"
	askProposal     = "proposal"
	askMeeting      = "meeting"
	askRevokeKey    = "revoke.key"
	askRevokeFrom   = "revoke.from"
	askRevokeAll    = "revoke.all"
)

// notSet is said of what the decision does not ask.
const notSet = "Không quy định"

// procedureRows are the rows of the sheet.
var procedureRows = []struct {
	id, group, what, how string
}{
	{askArrears, "Điều kiện công nhận", "Không có nợ đọng xây dựng cơ bản thuộc chương trình trên địa bàn xã",
		"Có, hoặc " + notSet},
	{askSatisfaction, "Điều kiện công nhận", "Tỷ lệ người dân hài lòng về kết quả xây dựng nông thôn mới, tối " +
		"thiểu (%)", "số, hoặc " + notSet},
	{askCoverage, "Điều kiện công nhận", "Tỷ lệ hộ được lấy ý kiến trên tổng số hộ của xã, tối thiểu (%)",
		"số, hoặc " + notSet},
	{askSecurity, "Điều kiện công nhận", "Xã đạt tiêu chuẩn “An toàn về an ninh, trật tự”", "Có, hoặc " + notSet},
	{askQuorum, "Hội đồng", "Số thành viên hội đồng phải có mặt, tối thiểu (% tổng số thành viên)",
		"số; để trống nếu chưa rõ"},
	{askProposal, "Hội đồng", "Số thành viên có mặt đồng ý đề nghị công nhận, tối thiểu (%)",
		"số; để trống nếu chưa rõ"},
	{askMeeting, "Hội đồng", "Số người dự họp ở xã đồng ý đề nghị, tối thiểu (%)", "số; để trống nếu chưa rõ"},
	{askRevokeKey, "Thu hồi", "Các tiêu chí phải xét riêng khi thu hồi (số tiêu chí, cách nhau dấu ;)",
		"ví dụ: 3; 8; 10"},
	{askRevokeFrom, "Thu hồi", "Thu hồi khi từ bao nhiêu % số tiêu chí không đạt, trong đó có tiêu chí phải xét " +
		"riêng", "số; để trống nếu chưa rõ"},
	{askRevokeAll, "Thu hồi", "Thu hồi khi từ bao nhiêu % số tiêu chí không đạt, dù là tiêu chí nào",
		"số; để trống nếu chưa rõ"},
}

// The ids of the sheet.
const (
	idProcedure = "ntm:procedure" // what a row asks
	idProWords  = "ntm:procedure.words"
)

// procedureEntries are the columns of the sheet that an official writes in.
var procedureEntries = []column{{id: idValue, title: "Theo quyết định"}, {id: idArticle, title: "Điều, khoản"},
	{id: idProWords, title: "Nguyên văn trong quyết định"}}

// yesOrNotSet is what a row takes that is asked or not.
var yesOrNotSet = []string{"Có", notSet}

// procedureHead are the entries that every row of the sheet shares.
var procedureHead = []headCell{
	{idDecision, "Số quyết định về thủ tục", 2, 3},
	{idDate, "Ngày quyết định", 4, 4},
	{idBy, "Người đối chiếu", 5, 5},
	{idOn, "Ngày đối chiếu", 6, 7},
}

// sets tells whether an office may set the procedure of the standard's years: the
// program has none, or the office set it before.
func setsProcedure(l *collation.Law) bool {
	p, ok := l.Lib.Procedure(l.Std.Years.From)
	return !ok || !slices.ContainsFunc(packs.Embedded().Procedures,
		func(own *criteria.Procedure) bool { return own.ID == p.ID })
}

// procedure is the sheet Thủ tục công nhận.
func (e *exporter) procedure() *draw.Sheet {
	s := e.sheet(procedureSheet, draw.Page{Landscape: true}, 0, 18, 46, 18, 22, 16, 40)
	s.AddTall(22, draw.Cell{}, draw.Text("THỦ TỤC CÔNG NHẬN: điều kiện, hội đồng, thu hồi", title).Over(6))
	s.AddTall(34, draw.Cell{}, draw.Text("Chương trình chưa có quyết định về trình tự, thủ tục công nhận của "+
		"giai đoạn này. Ghi theo quyết định trong tay; "+
		"cơ quan chưa có quyết định thì để trống cả tờ. Người và ngày đối chiếu để trống thì lấy ở đầu tờ Đối "+
		"chiếu.", remark).Over(6))
	ids, titles, entries := heads(procedureHead, 1, func(id string) string { return e.signed.Procedure[""][id] })
	s.Hide(ids...)
	s.AddTall(18, titles...)
	e.named.head(procedureSheet, s.AddTall(24, entries...), procedureHead)
	s.Gap(6)
	s.Hide(idProcedure, "", "", "", idValue, idArticle, idProWords)
	shown := []draw.Cell{draw.Text("Mã", colHead), draw.Text("Phần", colHead), draw.Text("Nội dung", colHead),
		draw.Text("Hiện có", colHead)}
	header := s.Add(append(shown, list.Map(procedureEntries, func(c column) draw.Cell {
		return draw.Text(c.title, toFill)
	})...)...)
	for _, r := range procedureRows {
		row := s.Add(draw.Unseen(r.id), draw.Text(r.group, centre), draw.Text(r.what, body),
			draw.Text(presentProcedure(e.law, r.id), centre),
			draw.Text(e.signed.Procedure[r.id][idValue], entry),
			draw.Text(e.signed.Procedure[r.id][idArticle], longText),
			draw.Text(e.signed.Procedure[r.id][idProWords], longText))
		e.named.row(procedureSheet, row, r.what, nil)
		rule := &draw.Rule{Hint: "Ghi " + r.how + "."}
		if strings.HasPrefix(r.how, "Có") {
			rule = strict(&draw.Rule{Words: yesOrNotSet, Hint: "Chọn Có nếu quyết định đặt điều kiện này."})
		}
		s.Take(rule, draw.Cells(5, row, 5, row))
	}
	s.Frozen = draw.Ref(4, header+1)
	return s
}

// presentProcedure is what stands, of a procedure that the office set before.
func presentProcedure(l *collation.Law, id string) string {
	p, ok := l.Lib.Procedure(l.Std.Years.From)
	if !ok {
		return ""
	}
	for _, c := range p.Conditions {
		for _, rule := range c.Rules {
			if c.ID == id && (len(rule.Levels) == 0 || slices.Contains(rule.Levels, l.Std.Level)) {
				asked := l.Lib.Asked(rule, &rule.Ask, l.Std.Years.From, criteria.National)
				return asked.String()
			}
		}
	}
	share := map[string]criteria.Share{askQuorum: p.Council.Quorum, askProposal: p.Council.Proposal,
		askMeeting: p.Council.Meeting}[id].Value
	if !share.IsPositive() {
		return ""
	}
	return "≥ " + vi.Number(share) + " %"
}
