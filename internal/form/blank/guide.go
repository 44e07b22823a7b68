package blank

import (
	"fmt"
	"math"
	"ntm/internal/form/layout"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
	"slices"
	"strings"
)

// The guide's columns: two tables of a name and two counts side by side.
const (
	guideColumns = 7
	guideSecond  = 5 // where the second table begins, counted from 1
)

// guide is the first sheet: one page on how to fill in the form, and how far it
// is filled in.
func (d *drawing) guide() *page {
	p := blankPage(layout.GuideSheet, subject(d.plan), draw.Page{Single: true}, 35, 7, 7, 1.5, 35, 7, 7)
	p.Hide(layout.Mark, fmt.Sprint(d.plan.Year), string(d.plan.Up), d.plan.OwnWord(), d.departmentWord(), d.dueWord())
	p.wide(d.heading(), draw.Look{Size: 15, Bold: true, Across: "center"})
	p.wide(whose(d.plan), draw.Look{Size: 12, Bold: true, Across: "center"})
	p.wide(d.upTo(), draw.Look{Size: 11, Italic: true, Across: "center"})
	if says := d.dueWord(); says != "" {
		p.wide(layout.DueHead+": "+says, draw.Look{Size: 12, Bold: true, Across: "center"})
	}
	if says := d.carried.says(); says != "" {
		p.wide(says, draw.Look{Size: 11, Box: draw.Grey, Shade: draw.Fair})
	}
	if says := d.plan.Lacking(); says != "" {
		p.wide(says, draw.Look{Size: 11, Bold: true, Box: draw.Grey, Shade: draw.Fair})
	}
	d.meter(p)
	p.wide("Cách ghi", section)
	for i, step := range d.steps() {
		p.wide(fmt.Sprintf("%d. %s", i+1, step), draw.Look{Size: 12})
	}
	p.wide("Màu và chữ", section)
	p.legend()
	return p
}

// upTo says what the form is for.
func (d *drawing) upTo() string {
	return fmt.Sprintf("Xét công nhận năm %d, đến mức xã %s", d.plan.Year, d.plan.Up.Title())
}

// wide lays down a text over all columns.
func (p *page) wide(says string, l draw.Look) {
	n := p.Add(draw.Text(says, l).Over(guideColumns))
	p.Rows[n-1].Height = max(p.Rows[n-1].Height, l.Size*1.5)
}

func whose(p *layout.Plan) string {
	if p.Place == nil {
		return "Dùng chung cho mọi xã"
	}
	name := p.Place.String()
	return strings.ToUpper(name[:1]) + name[1:]
}

// departmentWord is the hidden word for whose part of the form it is.
func (d *drawing) departmentWord() string {
	if d.plan.Department == nil {
		return ""
	}
	return d.plan.Department.ID
}

// dueWord is the hidden word for the day by which the department answers.
func (d *drawing) dueWord() string {
	if d.plan.Department == nil {
		return ""
	}
	return draw.Clean(d.plan.Due[d.plan.Department.ID])
}

// heading is what the form calls itself.
func (d *drawing) heading() string {
	if d.plan.Department == nil {
		return "BIỂU MẪU SỐ LIỆU ĐÁNH GIÁ XÃ"
	}
	return "PHIẾU SỐ LIỆU: " + strings.ToUpper(d.plan.Department.Name)
}

// partSteps are how a department fills in its part.
func (d *drawing) partSteps() []string {
	out := []string{"Chỉ ghi vào ô màu vàng nhạt; ô khác đã khóa. Không xóa dòng, cột."}
	if len(d.groups) > 0 {
		out = append(out, "Tờ Số liệu: mỗi dòng ghi Kết quả, hoặc ghi Tử số và Mẫu số (không ghi cả hai); cột "+
			"Cách tính "+
			"nói rõ đếm gì. Cột Năm số liệu để trống là số của năm xét.")
	}
	for _, o := range d.plan.Sections() {
		out = append(out, "Tờ "+o.Name+": ghi theo lời dặn đầu tờ.")
	}
	return append(out,
		"Chưa biết thì để trống. Để trống không phải là 0. Bằng 0 thì ghi 0.",
		"Chưa có số chính xác thì ghi như báo cáo: trên 70; từ 97% trở lên; ước 44,1 (số ước không dùng để xét).",
		fmt.Sprintf("Tờ Minh chứng: mỗi văn bản một dòng; ghi mã của nó (%s, %s...) vào cột Minh chứng số.",
			d.plan.EvidenceCode(1), d.plan.EvidenceCode(2)),
		"Ghi xong, lưu tệp (.xlsx) rồi gửi lại người tổng hợp của xã; người ấy gộp các phiếu bằng: ntm gather.")
}

// placeStep says what is asked before all else.
func (d *drawing) placeStep() string {
	first := "chọn Mức xã phấn đấu, "
	if d.answered[layout.LevelKey] == "" {
		first = ""
	}
	return "Tờ Thông tin xã, ghi trước: " + first + "xem lại tên xã, năm; chọn Có hoặc Không cho từng đặc điểm của xã."
}

func (d *drawing) steps() []string {
	if d.plan.Department != nil {
		return d.partSteps()
	}
	lead := "Tờ Số liệu: mỗi dòng ghi Kết quả, hoặc ghi Tử số và Mẫu số (không ghi cả hai); cột Cách tính nói rõ " +
		"đếm gì. Cột Năm số liệu để trống là số của năm xét."
	if len(d.groups) == 0 {
		lead = "Tờ Số liệu: " + d.noIndicators()
	}
	out := []string{
		"Chỉ ghi vào ô màu vàng nhạt; ô khác đã khóa. Được đổi độ rộng cột, lọc dòng; không xóa dòng, cột.",
		d.placeStep(),
		lead,
		"Chưa biết thì để trống. Để trống không phải là 0, cũng không phải là không có. Bằng 0 thì ghi 0; việc " +
			"được hỏi mà không có thì chọn Không.",
		"Số: gõ số, không cần đơn vị, không gõ dấu ngăn hàng nghìn. Dấu thập phân theo máy: nếu máy hiện 153 " +
			"khi gõ 1,53 thì gõ 1.53. Ngày gõ 15/11/2023. Chưa có số chính xác thì ghi như báo cáo: trên 70; " +
			"từ 97% trở lên; ước 44,1 (số ước không dùng để xét).",
		"Tờ Minh chứng: mỗi văn bản một dòng; ghi mã của nó (1, 2, 3...) vào cột Minh chứng số, nhiều mã cách " +
			"nhau dấu chấm phẩy: 1; 3.",
	}
	if d.plan.Column != "" && len(d.groups) > 0 {
		out = append(out, fmt.Sprintf("Mức yêu cầu ở tờ Số liệu theo cột %s, chỉ để tham khảo; mức in nghiêng "+
			"chưa ai đối chiếu với quyết định. Khi đánh giá, chương trình chọn lại theo đặc điểm của xã.",
			d.plan.Column))
	}
	out = append(out, "Tờ In nhanh: một trang để báo cáo lãnh đạo xã: còn thiếu gì, ai trả lời, hạn ngày nào.")
	return append(out, "Ghi xong, lưu tệp (.xlsx) rồi chạy: ntm check TỆP.xlsx; hết lỗi thì chạy: ntm assess TỆP.xlsx.")
}

// tallied is a line of the guide's table: what is asked, how much of it is
// given, and the formulas that count both.
type tallied struct {
	name           string
	section, who   string // a section, and the department that answers for it; "" for a criterion
	asked, given   int
	askedF, givenF string
}

// areGiven are the states of figures that are given, as ntm check counts them: also those
// of a year before, and those that are to be looked at.
var areGiven = []string{stateGiven, stateOdd, stateWords, stateOld}

// givenStates counts those in an area.
func givenStates(area string) string {
	return vi.List("+", areGiven, func(state string) string { return fmt.Sprintf(`COUNTIF(%s,"%s")`, area, state) })
}

func (d *drawing) tallies() []tallied {
	var out []tallied
	for i, g := range d.groups {
		s := d.states[i]
		if g.Optional() == len(g.Figures) {
			continue // nobody must report any
		}
		t := tallied{
			name:   heading(&g),
			askedF: fmt.Sprintf(`ROWS(%s)-COUNTIF(%s,"%s")`, s.area, s.area, stateIdle),
			asked:  -g.Optional(),
			givenF: givenStates(s.area),
		}
		for _, cell := range s.free {
			t.givenF += "-(" + givenStates(cell) + ")"
		}
		if n := g.Optional(); n > 0 {
			t.askedF += fmt.Sprintf("-%d", n)
		}
		t.name = strings.Replace(t.name, "Tiêu chí ", "", 1)
		for k, state := range s.shown {
			if state != stateIdle {
				t.asked++
			}
			if !g.Figures[k].Optional && slices.Contains(areGiven, state) {
				t.given++
			}
		}
		out = append(out, t)
	}
	for _, o := range d.plan.Sections() {
		line := tallied{name: "Tờ " + o.Name, section: o.ID, who: d.plan.Division.OfSheet(o.Name).Name,
			asked: 1, given: d.isGiven(o.ID), givenF: d.others[o.ID]}
		if tests := d.beyond(layout.From(o.ID)); tests != "" {
			line.askedF, line.givenF = fmt.Sprintf("IF(%s,0,1)", tests), fmt.Sprintf("IF(%s,0,%s)", tests, line.givenF)
		}
		out = append(out, line)
	}
	return out
}

const meterTitle = "Mức độ đầy đủ: đã có / cần có"

// meter shows how far the form is filled in: in all, and by criterion.
func (d *drawing) meter(p *page) {
	const bars = 24
	lines := d.tallies()
	half := (len(lines) + 1) / 2
	top := p.Last() + 4 // the first line of the tables, after the sum, the states and the heads
	asked, given := 0, 0
	for _, l := range lines {
		asked, given = asked+l.asked, given+l.given
	}
	both := func(column int) string {
		second := column + guideSecond - 1
		return fmt.Sprintf("SUM(%s)+SUM(%s)", draw.Cells(column, top, column, top+half-1),
			draw.Cells(second, top, second, top+half-1))
	}
	share := float64(given) / float64(max(asked, 1))
	shown := draw.Look{Size: 12, Bold: true, Across: "center", Box: draw.Grey}
	n := p.Last() + 1
	d.meterAt, d.asked, d.given = n, asked, given
	full := int(math.Round(share * bars))
	p.Add(draw.Text(meterTitle, draw.Look{Size: 12, Bold: true, Box: draw.Grey}),
		draw.Cell{Value: given, Formula: both(3), Look: shown}, draw.Cell{Value: asked, Formula: both(2),
			Look: shown}, draw.Cell{},
		draw.Cell{Value: strings.Repeat("■", full) + strings.Repeat("□", bars-full), Look: shown,
			Formula: fmt.Sprintf(`REPT("■",ROUND(%s*%d,0))&REPT("□",%d-ROUND(%s*%d,0))`, draw.Ref(6, n), bars, bars,
				draw.Ref(6, n), bars)},
		draw.Cell{Value: share, Formula: fmt.Sprintf("%s/MAX(%s,1)", draw.Ref(2, n), draw.Ref(3, n)),
			Look: shown.Shown("0%")}.Over(2))
	p.Add(d.counts().Over(guideColumns))
	p.Add(guideHead("Tiêu chí", "Cần", "Đã có", "Tiêu chí, tờ khác", "Cần", "Đã có")...)
	for i, l := range lines {
		column := 2 // of what is asked; what is given is beside it
		if i >= half {
			column += guideSecond - 1
		}
		if l.section != "" {
			row := top + i%half
			d.owed = append(d.owed, owing{who: l.who, section: l.section, name: l.name, asked: guideCell(column, row),
				given: guideCell(column+1, row), isOwed: l.given < l.asked})
		}
	}
	for i := range half {
		cells := lines[i].cells()
		if i+half < len(lines) {
			cells = append(append(cells, draw.Cell{}), lines[i+half].cells()...)
		}
		p.Add(cells...)
	}
}

func guideHead(titles ...string) []draw.Cell {
	var out []draw.Cell
	for i, t := range titles {
		if i == guideSecond-2 {
			out = append(out, draw.Cell{})
		}
		out = append(out, draw.Text(t, colHead))
	}
	return out
}

func (t *tallied) cells() []draw.Cell {
	name := draw.Look{Size: 10, Box: draw.Grey}
	return []draw.Cell{draw.Text(t.name, name), {Value: t.asked, Formula: t.askedF, Look: centre},
		{Value: t.given, Formula: t.givenF, Look: centre}}
}

// counts says how many figures are in the states that want looking at.
func (d *drawing) counts() draw.Cell {
	formula, says := "", ""
	states := []string{stateMissing, stateWrong, stateOdd, stateOld}
	for k, state := range states {
		count := 0
		var parts []string
		for _, g := range d.states {
			parts = append(parts, fmt.Sprintf(`COUNTIF(%s,"%s")`, g.area, state))
			for _, s := range g.shown {
				if s == state {
					count++
				}
			}
		}
		if parts == nil {
			parts = []string{"0"}
		}
		lead := state + ": "
		if k > 0 {
			lead = "; " + strings.ToLower(state[:1]) + state[1:] + ": "
		}
		says += fmt.Sprintf("%s%d", lead, count)
		formula += fmt.Sprintf(`&"%s"&(%s)`, lead, strings.Join(parts, "+"))
	}
	return draw.Cell{Value: says, Formula: formula[1:], Look: draw.Look{Size: 10, Italic: true}}
}

// legend explains the colours and words.
func (p *page) legend() {
	type entryOf struct {
		look draw.Look
		says string
	}
	all := []entryOf{
		{draw.Look{Size: 10, Box: draw.Grey, Shade: draw.Entry}, "Ô vàng nhạt: ghi vào đây"},
		{draw.Look{Size: 10, Box: draw.Grey, Shade: draw.Idle}, "Ô xám: không phải ghi"},
	}
	meaning := map[string]string{
		stateGiven: "số ghi được", stateWords: "như trên 70; lệnh ntm check sẽ đọc", stateMissing: "còn để trống",
		stateOdd:   "đúng thì giữ, ghi rõ ở Ghi chú",
		stateWrong: "số âm, tử lớn hơn mẫu, thừa ô", stateOld: "năm số liệu trước năm xét",
		stateIdle: "không áp dụng cho xã",
		stateFree: "chỉ ghi nếu có, trống cũng được", stateExtra: "số không bắt buộc, đã ghi",
	}
	for _, s := range stateLooks {
		all = append(all, entryOf{draw.Look{Size: 10, Box: draw.Grey, Bold: s.Bold, Italic: s.Italic,
			Shade: s.Shade}, s.Word + ": " + meaning[s.Word]})
	}
	if len(all)%2 > 0 {
		all = append(all, entryOf{})
	}
	for i := 0; i < len(all); i += 2 {
		p.Add(draw.Text(all[i].says, all[i].look).Over(3), draw.Cell{}, draw.Text(all[i+1].says, all[i+1].look).Over(3))
	}
}
