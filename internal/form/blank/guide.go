package blank

import (
	"fmt"
	"strings"

	"ntm/internal/form/layout"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
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
	heading, of, due := "BIỂU MẪU SỐ LIỆU ĐÁNH GIÁ XÃ", "", ""
	if department := d.plan.Department; department != nil {
		heading, of = "PHIẾU SỐ LIỆU: "+strings.ToUpper(department.Name), department.ID
		due = draw.Clean(d.plan.Due[of])
	}
	p.Hide(layout.Mark, fmt.Sprint(d.plan.Year), string(d.plan.Up), d.plan.OwnWord(), of, due)
	p.wide(heading, draw.Look{Size: 15, Bold: true, Across: "center"})
	p.wide(whose(d.plan), draw.Look{Size: 12, Bold: true, Across: "center"})
	p.wide(d.upTo(), draw.Look{Size: 11, Italic: true, Across: "center"})
	if due != "" {
		p.wide(layout.DueHead+": "+due, draw.Look{Size: 12, Bold: true, Across: "center"})
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
	return vi.Capital(p.Place.String())
}

// figureStep says how figures are filled in.
const figureStep = "Tờ Số liệu: mỗi dòng ghi Kết quả, hoặc ghi Tử số và Mẫu số (không ghi cả hai); cột Cách tính nói " +
	"rõ đếm gì. Cột Năm số liệu để trống là số của năm xét."

// partSteps are how a department fills in its part.
func (d *drawing) partSteps() []string {
	out := []string{"Chỉ ghi vào ô màu vàng nhạt; ô khác đã khóa. Không xóa dòng, cột."}
	if len(d.groups) > 0 {
		out = append(out, figureStep)
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
	lead := figureStep
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
	return append(out, "Tờ In nhanh: một trang để báo cáo lãnh đạo xã: còn thiếu gì, ai trả lời, hạn ngày nào.",
		"Ghi xong, lưu tệp (.xlsx) rồi chạy: ntm check TỆP.xlsx; hết lỗi thì chạy: ntm assess TỆP.xlsx.")
}

// legend explains the colours and words.
func (p *page) legend() {
	entry := func(look draw.Look, says string) draw.Cell { return draw.Text(says, look).Over(3) }
	all := []draw.Cell{entry(boxed(10).On(draw.Entry), "Ô vàng nhạt: ghi vào đây"),
		entry(boxed(10).On(draw.Idle), "Ô xám: không phải ghi")}
	for _, s := range stateLooks {
		look := boxed(10).On(s.Shade)
		look.Bold, look.Italic = s.Bold, s.Italic
		all = append(all, entry(look, s.Word+": "+s.means))
	}
	if len(all)%2 > 0 {
		all = append(all, entry(draw.Look{}, ""))
	}
	for i := 0; i < len(all); i += 2 {
		p.Add(all[i], draw.Cell{}, all[i+1])
	}
}
