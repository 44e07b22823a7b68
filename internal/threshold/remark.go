package threshold

import (
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// remarked is a cell with words in brackets behind what it asks: "100% (nhựa hóa, bê tông hóa)".
var remarked = pattern.New(`^([^()]+?)\s*\(([^()\d]{3,120})\)$`)

// manners are how a work is done, or how a place is: remarks of them ask for nothing else.
var manners = oneOf("nhựa hóa|bê tông hóa|" +
	"cứng hóa|kiên cố hóa|láng nhựa|rải nhựa|thảm nhựa|bê tông|bê tông xi măng|lát gạch|" +
	"lát đá|gạch|đá|đổ bê tông|nhựa|cấp phối|mặt đường|sạch|xanh|đẹp|sáng|an toàn|văn minh|hợp vệ sinh|" +
	"không lầy lội|không lầy lội vào mùa mưa|đúng quy định|theo quy định|đạt|đạt chuẩn|đạt quy chuẩn|" +
	"đạt yêu cầu|được|bằng|và|hoặc|/|,|;|-|đảm bảo|bảo đảm|sạch đẹp|thu gom|xử lý|có cây xanh|" +
	"có điện chiếu sáng|có đèn chiếu sáng|có biển báo|có rãnh thoát nước")

// hedges are words by which a remark may say how much, of whom, when, or whether at all: what a remark with one
// of them does to the number, only a person can say.
var hedges = oneOf("bao gồm|gồm|kể cả|cả|tính|chỉ|" +
	"khuyến khích|dự kiến|tham khảo|tạm|ước|ước tính|khoảng|gần|kế hoạch|" +
	"lộ trình|định hướng|chỉ tiêu|mức|tỷ lệ|tỉ lệ|quy định|ubnd|ủy ban|hđnd|tỉnh|huyện|xã|địa phương|nhóm|" +
	"vùng|khu vực|cũ|mới|hiện|nay|quý|tháng|ngày|tuần|lần|đến|tới|từ|kể từ|một|hai|ba|bốn|sáu|bảy|tám|chín|" +
	"mười|trăm|nửa|phần|đa số|phần lớn|toàn quốc|cả nước|bình quân|trung bình|tương đương|bỏ|bãi bỏ|thay|" +
	"sửa đổi|điều chỉnh|dự thảo|tùy|có thể|cho phép|phép|chấp nhận|hạn chế|nghèo|điều kiện|yêu cầu|bắt buộc|" +
	"đã|đang|sẽ|nữ|nam|trẻ em|tối thiểu|tối đa|ít nhất|nhiều nhất|trên|dưới|hơn|thấp|cao|trở lên|trở xuống|" +
	"bằng không|%|phần trăm|lũy kế|cộng dồn|thí điểm|cuối kỳ|đầu kỳ|nợ|đủ|vượt|xét|loại|hạng|cấp độ|mức độ|" +
	"mọi|tổng|bù|trong đó|lựa chọn|chọn|≥|≤|>|<|=")

// readRemarked reads a cell behind which words stand in brackets that have no number and say nothing of how much, of
// whom or when. They are kept: see IsPlainRemark.
func readRemarked(text string) (Reading, bool) {
	m := remarked.FindStringSubmatch(text)
	if m == nil {
		return Reading{}, false
	}
	remark := strings.Trim(m[2], " .;,")
	if !isManner(remark) {
		c := cursorOf(remark)
		if _, isUnit := Unit(remark); isUnit || has(c, alarms) || has(c, hedges) || has(c, cases) {
			return Reading{}, false
		}
	}
	r := readText(m[1])
	if r.Kind != Value && (r.Kind != Word || r.Word == "không") || len(r.Parts) > 0 || r.Remark != "" {
		return Reading{}, false
	}
	r.Remark = remark
	return r, true
}

// isManner tells whether words say how a work is done and nothing else.
func isManner(words string) bool {
	c := cursorOf(words)
	for !c.done() {
		if !skip(&c, manners) {
			return false
		}
	}
	return true
}

// IsPlainRemark tells whether a remark asks for nothing but what the words of its indicator do, or says how a work is
// done. Another may make the number that of something else, and is for a person to look at.
func (r *Reading) IsPlainRemark(name string) bool {
	return r.Remark == "" || isManner(r.Remark) ||
		strings.Contains(" "+vi.Fold(name)+" ", " "+vi.Fold(r.Remark)+" ")
}
