package papers

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
)

// What the cells of the tally say where they hold no number.
const (
	noRule       = "Ngưỡng chưa biết: chủ tịch kết luận"
	quorate      = "Đủ thành viên để họp"
	notQuorate   = "Chưa đủ thành viên để họp"
	consistent   = "Các số khớp nhau"
	inconsistent = "Các số chưa khớp: xem dòng kiểm tra"
	carried      = "Đạt tỷ lệ để đề nghị công nhận"
	notCarried   = "Chưa đạt tỷ lệ để đề nghị công nhận"
)

const (
	contentSpan = 5 // columns of what a line is about
	remarkSpan  = 2

	penLine      = 19 // points: room for a number written by hand
	leastPercent = 2  // below every rule of a council and above what Excel makes of "100%"
)

// What the cells take that the council fills in.
var (
	whole = &draw.Rule{Kind: draw.Whole, Most: 9999, // more than any council has members
		Title: "Số không đúng", Refuse: "Ghi số nguyên, từ 0 trở lên."}
	// perCent is a share, typed without its sign: Excel makes 0.9 of "90%".
	perCent = &draw.Rule{Kind: draw.Decimal, Least: leastPercent, Most: 100,
		Title: "Tỷ lệ không đúng", Refuse: "Ghi số phần trăm không kèm dấu %, ví dụ 90."}
)

// tally is the sheet as it is laid down. The cells that others compute with are kept
// by name.
type tally struct {
	*draw.Sheet
	laid int

	members, present            string
	out, back, invalid, yes, no string
	quorum, checked             string // conclusions
}

// writing is a line of words that may be typed over.
func (m *tally) writing(words string) {
	m.Add(draw.Text(words, look.Plain).Over(m.Columns()).ByHand())
}

// attendance tells whether enough members sit.
func (m *tally) attendance(rule *council.Rule) {
	m.table("I. THÀNH VIÊN DỰ HỌP")
	m.members = m.count("Tổng số thành viên hội đồng (người)")
	m.present = m.count("Số thành viên có mặt (người)")
	m.difference("Số thành viên vắng mặt (người)", m.members, m.present)
	m.share("Tỷ lệ có mặt trên tổng số thành viên", m.present, m.members)
	needed, now := m.rule("Tỷ lệ có mặt ít nhất theo quy định", rule)
	m.quorum = m.conclusion("Điều kiện họp", needed, now, fmt.Sprintf(`IF(%s,IF(%s,"%s","%s"),"%s")`,
		divisible(m.present, m.members), reaches(m.present, m.members, needed), quorate, notQuorate, look.NotYet))
}

// votes tells whether enough of the members present agree.
func (m *tally) votes(rule *council.Rule) {
	m.Gap(6)
	m.table("II. KẾT QUẢ KIỂM PHIẾU")
	m.out = m.count("Số phiếu phát ra")
	m.back = m.count("Số phiếu thu về")
	m.invalid = m.count("Số phiếu không hợp lệ")
	m.difference("Số phiếu hợp lệ", m.back, m.invalid)
	m.yes = m.count("Số phiếu đồng ý")
	m.no = m.count("Số phiếu không đồng ý")
	m.share("Tỷ lệ đồng ý trên số thành viên có mặt", m.yes, m.present)
	needed, now := m.rule("Tỷ lệ đồng ý ít nhất theo quy định", rule)
	m.checked = m.words("Kiểm tra", m.check(), look.NotYet)
	m.conclusion("Kết luận", needed, now,
		fmt.Sprintf(`IF(%s="%s",IF(%s="%s","%s",IF(%s,"%s","%s")),IF(%s="%s","%s","%s"))`,
			m.checked, consistent, m.quorum, notQuorate, notQuorate, reaches(m.yes, m.present, needed), carried,
			notCarried, m.checked, look.NotYet, look.NotYet, inconsistent))
}

// check is the first thing that cannot be about the counts.
func (m *tally) check() string {
	formula := `"` + consistent + `"`
	for _, wrong := range [][2]string{ // in few words: the cell has one line
		{fmt.Sprintf("%s+%s<>%s-%s", m.yes, m.no, m.back, m.invalid), "Đồng ý + không đồng ý chưa khớp"},
		{m.back + ">" + m.out, "Phiếu thu về nhiều hơn phiếu phát ra"},
		{m.out + ">" + m.present, "Phiếu phát ra nhiều hơn số có mặt"},
		{m.present + ">" + m.members, "Có mặt nhiều hơn tổng số thành viên"},
		{m.present + "<=0", "Không có thành viên nào có mặt"},
	} {
		formula = fmt.Sprintf(`IF(%s,"%s",%s)`, wrong[0], wrong[1], formula)
	}
	return fmt.Sprintf(`IF(COUNT(%s,%s,%s,%s,%s,%s,%s)=7,%s,"%s")`,
		m.members, m.present, m.out, m.back, m.invalid, m.yes, m.no, formula, look.NotYet)
}

// divisible tells in a formula whether there is a share of two counts.
func divisible(part, whole string) string {
	return fmt.Sprintf("AND(COUNT(%s,%s)=2,N(%s)>0)", part, whole, whole)
}

// table heads a part of the minutes.
func (m *tally) table(name string) {
	m.Heading(name, look.Section)
	m.AddHead(look.Over(look.Heads("TT", "Nội dung", "Số liệu", "Ghi chú"), 1, contentSpan, 1, remarkSpan)...)
}

// row lays down a line and gives the cell of its value.
func (m *tally) row(name string, value draw.Cell, remark string) string {
	m.laid++
	row := m.Add(look.Mid(fmt.Sprint(m.laid)), look.Text(name).Over(contentSpan), value,
		look.Text(vi.Capital(remark)).Over(remarkSpan))
	tall(m.Sheet, row, penLine)
	return draw.Ref(contentSpan+2, row)
}

// count is a number to fill in.
func (m *tally) count(name string) string {
	at := m.row(name, draw.Blank(look.Entry.Shown(look.Grouped(0))).ByHand(), "")
	m.Take(whole, at)
	return at
}

// difference is what a count leaves of another one.
func (m *tally) difference(name, of, taken string) {
	formula := fmt.Sprintf(`IF(COUNT(%s,%s)=2,%s-%s,"%s")`, of, taken, of, taken, look.NotYet)
	m.row(name, draw.Computed(formula, look.NotYet, look.Body.Centred().Shown(look.Grouped(0))).Waiting(), "")
}

// share is a quotient in per cent.
func (m *tally) share(name, part, whole string) {
	formula := fmt.Sprintf(`IF(%s,ROUND(100*%s/%s,2),"%s")`, divisible(part, whole), part, whole, look.NotYet)
	m.row(name, draw.Computed(formula, look.NotYet, look.Body.Centred().Shown(shareFormat)).Waiting(), "")
}

// rule is a share that the council's rules ask for: a number where it is sure,
// else a cell to fill in beside what is known of it. It gives the cell and what
// a conclusion says before anything is filled in.
func (m *tally) rule(name string, rule *council.Rule) (at, now string) {
	if rule.Sure() && rule.Value.GreaterThanOrEqual(decimal.NewFromInt(leastPercent)) {
		shown := look.Body.Centred().Shown(look.Measured("≥", look.PlacesOf(rule.Value), criteria.Percent))
		return m.row(name, look.Number(rule.Value, shown), rule.OnPaper()), look.NotYet
	}
	known := "chưa biết mức"
	if rule.Value.IsPositive() {
		known = fmt.Sprintf("mức %s %% %s", vi.Number(rule.Value), rule.Status.OnPaper())
	}
	at = m.row(name, draw.Blank(look.Entry.Shown(shareFormat)).ByHand(), known+": ghi theo quy chế")
	m.Take(perCent, at)
	return at, noRule
}

// conclusion is what follows when the rule is known.
func (m *tally) conclusion(name, rule, now, formula string) string {
	return m.words(name, fmt.Sprintf(`IF(N(%s)>=%d,%s,"%s")`, rule, leastPercent, formula, noRule), now)
}

// words lays down a line whose value is words.
func (m *tally) words(name, formula, now string) string {
	m.laid++
	value := draw.Computed(formula, now, look.Label.Centred()).Over(1 + remarkSpan).Waiting()
	row := m.Add(look.Mid(fmt.Sprint(m.laid)), draw.Text(name, look.Label).Over(contentSpan), value)
	return draw.Ref(contentSpan+2, row)
}
