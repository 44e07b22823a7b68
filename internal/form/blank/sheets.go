package blank

import (
	"fmt"
	"strings"

	"ntm/internal/form/layout"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

func (d *drawing) evidence() *page {
	t := d.table(&layout.EvidenceTable)
	p := d.page(layout.EvidenceSheet, "DANH MỤC MINH CHỨNG", widths(t)...)
	p.remark("Mỗi văn bản một dòng. Ghi mã ở cột đầu vào cột Minh chứng số của các tờ khác; nhiều mã thì cách " +
		"nhau dấu chấm phẩy: 1; 3.")
	p.heads(t)
	p.Frozen = draw.Ref(1, p.Head.Row+1)
	p.rows(t, d.carried.evidence(t.Rows, d.plan.EvidenceCode))
	return p
}

func (d *drawing) arrears() *page {
	t := d.table(&layout.ArrearsTable)
	p := d.page(layout.ArrearsSheet, "NỢ ĐỌNG XÂY DỰNG CƠ BẢN", widths(t)...)
	p.remark("Đơn vị: triệu đồng. Còn nợ là khối lượng hoàn thành trừ số đã thanh toán.")
	at := p.answers(&layout.ArrearsAnswers, [3]int{2, 2, 3}, nil)
	p.Add()
	p.heads(t)
	p.Frozen = draw.Ref(1, p.Head.Row+1)
	first, last := p.rows(t, d.carried.works())
	d.section("arrears", layout.ArrearsSheet, at["arrears"], down(t, "ntm:owed", first, last))
	return p
}

// poll is the sheet of the residents' poll. The whole commune stands above the
// table, whose rows are all for filling in.
func (d *drawing) poll() *page {
	t := d.table(&layout.PollTable)
	p := d.page(layout.PollSheet, "LẤY Ý KIẾN VỀ SỰ HÀI LÒNG CỦA NGƯỜI DÂN", widths(t)...)
	p.Page.Landscape = false
	p.remark("Do Ủy ban Mặt trận Tổ quốc Việt Nam tổ chức. Mỗi thôn một dòng; tỷ lệ tự tính bằng số phiếu hài " +
		"lòng trên số phiếu thu về.")
	asked := p.answers(&layout.PollAnswers, [3]int{2, 2, 2}, nil)
	p.Add()
	whole, rate := p.Last()+1, columnOf(t, "ntm:rate")
	first := whole + 3
	known := d.carried.polled()
	last := first + max(t.Rows, len(known)) - 1
	cells := []draw.Cell{{}, draw.Text("Toàn xã", label)}
	for _, c := range t.Columns[1:t.At("ntm:rate")] {
		var sum any = 0
		if c.ID == "ntm:households" {
			sum = householdsOf(known)
		}
		cells = append(cells, draw.Cell{Value: sum, Formula: fmt.Sprintf("SUM(%s)", down(t, c.ID, first, last)),
			Look: label})
	}
	p.Add(append(cells, satisfied(whole))...)
	p.heads(t)
	p.Frozen = draw.Ref(1, p.Head.Row+1)
	p.rows(t, known)
	for n := first; n <= last; n++ {
		p.Rows[n-1].Cells[rate-1] = satisfied(n)
	}
	d.others["satisfaction"] = strings.ReplaceAll(
		fmt.Sprintf("IF(OR(COUNTA(@%s)>0,COUNTA(@%s,@%s)=2,COUNTA(@%s)>0),1,0)",
			asked["poll_rate"], asked["poll_satisfied"], asked["poll_back"], down(t, "ntm:satisfied", first, last)),
		"@", "'"+layout.PollSheet+"'!")
	return p
}

func householdsOf(villages [][]any) float64 {
	sum := 0.0
	for _, v := range villages {
		if n, ok := v[1].(float64); ok {
			sum += n
		}
	}
	return sum
}

// satisfied is the rate of a row of the poll; none while no forms are back.
func satisfied(row int) draw.Cell {
	at := func(id string) string { return draw.Ref(columnOf(&layout.PollTable, id), row) }
	out, back, yes := at("ntm:forms_out"), at("ntm:forms_back"), at("ntm:satisfied")
	sound := fmt.Sprintf("AND(COUNT(%s:%s)=3,%s<=%s,%s<=%s)", out, yes, back, out, yes, back)
	return draw.Cell{
		Value: "", Look: centre.Shown("0.00%"),
		Formula: fmt.Sprintf(`IF(SUM(%s:%s)=0,"",IF(%s,%s/%s,"%s"))`, back, yes, sound, yes, back, stateWrong),
	}
}

func (d *drawing) security() *page {
	p := d.page(layout.SecuritySheet, "AN NINH, TRẬT TỰ", widths(&layout.SecurityAnswers)...)
	at := p.answers(&layout.SecurityAnswers, [3]int{1, 1, 1}, nil)
	d.section("security", layout.SecuritySheet, at["security"])
	return p
}

func (d *drawing) titles() *page {
	t := d.table(d.plan.TitleTable())
	p := d.page(layout.TitleSheet, "CÁC QUYẾT ĐỊNH CÔNG NHẬN XÃ ĐÃ CÓ", widths(t)...)
	p.Page.Landscape = false
	p.remark("Mỗi quyết định một dòng: xã đạt chuẩn nông thôn mới, nâng cao, kiểu mẫu đã được công nhận trước đây.")
	p.heads(t)
	first, last := p.rows(t, d.carried.titles())
	// A vote of the council has no year.
	d.section("recognitions", layout.TitleSheet, down(t, "ntm:title_year", first, last))
	return p
}

func (d *drawing) smart() *page {
	return d.named(&layout.SmartAnswers, &layout.SmartTable, "DANH SÁCH THÔN THÔNG MINH", "smart_village", 24, 36)
}

func (d *drawing) fields() *page {
	return d.named(&layout.FieldAnswers, &layout.FieldTable, "DANH SÁCH LĨNH VỰC NỔI TRỘI", "outstanding_fields", 36)
}

// named is a sheet that asks whether there is something, and for its names.
func (d *drawing) named(a, t *layout.Table, heading, section string, more ...float64) *page {
	t = d.table(t)
	p := d.page(t.Sheet, heading, widths(t, more...)...)
	p.Page.Landscape = false
	at := p.answers(a, [3]int{1, 1, 1}, nil)
	p.Add()
	p.heads(t)
	first, last := p.rows(t, nil)
	d.section(section, t.Sheet, at[a.Questions[0].Key], down(t, t.Columns[0].ID, first, last))
	return p
}

// section remembers how to tell that a sheet was filled in: by something in any of its cells.
func (d *drawing) section(id, sheet string, cells ...string) {
	d.others[id] = fmt.Sprintf("IF(COUNTA(%s)>0,1,0)",
		vi.List(",", cells, func(at string) string { return fmt.Sprintf("'%s'!%s", sheet, at) }))
}

// isGiven tells whether a section is filled in already by what was carried over.
func (d *drawing) isGiven(id string) int {
	if id == "recognitions" && len(d.carried.report.Recognitions) > 0 {
		return 1
	}
	return 0
}
