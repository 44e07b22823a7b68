package criteria

import (
	"ntm/internal/yamldoc"
)

// Unit is what a figure is measured in, written as it is shown.
type Unit string

// Units that the tool treats by name.
const (
	Percent  Unit = "%"
	Declared Unit = "đạt/chưa đạt" // the commune declares it met or not
	Grade    Unit = "xếp loại"     // 0 chưa đạt, 1 đạt, 2 khá, 3 tốt
)

// Units lists every unit a figure may have.
var Units = []Unit{
	Percent, Declared, Grade, "mức độ", "triệu đồng", "triệu đồng/người/năm", "m2/người", "lít/người/ngày đêm",
	"hợp tác xã", "sản phẩm", "mô hình", "trường", "nhà", "hộ", "thôn", "vụ", "lĩnh vực", "lần",
	"người", "lao động", "km", "ha", "m2", "điểm", "tuyến đường", "công trình", "cơ sở", "câu lạc bộ", "tổ hợp tác",
	"tổ",
	"doanh nghiệp", "vùng", "chuỗi liên kết", "làng nghề", "lần/năm", "dịch vụ", "bác sĩ", "giường", "khu", "vườn",
}

// UnmarshalText reads a unit and refuses any other.
func (u *Unit) UnmarshalText(text []byte) error { return yamldoc.OneOf(u, text, "đơn vị", Units) }

// Grades names the steps of the unit Grade by their value.
var Grades = []string{"chưa đạt", "đạt", "khá", "tốt"}
