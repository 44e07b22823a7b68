package form

import (
	"fmt"
	"ntm/internal/xlsx/draw"
)

func (d *drawing) evidence() *page {
	t := &evidenceTable
	p := d.page(evidenceSheet, "DANH MỤC MINH CHỨNG", t.widths()...)
	p.remark("Mỗi văn bản một dòng. Ghi mã ở cột đầu vào cột Minh chứng số của các tờ khác; nhiều mã thì cách " +
		"nhau dấu chấm phẩy: 1; 3.")
	p.heads(t)
	p.Frozen = draw.Ref(1, p.Head.Row+1)
	p.rows(t, d.carried.evidence(t.rows))
	return p
}

func (d *drawing) arrears() *page {
	t := &arrearsTable
	p := d.page(arrearsSheet, "NỢ ĐỌNG XÂY DỰNG CƠ BẢN", t.widths()...)
	p.remark("Đơn vị: triệu đồng. Còn nợ là khối lượng hoàn thành trừ số đã thanh toán.")
	at := p.answers(&arrearsAnswers, [3]int{2, 2, 3}, nil)
	p.Add()
	p.heads(t)
	p.Frozen = draw.Ref(1, p.Head.Row+1)
	first, last := p.rows(t, d.carried.works())
	owed := t.column("ntm:owed")
	d.section("arrears", arrearsSheet, at["arrears"], draw.Cells(owed, first, owed, last))
	return p
}

// poll is the sheet of the residents' poll. The whole commune stands above the
// table, whose rows are all for filling in.
func (d *drawing) poll() *page {
	t := &pollTable
	p := d.page(pollSheet, "LẤY Ý KIẾN VỀ SỰ HÀI LÒNG CỦA NGƯỜI DÂN", t.widths()...)
	p.Page.Landscape = false
	p.remark("Do Ủy ban Mặt trận Tổ quốc Việt Nam tổ chức. Mỗi thôn một dòng; tỷ lệ tự tính bằng số phiếu hài " +
		"lòng trên số phiếu thu về.")
	p.answers(&pollAnswers, [3]int{2, 2, 2}, nil)
	p.Add()
	whole, rate := p.Last()+1, t.column("ntm:rate")
	first := whole + 3
	known := d.carried.polled()
	last := first + max(t.rows, len(known)) - 1
	cells := []draw.Cell{{}, draw.Text("Toàn xã", label)}
	for _, c := range t.columns[1:t.at("ntm:rate")] {
		column := t.column(c.id)
		var sum any = 0
		if c.id == "ntm:households" {
			sum = householdsOf(known)
		}
		cells = append(cells, draw.Cell{Value: sum, Formula: fmt.Sprintf("SUM(%s)",
			draw.Cells(column, first, column, last)), Look: label})
	}
	p.Add(append(cells, satisfied(whole))...)
	p.heads(t)
	p.Frozen = draw.Ref(1, p.Head.Row+1)
	p.rows(t, known)
	for n := first; n <= last; n++ {
		p.Rows[n-1].Cells[rate-1] = satisfied(n)
	}
	said := t.column("ntm:satisfied")
	d.section("satisfaction", pollSheet, "", draw.Cells(said, first, said, last))
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
	at := func(id string) string { return draw.Ref(pollTable.column(id), row) }
	out, back, yes := at("ntm:forms_out"), at("ntm:forms_back"), at("ntm:satisfied")
	sound := fmt.Sprintf("AND(COUNT(%s:%s)=3,%s<=%s,%s<=%s)", out, yes, back, out, yes, back)
	return draw.Cell{
		Value: "", Look: centre.Shown("0.00%"),
		Formula: fmt.Sprintf(`IF(SUM(%s:%s)=0,"",IF(%s,%s/%s,"%s"))`, back, yes, sound, yes, back, stateWrong),
	}
}

func (d *drawing) security() *page {
	p := d.page(securitySheet, "AN NINH, TRẬT TỰ", securityAnswers.widths()...)
	at := p.answers(&securityAnswers, [3]int{1, 1, 1}, nil)
	d.section("security", securitySheet, at["security"], "")
	return p
}

func (d *drawing) titles() *page {
	t := d.plan.titleTable()
	p := d.page(titleSheet, "CÁC QUYẾT ĐỊNH CÔNG NHẬN XÃ ĐÃ CÓ", t.widths()...)
	p.Page.Landscape = false
	p.remark("Mỗi quyết định một dòng: xã đạt chuẩn nông thôn mới, nâng cao, kiểu mẫu đã được công nhận trước đây.")
	p.heads(t)
	first, last := p.rows(t, d.carried.titles())
	d.section("recognitions", titleSheet, "", draw.Cells(t.column("ntm:level"), first, t.column("ntm:level"), last))
	return p
}

func (d *drawing) smart() *page {
	return d.named(&smartAnswers, &smartTable, "DANH SÁCH THÔN THÔNG MINH", "smart_village", 24, 36)
}

func (d *drawing) fields() *page {
	return d.named(&fieldAnswers, &fieldTable, "DANH SÁCH LĨNH VỰC NỔI TRỘI", "outstanding_fields", 36)
}

// named is a sheet that asks whether there is something, and for its names.
func (d *drawing) named(a, t *table, heading, section string, more ...float64) *page {
	p := d.page(t.sheet, heading, t.widths(more...)...)
	p.Page.Landscape = false
	at := p.answers(a, [3]int{1, 1, 1}, nil)
	p.Add()
	p.heads(t)
	first, last := p.rows(t, nil)
	d.section(section, t.sheet, at[a.questions[0].key], draw.Cells(t.left(), first, t.left(), last))
	return p
}

// section remembers how to tell that a sheet was filled in: by its answer, or
// by something in its rows.
func (d *drawing) section(id, sheet, answer, rows string) {
	cells := ""
	for _, at := range []string{answer, rows} {
		if at != "" {
			cells += fmt.Sprintf(",'%s'!%s", sheet, at)
		}
	}
	d.others[id] = fmt.Sprintf("IF(COUNTA(%s)>0,1,0)", cells[1:])
}

// given tells whether a section is filled in already by what was carried over.
func (d *drawing) given(id string) int {
	if id == "recognitions" && len(d.carried.report.Recognitions) > 0 {
		return 1
	}
	return 0
}

// askedOthers are the sections that the form asks for.
func (p *Plan) askedOthers() []Missing {
	var out []Missing
	for _, o := range others {
		if p.asks(o.from) {
			out = append(out, o.Missing)
		}
	}
	return out
}
